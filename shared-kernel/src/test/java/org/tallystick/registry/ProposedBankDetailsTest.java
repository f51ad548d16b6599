package org.tallystick.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallystick.platform.Rejection;

class ProposedBankDetailsTest {

    @ParameterizedTest
    @ValueSource(strings = {"=Harbour Light", "+44 Club", "-Light", "@harbour"})
    void no_account_has_a_name_that_begins_like_a_formula(String name) {
        assertThatThrownBy(() -> proposed(name))
                .isInstanceOfSatisfying(
                        Rejection.class, refused -> assertThat(refused.field()).contains("accountName"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Harbour Light, \"Mentoring\"", "'Tis Time", "1st Northfield", "مركز النساء", "(The) Hub & Co"})
    void any_other_name_is_taken_as_it_is(String name) {
        assertThat(proposed(name).bankDetails().accountName()).isEqualTo(name);
    }

    private static OrganisationCommand.ProposeBankDetails proposed(String name) {
        return new OrganisationCommand.ProposeBankDetails(
                "GB-CHC-9000142", new BankDetails(name, "20-00-00", "12345678"));
    }
}
