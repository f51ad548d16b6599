package org.tallystick.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallystick.platform.QueryFixture.actor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tallystick.control.ControlQuery.ControlTests;
import org.tallystick.control.ControlQuery.LastRun;
import org.tallystick.control.ControlQuery.OpenException;
import org.tallystick.control.ControlQuery.OpenExceptions;
import org.tallystick.control.SampleQuery.Method;
import org.tallystick.control.SampleQuery.Population;
import org.tallystick.control.SampleQuery.Sample;
import org.tallystick.control.SampleQuery.SampleOf;
import org.tallystick.platform.Actor;
import org.tallystick.platform.QueryFixture;
import org.tallystick.platform.Role;

/** Samples are drawn alike by everybody; and what tests on schedule find stays until it is no more. */
class SamplesTest {

    private static final Actor AUDITOR = actor(Role.AUDITOR, "GB-GOR-PB1");
    private QueryFixture sides;
    private Street street;

    @BeforeEach
    void build() {
        sides = new QueryFixture();
        street = new Street(sides.log);
        street.build();
        for (int i = 0; i < 20; i++) {
            street.award("award-x" + i, Street.LANTERN, 1_000 + i);
        }
        street.award("award-large", Street.LANTERN, 900_000);
        sides.settle();
    }

    @AfterEach
    void close() {
        sides.close();
    }

    @Test
    void the_seed_decides_what_is_chosen_and_nothing_else() {
        assertThat(keys(draw(Population.AWARDS, Method.RANDOM, 7, 5)))
                .hasSize(5)
                .isEqualTo(keys(draw(Population.AWARDS, Method.RANDOM, 7, 5)))
                .isNotEqualTo(keys(draw(Population.AWARDS, Method.RANDOM, 8, 5)))
                .isEqualTo(keys(draw(Population.AWARDS, Method.RANDOM, 7, 10)).subList(0, 5));
        assertThat(draw(Population.AWARDS, Method.RANDOM, 7, 500).items()).hasSize(23);
        assertThat(draw(Population.POSTINGS, Method.RANDOM, 7, 500).population())
                .isGreaterThan(40);
        assertThat(draw(Population.PAYMENTS, Method.RANDOM, 7, 500).items()).hasSize(1);
    }

    @Test
    void by_money_what_is_as_large_as_the_interval_is_always_chosen_and_hits_come_to_the_number_asked_for() {
        for (int seed = 0; seed < 20; seed++) {
            Sample sample = draw(Population.AWARDS, Method.MONETARY_UNIT, seed, 10);
            assertThat(keys(sample)).contains("award-large");
            assertThat(sample.startPence()).isBetween(1L, sample.intervalPence());
            assertThat(sample.items().stream()
                            .mapToLong(SampleQuery.Sampled::hits)
                            .sum())
                    .isBetween(10L, 11L);
        }
    }

    @Test
    void what_a_run_finds_stays_open_until_a_later_run_finds_it_no_more() {
        ControlSchedule schedule = new ControlSchedule(
                sides.database.query(), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), Duration.ofHours(24));
        street.pay("award-2", 1, Street.LANTERN, 100_000, LocalDate.of(2026, 5, 27));
        sides.settle();
        schedule.runDue();
        assertThat(open()).extracting(OpenException::test).containsExactly(ControlTest.DUPLICATE_PAYMENTS);
        assertThat(last(ControlTest.DUPLICATE_PAYMENTS).newExceptions()).isEqualTo(1);
        street.suspendOn(LocalDate.of(2026, 5, 27), Street.LANTERN);
        sides.settle();
        schedule.runDue();
        assertThat(open()).as("it is not a day later").hasSize(1);
        schedule.runNow();
        assertThat(open())
                .extracting(OpenException::test)
                .containsExactlyInAnyOrder(ControlTest.DUPLICATE_PAYMENTS, ControlTest.OCCURRENCE);
        assertThat(last(ControlTest.DUPLICATE_PAYMENTS).newExceptions()).isZero();
        street.bounce("award-2", 1, 100_000, LocalDate.of(2026, 5, 29));
        sides.settle();
        schedule.runNow();
        assertThat(open()).extracting(OpenException::test).containsExactly(ControlTest.OCCURRENCE);
    }

    @Test
    void a_test_that_does_not_come_to_an_end_keeps_no_other_from_being_kept() {
        new JdbcTemplate(sides.database.query()).execute("ALTER TABLE fund_balance RENAME TO elsewhere");
        new ControlSchedule(sides.database.query(), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), Duration.ofHours(24))
                .runNow();
        assertThat(sides.ask(AUDITOR, new ControlTests()))
                .filteredOn(glance -> glance.last() == null)
                .extracting(ControlQuery.TestGlance::test)
                .containsExactly(ControlTest.ACCURACY);
    }

    @Test
    void a_payment_that_came_back_and_was_made_again_stays_once() {
        street.bounce("award-1", 1, 100_000, LocalDate.of(2026, 5, 28));
        street.pay("award-1", 1, Street.LANTERN, 100_000, LocalDate.of(2026, 6, 2));
        sides.settle();
        long again = sides.log.head();
        assertThat(keys(draw(Population.PAYMENTS, Method.RANDOM, 7, 500))).containsExactly("award-1/1@" + again);
    }

    @Test
    void the_past_knows_nothing_of_runs_that_came_later() {
        street.pay("award-2", 1, Street.LANTERN, 100_000, LocalDate.of(2026, 5, 27));
        sides.settle();
        new ControlSchedule(sides.database.query(), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), Duration.ofHours(24))
                .runNow();
        assertThat(open()).isNotEmpty();
        new JdbcTemplate(sides.database.query()).update("UPDATE progress SET position = position - 1");
        assertThat(open()).isEmpty();
        assertThat(sides.ask(AUDITOR, new ControlTests()))
                .extracting(ControlQuery.TestGlance::last)
                .containsOnlyNulls();
    }

    @Test
    void the_past_still_has_exceptions_that_a_later_run_found_again_or_no_more() {
        street.pay("award-2", 1, Street.LANTERN, 100_000, LocalDate.of(2026, 5, 27));
        sides.settle();
        run(Instant.EPOCH);
        Long then = new JdbcTemplate(sides.database.query())
                .queryForObject("SELECT min(position) FROM progress", Long.class);
        street.bounce("award-2", 1, 100_000, LocalDate.of(2026, 5, 29));
        sides.settle();
        run(Instant.EPOCH.plusSeconds(60));
        assertThat(open()).isEmpty();
        new JdbcTemplate(sides.database.query()).update("UPDATE progress SET position = ?", then);
        assertThat(open()).extracting(OpenException::test).containsExactly(ControlTest.DUPLICATE_PAYMENTS);
    }

    private void run(Instant at) {
        new ControlSchedule(sides.database.query(), Clock.fixed(at, ZoneOffset.UTC), Duration.ofHours(24)).runNow();
    }

    private List<OpenException> open() {
        return sides.ask(AUDITOR, new OpenExceptions(null, 1, 50)).items();
    }

    private LastRun last(ControlTest test) {
        return sides.ask(AUDITOR, new ControlTests()).stream()
                .filter(glance -> glance.test() == test)
                .map(ControlQuery.TestGlance::last)
                .findFirst()
                .orElseThrow();
    }

    private Sample draw(Population population, Method method, long seed, int size) {
        return sides.ask(AUDITOR, new SampleOf(population, method, seed, size, null, null));
    }

    private static List<String> keys(Sample sample) {
        return sample.items().stream().map(each -> each.item().key()).toList();
    }
}
