package org.tallystick.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tallystick.platform.QueryFixture.actor;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tallystick.control.ControlQuery.ControlTests;
import org.tallystick.control.ControlQuery.Finding;
import org.tallystick.control.ControlQuery.OneControlTest;
import org.tallystick.control.ControlQuery.TestResult;
import org.tallystick.platform.Actor;
import org.tallystick.platform.QueryFixture;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Role;

/** Each control test finds its fault in a small town, with the evidence, and nothing where there is none. */
class ControlTestsTest {

    private static final Actor AUDITOR = actor(Role.AUDITOR, "GB-GOR-PB1");
    private QueryFixture sides;
    private Street street;

    @BeforeEach
    void build() {
        sides = new QueryFixture();
        street = new Street(sides.log);
        street.build();
    }

    @AfterEach
    void close() {
        sides.close();
    }

    @Test
    void what_is_in_order_has_no_exceptions() {
        sides.settle();
        assertThat(ControlTest.values()).allSatisfy(test -> {
            TestResult result = run(OneControlTest.standard(test));
            assertThat(result.findings()).isEmpty();
            assertThat(result.exceptions()).isZero();
            assertThat(result.position()).isEqualTo(sides.log.head());
            if (test != ControlTest.LARGE_AWARDS_PUBLISHED) {
                assertThat(result.population()).as("tested").isPositive();
            }
        });
    }

    @Test
    void a_list_of_all_tests_says_what_each_is() {
        sides.settle();
        assertThat(sides.ask(AUDITOR, new ControlTests()))
                .hasSameSizeAs(ControlTest.values())
                .allSatisfy(test -> assertThat(test.rule()).isNotBlank());
    }

    @Test
    void what_a_test_does_not_have_is_refused() {
        assertThatThrownBy(() -> run(new OneControlTest(ControlTest.OCCURRENCE, null, null, 5L, null, null)))
                .isInstanceOfSatisfying(
                        Rejection.class, refused -> assertThat(refused.field()).contains("days"));
        assertThatThrownBy(() -> run(
                        new OneControlTest(ControlTest.COMPLETENESS, LocalDate.of(2026, 4, 1), null, null, null, null)))
                .isInstanceOf(Rejection.class);
        assertThatThrownBy(() -> new OneControlTest(ControlTest.LATE_PAYMENTS, null, null, -1L, null, null))
                .isInstanceOf(Rejection.class);
    }

    @Test
    void a_payment_that_looks_like_another_is_found_with_both_events() {
        street.pay("award-2", 1, Street.LANTERN, 100_000, LocalDate.of(2026, 5, 27));
        List<Finding> found = found(ControlTest.DUPLICATE_PAYMENTS);
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().positions()).hasSize(2).isSorted();
        assertThat(found.getFirst().sentence())
                .contains("27 May 2026", "£1,000", "Lantern Women's Centre", "“Award 2”", "“Award 1”");
        assertThat(found.getFirst().subjectId()).isEqualTo("award-2");
        assertThat(run(new OneControlTest(
                                ControlTest.DUPLICATE_PAYMENTS, null, LocalDate.of(2026, 5, 26), null, null, null))
                        .exceptions())
                .as("with days before it")
                .isZero();
    }

    @Test
    void the_same_account_of_two_organisations_counts_as_one() {
        street.bank(Street.HARBOUR, "12345678");
        street.award("award-3", Street.HARBOUR, 100_000);
        street.pay("award-3", 1, Street.HARBOUR, 100_000, LocalDate.of(2026, 5, 26));
        assertThat(found(ControlTest.DUPLICATE_PAYMENTS))
                .extracting(Finding::sentence)
                .singleElement()
                .asString()
                .contains("the same bank account");
    }

    @Test
    void a_payment_soon_after_new_bank_details_is_found() {
        street.bankOn(LocalDate.of(2026, 6, 1), Street.LANTERN, "99999999");
        street.pay("award-2", 1, Street.LANTERN, 100_000, LocalDate.of(2026, 6, 4));
        assertThat(found(ControlTest.BANK_DETAILS_CHANGED)).hasSize(1);
    }

    @Test
    void a_payment_while_the_organisation_was_suspended_is_found() {
        street.suspendOn(LocalDate.of(2026, 5, 28), Street.LANTERN);
        street.pay("award-2", 1, Street.LANTERN, 100_000, LocalDate.of(2026, 5, 29));
        assertThat(found(ControlTest.OCCURRENCE))
                .singleElement()
                .satisfies(finding -> assertThat(finding.sentence()).contains("suspended since 28 May 2026"));
    }

    @Test
    void a_limit_lowered_afterwards_shows_what_was_above_it() {
        street.limit("gov", 90_000);
        assertThat(found(ControlTest.AUTHORITY_LIMIT))
                .hasSize(2)
                .allSatisfy(finding -> assertThat(finding.sentence()).contains("£900", "set afterwards"));
    }

    @Test
    void two_awards_just_within_the_limit_are_found() {
        street.limitBefore("small", 150_000);
        street.awardBy("small", "award-4", 100_000);
        street.awardBy("small", "award-5", 90_000);
        assertThat(found(ControlTest.SPLIT_AWARDS)).hasSize(1);
        assertThat(run(new OneControlTest(ControlTest.SPLIT_AWARDS, null, null, null, null, 95L))
                        .exceptions())
                .isZero();
    }

    @Test
    void a_payment_that_was_late_is_found() {
        street.pay("award-2", 1, Street.LANTERN, 100_000, LocalDate.of(2026, 6, 10));
        assertThat(found(ControlTest.LATE_PAYMENTS)).hasSize(1);
    }

    @Test
    void one_pair_of_hands_for_two_peoples_work_is_found() {
        street.payBy("com", "award-2", 1, Street.LANTERN, 100_000, LocalDate.of(2026, 5, 20));
        assertThat(found(ControlTest.SEGREGATION))
                .extracting(Finding::sentence)
                .allMatch(sentence -> sentence.startsWith("com approved"))
                .hasSize(2);
    }

    @Test
    void who_approved_and_then_joined_the_organisation_is_found() {
        street.role("com", Street.LANTERN);
        assertThat(found(ControlTest.SEGREGATION)).hasSize(1);
    }

    @Test
    void one_cost_in_two_claims_is_found_though_it_is_reworded() {
        street.claim("award-1", 1, "Wages of the outreach worker, April to June", 50_000);
        street.claim("award-2", 1, "Wages of our outreach worker for April to June", 50_000);
        assertThat(found(ControlTest.SAME_COST_CLAIMED)).hasSize(1);
    }

    @Test
    void shared_costs_paid_twice_are_found() {
        street.overheads("award-1", 3_000_000);
        assertThat(found(ControlTest.OVERHEADS)).isEmpty();
        street.overheads("award-2", 2_000_000);
        assertThat(found(ControlTest.OVERHEADS))
                .singleElement()
                .satisfies(finding -> assertThat(finding.sentence()).contains("125.0 percent"));
    }

    @Test
    void an_assessor_who_belongs_to_the_applicant_is_found() {
        street.role("reader", Street.LANTERN);
        assertThat(found(ControlTest.CONFLICTS)).hasSize(1);
    }

    @Test
    void what_is_entered_late_or_is_round_is_found() {
        street.giveBack("award-1", 50_000, LocalDate.of(2026, 5, 14));
        assertThat(found(ControlTest.UNUSUAL_ENTRIES)).hasSize(1);
        street.giveBack("award-1", 50_000, LocalDate.of(2026, 3, 14));
        assertThat(found(ControlTest.CUT_OFF))
                .extracting(Finding::sentence)
                .singleElement()
                .asString()
                .contains("31 March 2026");
        assertThat(run(new OneControlTest(ControlTest.UNUSUAL_ENTRIES, null, null, 365L, 50_000L, null))
                        .exceptions())
                .as("none is late by a year, both are round")
                .isEqualTo(2);
    }

    @Test
    void too_much_in_three_years_and_what_is_published_late_are_found() {
        street.awardOn(LocalDate.of(2026, 1, 5), "award-6", 32_000_000);
        assertThat(found(ControlTest.MINIMAL_ASSISTANCE))
                .singleElement()
                .satisfies(finding -> assertThat(finding.sentence()).contains("£7,900 more than the limit"));
        assertThat(found(ControlTest.LARGE_AWARDS_PUBLISHED)).hasSize(1);
    }

    /** No command brings these about: whoever can write to the database can. */
    @Test
    void what_was_changed_behind_the_commands_is_found() {
        sides.settle();
        JdbcTemplate intruder = new JdbcTemplate(sides.database.query());
        intruder.update("UPDATE award SET paid_pence = paid_pence + 1 WHERE award_id = 'award-1'");
        intruder.update("DELETE FROM posting WHERE event_type = 'fund.ContributionReceived'");
        intruder.update("UPDATE fund_balance SET net_pence = net_pence + 1 WHERE kind = 'OBLIGATED'");
        assertThat(found(ControlTest.COMPLETENESS))
                .extracting(finding -> finding.key().split(" ", -1)[0])
                .containsExactlyInAnyOrder("amounts", "ledger");
        assertThat(found(ControlTest.ACCURACY))
                .extracting(finding -> finding.key().split(" ", -1)[0])
                .contains("balance");
    }

    private TestResult run(OneControlTest test) {
        return sides.ask(AUDITOR, test);
    }

    private List<Finding> found(ControlTest test) {
        sides.settle();
        return run(OneControlTest.standard(test)).findings();
    }
}
