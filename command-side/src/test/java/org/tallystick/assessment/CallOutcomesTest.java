package org.tallystick.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallystick.assessment.Applicants.ASSESSOR;
import static org.tallystick.assessment.Applicants.YEAR;
import static org.tallystick.assessment.Applicants.award;
import static org.tallystick.assessment.Applicants.no;
import static org.tallystick.assessment.Applicants.usual;
import static org.tallystick.platform.Acting.actor;
import static org.tallystick.platform.Region.CENTRE;
import static org.tallystick.platform.Region.COMMISSIONER;
import static org.tallystick.platform.Region.COUNCIL;
import static org.tallystick.platform.Region.FUND;
import static org.tallystick.platform.Region.GOVERNOR;
import static org.tallystick.platform.Region.LEAD;
import static org.tallystick.platform.Region.STRANGER;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tallystick.assessment.AssessmentCommand.AcceptAssessment;
import org.tallystick.assessment.AssessmentCommand.InviteAssessor;
import org.tallystick.assessment.AssessmentCommand.RecuseAssessment;
import org.tallystick.assessment.Recommendation.Outcome;
import org.tallystick.award.AgreementTerms;
import org.tallystick.award.AwardCommand.DeclineAward;
import org.tallystick.award.AwardCommand.OfferAgreement;
import org.tallystick.award.AwardCommand.SignAgreement;
import org.tallystick.award.AwardEvent;
import org.tallystick.award.Gap;
import org.tallystick.award.Instalment;
import org.tallystick.bid.BidCommand.ReportHours;
import org.tallystick.bid.BidCommand.WithdrawBid;
import org.tallystick.bid.BidEvent;
import org.tallystick.bid.GapCarrier;
import org.tallystick.call.GrantCallCommand.ApproveDecision;
import org.tallystick.call.GrantCallCommand.ArchiveCall;
import org.tallystick.call.GrantCallCommand.InformApplicants;
import org.tallystick.call.GrantCallCommand.RecommendAwards;
import org.tallystick.call.GrantCallCommand.WithdrawCall;
import org.tallystick.call.GrantCallEvent;
import org.tallystick.call.SampleCall;
import org.tallystick.fund.FundEvent;
import org.tallystick.fund.Slice;
import org.tallystick.platform.Actor;
import org.tallystick.platform.CommandContext;
import org.tallystick.platform.Currency;
import org.tallystick.platform.Event;
import org.tallystick.platform.InMemory;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Role;
import org.tallystick.platform.UkTime;
import org.tallystick.registry.OrganisationCommand;

/** What becomes of the bids of a call, all of it or nothing. */
class CallOutcomesTest {

    private static final Actor SECOND_GOVERNOR = actor("gus", Role.GOVERNOR, COUNCIL);

    /** Two years after the standing was verified. */
    private static final Instant AFTER_THE_STANDING = Instant.parse("2028-06-02T09:00:00Z");

    private final InMemory port = new InMemory();

    @BeforeEach
    void a_call_that_has_closed_with_three_bids() {
        Applicants.closedCall(port);
    }

    @AfterEach
    void close() {
        port.close();
    }

    @Test
    void a_decision_makes_its_awards_and_commits_their_money_at_once() {
        port.send(new RecommendAwards("c", 0, usual()), COMMISSIONER);
        int before = port.events().size();
        port.send(new ApproveDecision("c", 1), GOVERNOR);

        List<Event> happened = port.events().subList(before, port.events().size());
        Slice half = slice(15_000_00);
        assertThat(happened)
                .containsExactlyInAnyOrder(
                        new GrantCallEvent.DecisionApproved("c", 1),
                        new BidEvent.BidAwarded(
                                "centre", "award-centre", List.of(new YearAmount(YEAR, 30_000_00)), "A good bid."),
                        new FundEvent.MoneyCommitted(FUND, "award-centre", "c", CENTRE, List.of(slice(30_000_00))),
                        new AwardEvent.AwardCommitted(
                                "award-centre",
                                FUND,
                                "c",
                                COUNCIL,
                                CENTRE,
                                "gita",
                                "Somewhere to go",
                                "A drop-in.",
                                Currency.GBP,
                                List.of(
                                        new Instalment(1, LocalDate.of(2026, 10, 5), List.of(half)),
                                        new Instalment(2, LocalDate.of(2027, 1, 1), List.of(half)))),
                        new BidEvent.BidAwarded(
                                "harbour", "award-harbour", List.of(new YearAmount(YEAR, 20_000_00)), "A good bid."),
                        new FundEvent.MoneyCommitted(
                                FUND, "award-harbour", "c", Applicants.HARBOUR, List.of(slice(20_000_00))),
                        committed(happened, "award-harbour"),
                        gap("award-centre", CENTRE, 30_000_00),
                        gap("award-harbour", Applicants.HARBOUR, 20_000_00),
                        new BidEvent.BidReserved("orchard", "Others were better."));
        assertThat(port.messages())
                .filteredOn(message -> message.getPayload() instanceof GrantCallEvent.DecisionApproved)
                .singleElement()
                .satisfies(message -> assertThat(message.getMetaData())
                        .containsEntry(CommandContext.AUTHORITY, "delegated limit of £1,000,000 from 2026-04-01"));
    }

    @Test
    void what_is_not_given_of_what_was_asked_for_is_a_gap_that_the_organisation_carries() {
        port.send(new RecommendAwards("c", 0, of(25_000_00, 20_000_00)), COMMISSIONER);
        port.send(new ApproveDecision("c", 1), GOVERNOR);
        assertThat(port.events())
                .contains(new AwardEvent.GapRecorded(
                        "award-centre",
                        FUND,
                        "c",
                        COUNCIL,
                        CENTRE,
                        30_000_00,
                        List.of(new Gap(YEAR, GapCarrier.UNRESTRICTED_INCOME, 5_000_00))));
    }

    @Test
    void recommendations_cover_each_bid_once_and_no_other() {
        recommendationRefused(Refusal.INVALID, "1 are left out", usual().subList(0, 2));
        recommendationRefused(
                Refusal.INVALID, "is there twice", List.of(usual().get(0), usual().get(1), usual().get(1)));
        recommendationRefused(Refusal.INVALID, "other is none", List.of(no("other", Outcome.DECLINE)));
    }

    @Test
    void nothing_beyond_what_was_asked_for_or_what_the_call_gives_to_one() {
        recommendationRefused(Refusal.INVALID, "asks for £20,000 in 2026-27", of(30_000_00, 20_000_01));
        recommendationRefused(
                Refusal.INVALID,
                "asks for £0 in 2027-28",
                List.of(new Recommendation(
                        "centre", Outcome.AWARD, "x", FUND, null, List.of(new YearAmount(YEAR.next(), 1)), "Because")));
        recommendationRefused(Refusal.INVALID, "would get £4,999.99", of(30_000_00, 4_999_99));
    }

    @Test
    void nothing_beyond_the_envelope_of_fund_year_and_restriction() {
        List<Recommendation> all =
                List.of(award("centre", 30_000_00), award("harbour", 20_000_00), award("orchard", 10_000_01));
        recommendationRefused(Refusal.NOT_ENOUGH_MONEY, "£0.01 is missing", all);
        Recommendation restricted = new Recommendation(
                "centre", Outcome.AWARD, "x", FUND, "rent", List.of(new YearAmount(YEAR, 10_000_00)), "Because");
        recommendationRefused(
                Refusal.NOT_ENOUGH_MONEY,
                "restricted to rent",
                List.of(restricted, no("harbour", Outcome.DECLINE), no("orchard", Outcome.DECLINE)));
    }

    @Test
    void the_ring_fence_is_for_organisations_whose_standing_is_verified_that_day() {
        List<Recommendation> others =
                List.of(no("centre", Outcome.DECLINE), award("harbour", 20_000_00), award("orchard", 10_000_01));
        recommendationRefused(Refusal.NOT_ENOUGH_MONEY, "The others can get £30,000 together", others);
        port.at(AFTER_THE_STANDING);
        recommendationRefused(Refusal.NOT_ENOUGH_MONEY, "and would get £50,000", usual());
    }

    @Test
    void an_older_recommendation_is_neither_overwritten_nor_approved() {
        port.send(new RecommendAwards("c", 0, usual()), COMMISSIONER);
        recommendationRefused(Refusal.CONFLICT, "it is at version 1", usual());
        port.send(new RecommendAwards("c", 1, usual()), COMMISSIONER);
        port.refused(Refusal.CONFLICT, "it is at version 2", new ApproveDecision("c", 1), GOVERNOR);
    }

    @Test
    void who_recommended_or_assessed_or_belongs_to_an_applicant_approves_nothing() {
        port.send(new OrganisationCommand.GiveRole(COUNCIL, "gus", Role.GOVERNOR), Actor.OPERATOR);
        port.send(
                new OrganisationCommand.SetDelegatedLimit(COUNCIL, "gus", 1_000_000_00, LocalDate.of(2026, 4, 1), null),
                Actor.OPERATOR);
        port.send(new RecommendAwards("c", 0, usual()), GOVERNOR);
        port.send(new RecommendAwards("c", 1, usual()), COMMISSIONER);
        port.refused(Refusal.SAME_PERSON, "Who recommended", new ApproveDecision("c", 2), GOVERNOR);

        port.send(new OrganisationCommand.GiveRole(COUNCIL, "gus", Role.ASSESSOR), Actor.OPERATOR);
        port.send(new InviteAssessor("a", "c", "harbour", "gus", COUNCIL), COMMISSIONER);
        Actor assessing = actor("gus", Role.ASSESSOR, COUNCIL);
        port.send(new AcceptAssessment("a", NoInterest.STATEMENT), assessing);
        port.refused(Refusal.SAME_PERSON, "Who assessed", new ApproveDecision("c", 2), SECOND_GOVERNOR);
        port.send(new RecuseAssessment("a", RecusalReason.NO_TIME), assessing);

        port.send(new OrganisationCommand.GiveRole(CENTRE, "gus", Role.APPLICANT_MEMBER), LEAD);
        port.refused(Refusal.NOT_ALLOWED, "decide about its bid", new ApproveDecision("c", 2), SECOND_GOVERNOR);
        port.send(new OrganisationCommand.TakeRole(CENTRE, "gus", Role.APPLICANT_MEMBER), LEAD);
        port.send(new ApproveDecision("c", 2), SECOND_GOVERNOR);
    }

    @Test
    void the_authority_must_cover_the_sum_on_that_day() {
        port.send(new RecommendAwards("c", 0, usual()), COMMISSIONER);
        port.send(
                new OrganisationCommand.SetDelegatedLimit(COUNCIL, "gita", 49_999_99, LocalDate.of(2026, 7, 1), null),
                Actor.OPERATOR);
        port.refused(Refusal.LIMIT_EXCEEDED, "The decision is £50,000", new ApproveDecision("c", 1), GOVERNOR);
        port.refused(Refusal.NOT_ALLOWED, "approve the decision", new ApproveDecision("c", 1), STRANGER);
    }

    @Test
    void a_bid_that_was_withdrawn_since_needs_another_recommendation() {
        port.send(new RecommendAwards("c", 0, usual()), COMMISSIONER);
        port.send(new WithdrawBid("centre", "Other money"), LEAD);
        port.refused(Refusal.INVALID, "centre is none", new ApproveDecision("c", 1), GOVERNOR);
    }

    @Test
    void an_applicant_that_is_suspended_gets_nothing_and_then_nobody_does() {
        port.send(new RecommendAwards("c", 0, usual()), COMMISSIONER);
        port.send(new OrganisationCommand.SuspendOrganisation(Applicants.HARBOUR, "Under review"), GOVERNOR);
        port.refused(Refusal.ORGANISATION_NOT_REGISTERED, "not registered", new ApproveDecision("c", 1), GOVERNOR);
    }

    @Test
    void it_is_decided_once_told_once_and_what_is_left_is_freed_at_the_end() {
        port.refused(Refusal.WRONG_STATE, "told about", new InformApplicants("c"), COMMISSIONER);
        port.send(new RecommendAwards("c", 0, usual()), COMMISSIONER);
        port.send(new ApproveDecision("c", 1), GOVERNOR);
        port.refused(Refusal.WRONG_STATE, "cannot be decided", new ApproveDecision("c", 1), GOVERNOR);
        port.refused(Refusal.WRONG_STATE, "withdrawn", new WithdrawCall("c", "x"), GOVERNOR);
        port.refused(Refusal.WRONG_STATE, "It is decided what becomes", new WithdrawBid("centre", "x"), LEAD);
        port.refused(
                Refusal.WRONG_STATE,
                "It is decided what becomes",
                new WithdrawBid("orchard", "x"),
                Applicants.ORCHARD_LEAD);
        port.refused(Refusal.WRONG_STATE, "archived", new ArchiveCall("c"), GOVERNOR);
        port.refused(Refusal.NOT_ALLOWED, "tell the applicants", new InformApplicants("c"), STRANGER);
        port.send(new InformApplicants("c"), COMMISSIONER);
        port.send(new ArchiveCall("c"), GOVERNOR);
        assertThat(port.events())
                .endsWith(
                        new GrantCallEvent.CallArchived("c"),
                        new FundEvent.AllocationReleased(FUND, "c", List.of(slice(10_000_00))));
    }

    @Test
    void nobody_outside_the_body_learns_of_an_award_before_all_are_told() {
        port.send(new RecommendAwards("c", 0, usual()), COMMISSIONER);
        port.send(new ApproveDecision("c", 1), GOVERNOR);
        port.refused(Refusal.NOT_FOUND, "There is no award-centre", new SignAgreement("award-centre", 1, null), LEAD);
        port.refused(Refusal.NOT_FOUND, "There is no award-centre", new DeclineAward("award-centre", "x"), LEAD);
        port.refused(Refusal.WRONG_STATE, "have not been told", offer("award-centre"), COMMISSIONER);

        port.send(new InformApplicants("c"), COMMISSIONER);
        port.refused(
                Refusal.WRONG_STATE,
                "not offered the agreement yet",
                new SignAgreement("award-centre", null, null),
                LEAD);
        port.send(offer("award-centre"), COMMISSIONER);
        port.send(new SignAgreement("award-centre", 1, null), LEAD);
    }

    @Test
    void how_long_a_bid_took_is_said_until_all_are_told_whatever_was_decided_of_it() {
        ReportHours hours = new ReportHours("centre", 12);
        port.send(new RecommendAwards("c", 0, usual()), COMMISSIONER);
        port.send(new ApproveDecision("c", 1), GOVERNOR);
        port.send(hours, LEAD);
        port.send(new ReportHours("orchard", 30), Applicants.ORCHARD_LEAD);
        port.send(new InformApplicants("c"), COMMISSIONER);
        port.refused(Refusal.TOO_LATE, "The figures of this call are published", hours, LEAD);
    }

    @Test
    void a_call_that_gets_no_award_at_all_is_decided_too() {
        port.send(
                new RecommendAwards(
                        "c",
                        0,
                        List.of(
                                no("centre", Outcome.INELIGIBLE),
                                no("harbour", Outcome.DECLINE),
                                no("orchard", Outcome.DECLINE))),
                COMMISSIONER);
        port.send(new ApproveDecision("c", 1), GOVERNOR);
        assertThat(port.events())
                .contains(new BidEvent.BidFoundIneligible("centre", "Others were better."))
                .noneMatch(AwardEvent.AwardCommitted.class::isInstance);
    }

    @Test
    void assessors_recommend_nothing_where_they_act_as_such() {
        port.refused(Refusal.NOT_ALLOWED, "recommend awards", new RecommendAwards("c", 0, usual()), ASSESSOR);
    }

    private static List<Recommendation> of(long centre, long harbour) {
        return List.of(award("centre", centre), award("harbour", harbour), no("orchard", Outcome.RESERVE));
    }

    private static Event committed(List<Event> events, String awardId) {
        return events.stream()
                .filter(event -> event instanceof AwardEvent.AwardCommitted e
                        && e.awardId().equals(awardId))
                .findFirst()
                .orElseThrow();
    }

    private static Event gap(String awardId, String recipient, long fullCostPence) {
        return new AwardEvent.GapRecorded(awardId, FUND, "c", COUNCIL, recipient, fullCostPence, List.of());
    }

    private OfferAgreement offer(String awardId) {
        AgreementTerms terms = new AgreementTerms(
                "A place to go",
                "Staff and rent",
                List.of(),
                List.of("Somewhere to go"),
                LocalDate.of(2026, 9, 1),
                LocalDate.of(2028, 8, 31),
                List.of(),
                "Small reserves");
        return new OfferAgreement(
                awardId, 0, terms, UkTime.dayOf(SampleCall.CLOSES).plusDays(30));
    }

    private static Slice slice(long pence) {
        return new Slice(COUNCIL, YEAR, Slice.UNRESTRICTED, pence);
    }

    private void recommendationRefused(Refusal refusal, String words, List<Recommendation> recommendations) {
        port.refused(refusal, words, new RecommendAwards("c", 0, recommendations), COMMISSIONER);
    }
}
