package org.tallystick.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tallystick.platform.QueryFixture.actor;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tallystick.award.AwardEvent;
import org.tallystick.history.HistoryQuery.LoggedEvent;
import org.tallystick.history.HistoryQuery.OneEvent;
import org.tallystick.history.ProvenanceQuery.Findings;
import org.tallystick.history.ProvenanceQuery.Found;
import org.tallystick.history.ProvenanceQuery.Search;
import org.tallystick.history.ProvenanceQuery.SearchHit;
import org.tallystick.payment.BankFileLine;
import org.tallystick.payment.PaymentEvent;
import org.tallystick.payment.PaymentReference;
import org.tallystick.platform.Actor;
import org.tallystick.platform.QueryFixture;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Role;
import org.tallystick.platform.Town;
import org.tallystick.registry.BankDetails;

class SearchAnswersTest {

    private static final Actor AUDITOR = actor(Role.AUDITOR, "GB-GOR-PB1");
    private static final String REFERENCE = PaymentReference.of("award-1", 1, 1);
    private static QueryFixture sides;

    @BeforeAll
    static void build() {
        sides = new QueryFixture();
        Town.build(sides.log);
        sides.log.add(
                "file-1",
                "pay-1",
                new PaymentEvent.PaymentsExported(
                        "file-1",
                        Town.COUNCIL,
                        "pay-1",
                        List.of(new BankFileLine(
                                "award-1",
                                1,
                                1,
                                REFERENCE,
                                new BankDetails("Lantern", "20-00-00", "12345678"),
                                500_000))));
        sides.log.add("award-1", "op", new AwardEvent.AwardSuspended("award-1"));
        sides.settle();
    }

    @AfterAll
    static void close() {
        sides.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Lantren Womens Centre            | ORGANISATION | GB-CHC-1000001
            gb-coh-01234567                  | ORGANISATION | GB-CHC-1000001
            Northmere                        | ORGANISATION | GB-LAE-ABC
            BACS-77                          | PAYMENT      | award-1
            payment bacs77 of May            | PAYMENT      | award-1
            5,000.00                         | PAYMENT      | award-1
            Somewhere to go frist            | AWARD        | award-1
            award-3                          | AWARD        | award-3
            £20,000                          | AWARD        | award-1
            pooled                           | FUND         | pooled
            womens centers pooled            | FUND         | pooled
            fund:pooled:available            | ACCOUNT      | fund:pooled:available
            org:GB-CHC-1000001               | ACCOUNT      | org:GB-CHC-1000001:received
            com-1                            | PERSON       | com-1
            lead-2                           | PERSON       | lead-2
            """)
    void what_an_auditor_tries_first_is_found(String text, Found kind, String id) {
        assertThat(found(text, kind)).extracting(SearchHit::id).contains(id);
    }

    @Test
    void a_number_from_a_bank_statement_is_found_however_the_bank_writes_it() {
        String spaced = REFERENCE.substring(0, 4) + " " + REFERENCE.substring(4, 8) + " " + REFERENCE.substring(8);

        for (String text : List.of(REFERENCE, spaced, REFERENCE.toLowerCase(java.util.Locale.ROOT))) {
            assertThat(found(text, Found.PAYMENT)).singleElement().satisfies(payment -> {
                assertThat(payment.id()).isEqualTo("award-1");
                assertThat(payment.detail()).isEqualTo("1");
                assertThat(payment.amountPence()).isEqualTo(500_000);
            });
            assertThat(found(text, Found.EVENT))
                    .extracting(SearchHit::name)
                    .containsExactly("payment.PaymentsExported");
        }
        assertThat(found("received with reference R1", Found.EVENT)).isEmpty();
        assertThat(found("BACS-77", Found.EVENT)).extracting(SearchHit::name).containsExactly("award.PaymentPaid");
    }

    @Test
    void an_event_is_found_by_position_id_hash_sum_and_day() {
        LoggedEvent event = sides.ask(AUDITOR, new OneEvent(7));

        for (String text : List.of("7", "#7", event.eventId(), event.leafHash())) {
            assertThat(found(text, Found.EVENT))
                    .as(text)
                    .extracting(SearchHit::position)
                    .contains(7L);
        }
        assertThat(found("60,000", Found.EVENT))
                .extracting(SearchHit::name)
                .containsExactly("fund.ContributionReceived");
        assertThat(found("20 May 2026", Found.EVENT))
                .extracting(SearchHit::name)
                .containsExactly("award.PaymentPaid");
        assertThat(found("1 April 2026 to 10/4/2026", Found.EVENT))
                .extracting(SearchHit::name)
                .containsExactly("fund.ContributionReceived", "fund.ContributionReceived");
    }

    @Test
    void an_account_is_found_with_its_balance() {
        assertThat(found("fund:pooled:available", Found.ACCOUNT))
                .singleElement()
                .satisfies(account -> assertThat(account.amountPence()).isEqualTo(7_650_000));
        assertThat(found("fund:nowhere:available", Found.ACCOUNT)).isEmpty();
        assertThat(found("fund:", Found.ACCOUNT)).isEmpty();
    }

    @Test
    void what_is_nowhere_is_not_found() {
        assertThat(sides.ask(AUDITOR, new Search("Zxqwv kjhgf")).groups()).isEmpty();
        assertThat(sides.ask(AUDITOR, new Search("%")).groups()).isEmpty();
        assertThatThrownBy(() -> new Search("  ")).isInstanceOf(Rejection.class);
        assertThatThrownBy(() -> new Search("x".repeat(201))).isInstanceOf(Rejection.class);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everything_is_searched_by_those_who_may_see_everything_and_by_nobody_else(Role role) {
        Actor asker = actor(role, Town.COUNCIL);

        if (role == Role.AUDITOR || role == Role.OPERATOR) {
            assertThat(sides.ask(asker, new Search("Lantern")).groups()).isNotEmpty();
        } else {
            assertThatThrownBy(() -> sides.ask(asker, new Search("Lantern"))).isInstanceOf(Rejection.class);
        }
    }

    private static List<SearchHit> found(String text, Found kind) {
        Findings findings = sides.ask(AUDITOR, new Search(text));
        return findings.groups().stream()
                .filter(group -> group.kind() == kind)
                .flatMap(group -> group.findings().stream())
                .toList();
    }
}
