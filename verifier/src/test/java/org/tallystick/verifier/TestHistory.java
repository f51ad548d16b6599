package org.tallystick.verifier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tallystick.verifier.TestLog.Entry;
import org.tallystick.verifier.TestLog.Posted;

/**
 * A small, realistic history, told by hand: two funds, awards that are signed, paid, sent back, cancelled, lapsed and
 * given back, gaps, and period closes. What each event posts is written here from the table in the concepts, once more.
 */
final class TestHistory {

    /** Some money of one source. */
    record Money(String contributor, String year, String restriction, long pence) {
        Js.Raw json() {
            return Js.object(
                    "contributor",
                    contributor,
                    "financialYear",
                    year,
                    "restriction",
                    restriction,
                    "amountPence",
                    pence);
        }

        Money part(long amount) {
            return new Money(contributor, year, restriction, amount);
        }
    }

    static final String FUND = "northmoor-womens-centres";
    static final String OTHER_FUND = "riverside-justice";
    static final String CALL = "womens-centres-2026";

    final TestLog log = new TestLog();
    final TestCloses closes = new TestCloses(log);
    private final Random random;

    TestHistory(long seed) {
        this.random = new Random(seed);
    }

    /** A history with as many awards, in which everything happens that can. */
    static TestHistory of(long seed, int awards, TestKey first, @Nullable TestKey second) {
        TestHistory history = new TestHistory(seed);
        history.begin(first);
        for (int i = 0; i < awards; i++) {
            if (i == awards / 2) {
                // What happens after the month and before its close does not count for it.
                history.log.passTo(LocalDate.parse("2026-05-01"));
            }
            history.award(i);
            if (i == awards / 2) {
                history.closes.close("2026-04", LocalDate.parse("2026-04-30"));
                if (second != null) {
                    history.rotate(first, second);
                }
            }
        }
        history.log.add("registry.OrganisationRenamed", "GB-CHC-9000142", "person-7", Js.object("name", "Überblick"));
        history.log.passTo(LocalDate.parse("2026-06-01"));
        history.closes.close("2026-05", LocalDate.parse("2026-05-31"));
        return history;
    }

    private void begin(TestKey key) {
        log.add("registry.OrganisationApplied", "GB-CHC-9000142", "person-1", Js.object("name", "Threshold House"));
        log.add(
                "history.LogOpened",
                "log",
                "system",
                Js.object("logId", "log", "origin", TestPack.ORIGIN, "publicKey", key.vkey));
        for (String fund : List.of(FUND, OTHER_FUND)) {
            log.add("fund.FundOpened", fund, "person-1", Js.object("fundId", fund, "name", "A fund \"of\" ours"));
            received(fund, new Money("360G-northmoor-authority", "2026-27", "women leaving prison", 900_000_00));
            received(fund, new Money("GB-GOR-PC1", "2026-27", "unrestricted", 600_000_00));
        }
        Money set = new Money("360G-northmoor-authority", "2026-27", "women leaving prison", 500_000_00);
        money(
                "fund.MoneyAllocated",
                FUND,
                null,
                List.of(set),
                new Object[] {"fundId", FUND, "callId", CALL},
                m -> post("fund:" + FUND + ":allocated:" + CALL, "fund:" + FUND + ":available", m, FUND)
                        .call(CALL)
                        .says(pounds(m.pence()) + " was set aside for call " + CALL + "."));
        money(
                "fund.AllocationReleased",
                FUND,
                null,
                List.of(set.part(1_00)),
                new Object[] {"fundId", FUND, "callId", CALL},
                m -> post("fund:" + FUND + ":available", "fund:" + FUND + ":allocated:" + CALL, m, FUND)
                        .call(CALL)
                        .says("£1 set aside for call " + CALL + " became free again."));
        money(
                "fund.ContributionReturned",
                FUND,
                null,
                List.of(set.part(2_03)),
                new Object[] {"fundId", FUND},
                m -> post("contributor:" + m.contributor(), "fund:" + FUND + ":available", m, FUND)
                        .says("£2.03 of free money went back to " + m.contributor() + "."));
    }

    private void received(String fund, Money money) {
        money(
                "fund.ContributionReceived",
                fund,
                LocalDate.parse("2026-04-01"),
                List.of(money),
                new Object[] {"fundId", fund, "reference", "NMA remittance"},
                m -> post("fund:" + fund + ":available", "contributor:" + m.contributor(), m, fund)
                        .says(pounds(m.pence()) + " arrived in the fund from " + m.contributor() + "."));
    }

    /** Writes down a new key, signed by the old. */
    private void rotate(TestKey old, TestKey next) {
        String text = "tallystick-log-key-rotation-v1\n" + TestPack.ORIGIN + "\n" + next.vkey + "\n";
        String signature = java.util.Base64.getEncoder().encodeToString(old.sign(text));
        log.add(
                "history.LogKeyRotated",
                "log",
                "system",
                Js.object("logId", "log", "publicKey", next.vkey, "signature", signature));
    }

    private void award(int number) {
        boolean ofCall = number % 3 == 0;
        String fund = ofCall || number % 2 == 0 ? FUND : OTHER_FUND;
        TestAward award =
                new TestAward(this, "award-" + number, fund, ofCall ? CALL : null, "GB-CHC-90001" + number % 7);
        Money restricted = new Money("360G-northmoor-authority", "2026-27", "women leaving prison", 0);
        Money free = new Money("GB-GOR-PC1", "2026-27", "unrestricted", 0);
        List<Money> sources = new ArrayList<>(List.of(restricted.part(100_000 + random.nextInt(9_999))));
        if (!ofCall) {
            sources.add(free.part(50_000 + random.nextInt(999)));
        }
        award.commit(sources);
        switch (number % 6) {
            case 0 -> award.releasedWithGap();
            case 1 -> award.cancelledThenPaid();
            case 2 -> award.bouncedThenPaid();
            case 3 -> award.lapsed();
            case 4 -> award.reduced();
            default -> award.paid();
        }
        log.pass(3_600L * (1 + random.nextInt(20)));
    }

    Entry money(
            String type,
            String aggregate,
            @Nullable LocalDate effectiveOn,
            List<Money> slices,
            Object[] fields,
            Function<Money, Row> posting) {
        Object[] all = java.util.Arrays.copyOf(fields, fields.length + 2);
        all[fields.length] = "slices";
        all[fields.length + 1] = slices.stream().map(Money::json).toList();
        List<Posted> postings =
                slices.stream().map(posting).map(row -> row.posted).toList();
        String actor = type.equals("award.PaymentPaid") ? "person-5" : "person-2";
        return log.add(type, aggregate, actor, effectiveOn, Js.object(all), postings);
    }

    static Row post(String debit, String credit, Money money, String fund) {
        return new Row(new Posted(
                debit,
                credit,
                money.pence(),
                money.year(),
                money.contributor(),
                money.restriction(),
                fund,
                null,
                null,
                null,
                "",
                "",
                null));
    }

    /** A posting in the making. */
    record Row(Posted posted) {
        Row award(String award, @Nullable String organisation) {
            Posted p = posted;
            return with(p, award, organisation, p.call(), p.sentence(), p.approvedBy(), p.reversalOf());
        }

        Row call(@Nullable String call) {
            Posted p = posted;
            return with(p, p.award(), p.organisation(), call, p.sentence(), p.approvedBy(), p.reversalOf());
        }

        Row says(String sentence) {
            Posted p = posted;
            return with(p, p.award(), p.organisation(), p.call(), sentence, p.approvedBy(), p.reversalOf());
        }

        Row approvedBy(String people) {
            Posted p = posted;
            return with(p, p.award(), p.organisation(), p.call(), p.sentence(), people, p.reversalOf());
        }

        Row reverses(long position) {
            Posted p = posted;
            return with(p, p.award(), p.organisation(), p.call(), p.sentence(), p.approvedBy(), position);
        }

        private static Row with(
                Posted p,
                @Nullable String award,
                @Nullable String organisation,
                @Nullable String call,
                String sentence,
                String approvedBy,
                @Nullable Long reversalOf) {
            return new Row(new Posted(
                    p.debit(),
                    p.credit(),
                    p.pence(),
                    p.year(),
                    p.contributor(),
                    p.restriction(),
                    p.fund(),
                    award,
                    organisation,
                    call,
                    sentence,
                    approvedBy,
                    reversalOf));
        }
    }

    static String pounds(long pence) {
        return pence % 100 == 0 ? "£%,d".formatted(pence / 100) : "£%,d.%02d".formatted(pence / 100, pence % 100);
    }
}
