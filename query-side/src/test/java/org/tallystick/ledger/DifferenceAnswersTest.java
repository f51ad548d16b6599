package org.tallystick.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tallystick.ledger.LedgerTimeQuery.DifferenceBetween;
import org.tallystick.ledger.LedgerTimeQuery.DifferenceBy;
import org.tallystick.ledger.LedgerTimeQuery.DifferenceLine;
import org.tallystick.ledger.LedgerTimeQuery.DifferenceView;
import org.tallystick.ledger.LedgerTimeQuery.EntriesBetween;
import org.tallystick.ledger.LedgerTimeQuery.EntryBetween;
import org.tallystick.ledger.LedgerTimeQuery.Growth;
import org.tallystick.ledger.LedgerTimeQuery.GrowthPoint;
import org.tallystick.ledger.RandomMoney.Entry;
import org.tallystick.platform.Actor;
import org.tallystick.platform.LogFixture;
import org.tallystick.platform.Paged;
import org.tallystick.platform.ReadModelMigration;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.RunningProjections;
import org.tallystick.platform.TestDatabase;

/** Random money, and the plain ledger that every difference and every growth must agree with. */
class DifferenceAnswersTest {

    private static final long SEED = 20_260_331;
    private static final int EVENTS = 600;
    private static final LocalDate FIRST = LocalDate.of(2024, 3, 1);

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final LogFixture LOG = new LogFixture(DATABASE);
    private static final RandomMoney MONEY = new RandomMoney(SEED, LOG);
    private final DifferenceAnswers differences = new DifferenceAnswers(DATABASE.query());
    private final GrowthAnswers growths = new GrowthAnswers(DATABASE.query());

    private record At(long known, @Nullable LocalDate effective) implements Predicate<Entry> {
        @Override
        public boolean test(Entry entry) {
            return entry.position() <= known
                    && (effective == null || !entry.day().isAfter(effective));
        }
    }

    @BeforeAll
    static void build() {
        new ReadModelMigration(DATABASE.query()).migrate();
        MONEY.append(EVENTS);
        for (String fund : List.of("fund-1", "fund-2")) {
            new JdbcTemplate(DATABASE.query())
                    .update(
                            "INSERT INTO read.fund VALUES (?, ?, 'o', '', 'PRO_RATA', 'RECEIVED', 'OPEN', now())",
                            fund,
                            fund);
        }
        try (var running = new RunningProjections(DATABASE.query(), List.of(new LedgerProjection(DATABASE.query())))) {
            running.await(LOG.head());
        }
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @ParameterizedTest
    @EnumSource
    void every_difference_is_that_of_a_plain_ledger(DifferenceBy by) {
        Random random = new Random(SEED);
        for (int i = 0; i < 25; i++) {
            At one = at(random);
            At other = at(random);
            List<DifferenceLine> lines = lines(one, other, by);
            DifferenceView view = differences.difference(between(one, other, by, 1, 1));
            At from = view.turned() ? other : one;
            At to = view.turned() ? one : other;
            Map<String, Long> before = nets(from, by);
            Map<String, Long> after = nets(to, by);
            List<Entry> changed = MONEY.entries().stream()
                    .filter(entry -> from.test(entry) != to.test(entry))
                    .toList();

            assertThat(view.entries()).as("%s to %s", one, other).isEqualTo(changed.size());
            assertThat(view.events())
                    .isEqualTo(changed.stream().map(Entry::position).distinct().count());
            assertThat(view.debitPence()).isEqualTo(view.creditPence());
            assertThat(lines).extracting(DifferenceAnswersTest::key).containsExactlyElementsOf(touched(changed, by));
            for (DifferenceLine line : lines) {
                assertThat(line.beforePence()).isEqualTo(before.getOrDefault(key(line), 0L));
                assertThat(line.afterPence()).isEqualTo(after.getOrDefault(key(line), 0L));
                assertThat(line.debitPence() - line.creditPence()).isEqualTo(line.changePence());
            }
            if (by == DifferenceBy.ACCOUNT) {
                assertThat(lines.stream()
                                .filter(line -> !Account.isMemo(line.account()))
                                .mapToLong(DifferenceLine::debitPence)
                                .sum())
                        .isEqualTo(view.debitPence());
            }
        }
    }

    @Test
    void the_entries_of_a_line_make_its_change() {
        At from = new At(200, LocalDate.of(2025, 6, 30));
        At to = new At(450, LocalDate.of(2025, 1, 31));
        for (DifferenceLine line : lines(from, to, DifferenceBy.AWARD)) {
            List<EntryBetween> entries = entries(from, to, line);
            long change = 0;
            for (EntryBetween one : entries) {
                long sign = one.added() ? 1 : -1;
                change += one.entry().debitAccount().equals(line.account())
                        ? sign * one.entry().amountPence()
                        : -sign * one.entry().amountPence();
            }
            assertThat(change).as(key(line)).isEqualTo(line.changePence());
            assertThat(entries).hasSize((int) line.entries());
            assertThat(entries.stream()
                            .map(one -> one.entry().position())
                            .distinct()
                            .limit(20))
                    .isEqualTo(line.events());
        }
    }

    @Test
    void points_the_wrong_way_round_are_turned_and_the_same_point_has_no_difference() {
        DifferenceView right = differences.difference(between(new At(10, null), new At(90, null), null, 1, 50));
        DifferenceView turned = differences.difference(between(new At(90, null), new At(10, null), null, 1, 50));
        DifferenceView same = differences.difference(between(new At(90, null), new At(90, null), null, 1, 50));

        assertThat(turned.turned()).isTrue();
        assertThat(turned.lines()).isEqualTo(right.lines());
        assertThat(turned.from()).isEqualTo(right.from());
        assertThat(same.turned()).isFalse();
        assertThat(same.entries()).isZero();
        assertThat(same.lines().items()).isEmpty();
    }

    @Test
    void growth_at_each_step_is_that_of_a_plain_ledger() {
        LocalDate last = LocalDate.of(2026, 1, 31);
        for (Growth growth : List.of(
                new Growth(null, null, null, null, null, 7),
                new Growth("fund-1", "100", null, "400", null, 0),
                new Growth(null, null, FIRST, null, last, 13),
                new Growth(null, null, FIRST, "300", null, 20),
                new Growth("fund-2", "5", FIRST, "500", last, 60))) {
            var view = growths.growth(growth, Actor.OPERATOR);
            assertThat(view.points()).hasSize(1 + growth.steps());
            for (GrowthPoint point : view.points()) {
                At at = new At(point.at().known().position(), point.at().effective());
                assertThat(point.receivedPence()).as("%s at %s", growth, at).isEqualTo(-sum(at, growth, "contributor"));
                assertThat(point.promisedPence())
                        .isEqualTo(sum(at, growth, "committed", "obligated", "payable", "received"));
                assertThat(point.paidPence()).isEqualTo(sum(at, growth, "received"));
            }
        }
        assertThat(growths.growth(new Growth(null, null, null, null, null, 7), Actor.OPERATOR)
                        .to()
                        .known()
                        .position())
                .isEqualTo(EVENTS);
    }

    @Test
    void a_growth_that_ends_before_it_begins_is_refused_by_the_name_of_its_field() {
        assertThat(refusedField(new Growth(null, "9", null, "3", null, 5))).isEqualTo("fromKnown");
        assertThat(refusedField(new Growth(null, null, FIRST, null, FIRST.minusDays(1), 5)))
                .isEqualTo("fromEffective");
        assertThatThrownBy(() -> new Growth(null, null, null, null, null, 61)).isInstanceOf(Rejection.class);
    }

    private String refusedField(Growth growth) {
        try {
            growths.growth(growth, Actor.OPERATOR);
            return "";
        } catch (Rejection refused) {
            return refused.field().orElse("");
        }
    }

    private static At at(Random random) {
        return new At(random.nextInt(EVENTS + 1), random.nextInt(3) == 0 ? null : FIRST.plusDays(random.nextInt(900)));
    }

    private static DifferenceBetween between(At from, At to, @Nullable DifferenceBy by, int page, int size) {
        return new DifferenceBetween(
                Long.toString(from.known()),
                from.effective(),
                Long.toString(to.known()),
                to.effective(),
                by,
                page,
                size);
    }

    /** All lines, from pages of seventeen. */
    private List<DifferenceLine> lines(At from, At to, DifferenceBy by) {
        List<DifferenceLine> lines = new ArrayList<>();
        for (int page = 1; ; page++) {
            Paged<DifferenceLine> some =
                    differences.difference(between(from, to, by, page, 17)).lines();
            lines.addAll(some.items());
            if (page >= some.lastPage()) {
                return lines;
            }
        }
    }

    private List<EntryBetween> entries(At from, At to, DifferenceLine line) {
        return differences
                .entries(
                        new EntriesBetween(
                                Long.toString(from.known()),
                                from.effective(),
                                Long.toString(to.known()),
                                to.effective(),
                                line.account(),
                                line.awardId(),
                                1,
                                500),
                        Actor.OPERATOR)
                .items();
    }

    private static Map<String, Long> nets(At at, DifferenceBy by) {
        Map<String, Long> nets = new TreeMap<>();
        MONEY.entries().stream().filter(at).forEach(entry -> {
            long pence = entry.posting().slice().amountPence();
            nets.merge(key(entry, entry.posting().debitAccount(), by), pence, Long::sum);
            nets.merge(key(entry, entry.posting().creditAccount(), by), -pence, Long::sum);
        });
        return nets;
    }

    private static List<String> touched(List<Entry> changed, DifferenceBy by) {
        return changed.stream()
                .filter(entry -> by == DifferenceBy.ACCOUNT || entry.posting().awardId() != null)
                .flatMap(entry -> java.util.stream.Stream.of(
                        key(entry, entry.posting().debitAccount(), by),
                        key(entry, entry.posting().creditAccount(), by)))
                .distinct()
                .sorted()
                .toList();
    }

    private static long sum(At at, Growth growth, String... kinds) {
        return MONEY.entries().stream()
                .filter(at)
                .map(Entry::posting)
                .filter(posting -> growth.fundId() == null || posting.fundId().equals(growth.fundId()))
                .mapToLong(posting ->
                        (isOf(posting.debitAccount(), kinds) ? posting.slice().amountPence() : 0)
                                - (isOf(posting.creditAccount(), kinds)
                                        ? posting.slice().amountPence()
                                        : 0))
                .sum();
    }

    private static boolean isOf(String account, String... kinds) {
        return List.of(kinds)
                .contains(Objects.requireNonNull(AccountKind.of(account)).name().toLowerCase(java.util.Locale.ROOT));
    }

    private static String key(Entry entry, String account, DifferenceBy by) {
        return by == DifferenceBy.ACCOUNT ? account : entry.posting().awardId() + " " + account;
    }

    private static String key(DifferenceLine line) {
        return line.awardId() == null ? line.account() : line.awardId() + " " + line.account();
    }
}
