package org.tallystick.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tallystick.platform.QueryFixture.actor;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tallystick.award.AwardEvent;
import org.tallystick.history.HistoryQuery.EventPage;
import org.tallystick.history.HistoryQuery.Events;
import org.tallystick.history.HistoryQuery.LoggedEvent;
import org.tallystick.history.HistoryQuery.Subject;
import org.tallystick.history.ProvenanceQuery.AccountChange;
import org.tallystick.history.ProvenanceQuery.Changes;
import org.tallystick.history.ProvenanceQuery.ChangesBy;
import org.tallystick.history.ProvenanceQuery.StateChange;
import org.tallystick.history.ProvenanceQuery.Touched;
import org.tallystick.ledger.LedgerQuery.TrialBalance;
import org.tallystick.ledger.LedgerQuery.TrialBalanceAt;
import org.tallystick.platform.Actor;
import org.tallystick.platform.QueryFixture;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Role;
import org.tallystick.platform.Town;
import org.tallystick.registry.OrganisationEvent;

/** From an event to everything that it changed. */
class ChangeAnswersTest {

    private static final Actor AUDITOR = actor(Role.AUDITOR, "GB-GOR-PB1");

    private static QueryFixture sides;
    private static List<LoggedEvent> log;

    @BeforeAll
    static void build() {
        sides = new QueryFixture();
        Town.build(sides.log);
        sides.log
                .add(Town.COUNCIL, "gov", limit("com-1", 100_000))
                .add(Town.COUNCIL, "gov", limit("gov", 7_000_000))
                .add(Town.LANTERN, "lead-2", new OrganisationEvent.OrganisationRenamed(Town.LANTERN, "Lantern"))
                .add("award-1", "gov", new AwardEvent.AwardSuspended("award-1"));
        sides.settle();
        EventPage page = sides.ask(AUDITOR, new Events(1, 1_000, null, null, null, false));
        assertThat(page.next()).isNull();
        log = page.events();
    }

    private static OrganisationEvent limit(String person, long pence) {
        return new OrganisationEvent.DelegatedLimitSet(Town.COUNCIL, person, pence, LocalDate.of(2026, 6, 1), null);
    }

    @AfterAll
    static void close() {
        sides.close();
    }

    @Test
    void what_is_paid_has_a_state_and_accounts_before_and_after() {
        Changes paid = changes(only("award.PaymentPaid"));

        assertThat(paid.states()).containsExactly(new StateChange("a payment", "1", "INSTRUCTED", "PAID"));
        assertThat(paid.accounts())
                .containsExactly(
                        new AccountChange("award:award-1:payable:1", 500_000, -500_000, 0),
                        new AccountChange("org:" + Town.LANTERN + ":received", 0, 500_000, 500_000));
        assertThat(paid.readModels()).contains("award", "ledger", "timelines").doesNotContain("registry");
        assertThat(paid.saidBefore()).isNull();
    }

    @Test
    void the_signature_begins_what_each_payment_goes_through_later() {
        assertThat(changes(only("award.PaymentInstructed")).states())
                .containsExactly(new StateChange("a payment", "1", "PAYABLE", "INSTRUCTED"));
        assertThat(changes(last("award.InstalmentMadePayable")).states())
                .containsExactly(new StateChange("a payment", "1", "SCHEDULED", "PAYABLE"));
    }

    @Test
    void an_event_is_in_the_history_of_all_it_is_about_between_those_before_and_after_it() {
        LoggedEvent paid = only("award.PaymentPaid");
        Changes changes = changes(paid);

        assertThat(changes.subjects())
                .extracting(Touched::subject, Touched::id)
                .extracting(Object::toString)
                .containsExactlyInAnyOrder(
                        about(Subject.AWARD, "award-1"),
                        about(Subject.FUND, Town.POOLED),
                        about(Subject.ORGANISATION, Town.LANTERN),
                        about(Subject.CALL, "call-1"),
                        about(Subject.PERSON, "pay-1"));
        assertThat(changes.previous()).isEqualTo(only("award.PaymentInstructed").position());
        assertThat(changes.next()).isEqualTo(only("award.MoneyReturned").position());
        assertThat(changes.subjects())
                .filteredOn(one -> one.subject() == Subject.PERSON)
                .singleElement()
                .satisfies(person -> {
                    assertThat(person.previous())
                            .isEqualTo(only("award.PaymentInstructed").position());
                    assertThat(person.next())
                            .isEqualTo(only("award.MoneyReturned").position());
                });
    }

    private static String about(Subject subject, String id) {
        return org.assertj.core.groups.Tuple.tuple(subject, id).toString();
    }

    @Test
    void the_first_and_the_last_of_something_have_no_neighbour_there() {
        Changes first = changes(log.getFirst());
        assertThat(first.previous()).isNull();
        assertThat(first.subjects())
                .allSatisfy(one -> assertThat(one.previous()).isNull());
        assertThat(first.states()).containsExactly(new StateChange("an organisation", "", null, "APPLIED"));

        Changes suspended = changes(log.getLast());
        assertThat(suspended.next()).isNull();
        assertThat(suspended.states()).containsExactly(new StateChange("an award", "", "ACTIVE", "SUSPENDED"));
        assertThat(suspended.accounts()).isEmpty();
    }

    @Test
    void what_is_said_anew_takes_the_place_of_what_was_said_of_the_same() {
        assertThat(changes(only("registry.OrganisationRenamed")).saidBefore())
                .isEqualTo(log.stream()
                        .filter(event -> event.type().equals("registry.OrganisationApplied")
                                && event.aggregateId().equals(Town.LANTERN))
                        .findFirst()
                        .orElseThrow()
                        .position());
        List<LoggedEvent> limits = all("registry.DelegatedLimitSet");
        assertThat(limits).hasSize(3);
        assertThat(changes(limits.get(1)).saidBefore()).isNull();
        assertThat(changes(limits.get(2)).saidBefore()).isEqualTo(limits.get(0).position());
    }

    @Test
    void the_accounts_of_every_event_are_what_the_trial_balance_says_before_and_after_it() {
        Map<String, Long> before = new TreeMap<>();
        for (LoggedEvent event : log) {
            Map<String, Long> after = balances(event.position());
            Map<String, Long> moved = new TreeMap<>(before);
            for (AccountChange change : changes(event).accounts()) {
                assertThat(change.beforePence()).isEqualTo(before.getOrDefault(change.account(), 0L));
                assertThat(change.afterPence()).isEqualTo(change.beforePence() + change.changePence());
                moved.put(change.account(), change.afterPence());
            }
            moved.values().removeIf(pence -> pence == 0);
            assertThat(moved).isEqualTo(after);
            before = after;
        }
        assertThat(before).isNotEmpty();
    }

    private static Map<String, Long> balances(long position) {
        TrialBalance at = sides.ask(AUDITOR, new TrialBalanceAt(position, null, null, null));
        Map<String, Long> balances = new TreeMap<>();
        Stream.concat(at.accounts().stream(), at.memo().stream())
                .forEach(one -> balances.put(one.account(), one.debitPence() - one.creditPence()));
        return balances;
    }

    @Test
    void an_event_that_there_is_not_is_refused() {
        for (long position : new long[] {-1, 0, log.size() + 1L}) {
            assertThatThrownBy(() -> sides.ask(AUDITOR, new ChangesBy(position)))
                    .isInstanceOf(Rejection.class)
                    .hasMessageContaining("event");
        }
    }

    @Test
    void it_is_for_auditors() {
        assertThatThrownBy(() -> sides.ask(actor(Role.GOVERNOR, Town.COUNCIL), new ChangesBy(1)))
                .isInstanceOf(Rejection.class);
    }

    private static Changes changes(LoggedEvent event) {
        return sides.ask(AUDITOR, new ChangesBy(event.position()));
    }

    private static List<LoggedEvent> all(String type) {
        return log.stream().filter(event -> event.type().equals(type)).toList();
    }

    private static LoggedEvent only(String type) {
        assertThat(all(type)).hasSize(1);
        return all(type).getFirst();
    }

    private static LoggedEvent last(String type) {
        return all(type).getLast();
    }
}
