package org.tallystick.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tallystick.platform.Region.CENTRE;
import static org.tallystick.platform.Region.COMMISSIONER;
import static org.tallystick.platform.Region.COUNCIL;
import static org.tallystick.platform.Region.FUND;
import static org.tallystick.platform.Region.GOVERNOR;
import static org.tallystick.platform.Region.LEAD;
import static org.tallystick.platform.Region.PAYER;
import static org.tallystick.platform.Region.POLICE;
import static org.tallystick.platform.Region.YEAR;
import static org.tallystick.platform.Region.award;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tallystick.award.AwardCommand;
import org.tallystick.platform.Event;
import org.tallystick.platform.InMemory;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Region;
import org.tallystick.platform.Rejection;

/** A fund that promises pledges pays out only what was paid in: £60 and £40 are pledged for an award of £100. */
class PledgedPaymentsTest {

    private final InMemory port = new InMemory();

    @BeforeEach
    void an_award_of_three_instalments_out_of_two_pledges() {
        Region.settle(port);
        Region.openFund(port, CommitAgainst.PLEDGED);
        port.send(Region.pledge(COUNCIL, 60_00), GOVERNOR);
        port.send(Region.pledge(POLICE, 40_00), GOVERNOR);
        port.send(award("a1", CENTRE, null, 50_00, 30_00, 20_00), GOVERNOR);
        port.send(new AwardCommand.SignAgreement("a1", null, null), LEAD);
    }

    @AfterEach
    void close() {
        port.close();
    }

    @Test
    void nothing_is_payable_until_every_contributor_of_it_has_paid_in_their_part() {
        port.send(Region.contribution(COUNCIL, 60_00), GOVERNOR);

        refused("out of what GB-LAE-LDS pledged for 2026-27 (unrestricted). Of that, £0 has arrived for it.");
        port.send(Region.contribution(POLICE, 20_00), GOVERNOR);
        approve(1);

        assertThat(port.events().getLast())
                .isEqualTo(new FundEvent.PaymentCovered(
                        FUND, "a1", 1, List.of(slice(COUNCIL, 30_00), slice(POLICE, 20_00))));
        port.send(new AwardCommand.InstructPayment("a1", 1), PAYER);
        port.send(new AwardCommand.ConfirmPayment("a1", 1, null, "BACS 7", null), PAYER);
    }

    @Test
    void what_arrived_once_covers_one_payment_and_not_two() {
        port.send(Region.contribution(COUNCIL, 60_00), GOVERNOR);
        port.send(Region.contribution(POLICE, 20_00), GOVERNOR);
        approve(2);

        refused(
                "£20 of this payment is promised out of what GB-LAE-LDS pledged for 2026-27 (unrestricted). Of that, £8 has");
        port.send(new AwardCommand.CancelPayment("a1", 2, "The other one first", null), GOVERNOR);
        approve(1);
    }

    @Test
    void an_approved_instalment_that_lapses_leaves_what_arrived_to_others() {
        port.send(Region.contribution(COUNCIL, 60_00), GOVERNOR);
        port.send(Region.contribution(POLICE, 20_00), GOVERNOR);
        approve(2);
        port.send(new AwardCommand.LapseInstalment("a1", 2, "Not needed", null), GOVERNOR);

        approve(1);
    }

    @Test
    void money_that_came_back_covers_another_payment() {
        port.send(Region.contribution(COUNCIL, 60_00), GOVERNOR);
        port.send(Region.contribution(POLICE, 20_00), GOVERNOR);
        approve(1);
        port.send(new AwardCommand.InstructPayment("a1", 1), PAYER);
        port.send(new AwardCommand.ConfirmPayment("a1", 1, null, "BACS 7", null), PAYER);
        assertThatThrownBy(() -> approve(2)).isInstanceOf(Rejection.class).hasMessageContaining("£0 has arrived");
        port.send(new AwardCommand.RecordReturn("a1", 30_00, "Not spent", null), PAYER);

        approve(2);
        assertThatThrownBy(() -> approve(3)).isInstanceOf(Rejection.class).hasMessageContaining("£0 has arrived");
    }

    @Test
    void a_payment_the_bank_sent_back_stays_covered() {
        port.send(Region.contribution(COUNCIL, 60_00), GOVERNOR);
        port.send(Region.contribution(POLICE, 20_00), GOVERNOR);
        approve(1);
        port.send(new AwardCommand.InstructPayment("a1", 1), PAYER);
        port.send(new AwardCommand.ReportPaymentFailure("a1", 1, null, "Closed account", null), PAYER);

        assertThatThrownBy(() -> approve(2)).isInstanceOf(Rejection.class).hasMessageContaining("£0 has arrived");
        port.send(new AwardCommand.InstructPayment("a1", 1), PAYER);
    }

    private void approve(int instalment) {
        port.send(new AwardCommand.ApprovePayment("a1", instalment), COMMISSIONER);
    }

    private void refused(String words) {
        List<Event> before = port.events();
        assertThatThrownBy(() -> approve(1))
                .isInstanceOfSatisfying(
                        Rejection.class,
                        rejection -> assertThat(rejection.refusal()).isEqualTo(Refusal.NOT_ENOUGH_MONEY))
                .hasMessageContaining(words);
        assertThat(port.events()).isEqualTo(before);
    }

    private static Slice slice(String contributor, long amountPence) {
        return new Slice(contributor, YEAR, Slice.UNRESTRICTED, amountPence);
    }
}
