package org.tallystick.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallystick.platform.Region.COMMISSIONER;
import static org.tallystick.platform.Region.GOVERNOR;
import static org.tallystick.platform.Region.LEAD;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tallystick.platform.Clockwork;
import org.tallystick.platform.HandSetClock;
import org.tallystick.platform.HistoryInShort;
import org.tallystick.platform.Node;
import org.tallystick.platform.Region;
import org.tallystick.platform.TestDatabase;
import org.tallystick.platform.UkTime;

/** An offer under the clock, over a real history. */
class OfferDeadlinesTest {

    private static final AgreementTerms TERMS = new AgreementTerms(
            "A place to go",
            "Staff and rent",
            List.of(),
            List.of("Somewhere to go"),
            LocalDate.of(2026, 8, 1),
            LocalDate.of(2027, 7, 31),
            List.of(),
            "Small reserves");

    private final TestDatabase database = TestDatabase.fresh();
    private final HandSetClock time = new HandSetClock();
    private final Node node = new Node(database, time);
    private LocalDate lastDay = LocalDate.MIN;

    @BeforeEach
    void an_offer() {
        Region.settle(node);
        Region.fund(node, 100_000_00);
        node.send(Region.award("a1", 60_000_00), GOVERNOR);
        lastDay = UkTime.dayOf(time.instant()).plusDays(10);
        node.send(new AwardCommand.OfferAgreement("a1", 0, TERMS, lastDay), COMMISSIONER);
    }

    @AfterEach
    void close() {
        node.close();
        database.close();
    }

    @Test
    void an_offer_runs_out_at_the_end_of_its_last_day_and_once() {
        Clockwork clock = clock();
        time.set(midnight().minusMillis(1));
        clock.tick();
        assertThat(happened()).endsWith("AgreementOffered");
        time.set(midnight());
        clock.tick();
        clock.tick();
        assertThat(happened()).containsExactly("AwardCommitted", "AgreementOffered", "OfferExpired");
    }

    @Test
    void a_process_that_was_down_that_night_makes_up_for_it() {
        time.set(midnight().plusSeconds(864_000));
        clock().tick();

        assertThat(happened()).endsWith("OfferExpired");
    }

    @Test
    void a_later_version_has_its_own_last_day() {
        Clockwork clock = clock();
        clock.tick();
        node.send(new AwardCommand.OfferAgreement("a1", 1, TERMS, lastDay.plusDays(5)), COMMISSIONER);
        time.set(midnight());
        clock.tick();

        assertThat(happened()).endsWith("AgreementOffered", "AgreementOffered");
    }

    @Test
    void what_was_signed_in_time_does_not_run_out() {
        Clockwork clock = clock();
        clock.tick();
        node.send(new AwardCommand.SignAgreement("a1", 1, null), LEAD);
        time.set(midnight());
        clock.tick();

        assertThat(happened()).endsWith("OfferAccepted", "AgreementSigned");
    }

    private Instant midnight() {
        return lastDay.plusDays(1).atStartOfDay(UkTime.ZONE).toInstant();
    }

    private Clockwork clock() {
        JdbcTemplate jdbc = new JdbcTemplate(database.command());
        return new Clockwork(jdbc, List.of(new OfferDeadlines(new HistoryInShort(jdbc), node.history())), node, time);
    }

    private List<String> happened() {
        return node.history()
                .readEvents("a1")
                .asStream()
                .map(event -> event.getPayloadType().getSimpleName())
                .toList();
    }
}
