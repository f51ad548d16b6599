package org.tallystick.verifier;

import static org.tallystick.verifier.TestHistory.post;
import static org.tallystick.verifier.TestHistory.pounds;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tallystick.verifier.TestHistory.Money;
import org.tallystick.verifier.TestHistory.Row;
import org.tallystick.verifier.TestLog.Entry;
import org.tallystick.verifier.TestLog.Posted;

/** An award of one instalment and what becomes of it. */
final class TestAward {

    private final TestHistory history;
    private final String id;
    private final String fund;
    private final @Nullable String call;
    private final String recipient;
    private List<Money> money = List.of();
    private long committedAt;

    TestAward(TestHistory history, String id, String fund, @Nullable String call, String recipient) {
        this.history = history;
        this.id = id;
        this.fund = fund;
        this.call = call;
        this.recipient = recipient;
    }

    /** With that money, before it is committed. */
    TestAward of(List<Money> sources) {
        money = sources;
        return this;
    }

    void commit(List<Money> sources) {
        money = sources;
        String from = call == null ? "fund:" + fund + ":available" : "fund:" + fund + ":allocated:" + call;
        committedAt = history.log.size() + 1;
        history.money(
                "fund.MoneyCommitted",
                fund,
                null,
                money,
                new Object[] {"fundId", fund, "awardId", id, "callId", call, "recipient", recipient},
                m -> post(committed(), from, m, fund)
                        .award(id, recipient)
                        .call(call)
                        .approvedBy("person-2")
                        .says(pounds(m.pence()) + " was committed to award " + id + " for " + recipient + "."));
        history.log.add("award.AwardCommitted", id, "person-2", committed(money));
    }

    private Js.Raw committed(List<Money> slices) {
        Js.Raw instalment = Js.object(
                "number",
                1,
                "dueOn",
                "2026-05-01",
                "slices",
                slices.stream().map(Money::json).toList());
        return Js.object(
                "awardId",
                id,
                "fundId",
                fund,
                "callId",
                call,
                "funder",
                "360G-northmoor-authority",
                "recipient",
                recipient,
                "decidedBy",
                "person-2",
                "title",
                "A place, \"to\" start\nfrom",
                "purpose",
                "So",
                "currency",
                "GBP",
                "instalments",
                List.of(instalment));
    }

    void releasedWithGap() {
        String partner = recipient + "-partner";
        long lead = gapRecorded(recipient);
        long others = gapRecorded(partner);
        gapReleased(recipient, lead);
        gapReleased(partner, others);
        history.money(
                "fund.CommitmentReleased",
                fund,
                null,
                money,
                new Object[] {"fundId", fund, "awardId", id},
                m -> post("fund:" + fund + ":available", committed(), m, fund)
                        .award(id, null)
                        .reverses(committedAt)
                        .says(pounds(m.pence()) + " committed to award " + id + " became free again."));
    }

    private long gapRecorded(String organisation) {
        return memo(
                        "award.GapRecorded",
                        organisation,
                        post(unpaidWork(), "unfunded:" + fund, unpaid(organisation), fund)
                                .says("Nobody pays for £700.01 of the full cost of award " + id
                                        + ": it is carried by unpaid work of volunteers and staff."))
                .position();
    }

    private void gapReleased(String organisation, long recorded) {
        memo(
                "award.GapReleased",
                organisation,
                post("unfunded:" + fund, unpaidWork(), unpaid(organisation), fund)
                        .reverses(recorded)
                        .says("Award " + id + " came to nothing: the £700.01 it left unpaid for need not be carried."));
    }

    private String unpaidWork() {
        return "gap:" + id + ":unpaid-work";
    }

    private static Money unpaid(String organisation) {
        return new Money(organisation, "2026-27", "unrestricted", 70_001);
    }

    private Entry memo(String type, String organisation, Row row) {
        Js.Raw gap = Js.object("financialYear", "2026-27", "carrier", "UNPAID_WORK", "amountPence", 70_001);
        List<Posted> postings = List.of(row.award(id, organisation).call(call).posted());
        Js.Raw payload = Js.object(
                "awardId", id, "fundId", fund, "callId", call, "recipient", organisation, "gaps", List.of(gap));
        return history.log.add(type, id, "person-2", null, payload, postings);
    }

    void paid() {
        committedAndSigned();
        approvedAndPaid();
        comeBack();
    }

    void committedAndSigned() {
        if (committedAt == 0) {
            commit(money);
        }
        sign();
    }

    void approvedAndPaid() {
        approve();
        payable("person-4");
        instruct();
        pay("person-4");
    }

    void cancelledThenPaid() {
        sign();
        approve();
        long made = payable("person-4").position();
        moved(
                "award.PaymentCancelled",
                m -> post(obligated(), payable(), m, fund)
                        .reverses(made)
                        .says("The approval of payment 1 of award " + id + " was taken back: " + pounds(m.pence())
                                + " is owed, not payable."));
        approve();
        payable("person-4");
        instruct();
        pay("person-4");
    }

    void bouncedThenPaid() {
        sign();
        approve();
        payable("person-4");
        instruct();
        long paid = pay("person-4").position();
        moved(
                "award.PaymentBounced",
                m -> post(payable(), "org:" + recipient + ":received", m, fund)
                        .reverses(paid)
                        .says("Payment 1 of award " + id + " was sent back by the bank: " + pounds(m.pence())
                                + " did not reach " + recipient + "."));
        instruct();
        pay("person-4");
    }

    void lapsed() {
        sign();
        moved(
                "award.MoneyLapsed",
                m -> post("fund:" + fund + ":lapsed", obligated(), m, fund)
                        .says("Payment 1 of award " + id + " lapsed: " + pounds(m.pence()) + " will not be needed."));
        history.money(
                "fund.UnspentMoneyFreed",
                fund,
                null,
                money,
                new Object[] {"fundId", fund, "unspent", "LAPSED"},
                m -> post("fund:" + fund + ":available", "fund:" + fund + ":lapsed", m, fund)
                        .says(pounds(m.pence()) + " that an award did not need is free again."));
    }

    void reduced() {
        sign();
        List<Money> all = money;
        money = List.of(all.getFirst().part(5_000));
        moved(
                "award.InstalmentReduced",
                m -> post("fund:" + fund + ":lapsed", obligated(), m, fund)
                        .says("Less was claimed for payment 1 of award " + id + ": £50 will not be needed."));
        money = new ArrayList<>(all);
        money.set(0, all.getFirst().part(all.getFirst().pence() - 5_000));
        approvedAndPaid();
    }

    private void comeBack() {
        List<Money> all = money;
        money = List.of(all.getFirst().part(1_234));
        moved(
                "award.MoneyReturned",
                m -> post("fund:" + fund + ":returned", "org:" + recipient + ":received", m, fund)
                        .says(recipient + " sent back £12.34 of award " + id + "."));
        history.money(
                "fund.UnspentMoneyReturned",
                fund,
                null,
                money,
                new Object[] {"fundId", fund, "unspent", "RETURNED"},
                m -> post("contributor:" + m.contributor(), "fund:" + fund + ":returned", m, fund)
                        .says("£12.34 that came back from an award went back to " + m.contributor() + "."));
        money = all;
    }

    private void sign() {
        history.log.pass(600);
        Object[] fields = {"awardId", id, "fundId", fund, "recipient", recipient};
        history.money(
                "award.AgreementSigned",
                id,
                null,
                money,
                fields,
                m -> post(obligated(), committed(), m, fund)
                        .award(id, recipient)
                        .says("The agreement for award " + id + " was signed: " + pounds(m.pence()) + " is owed."));
    }

    private void approve() {
        history.log.add(
                "award.PaymentApproved",
                id,
                "person-4",
                Js.object("awardId", id, "instalment", 1, "approverId", "person-4"));
    }

    private Entry payable(String approvers) {
        return moved(
                "award.InstalmentMadePayable",
                m -> post(payable(), obligated(), m, fund)
                        .approvedBy(approvers)
                        .says("Payment 1 of award " + id + " was approved: " + pounds(m.pence()) + " may be paid."));
    }

    private void instruct() {
        history.log.add(
                "award.PaymentInstructed",
                id,
                "person-5",
                Js.object("awardId", id, "instalment", 1, "attempt", 1, "payerId", "person-5"));
    }

    private Entry pay(String approvers) {
        history.log.pass(86_400);
        return moved(
                "award.PaymentPaid",
                m -> post("org:" + recipient + ":received", payable(), m, fund)
                        .approvedBy(approvers)
                        .says("Payment 1 of award " + id + " was paid: " + recipient + " got " + pounds(m.pence())
                                + "."));
    }

    private Entry moved(String type, Function<Money, Row> posting) {
        Object[] fields = {"awardId", id, "fundId", fund, "recipient", recipient};
        Object[] withInstalment = Arrays.copyOf(fields, 8);
        withInstalment[6] = "instalment";
        withInstalment[7] = 1;
        LocalDate day = type.endsWith("Paid") ? history.log.today() : null;
        return history.money(
                type,
                id,
                day,
                new ArrayList<>(money),
                withInstalment,
                m -> posting.apply(m).award(id, recipient));
    }

    private String committed() {
        return "fund:" + fund + ":committed:" + id;
    }

    private String obligated() {
        return "award:" + id + ":obligated";
    }

    private String payable() {
        return "award:" + id + ":payable:1";
    }
}
