package org.tallystick.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tallystick.platform.QueryFixture.actor;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tallystick.award.AwardQuery.Agreement;
import org.tallystick.award.AwardQuery.AgreementView;
import org.tallystick.award.AwardQuery.OneAward;
import org.tallystick.fund.Slice;
import org.tallystick.opendata.PublicQuery.Totals;
import org.tallystick.platform.Actor;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.HomeQuery.WhatNeedsMe;
import org.tallystick.platform.QueryFixture;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Role;
import org.tallystick.platform.Town;

/** What is on offer, and what became of it. */
class AgreementAnswersTest {

    private static final Actor LEAD = actor(Role.APPLICANT_LEAD, Town.HARBOUR);
    private static final Actor GOVERNOR = actor(Role.GOVERNOR, Town.COUNCIL);
    private static final AgreementTerms TERMS = new AgreementTerms(
            "Mentors",
            "Travel and \"training\"",
            List.of(),
            List.of("Somebody to ring"),
            LocalDate.of(2026, 7, 1),
            LocalDate.of(2027, 6, 30),
            List.of(1),
            "");
    private static final LocalDate UNTIL = LocalDate.of(2026, 7, 10);

    private static QueryFixture sides;

    @BeforeAll
    static void build() {
        sides = new QueryFixture();
        Town.build(sides.log);
        sides.log
                .add("award-2", "com-1", offered("award-2", 1))
                .add("award-2", "com-1", offered("award-2", 2))
                .add("award-3", "com-1", offered("award-3", 1))
                .addOn(LocalDate.of(2026, 6, 9), "award-3", "lead-3", new AwardEvent.OfferAccepted("award-3", 1));
        sides.settle();
    }

    @AfterAll
    static void close() {
        sides.close();
    }

    @Test
    void the_latest_version_is_on_offer_and_the_one_before_was_replaced() {
        AgreementView latest = sides.ask(LEAD, new Agreement("award-2", null));

        assertThat(latest.version()).isEqualTo(2);
        assertThat(latest.versions()).isEqualTo(2);
        assertThat(latest.terms()).isEqualTo(TERMS);
        assertThat(latest.state()).isEqualTo(AgreementState.OFFERED);
        assertThat(latest.reportsDue()).containsExactly(LocalDate.of(2027, 7, 30));
        assertThat(latest.expiresOn()).isEqualTo(UNTIL);
        assertThat(latest.award().state()).isEqualTo(AwardState.OFFERED);
        assertThat(latest.payments()).hasSize(1);
        assertThat(sides.ask(LEAD, new Agreement("award-2", 1)).state()).isEqualTo(AgreementState.REPLACED);
        assertThat(sides.ask(LEAD, new OneAward("award-2")).agreementVersion()).isEqualTo(2);
        assertThat(sides.ask(LEAD, new OneAward("award-2")).offerExpiresOn()).isEqualTo(UNTIL);
    }

    @Test
    void each_side_knows_the_person_of_its_own() {
        assertThat(sides.ask(LEAD, new Agreement("award-2", null)).offeredBy()).isNull();
        assertThat(sides.ask(GOVERNOR, new Agreement("award-2", null)).offeredBy())
                .isEqualTo("com-1");
    }

    @Test
    void who_may_not_see_the_award_in_full_finds_no_agreement() {
        for (Actor actor : List.of(actor(Role.APPLICANT_LEAD, Town.LANTERN), actor(Role.GOVERNOR, "GB-LAE-OXF"))) {
            assertThatThrownBy(() -> sides.ask(actor, new Agreement("award-2", null)))
                    .isInstanceOf(Rejection.class)
                    .hasMessageContaining("no such agreement");
        }
        assertThatThrownBy(() -> sides.ask(LEAD, new Agreement("award-2", 9)))
                .hasMessageContaining("no such agreement");
    }

    @Test
    void a_signed_version_says_when_and_by_whom() {
        AgreementView signed = sides.ask(LEAD, new Agreement("award-3", null));

        assertThat(signed.state()).isEqualTo(AgreementState.SIGNED);
        assertThat(signed.signedOn()).isEqualTo("2026-06-09");
        assertThat(signed.signedBy()).isEqualTo("lead-3");
    }

    @Test
    void an_offer_that_ran_out_counts_in_no_total() {
        try (QueryFixture other = new QueryFixture()) {
            Town.build(other.log);
            other.settle();
            long before = other.ask(Actor.ANYONE, new Totals()).awardedPence();
            other.log
                    .add("award-2", "com-1", offered("award-2", 1))
                    .add("award-2", "operator", new AwardEvent.OfferExpired("award-2", 1));
            other.settle();

            assertThat(other.ask(LEAD, new Agreement("award-2", null)).state()).isEqualTo(AgreementState.EXPIRED);
            assertThat(other.ask(LEAD, new OneAward("award-2")).summary().state())
                    .isEqualTo(AwardState.EXPIRED);
            assertThat(other.ask(Actor.ANYONE, new Totals()).awardedPence()).isEqualTo(before - 250_000);
        }
    }

    @Test
    void an_instalment_in_arrears_shows_its_claim_and_what_is_not_needed_lapses() {
        try (QueryFixture other = new QueryFixture()) {
            Town.build(other.log);
            other.log
                    .add("award-2", "com-1", offered("award-2", 1))
                    .add("award-2", "lead-3", new AwardEvent.OfferAccepted("award-2", 1))
                    .add(
                            "award-2",
                            "lead-3",
                            new AwardEvent.AgreementSigned(
                                    "award-2", Town.POOLED, Town.HARBOUR, List.of(council(250_000))));
            other.settle();
            assertThat(other.ask(LEAD, new WhatNeedsMe()).duties())
                    .anyMatch(duty -> duty.kind().equals("submit-claim"));
            List<ClaimLine> spent = List.of(new ClaimLine("Wages", 240_000));
            other.log.add("award-2", "lead-3", new AwardEvent.ClaimSubmitted("award-2", 1, 1, 240_000, spent));
            other.settle();
            assertThat(other.ask(GOVERNOR, new WhatNeedsMe()).duties())
                    .anyMatch(duty -> duty.kind().equals("decide-claim"))
                    .noneMatch(duty -> duty.kind().equals("approve-payment")
                            && duty.subjectId().equals("award-2"));
            other.log.add("award-2", "com-1", new AwardEvent.ClaimQueried("award-2", 1, 1));
            other.settle();
            assertThat(other.ask(LEAD, new WhatNeedsMe()).duties())
                    .anyMatch(duty -> duty.kind().equals("answer-claim")
                            && duty.sentence().startsWith("Answer what the funder asked about your claim"))
                    .noneMatch(duty -> duty.kind().equals("submit-claim"));
            other.log
                    .add("award-2", "lead-3", new AwardEvent.ClaimSubmitted("award-2", 1, 2, 240_000, spent))
                    .add("award-2", "com-1", new AwardEvent.ClaimAccepted("award-2", 1, 2))
                    .add(
                            "award-2",
                            "com-1",
                            new AwardEvent.InstalmentReduced(
                                    "award-2", Town.POOLED, Town.HARBOUR, 1, List.of(council(10_000))));
            other.settle();

            var award = other.ask(LEAD, new OneAward("award-2"));
            assertThat(award.lapsedPence()).isEqualTo(10_000);
            assertThat(award.obligatedPence()).isEqualTo(240_000);
            assertThat(award.payments()).singleElement().satisfies(payment -> {
                assertThat(payment.inArrears()).isTrue();
                assertThat(payment.amountPence()).isEqualTo(240_000);
                assertThat(payment.claim())
                        .isEqualTo(new AwardQuery.ClaimView(
                                2, ClaimState.ACCEPTED, 240_000, spent, QueryFixture.TODAY, ""));
            });
            assertThat(other.ask(GOVERNOR, new WhatNeedsMe()).duties())
                    .anyMatch(duty -> duty.kind().equals("approve-payment")
                            && duty.subjectId().equals("award-2"));
        }
    }

    @Test
    void the_organisation_hears_that_something_is_to_be_signed_and_the_funder_no_more_that_it_is_to_be_offered() {
        assertThat(duties(LEAD)).contains("sign-agreement award-2");
        assertThat(duties(GOVERNOR)).isNotEmpty().doesNotContain("offer-agreement award-2");
    }

    private static List<String> duties(Actor actor) {
        return sides.ask(actor, new WhatNeedsMe()).duties().stream()
                .map(duty -> duty.kind() + " " + duty.subjectId())
                .toList();
    }

    private static Slice council(long pence) {
        return new Slice(Town.COUNCIL, new FinancialYear(2026), Slice.UNRESTRICTED, pence);
    }

    private static AwardEvent.AgreementOffered offered(String award, int version) {
        return new AwardEvent.AgreementOffered(
                award, version, TERMS, Reporting.ONCE, Reporting.ONCE.due(TERMS.startsOn(), TERMS.endsOn()), UNTIL);
    }
}
