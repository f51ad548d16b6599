package org.tallystick.platform;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.award.AgreementTerms;
import org.tallystick.award.AwardCommand.ApprovePayment;
import org.tallystick.award.AwardCommand.CancelPayment;
import org.tallystick.award.AwardCommand.CloseAward;
import org.tallystick.award.AwardCommand.CommitAward;
import org.tallystick.award.AwardCommand.ConfirmPayment;
import org.tallystick.award.AwardCommand.DeclineAward;
import org.tallystick.award.AwardCommand.InstructPayment;
import org.tallystick.award.AwardCommand.LapseInstalment;
import org.tallystick.award.AwardCommand.OfferAgreement;
import org.tallystick.award.AwardCommand.RecordReturn;
import org.tallystick.award.AwardCommand.ReportPaymentFailure;
import org.tallystick.award.AwardCommand.RescindAward;
import org.tallystick.award.AwardCommand.SignAgreement;
import org.tallystick.award.AwardCommand.SuspendAward;
import org.tallystick.award.Gap;
import org.tallystick.award.Instalment;
import org.tallystick.award.RealCost;
import org.tallystick.bid.GapCarrier;

/** The awards of the demo, each with its story: signed or not, paid in time, late, failed, returned, lapsed, closed. */
final class DemoAwards {

    private static final int DAYS_LATE = 34;
    private static final int CHECKED_BEFORE = 6;
    /** Begins the step that says how many pounds of reserves, and of unpaid work, an award leaves to be carried. */
    private static final String GAP = "gap:";

    private static final long TWO_APPROVALS_ABOVE_POUNDS = 50_000;

    private final DemoStage stage;
    private final DemoFunds funds;
    private final DemoClaims claims;

    DemoAwards(DemoStage stage, DemoFunds funds) {
        this.stage = stage;
        this.funds = funds;
        this.claims = new DemoClaims(stage);
    }

    /** A line of awards.json; each word of the story is a step, with the number of a payment or a sum in pounds. */
    record Entry(
            String id,
            String fund,
            String recipient,
            String title,
            String purpose,
            String on,
            String restriction,
            List<Planned> payments,
            List<String> story) {}

    /**
     * A payment. Unless a year is named, its money is of the year it is due in; but a fund that only promises what it
     * has received gives money of the year of the award.
     */
    record Planned(String due, long pounds, String year) {}

    void tell() {
        for (Entry entry : DemoStage.read("awards.json", Entry[].class)) {
            Cast cast = new Cast(entry);
            cast.on(stage.day(entry.on()));
            stage.send(
                    new CommitAward(
                            entry.id(),
                            entry.fund(),
                            entry.recipient(),
                            entry.title(),
                            entry.purpose(),
                            entry.restriction(),
                            entry.payments().stream()
                                    .map(payment -> planned(entry, payment))
                                    .toList(),
                            realCost(entry),
                            null),
                    cast.governor());
            for (String step : entry.story()) {
                if (step.startsWith(GAP)) {
                    continue;
                }
                String[] words = step.split(":", 2);
                take(cast, words[0], words.length == 1 ? 0 : Integer.parseInt(words[1]));
            }
        }
    }

    /** What nobody pays for, where the story says so: half of it unpaid work, half from reserves. */
    private @Nullable RealCost realCost(Entry entry) {
        long awarded = entry.payments().stream().mapToLong(Planned::pounds).sum();
        FinancialYear year = FinancialYear.of(stage.day(entry.on()));
        return entry.story().stream()
                .filter(step -> step.startsWith(GAP))
                .map(step -> Long.parseLong(step.substring(GAP.length())))
                .map(pounds -> new RealCost(
                        (awarded + 2 * pounds) * 100,
                        List.of(
                                new Gap(year, GapCarrier.RESERVES, pounds * 100),
                                new Gap(year, GapCarrier.UNPAID_WORK, pounds * 100))))
                .findFirst()
                .orElse(null);
    }

    private Instalment.Planned planned(Entry entry, Planned payment) {
        LocalDate due = stage.day(payment.due());
        return new Instalment.Planned(
                due,
                payment.year().isEmpty()
                        ? FinancialYear.of(funds.hasReceivedFirst(entry.fund()) ? stage.day(entry.on()) : due)
                        : FinancialYear.parse(payment.year()),
                payment.pounds() * 100);
    }

    private void take(Cast cast, String step, int number) {
        String award = cast.entry().id();
        switch (step) {
            case "offer" -> cast.offer();
            case "arrears", "claim", "less", "accept", "ask" -> {
                cast.on(claims.day(cast.entry(), step, number));
                claims.take(cast.entry(), step, number, cast.commissioner(), cast.lead());
            }
            case "sign" -> {
                cast.on(stage.day(cast.entry().on()).plusDays(9));
                stage.send(new SignAgreement(award, number == 0 ? null : number, null), cast.lead());
            }
            case "decline" ->
                cast.later(11).send(new DeclineAward(award, "The worker we had in mind has moved away."), cast.lead());
            case "rescind" ->
                cast.later(16)
                        .send(
                                new RescindAward(award, "The hall it needed is no longer to be had.", null),
                                cast.governor());
            case "first" -> {
                cast.on(cast.due(number).minusDays(CHECKED_BEFORE));
                stage.send(new ApprovePayment(award, number), cast.commissioner());
            }
            case "approve" -> cast.approve(number, cast.due(number));
            case "instruct" -> cast.instruct(number, cast.due(number));
            case "paid" -> cast.pay(number, 0);
            case "late" -> cast.pay(number, DAYS_LATE);
            case "fail" -> cast.fail(number);
            case "again" -> {
                cast.fail(number);
                cast.payAgain(number);
            }
            case "again2" -> cast.payAgain(number);
            case "bounce" -> {
                cast.pay(number, 0);
                cast.report(number, "The bank sent it back: the account has been closed.");
            }
            default -> end(cast, step, number);
        }
    }

    private void end(Cast cast, String step, int number) {
        String award = cast.entry().id();
        switch (step) {
            case "cancel" ->
                cast.later(2)
                        .send(
                                new CancelPayment(
                                        award, number, "Approved before the half-year report was read.", null),
                                cast.commissioner());
            case "lapse" -> {
                cast.on(cast.due(number));
                stage.send(
                        new LapseInstalment(award, number, "The beds were no longer needed.", null),
                        cast.commissioner());
            }
            case "return" ->
                cast.later(40)
                        .send(
                                new RecordReturn(award, number * 100L, "Not spent by the end of the work.", null),
                                cast.payer());
            case "suspend" ->
                cast.later(90)
                        .send(
                                new SuspendAward(
                                        award, "The project lead is ill; paused at the organisation's own wish."),
                                cast.commissioner());
            case "close" -> cast.later(21).send(new CloseAward(award), cast.commissioner());
            default -> throw new IllegalArgumentException("No step of a story: " + step);
        }
    }

    /** Those who act in one award's story, and what takes several of them. */
    private final class Cast {

        private final Entry entry;
        private final String holder;
        private LocalDate day = LocalDate.EPOCH;

        Cast(Entry entry) {
            this.entry = entry;
            this.holder = funds.holder(entry.fund());
        }

        Entry entry() {
            return entry;
        }

        /** What comes now happens on that day; a story never goes back in time. */
        void on(LocalDate then) {
            day = then.isAfter(day) ? then : day;
            stage.on(day);
        }

        DemoStage later(int days) {
            on(day.plusDays(days));
            return stage;
        }

        Actor governor() {
            return stage.actor(Role.GOVERNOR, holder);
        }

        Actor commissioner() {
            return stage.actor(Role.COMMISSIONER, holder);
        }

        Actor payer() {
            return stage.actor(Role.PAYER, holder);
        }

        Actor lead() {
            return stage.actor(Role.APPLICANT_LEAD, entry.recipient());
        }

        /** The agreement, for a year from the decision; signed or not within four weeks. */
        void offer() {
            on(stage.day("today-7"));
            AgreementTerms terms = new AgreementTerms(
                    entry.purpose(),
                    "Staff, rent, travel and materials of this work, and its share of running the organisation.",
                    List.of(
                            "Nobody who uses the service is charged for it.",
                            "Safeguarding concerns are told to the funder within two working days."),
                    List.of("People who use the service say that they are safer and better housed than before."),
                    day.plusMonths(1),
                    day.plusMonths(13),
                    List.of(),
                    "The organisation has six weeks of reserves and could not pay staff before a claim is paid.");
            stage.send(new OfferAgreement(entry.id(), 0, terms, stage.day("today+21")), commissioner());
        }

        LocalDate due(int number) {
            return stage.day(entry.payments().get(number - 1).due());
        }

        void approve(int number, LocalDate paid) {
            on(paid.minusDays(CHECKED_BEFORE));
            stage.send(new ApprovePayment(entry.id(), number), commissioner());
            if (entry.payments().get(number - 1).pounds() > TWO_APPROVALS_ABOVE_POUNDS) {
                stage.send(new ApprovePayment(entry.id(), number), stage.colleague(governor()));
            }
        }

        void instruct(int number, LocalDate paid) {
            approve(number, paid);
            send(number, paid);
        }

        void pay(int number, int daysLate) {
            LocalDate paid = due(number).plusDays(daysLate);
            instruct(number, paid);
            confirm(number, paid);
        }

        void payAgain(int number) {
            LocalDate paid = due(number).plusDays(DAYS_LATE);
            send(number, paid);
            confirm(number, paid);
        }

        void fail(int number) {
            instruct(number, due(number));
            report(number, "The bank could not pay: the account number is not known there.");
        }

        void report(int number, String reason) {
            on(due(number).plusDays(3));
            stage.send(new ReportPaymentFailure(entry.id(), number, null, reason, null), payer());
        }

        private void send(int number, LocalDate paid) {
            on(paid.minusDays(1));
            stage.send(new InstructPayment(entry.id(), number), payer());
        }

        private void confirm(int number, LocalDate paid) {
            on(paid);
            stage.send(
                    new ConfirmPayment(entry.id(), number, null, "BACS " + entry.id() + "/" + number, null), payer());
        }
    }
}
