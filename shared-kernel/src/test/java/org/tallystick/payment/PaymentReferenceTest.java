package org.tallystick.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PaymentReferenceTest {

    @Test
    void every_attempt_at_every_payment_has_a_name_of_its_own_that_a_bank_takes() {
        Set<String> references = new HashSet<>();
        for (int award = 0; award < 500; award++) {
            for (int instalment = 1; instalment <= 4; instalment++) {
                for (int attempt = 1; attempt <= 3; attempt++) {
                    references.add(PaymentReference.of("award-" + award, instalment, attempt));
                }
            }
        }

        assertThat(references).hasSize(6_000).allMatch(reference -> reference.matches("TS[0-9A-Z]{14}"));
    }

    @Test
    void it_is_the_same_whenever_it_is_asked_for() {
        assertThat(PaymentReference.of("a1", 2, 1)).isEqualTo(PaymentReference.of("a1", 2, 1));
        assertThat(PaymentReference.of("a1", 2, 1)).isNotEqualTo(PaymentReference.of("a12", 1, 1));
    }
}
