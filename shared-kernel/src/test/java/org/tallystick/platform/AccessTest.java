package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tallystick.award.AwardCommand;
import org.tallystick.award.AwardQuery;
import org.tallystick.control.ControlCommand;
import org.tallystick.fund.FundCommand;
import org.tallystick.ledger.LedgerQuery;
import org.tallystick.registry.OrganisationCommand;

class AccessTest {

    @Test
    void every_command_and_every_query_names_who_may_use_it() {
        assertThat(messages())
                .hasSizeGreaterThan(50)
                .allSatisfy(message -> assertThat(Access.rolesOf(message))
                        .as(message.getSimpleName())
                        .isNotEmpty());
    }

    @Test
    void whoever_is_named_may_and_everybody_else_is_refused() {
        for (Class<?> message : messages()) {
            for (Role role : Role.values()) {
                Actor actor = new Actor("person", "", role, "organisation", "");
                if (Access.rolesOf(message).contains(role)) {
                    assertThatCode(() -> Access.require(actor, message)).doesNotThrowAnyException();
                } else {
                    assertThatThrownBy(() -> Access.require(actor, message))
                            .isInstanceOfSatisfying(
                                    Rejection.class,
                                    rejection -> assertThat(rejection.refusal())
                                            .isEqualTo(
                                                    role == Role.PUBLIC ? Refusal.NOT_LOGGED_IN : Refusal.NOT_ALLOWED));
                }
            }
        }
    }

    @Test
    void what_is_not_named_is_refused_to_all() {
        for (Role role : Role.values()) {
            assertThatThrownBy(() -> Access.require(new Actor("person", "", role, "", ""), String.class))
                    .isInstanceOf(Rejection.class);
        }
    }

    @Test
    void nobody_sends_a_command_without_a_log_in_and_auditors_none_that_changes_what_they_audit() {
        assertThat(Commands.all().values())
                .allSatisfy(command -> assertThat(Access.rolesOf(command)).doesNotContain(Role.PUBLIC));
        assertThat(Commands.all().values())
                .filteredOn(command -> Access.rolesOf(command).contains(Role.AUDITOR))
                .allSatisfy(command ->
                        assertThat(command.getPackageName()).isIn("org.tallystick.replay", "org.tallystick.control"))
                .isNotEmpty();
    }

    @Test
    void nobody_whose_work_is_tested_explains_an_exception() {
        assertThat(Access.rolesOf(ControlCommand.ExplainException.class)).isEqualTo(EnumSet.of(Role.AUDITOR));
        assertThat(Access.rolesOf(ControlCommand.ReopenException.class)).isEqualTo(EnumSet.of(Role.AUDITOR));
    }

    @Test
    void money_is_decided_on_approved_and_paid_by_different_roles() {
        assertThat(Access.rolesOf(FundCommand.OpenFund.class)).isEqualTo(EnumSet.of(Role.GOVERNOR));
        assertThat(Access.rolesOf(AwardCommand.CommitAward.class)).isEqualTo(EnumSet.of(Role.GOVERNOR));
        assertThat(Access.rolesOf(AwardCommand.ApprovePayment.class)).doesNotContain(Role.PAYER);
        assertThat(Access.rolesOf(AwardCommand.InstructPayment.class)).isEqualTo(EnumSet.of(Role.PAYER));
        assertThat(Access.rolesOf(AwardCommand.ConfirmPayment.class)).isEqualTo(EnumSet.of(Role.PAYER));
    }

    @Test
    void only_the_organisation_itself_names_its_account_and_signs() {
        Set<Role> applicants = EnumSet.of(Role.APPLICANT_LEAD, Role.APPLICANT_MEMBER);
        assertThat(applicants).containsAll(Access.rolesOf(OrganisationCommand.ProposeBankDetails.class));
        assertThat(applicants).containsAll(Access.rolesOf(AwardCommand.SignAgreement.class));
    }

    @Test
    void awards_are_public_and_the_journal_is_for_audit() {
        assertThat(Access.rolesOf(AwardQuery.Awards.class)).contains(Role.PUBLIC);
        assertThat(Access.rolesOf(LedgerQuery.Export.class)).isEqualTo(EnumSet.of(Role.AUDITOR, Role.OPERATOR));
    }

    @Test
    void every_command_has_a_name_of_its_own_and_every_event_a_stored_name() {
        assertThat(Commands.all())
                .hasSameSizeAs(new LinkedHashSet<>(Commands.all().values()));
        assertThat(Commands.all()).allSatisfy((name, type) -> {
            assertThat(type.getSimpleName()).isEqualTo(name);
            assertThat(Commands.named(name)).contains(type);
        });
        assertThat(Commands.named("MakeTea")).isEmpty();
        assertThat(EventTypes.all()).allSatisfy((name, type) -> {
            assertThat(EventTypes.nameOf(type)).isEqualTo(name);
            assertThat(EventTypes.classOf(name)).isEqualTo(type);
            assertThat(name)
                    .matches(
                            "(history|registry|fund|call|bid|assessment|award|payment|control|replay)\\.[A-Z][A-Za-z]+");
        });
    }

    private static Set<Class<?>> messages() {
        Set<Class<?>> messages = new LinkedHashSet<>(Commands.all().values());
        messages.addAll(Resources.all().keySet());
        return messages;
    }
}
