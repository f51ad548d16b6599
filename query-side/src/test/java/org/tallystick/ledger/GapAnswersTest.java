package org.tallystick.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallystick.platform.QueryFixture.actor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tallystick.award.AwardEvent;
import org.tallystick.award.AwardQuery.OneAward;
import org.tallystick.award.Gap;
import org.tallystick.bid.GapCarrier;
import org.tallystick.fund.FundQuery.OneFund;
import org.tallystick.ledger.GapQuery.Carried;
import org.tallystick.ledger.GapQuery.GapBy;
import org.tallystick.ledger.GapQuery.GapLine;
import org.tallystick.ledger.GapQuery.Gaps;
import org.tallystick.ledger.GapQuery.GapsView;
import org.tallystick.ledger.LedgerQuery.AccountBalance;
import org.tallystick.ledger.LedgerQuery.Export;
import org.tallystick.ledger.LedgerQuery.Format;
import org.tallystick.ledger.LedgerQuery.Statement;
import org.tallystick.ledger.LedgerQuery.StatementView;
import org.tallystick.ledger.LedgerQuery.Subject;
import org.tallystick.ledger.LedgerQuery.TrialBalance;
import org.tallystick.ledger.LedgerQuery.TrialBalanceAt;
import org.tallystick.platform.Actor;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.PointInTime;
import org.tallystick.platform.QueryFixture;
import org.tallystick.platform.Role;
import org.tallystick.platform.Town;

/** The town's awards, of which three say what their work really costs. */
class GapAnswersTest {

    private static final Actor AUDITOR = actor(Role.AUDITOR, "GB-GOR-PB1");
    private static final FinancialYear YEAR = new FinancialYear(2026);

    private static QueryFixture sides;
    private static TrialBalance before;
    private static String fundBefore = "";

    @BeforeAll
    static void build() {
        sides = new QueryFixture();
        Town.build(sides.log);
        sides.settle();
        before = sides.ask(AUDITOR, new TrialBalanceAt(null, null));
        fundBefore = sides.ask(AUDITOR, new OneFund(Town.POOLED)).summary().toString();
        record(
                "award-1",
                Town.POOLED,
                "call-1",
                Town.COUNCIL,
                Town.LANTERN,
                2_400_000,
                gap(GapCarrier.RESERVES, 300_000));
        record(
                "award-2",
                Town.POOLED,
                null,
                Town.COUNCIL,
                Town.HARBOUR,
                300_000,
                gap(GapCarrier.RESERVES, 20_000),
                gap(GapCarrier.UNPAID_WORK, 30_000),
                gap(GapCarrier.UNPAID_WORK, 1));
        record("award-4", Town.POOLED, null, Town.COUNCIL, Town.ORCHARD, 200_000, gap(GapCarrier.RESERVES, 100_000));
        sides.log.add(
                "award-4",
                "lead-4",
                new AwardEvent.GapReleased(
                        "award-4", Town.POOLED, null, Town.ORCHARD, List.of(gap(GapCarrier.RESERVES, 100_000))));
        sides.settle();
    }

    @AfterAll
    static void close() {
        sides.close();
    }

    @Test
    void each_award_with_a_gap_is_a_line_the_largest_first_and_declined_awards_have_none() {
        GapsView view = sides.ask(AUDITOR, new Gaps(null, 0, 0));

        assertThat(view.awards()).isEqualTo(2);
        assertThat(view.awardedPence()).isEqualTo(2_250_000);
        assertThat(view.fullCostPence()).isEqualTo(2_700_000);
        assertThat(view.carried())
                .containsExactly(
                        new Carried(GapCarrier.RESERVES, 320_000), new Carried(GapCarrier.UNPAID_WORK, 30_001));
        assertThat(view.lines().items())
                .extracting(line -> line.id() + " " + line.label() + " " + line.gapPence())
                .containsExactly("award-1 Somewhere to go first 300000", "award-2 Mentors at the gate 50001");
    }

    @Test
    void gaps_are_looked_at_by_organisation_funder_and_call() {
        assertThat(lines(AUDITOR, GapBy.ORGANISATION))
                .containsExactly(Town.LANTERN + " 1 300000", Town.HARBOUR + " 1 50001");
        assertThat(lines(AUDITOR, GapBy.FUNDER)).containsExactly(Town.COUNCIL + " 2 350001");
        assertThat(lines(AUDITOR, GapBy.CALL)).containsExactly("call-1 1 300000", " 1 50001");
        assertThat(sides.ask(AUDITOR, new Gaps(GapBy.AWARD, 2, 1)).lines().items())
                .extracting(GapLine::id)
                .containsExactly("award-2");
    }

    @Test
    void an_applicant_sees_its_own_gap_and_a_public_body_those_of_its_funds() {
        assertThat(lines(actor(Role.APPLICANT_LEAD, Town.HARBOUR), GapBy.AWARD)).containsExactly("award-2 1 50001");
        assertThat(lines(actor(Role.APPLICANT_MEMBER, Town.ORCHARD), GapBy.AWARD))
                .isEmpty();
        assertThat(lines(actor(Role.GOVERNOR, Town.COUNCIL), GapBy.AWARD)).hasSize(2);
        assertThat(lines(actor(Role.GOVERNOR, "GB-LAE-OXF"), GapBy.AWARD)).isEmpty();
    }

    @Test
    void a_gap_is_beside_the_money_and_changes_no_total_of_it() {
        TrialBalance now = sides.ask(AUDITOR, new TrialBalanceAt(null, null));

        assertThat(now.accounts()).isEqualTo(before.accounts());
        assertThat(now.debitPence()).isEqualTo(before.debitPence());
        assertThat(now.memo())
                .containsExactly(
                        new AccountBalance("gap:award-1:reserves", 300_000, 0),
                        new AccountBalance("gap:award-2:reserves", 20_000, 0),
                        new AccountBalance("gap:award-2:unpaid-work", 30_001, 0),
                        new AccountBalance("unfunded:" + Town.POOLED, 0, 350_001));
        assertThat(now.memoPence()).isEqualTo(350_001);
        assertThat(sides.ask(AUDITOR, new OneFund(Town.POOLED)).summary()).hasToString(fundBefore);
    }

    @Test
    void who_carries_a_gap_is_no_contributor() throws IOException {
        Statement given = new Statement(Subject.CONTRIBUTOR, Town.HARBOUR, null, null, PointInTime.NOW, 0, 0);
        assertThat(sides.ask(AUDITOR, given).lines().items()).isEmpty();
        var out = new ByteArrayOutputStream();
        sides.dispatcher().write(new Export(Format.HLEDGER, PointInTime.NOW), AUDITOR, 0, out);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("[gap:award-2:reserves]")
                .doesNotContain(" from " + Town.HARBOUR + ",");
    }

    @Test
    void the_statement_of_the_award_and_of_the_account_show_it() {
        StatementView award =
                sides.ask(AUDITOR, new Statement(Subject.AWARD, "award-2", null, null, PointInTime.NOW, 0, 0));
        StatementView account = sides.ask(
                actor(Role.APPLICANT_LEAD, Town.HARBOUR),
                new Statement(Subject.ACCOUNT, "gap:award-2:reserves", null, null, PointInTime.NOW, 0, 0));

        assertThat(award.memo()).hasSize(3);
        assertThat(award.accounts()).noneMatch(balance -> Account.isMemo(balance.account()));
        assertThat(account.lines().items())
                .singleElement()
                .satisfies(line -> assertThat(line.sentence())
                        .isEqualTo("Nobody pays for £200 of the full cost of award “Mentors at the gate”:"
                                + " it is carried by the organisation's reserves."));
    }

    @Test
    void the_award_says_its_full_cost_and_the_public_hears_nothing_of_who_carries_it() {
        assertThat(sides.ask(AUDITOR, new OneAward("award-1")).fullCostPence()).isEqualTo(2_400_000);
        assertThat(sides.ask(AUDITOR, new OneAward("award-2")).gaps())
                .containsExactly(gap(GapCarrier.RESERVES, 20_000), gap(GapCarrier.UNPAID_WORK, 30_001));
        assertThat(sides.ask(Actor.ANYONE, new OneAward("award-2")).gaps()).isEmpty();
        assertThat(sides.ask(AUDITOR, new OneAward("award-4")).gaps()).isEmpty();
    }

    private static List<String> lines(Actor actor, GapBy by) {
        return sides.ask(actor, new Gaps(by, 0, 0)).lines().items().stream()
                .map(line -> line.id() + " " + line.awards() + " " + line.gapPence())
                .toList();
    }

    private static void record(
            String award,
            String fund,
            @org.jspecify.annotations.Nullable String call,
            String funder,
            String recipient,
            long fullCostPence,
            Gap... gaps) {
        sides.log.add(
                award,
                "gov",
                new AwardEvent.GapRecorded(award, fund, call, funder, recipient, fullCostPence, List.of(gaps)));
    }

    private static Gap gap(GapCarrier carrier, long amountPence) {
        return new Gap(YEAR, carrier, amountPence);
    }
}
