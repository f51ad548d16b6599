package org.tallystick.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tallystick.platform.QueryFixture.actor;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tallystick.award.AwardEvent;
import org.tallystick.history.HistoryQuery.Happening;
import org.tallystick.history.HistoryQuery.HistoryOf;
import org.tallystick.history.HistoryQuery.Subject;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Json;
import org.tallystick.platform.QueryFixture;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Role;
import org.tallystick.platform.Town;
import org.tallystick.registry.BankDetails;
import org.tallystick.registry.OrganisationEvent;
import org.tallystick.registry.OrganisationQuery.OneOrganisation;
import org.tallystick.registry.OrganisationQuery.OrganisationView;

/** What an organisation's own people read of its history, and what of it stays with others. */
class SubjectHistoryTest {

    private static final Actor AUDITOR = actor(Role.AUDITOR, "GB-GOR-PB1");
    private static final Actor GOVERNOR = actor(Role.GOVERNOR, Town.COUNCIL);
    private static final Actor LANTERN_MEMBER = actor(Role.APPLICANT_MEMBER, Town.LANTERN);
    private static final Actor HARBOUR_LEAD = actor(Role.APPLICANT_LEAD, Town.HARBOUR);
    private static final Actor ORCHARD_LEAD = actor(Role.APPLICANT_LEAD, Town.ORCHARD);

    private static QueryFixture sides;

    @BeforeAll
    static void build() {
        sides = new QueryFixture();
        Town.build(sides.log);
        sides.log
                .add(Town.LANTERN, HARBOUR_LEAD, "The minutes are of another year", challenged())
                .add(
                        Town.LANTERN,
                        LANTERN_MEMBER,
                        "",
                        new OrganisationEvent.BankDetailsProposed(
                                Town.LANTERN, new BankDetails("Lantern", "300052", "11223344"), "member"))
                .add(Town.LANTERN, GOVERNOR, "No accounts", new OrganisationEvent.OrganisationSuspended(Town.LANTERN))
                .add("award-1", GOVERNOR, "The report is late", new AwardEvent.AwardSuspended("award-1"));
        for (int i = 0; i < 1_100; i++) {
            sides.log.add(
                    Town.ORCHARD,
                    ORCHARD_LEAD,
                    "",
                    new OrganisationEvent.OrganisationRenamed(Town.ORCHARD, "Orchard Row " + i));
        }
        sides.settle();
    }

    private static OrganisationEvent challenged() {
        return new OrganisationEvent.ByAndForStandingChallenged(Town.LANTERN, HARBOUR_LEAD.personId());
    }

    @AfterAll
    static void close() {
        sides.close();
    }

    @Test
    void its_own_people_read_it_newest_first_with_the_words_of_who_acted() {
        List<Happening> history = history(LANTERN_MEMBER, Subject.ORGANISATION, Town.LANTERN);

        assertThat(history)
                .extracting(Happening::type)
                .startsWith(
                        "registry.OrganisationSuspended",
                        "registry.BankDetailsProposed",
                        "registry.ByAndForStandingChallenged",
                        "registry.CostProfileRecorded");
        assertThat(history.getFirst().reason()).isEqualTo("No accounts");
        assertThat(history.getFirst().organisationName()).isEqualTo("Northmere Council");
        assertThat(history.getFirst().role()).isEqualTo("GOVERNOR");
        assertThat(history.get(2).reason()).isEqualTo("The minutes are of another year");
    }

    @Test
    void people_of_other_organisations_stay_without_a_name_but_for_auditors() {
        assertThat(history(LANTERN_MEMBER, Subject.ORGANISATION, Town.LANTERN))
                .extracting(Happening::actorId)
                .startsWith(null, LANTERN_MEMBER.personId(), null);
        assertThat(history(AUDITOR, Subject.ORGANISATION, Town.LANTERN))
                .extracting(Happening::actorId)
                .startsWith(
                        GOVERNOR.personId(), GOVERNOR.personId(), LANTERN_MEMBER.personId(), HARBOUR_LEAD.personId());
    }

    @Test
    void no_bank_details_claims_or_evidence_are_in_it() {
        String all = Json.mapper().writeValueAsString(history(LANTERN_MEMBER, Subject.ORGANISATION, Town.LANTERN));

        assertThat(all)
                .contains("lead-2")
                .doesNotContain("11223344", "300052", "12345678", "Minutes of May", "DEI010000", "com-2", "com-3");
    }

    @Test
    void an_award_is_read_by_both_organisations_with_its_payments() {
        for (Actor reader : List.of(LANTERN_MEMBER, GOVERNOR, AUDITOR)) {
            List<Happening> history = history(reader, Subject.AWARD, "award-1");

            assertThat(history.getFirst().reason()).isEqualTo("The report is late");
            assertThat(history)
                    .filteredOn(happening -> happening.type().equals("award.PaymentPaid"))
                    .singleElement()
                    .satisfies(paid -> {
                        assertThat(paid.amountPence()).isEqualTo(500_000);
                        assertThat(paid.says()).containsOnlyKeys("instalment");
                    });
        }
        assertThat(history(GOVERNOR, Subject.AWARD, "award-1").getFirst().actorId())
                .isNotNull();
        assertThat(history(LANTERN_MEMBER, Subject.AWARD, "award-1").getFirst().actorId())
                .isNull();
    }

    @Test
    void an_auditor_reads_of_an_organisation_what_happened_to_its_awards_too() {
        assertThat(types(AUDITOR, Subject.ORGANISATION, Town.LANTERN))
                .contains("fund.MoneyCommitted", "award.PaymentPaid", "award.AwardSuspended")
                .startsWith("award.AwardSuspended", "registry.OrganisationSuspended");
        assertThat(types(LANTERN_MEMBER, Subject.ORGANISATION, Town.LANTERN))
                .allMatch(type -> type.startsWith("registry."));
    }

    @Test
    void a_fund_is_told_with_its_awards_to_those_who_hold_it_or_give_to_it() {
        for (Actor reader : List.of(GOVERNOR, AUDITOR, actor(Role.PAYER, Town.COMMISSIONER))) {
            assertThat(types(reader, Subject.FUND, Town.POOLED))
                    .contains("fund.FundOpened", "award.AwardCommitted", "award.PaymentPaid", "award.AwardDeclined");
        }
        assertNotFound(actor(Role.GOVERNOR, Town.COUNCIL), Subject.FUND, Town.OTHER);
        assertNotFound(LANTERN_MEMBER, Subject.FUND, Town.POOLED);
    }

    @Test
    void a_person_has_a_history_for_auditors_alone() {
        assertThat(types(AUDITOR, Subject.PERSON, "com-1"))
                .contains("award.PaymentApproved", "award.InstalmentMadePayable");
        assertThat(types(AUDITOR, Subject.PERSON, "com-3")).contains("registry.ByAndForStandingVerified");
        assertNotFound(AUDITOR, Subject.PERSON, "nobody");
        assertNotFound(GOVERNOR, Subject.PERSON, "com-1");
        assertNotFound(LANTERN_MEMBER, Subject.PERSON, LANTERN_MEMBER.personId());
    }

    @Test
    void it_is_narrowed_by_person_type_day_and_sum() {
        assertThat(narrowed(AUDITOR, "pay-1", null, null, null, null, null))
                .containsExactly("award.MoneyReturned", "award.PaymentPaid", "award.PaymentInstructed");
        assertThat(narrowed(AUDITOR, null, "award.PaymentPaid", null, null, null, null))
                .containsExactly("award.PaymentPaid");
        assertThat(narrowed(AUDITOR, null, null, "2026-05-20", "2026-05-20", null, null))
                .containsExactly("award.PaymentPaid");
        assertThat(narrowed(AUDITOR, null, null, null, null, 500_000L, 500_000L))
                .containsExactly("award.PaymentPaid", "award.InstalmentMadePayable");
        assertThat(narrowed(AUDITOR, null, null, null, null, null, 20_000L)).containsExactly("award.MoneyReturned");
        assertThatThrownBy(() -> narrowed(AUDITOR, null, "award.Nothing", null, null, null, null))
                .isInstanceOf(Rejection.class);
    }

    @Test
    void asking_for_one_person_after_the_other_tells_nobody_who_acted_for_another_organisation() {
        assertThat(narrowed(GOVERNOR, GOVERNOR.personId(), null, null, null, null, null))
                .containsExactly("award.AwardSuspended");
        assertThat(narrowed(LANTERN_MEMBER, GOVERNOR.personId(), null, null, null, null, null))
                .isEmpty();
    }

    private static List<String> narrowed(
            Actor reader,
            @Nullable String by,
            @Nullable String type,
            @Nullable String from,
            @Nullable String until,
            @Nullable Long least,
            @Nullable Long most) {
        return sides
                .ask(
                        reader,
                        new HistoryOf(
                                Subject.AWARD,
                                "award-1",
                                by,
                                type,
                                from == null ? null : LocalDate.parse(from),
                                until == null ? null : LocalDate.parse(until),
                                least,
                                most,
                                1,
                                50))
                .items()
                .stream()
                .map(Happening::type)
                .toList();
    }

    private static List<String> types(Actor reader, Subject subject, String id) {
        return sides.ask(reader, new HistoryOf(subject, id, 1, 500)).items().stream()
                .map(Happening::type)
                .toList();
    }

    @Test
    void nobody_reads_the_history_of_what_is_not_theirs() {
        assertNotFound(HARBOUR_LEAD, Subject.ORGANISATION, Town.LANTERN);
        assertNotFound(GOVERNOR, Subject.ORGANISATION, Town.LANTERN);
        assertNotFound(HARBOUR_LEAD, Subject.AWARD, "award-1");
        assertNotFound(GOVERNOR, Subject.AWARD, "award-3");
        assertThatThrownBy(() -> history(actor(Role.WORKER, Town.LANTERN), Subject.ORGANISATION, Town.LANTERN))
                .isInstanceOf(Rejection.class);
    }

    @Test
    void the_latest_are_the_latest_however_long_the_history_is() {
        var page = sides.ask(AUDITOR, new HistoryOf(Subject.ORGANISATION, Town.ORCHARD, 1, 20));

        assertThat(page.total()).as("its own, and three of its award").isEqualTo(1_104);
        assertThat(page.items()).hasSize(20);
        assertThat(page.items().getFirst().says()).containsEntry("name", "Orchard Row 1099");
    }

    @Test
    void why_it_is_suspended_and_challenged_is_told_to_its_own_people_public_bodies_and_auditors() {
        for (Actor reader : List.of(LANTERN_MEMBER, GOVERNOR, AUDITOR)) {
            OrganisationView lantern = sides.ask(reader, new OneOrganisation(Town.LANTERN));
            assertThat(lantern.stateReason()).isEqualTo("No accounts");
            assertThat(lantern.standing())
                    .isNotNull()
                    .satisfies(standing -> assertThat(standing.reason()).isEqualTo("The minutes are of another year"));
        }
        for (Actor reader : List.of(HARBOUR_LEAD, Actor.ANYONE)) {
            OrganisationView lantern = sides.ask(reader, new OneOrganisation(Town.LANTERN));
            assertThat(lantern.stateReason()).isEmpty();
            assertThat(lantern.standing())
                    .isNotNull()
                    .satisfies(standing -> assertThat(standing.reason()).isEmpty());
        }
    }

    private static void assertNotFound(Actor reader, Subject subject, String id) {
        assertThatThrownBy(() -> history(reader, subject, id))
                .isInstanceOf(Rejection.class)
                .hasMessageContaining("There is no such");
    }

    private static List<Happening> history(Actor reader, Subject subject, String id) {
        return sides.ask(reader, new HistoryOf(subject, id, 1, 50)).items();
    }
}
