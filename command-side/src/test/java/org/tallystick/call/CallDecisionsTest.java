package org.tallystick.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tallystick.platform.Region.COMMISSIONER;
import static org.tallystick.platform.Region.COUNCIL;
import static org.tallystick.platform.Region.FUND;
import static org.tallystick.platform.Region.GOVERNOR;
import static org.tallystick.platform.Region.STRANGER;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tallystick.call.GrantCallCommand.ApproveCall;
import org.tallystick.call.GrantCallCommand.DraftCall;
import org.tallystick.call.GrantCallCommand.RedraftCall;
import org.tallystick.call.GrantCallCommand.WithdrawCall;
import org.tallystick.fund.FundEvent;
import org.tallystick.fund.Slice;
import org.tallystick.platform.CommandContext;
import org.tallystick.platform.InMemory;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Region;
import org.tallystick.platform.Rejection;

/** What is decided over a call, its funds and the authority of who decides, all of it or nothing. */
class CallDecisionsTest {

    private static final Slice MONEY = new Slice(COUNCIL, Region.YEAR, Slice.UNRESTRICTED, 60_000_00);

    private final InMemory port = new InMemory();

    @BeforeEach
    void a_region_with_a_fund_of_100_000_pounds_and_a_draft() {
        Region.settle(port);
        Region.fund(port, 100_000_00);
        port.send(new DraftCall("c", COUNCIL, SampleCall.TERMS), COMMISSIONER);
    }

    @AfterEach
    void close() {
        port.close();
    }

    @Test
    void a_call_is_approved_by_another_person_and_its_money_is_set_aside() {
        port.send(new ApproveCall("c", 1), GOVERNOR);

        assertThat(port.events())
                .endsWith(
                        new GrantCallEvent.CallApproved(
                                "c",
                                1,
                                new Substance.Finding(
                                        Substance.Conclusion.GRANT, "Money that tests something new is a grant.")),
                        new FundEvent.MoneyAllocated(FUND, "c", List.of(MONEY)));
        assertThat(port.messages().get(port.messages().size() - 2).getMetaData())
                .containsEntry(CommandContext.AUTHORITY, "delegated limit of £1,000,000 from 2026-04-01");
    }

    @Test
    void a_call_that_asks_for_too_much_is_approved_with_a_reason_that_stays_with_it() {
        port.send(new RedraftCall("c", 1, SampleCall.asking(2000)), COMMISSIONER);
        port.refused(
                Refusal.INCOMPLETE, "about 17 hours; for awards of up to £30,000", new ApproveCall("c", 2), GOVERNOR);
        port.refused(Refusal.INCOMPLETE, "Say why", new ApproveCall("c", 2, " "), GOVERNOR);
        port.send(new ApproveCall("c", 2, " It is a new field. "), GOVERNOR);
        assertThat(port.messages())
                .filteredOn(message -> message.getPayload() instanceof GrantCallEvent.CallApproved)
                .singleElement()
                .satisfies(message -> assertThat(message.getMetaData()).containsEntry("reason", "It is a new field."));
    }

    @Test
    void a_call_within_its_effort_budget_keeps_no_reason() {
        port.send(new ApproveCall("c", 1), GOVERNOR);
        assertThat(port.messages().getLast().getMetaData()).doesNotContainKey("reason");
    }

    @Test
    void who_wrote_any_version_of_it_cannot_approve_it() {
        port.send(new RedraftCall("c", 1, SampleCall.TERMS), GOVERNOR);
        port.refused(Refusal.SAME_PERSON, "Who wrote a call", new ApproveCall("c", 2), GOVERNOR);
    }

    @Test
    void the_version_that_was_read_is_approved() {
        port.send(new RedraftCall("c", 1, SampleCall.TERMS), COMMISSIONER);
        port.refused(Refusal.CONFLICT, "it is at version 2", new ApproveCall("c", 1), GOVERNOR);
    }

    @Test
    void the_authority_must_cover_the_envelope_on_that_day() {
        port.send(new RedraftCall("c", 1, SampleCall.worth(1_000_000_01)), COMMISSIONER);
        port.refused(Refusal.LIMIT_EXCEEDED, "The envelope is £1,000,000.01", new ApproveCall("c", 2), GOVERNOR);
    }

    @Test
    void what_the_fund_does_not_have_cannot_be_announced() {
        port.send(new RedraftCall("c", 1, SampleCall.worth(100_000_01)), COMMISSIONER);
        port.refused(Refusal.NOT_ENOUGH_MONEY, "£100,000 is free", new ApproveCall("c", 2), GOVERNOR);
    }

    @Test
    void another_bodys_governor_approves_nothing() {
        port.refused(Refusal.NOT_ALLOWED, "approve this call", new ApproveCall("c", 1), STRANGER);
    }

    @Test
    void a_contract_is_not_announced_as_a_grant() {
        Substance bought = new Substance(true, true, false, false);
        port.send(new RedraftCall("c", 1, SampleCall.with(bought)), COMMISSIONER);
        port.refused(Refusal.WRONG_STATE, "is a contract", new ApproveCall("c", 2), GOVERNOR);
    }

    @Test
    void two_questions_in_the_same_words_are_one_and_refused() {
        CallTerms terms = SampleCall.TERMS;
        assertThatThrownBy(() -> new RedraftCall("c", 1, twice(terms)))
                .isInstanceOf(Rejection.class)
                .hasMessageContaining("must not have the same words twice");
    }

    private static CallTerms twice(CallTerms terms) {
        return new CallTerms(
                terms.title(),
                terms.purpose(),
                terms.need(),
                terms.place(),
                terms.whoFor(),
                terms.envelope(),
                terms.ringFencePence(),
                terms.smallestPence(),
                terms.largestPence(),
                terms.months(),
                terms.shortReason(),
                terms.unrestricted(),
                terms.overheadCap(),
                terms.substance(),
                terms.eligibility(),
                List.of(
                        new CallTerms.Question("What will you do?", 300),
                        new CallTerms.Question("what WILL you do?", 90)),
                terms.criteria(),
                terms.timetable(),
                terms.feedback());
    }

    @Test
    void a_call_whose_opening_is_past_is_not_approved() {
        String words = "The call was to open before now";
        assertThatThrownBy(() -> port.send(new ApproveCall("c", 1), GOVERNOR, SampleCall.OPENS.plusMillis(1)))
                .isInstanceOf(Rejection.class)
                .hasMessageContaining(words);
    }

    @Test
    void withdrawing_frees_what_was_set_aside() {
        port.send(new ApproveCall("c", 1), GOVERNOR);
        port.send(new WithdrawCall("c", "The prison closes."), GOVERNOR);

        assertThat(port.events())
                .endsWith(
                        new GrantCallEvent.CallWithdrawn("c"),
                        new FundEvent.AllocationReleased(FUND, "c", List.of(MONEY)));
        port.refused(Refusal.WRONG_STATE, "withdrawn", new WithdrawCall("c", "Again"), GOVERNOR);
    }

    @Test
    void a_draft_is_withdrawn_without_a_word_to_the_funds() {
        port.send(new WithdrawCall("c", "Not needed."), GOVERNOR);
        assertThat(port.events()).endsWith(new GrantCallEvent.CallWithdrawn("c"));
    }
}
