package org.tallystick.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tallystick.platform.Region.CENTRE;
import static org.tallystick.platform.Region.COMMISSIONER;
import static org.tallystick.platform.Region.COUNCIL;
import static org.tallystick.platform.Region.FUND;
import static org.tallystick.platform.Region.GOVERNOR;
import static org.tallystick.platform.Region.LEAD;
import static org.tallystick.platform.Region.STRANGER;
import static org.tallystick.platform.Region.award;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tallystick.bid.GapCarrier;
import org.tallystick.fund.FundEvent;
import org.tallystick.fund.Slice;
import org.tallystick.platform.Acting;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Event;
import org.tallystick.platform.InMemory;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Region;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.UkTime;

/** From the decision to the signature: an offer is replaced, signed, declined or taken back, or runs out. */
class OfferTest {

    private static final LocalDate TODAY = UkTime.dayOf(Acting.NOW);
    private static final LocalDate LAST_DAY = TODAY.plusDays(28);
    private static final Instant MIDNIGHT =
            LAST_DAY.plusDays(1).atStartOfDay(UkTime.ZONE).toInstant();

    private final InMemory port = new InMemory();

    @BeforeEach
    void an_award_in_two_instalments() {
        Region.settle(port);
        Region.fund(port, 100_000_00);
        port.send(award("a1", 12_000_00, 8_000_00), GOVERNOR);
    }

    @AfterEach
    void close() {
        port.close();
    }

    @Test
    void an_offer_says_what_is_agreed_and_when_reports_are_due_in_proportion_to_its_size() {
        port.send(offer(0, terms()), COMMISSIONER);

        assertThat(port.events().getLast())
                .isEqualTo(new AwardEvent.AgreementOffered(
                        "a1",
                        1,
                        terms(),
                        Reporting.YEARLY,
                        List.of(LocalDate.of(2027, 8, 31), LocalDate.of(2028, 1, 31)),
                        LAST_DAY));
    }

    @Test
    void the_organisation_signs_the_version_it_has_read() {
        port.send(offer(0, terms()), COMMISSIONER);
        port.send(sign(1), LEAD);

        List<Event> events = port.events();
        assertThat(events.get(events.size() - 2)).isEqualTo(new AwardEvent.OfferAccepted("a1", 1));
        assertThat(events.getLast())
                .isEqualTo(new AwardEvent.AgreementSigned("a1", FUND, CENTRE, List.of(money(20_000_00))));
        port.refused(Refusal.WRONG_STATE, "active cannot be offered", offer(1, terms()), COMMISSIONER);
        port.refused(Refusal.WRONG_STATE, "active cannot be signed", sign(1), LEAD);
    }

    @Test
    void a_new_version_takes_the_place_of_an_offer_that_was_not_signed() {
        port.send(offer(0, terms()), COMMISSIONER);
        port.send(offer(1, terms()), GOVERNOR);

        port.refused(Refusal.CONFLICT, "You read version 1 of the agreement; it is at version 2 now.", sign(1), LEAD);
        port.refused(Refusal.CONFLICT, "read it first", sign(null), LEAD);
        port.refused(Refusal.CONFLICT, "You read version 1", offer(1, terms()), COMMISSIONER);
        port.send(sign(2), LEAD);
    }

    @Test
    void an_award_without_an_offer_may_be_signed_as_ever() {
        port.send(sign(null), LEAD);

        assertThat(port.events().getLast()).isInstanceOf(AwardEvent.AgreementSigned.class);
        assertThat(port.events()).noneMatch(AwardEvent.OfferAccepted.class::isInstance);
    }

    @Test
    void an_offer_can_be_signed_until_the_end_of_its_last_day_and_not_a_moment_longer() {
        port.send(offer(0, terms()), COMMISSIONER);

        assertThatThrownBy(() -> port.send(new AwardCommand.ExpireOffer("a1"), Actor.OPERATOR, MIDNIGHT.minusMillis(1)))
                .hasMessageContaining("can still be signed");
        assertThatThrownBy(() -> port.send(sign(1), LEAD, MIDNIGHT))
                .isInstanceOfSatisfying(
                        Rejection.class, r -> assertThat(r.refusal()).isEqualTo(Refusal.WRONG_STATE))
                .hasMessageContaining("could be signed until " + LAST_DAY);
        port.send(sign(1), LEAD, MIDNIGHT.minusMillis(1));
    }

    @Test
    void an_offer_that_ran_out_frees_its_money_and_its_gap() {
        Gap gap = new Gap(Region.YEAR, GapCarrier.RESERVES, 5_00);
        AwardCommand.CommitAward plain = award("a2", 1_000_00);
        port.send(
                new AwardCommand.CommitAward(
                        "a2",
                        FUND,
                        CENTRE,
                        plain.title(),
                        plain.purpose(),
                        plain.restriction(),
                        plain.schedule(),
                        new RealCost(1_005_00, List.of(gap)),
                        null),
                GOVERNOR);
        port.send(new AwardCommand.OfferAgreement("a2", 0, terms(List.of(), "Small"), LAST_DAY), COMMISSIONER);
        port.send(new AwardCommand.ExpireOffer("a2"), Actor.OPERATOR, MIDNIGHT);

        List<Event> events = port.events();
        assertThat(events.subList(events.size() - 3, events.size()))
                .containsExactly(
                        new AwardEvent.OfferExpired("a2", 1),
                        new AwardEvent.GapReleased("a2", FUND, null, CENTRE, List.of(gap)),
                        new FundEvent.CommitmentReleased(FUND, "a2", List.of(money(1_000_00))));
        port.refused(
                Refusal.WRONG_STATE,
                "expired cannot be let run out",
                new AwardCommand.ExpireOffer("a2"),
                Actor.OPERATOR);
        port.refused(
                Refusal.WRONG_STATE,
                "expired cannot be offered",
                new AwardCommand.OfferAgreement("a2", 1, terms(), LAST_DAY),
                COMMISSIONER);
    }

    @Test
    void an_offer_is_declined_by_the_organisation_or_taken_back_by_the_funder() {
        port.send(award("a2", 1_000_00), GOVERNOR);
        port.send(new AwardCommand.OfferAgreement("a2", 0, terms(List.of(), "Small"), LAST_DAY), COMMISSIONER);
        port.send(offer(0, terms()), COMMISSIONER);

        port.send(new AwardCommand.DeclineAward("a1", "We cannot take it on"), LEAD);
        assertThat(port.events().getLast())
                .isEqualTo(new FundEvent.CommitmentReleased(FUND, "a1", List.of(money(20_000_00))));
        port.send(new AwardCommand.RescindAward("a2", "A mistake", null), GOVERNOR);
        port.refused(
                Refusal.WRONG_STATE, "rescinded cannot be signed", new AwardCommand.SignAgreement("a2", 1, null), LEAD);
    }

    @Test
    void terms_have_to_fit_the_schedule_and_leave_time_to_sign() {
        port.refused(Refusal.INVALID, "between 1 and 2", offer(0, terms(List.of(3), "Small reserves")), COMMISSIONER);
        port.refused(Refusal.INVALID, "paid in advance", offer(0, terms(List.of(2), "")), COMMISSIONER);
        port.refused(
                Refusal.INVALID,
                "must be after today",
                new AwardCommand.OfferAgreement("a1", 0, terms(), TODAY),
                COMMISSIONER);
        port.refused(Refusal.CONFLICT, "You read version 7", offer(7, terms()), COMMISSIONER);
        port.send(offer(0, terms(List.of(2, 1, 2), "")), COMMISSIONER);
    }

    @Test
    void only_the_funder_offers() {
        port.refused(Refusal.NOT_ALLOWED, "Only people of " + COUNCIL, offer(0, terms()), STRANGER);
    }

    private static AwardCommand offer(int readVersion, AgreementTerms terms) {
        return new AwardCommand.OfferAgreement("a1", readVersion, terms, LAST_DAY);
    }

    private static AwardCommand sign(@Nullable Integer readVersion) {
        return new AwardCommand.SignAgreement("a1", readVersion, null);
    }

    private static AgreementTerms terms() {
        return terms(List.of(2), "The centre pays its staff monthly and has six weeks of reserves.");
    }

    private static AgreementTerms terms(List<Integer> inArrears, String advanceNeed) {
        return new AgreementTerms(
                "A place to go",
                "Staff, rent and food",
                List.of("Nobody pays to come in."),
                List.of("Women have somewhere to go on the first day."),
                LocalDate.of(2026, 8, 1),
                LocalDate.of(2027, 12, 31),
                inArrears,
                advanceNeed);
    }

    private static Slice money(long pence) {
        return new Slice(COUNCIL, Region.YEAR, Slice.UNRESTRICTED, pence);
    }
}
