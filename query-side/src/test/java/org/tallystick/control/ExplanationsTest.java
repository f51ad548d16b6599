package org.tallystick.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallystick.platform.QueryFixture.actor;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tallystick.control.ControlEvent.ExceptionExplained;
import org.tallystick.control.ControlEvent.ExceptionReopened;
import org.tallystick.control.ControlQuery.ControlTests;
import org.tallystick.control.ControlQuery.Explanation;
import org.tallystick.control.ControlQuery.Finding;
import org.tallystick.control.ControlQuery.OneControlTest;
import org.tallystick.control.ControlQuery.OpenException;
import org.tallystick.control.ControlQuery.OpenExceptions;
import org.tallystick.control.ControlQuery.TestGlance;
import org.tallystick.platform.Actor;
import org.tallystick.platform.LogFixture;
import org.tallystick.platform.QueryFixture;
import org.tallystick.platform.Role;

/** What is explained stays to be seen, with its words, and is open no more, until something comes to it. */
class ExplanationsTest {

    private static final Actor AUDITOR = actor(Role.AUDITOR, "GB-GOR-PB1");
    private static final String WORDS = "Two awards, as the panel of May decided.";
    private QueryFixture sides;
    private Street street;

    @BeforeEach
    void too_much_for_one_organisation() {
        sides = new QueryFixture();
        street = new Street(sides.log);
        street.build();
        street.awardOn(LocalDate.of(2026, 5, 20), "award-6", 32_000_000);
        runs();
    }

    @AfterEach
    void close() {
        sides.close();
    }

    @Test
    void what_is_explained_is_open_no_more_and_still_there_with_its_words() {
        assertThat(open()).hasSize(1);
        long explained = explain(found());
        Explanation explanation = found().explanation();
        assertThat(explanation)
                .isEqualTo(new Explanation(
                        WORDS,
                        AUDITOR.personId(),
                        LogFixture.NOON.plusMillis(explained),
                        explained,
                        found().positions()));
        assertThat(found().isExplained()).isTrue();
        assertThat(open()).isEmpty();
        assertThat(glance().explained()).isEqualTo(1);
        runs();
        assertThat(open()).as("found again, and the same").isEmpty();
        assertThat(Objects.requireNonNull(glance().last()).exceptions())
                .as("never hidden")
                .isEqualTo(1);
    }

    @Test
    void something_comes_to_it_and_it_is_open_again_with_what_was_said_before() {
        explain(found());
        street.awardOn(LocalDate.of(2026, 5, 21), "award-7", 500_000);
        runs();
        assertThat(found().isExplained()).isFalse();
        assertThat(open())
                .singleElement()
                .satisfies(one -> assertThat(one.finding().explanation())
                        .extracting(Explanation::words)
                        .isEqualTo(WORDS));
        assertThat(glance().explained()).isZero();
        explain(found());
        assertThat(open()).isEmpty();
    }

    @Test
    void an_explanation_that_does_not_hold_is_taken_back() {
        explain(found());
        sides.log.add(
                id(),
                AUDITOR,
                "The panel decided one.",
                new ExceptionReopened(id(), ControlTest.MINIMAL_ASSISTANCE, found().key()));
        sides.settle();
        assertThat(found().explanation()).isNull();
        assertThat(open()).hasSize(1);
    }

    private long explain(Finding finding) {
        sides.log.add(
                id(),
                AUDITOR,
                WORDS,
                new ExceptionExplained(id(), ControlTest.MINIMAL_ASSISTANCE, finding.key(), finding.positions()));
        sides.settle();
        return sides.log.head();
    }

    private static String id() {
        return ControlCommand.idOf(ControlTest.MINIMAL_ASSISTANCE, Street.LANTERN);
    }

    private void runs() {
        sides.settle();
        Clock clock = Clock.fixed(LogFixture.NOON, ZoneOffset.UTC);
        new ControlSchedule(sides.database.query(), clock, Duration.ofHours(24)).runNow();
    }

    private Finding found() {
        return sides.ask(AUDITOR, OneControlTest.standard(ControlTest.MINIMAL_ASSISTANCE))
                .findings()
                .getFirst();
    }

    private List<OpenException> open() {
        return sides.ask(AUDITOR, new OpenExceptions(ControlTest.MINIMAL_ASSISTANCE, 1, 50))
                .items();
    }

    private TestGlance glance() {
        return sides.ask(AUDITOR, new ControlTests()).stream()
                .filter(one -> one.test() == ControlTest.MINIMAL_ASSISTANCE)
                .findFirst()
                .orElseThrow();
    }
}
