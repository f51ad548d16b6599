package org.tallystick.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallystick.platform.Acting.actor;
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
import org.junit.jupiter.api.Test;
import org.tallystick.award.AwardCommand;
import org.tallystick.platform.Actor;
import org.tallystick.platform.InMemory;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Region;
import org.tallystick.platform.Role;

/** What awards do not spend comes back to their fund, and the governor decides what becomes of it. */
class UnspentMoneyTest {

    private final InMemory port = new InMemory();

    @AfterEach
    void close() {
        port.close();
    }

    @Test
    void money_that_came_back_is_awarded_again_once_the_governor_frees_it() {
        paidAward(CommitAgainst.RECEIVED);
        port.send(new AwardCommand.RecordReturn("a1", 30_00, "Not spent", null), PAYER);

        assertThat(port.events().getLast())
                .isEqualTo(new FundEvent.UnspentMoneyNoted(FUND, "a1", Unspent.RETURNED, money(30_00)));
        port.refused(Refusal.NOT_ENOUGH_MONEY, "£0 is free", award("a2", 30_00), GOVERNOR);
        port.send(free(Unspent.RETURNED, COUNCIL, 30_00), GOVERNOR);
        assertThat(port.events().getLast())
                .isEqualTo(new FundEvent.UnspentMoneyFreed(FUND, Unspent.RETURNED, money(30_00)));
        port.send(award("a2", 30_00), GOVERNOR);
    }

    @Test
    void no_more_is_freed_or_given_back_than_came_back() {
        paidAward(CommitAgainst.RECEIVED);
        port.send(new AwardCommand.RecordReturn("a1", 30_00, "Not spent", null), PAYER);
        port.send(giveBack(Unspent.RETURNED, COUNCIL, 10_00), GOVERNOR);

        port.refused(
                Refusal.NOT_ENOUGH_MONEY,
                "£20.01 was asked for, and £20 of what this contributor gave for 2026-27 (unrestricted) came back",
                free(Unspent.RETURNED, COUNCIL, 20_01),
                GOVERNOR);
        port.refused(Refusal.NOT_ENOUGH_MONEY, "£20 of what", giveBack(Unspent.RETURNED, COUNCIL, 20_01), GOVERNOR);
        port.refused(Refusal.NOT_ENOUGH_MONEY, "£0 of what", free(Unspent.LAPSED, COUNCIL, 1), GOVERNOR);
        port.refused(Refusal.NOT_ENOUGH_MONEY, "£0 of what", free(Unspent.RETURNED, POLICE, 1), GOVERNOR);
        port.send(free(Unspent.RETURNED, COUNCIL, 20_00), GOVERNOR);
        port.refused(Refusal.NOT_ENOUGH_MONEY, "£0 of what", free(Unspent.RETURNED, COUNCIL, 1), GOVERNOR);
    }

    @Test
    void an_instalment_that_lapsed_goes_back_to_who_gave_it_even_where_the_fund_has_closed_since() {
        paidAward(CommitAgainst.RECEIVED);
        FundCommand.CloseFund close = new FundCommand.CloseFund(FUND, "Over");
        port.send(close, GOVERNOR);
        port.send(new AwardCommand.LapseInstalment("a1", 2, "Not needed", null), GOVERNOR);

        port.send(giveBack(Unspent.LAPSED, COUNCIL, 40_00), GOVERNOR);

        assertThat(port.events().getLast())
                .isEqualTo(new FundEvent.UnspentMoneyReturned(FUND, Unspent.LAPSED, money(40_00)));
        port.send(new AwardCommand.RecordReturn("a1", 1_00, "Found later", null), PAYER);
        port.refused(
                Refusal.WRONG_STATE, "closed cannot be asked to free", free(Unspent.RETURNED, COUNCIL, 1), GOVERNOR);
    }

    @Test
    void a_fund_is_not_closed_over_money_that_nobody_decided_about() {
        paidAward(CommitAgainst.RECEIVED);
        port.send(new AwardCommand.LapseInstalment("a1", 2, "Not needed", null), GOVERNOR);

        port.refused(Refusal.MONEY_LEFT, "still has £40", new FundCommand.CloseFund(FUND, "Over"), GOVERNOR);
    }

    @Test
    void a_frozen_fund_hears_what_came_back_and_a_body_that_does_not_hold_it_decides_nothing() {
        paidAward(CommitAgainst.RECEIVED);
        port.send(new FundCommand.FreezeFund(FUND, "Review"), GOVERNOR);
        port.send(new AwardCommand.LapseInstalment("a1", 2, "Not needed", null), GOVERNOR);

        Actor stranger = actor("sam", Role.GOVERNOR, POLICE);
        port.refused(Refusal.NOT_ALLOWED, "Only people of", free(Unspent.LAPSED, COUNCIL, 1), stranger);
        port.refused(Refusal.NOT_ALLOWED, "Only people of", giveBack(Unspent.LAPSED, COUNCIL, 1), stranger);
        port.send(free(Unspent.LAPSED, COUNCIL, 40_00), GOVERNOR);
    }

    @Test
    void what_was_promised_out_of_a_pledge_and_never_arrived_does_not_go_back_to_who_pledged_it() {
        paidAward(CommitAgainst.PLEDGED);
        port.send(new AwardCommand.LapseInstalment("a1", 2, "Not needed", null), GOVERNOR);

        port.refused(
                Refusal.NOT_ENOUGH_MONEY,
                "£25.01 was asked for, and £25 has arrived from GB-LAE-MAN and is not promised to others",
                giveBack(Unspent.LAPSED, COUNCIL, 25_01),
                GOVERNOR);
        port.send(giveBack(Unspent.LAPSED, COUNCIL, 25_00), GOVERNOR);
        port.send(free(Unspent.LAPSED, COUNCIL, 15_00), GOVERNOR);
    }

    /** £100 in two instalments, of which the first is paid; against pledges, £85 of it have arrived. */
    private void paidAward(CommitAgainst against) {
        Region.settle(port);
        Region.openFund(port, against);
        if (against == CommitAgainst.PLEDGED) {
            port.send(Region.pledge(COUNCIL, 100_00), GOVERNOR);
        }
        port.send(Region.contribution(COUNCIL, against == CommitAgainst.PLEDGED ? 85_00 : 100_00), GOVERNOR);
        port.send(award("a1", CENTRE, null, 60_00, 40_00), GOVERNOR);
        port.send(new AwardCommand.SignAgreement("a1", null, null), LEAD);
        port.send(new AwardCommand.ApprovePayment("a1", 1), COMMISSIONER);
        port.send(new AwardCommand.InstructPayment("a1", 1), PAYER);
        port.send(new AwardCommand.ConfirmPayment("a1", 1, null, "BACS 7", null), PAYER);
    }

    private static FundCommand free(Unspent why, String contributor, long pence) {
        return new FundCommand.FreeUnspentMoney(
                FUND, why, contributor, YEAR, Slice.UNRESTRICTED, pence, "For somebody else", null);
    }

    private static FundCommand giveBack(Unspent why, String contributor, long pence) {
        return new FundCommand.ReturnUnspentMoney(
                FUND, why, contributor, YEAR, Slice.UNRESTRICTED, pence, "Not needed", null);
    }

    private static List<Slice> money(long amountPence) {
        return List.of(new Slice(COUNCIL, YEAR, Slice.UNRESTRICTED, amountPence));
    }
}
