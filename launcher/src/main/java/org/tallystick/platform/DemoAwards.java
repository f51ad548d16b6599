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
    /** Begins the step that says how many pounds of reserves, and of unpaid work, an award leaves to be carried. */
    private static final String GAP = "gap:";

    private static final long TWO_APPROVALS_ABOVE_POUNDS = 50_000;

    private final DemoStage stage;
    private final DemoFunds funds;

    DemoAwards(DemoStage stage, DemoFunds funds) {
        this.stage = stage;
        this.funds = funds;
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

    /** A payment; its money is of the year it is due in, unless another is named. */
    record Planned(String due, long pounds, String year) {}

    void tell() {
        for (Entry entry : DemoStage.read("awards.json", Entry[].class)) {
            LocalDate day = stage.past(entry.on());
            stage.send(
                    new CommitAward(
                            entry.id(),
                            entry.fund(),
                            null,
                            entry.recipient(),
                            entry.title(),
                            entry.purpose(),
                            entry.restriction(),
                            entry.payments().stream().map(this::planned).toList(),
                            realCost(entry, day),
                            day),
                    new Cast(entry).governor());
            for (String step : entry.story()) {
                if (step.startsWith(GAP)) {
                    continue;
                }
                String[] words = step.split(":", 2);
                take(new Cast(entry), words[0], words.length == 1 ? 0 : Integer.parseInt(words[1]));
            }
        }
    }

    /** What nobody pays for, where the story says so: half of it unpaid work, half from reserves. */
    private static @Nullable RealCost realCost(Entry entry, LocalDate day) {
        long awarded = entry.payments().stream().mapToLong(Planned::pounds).sum();
        return entry.story().stream()
                .filter(step -> step.startsWith(GAP))
                .map(step -> Long.parseLong(step.substring(GAP.length())))
                .map(pounds -> new RealCost(
                        (awarded + 2 * pounds) * 100,
                        List.of(
                                new Gap(FinancialYear.of(day), GapCarrier.RESERVES, pounds * 100),
                                new Gap(FinancialYear.of(day), GapCarrier.UNPAID_WORK, pounds * 100))))
                .findFirst()
                .orElse(null);
    }

    private Instalment.Planned planned(Planned payment) {
        LocalDate due = stage.day(payment.due());
        return new Instalment.Planned(
                due,
                payment.year().isEmpty() ? FinancialYear.of(due) : FinancialYear.parse(payment.year()),
                payment.pounds() * 100);
    }

    private void take(Cast cast, String step, int number) {
        String award = cast.entry().id();
        switch (step) {
            case "offer" -> cast.offer();
            case "sign" ->
                stage.send(
                        new SignAgreement(
                                award,
                                number == 0 ? null : number,
                                stage.past(stage.past(cast.entry().on()).plusDays(9))),
                        cast.lead());
            case "decline" ->
                stage.send(new DeclineAward(award, "The worker we had in mind has moved away."), cast.lead());
            case "rescind" ->
                stage.send(
                        new RescindAward(award, "The hall it needed is no longer to be had.", null), cast.governor());
            case "first" -> stage.send(new ApprovePayment(award, number), cast.commissioner());
            case "approve" -> cast.approve(number);
            case "instruct" -> cast.instruct(number);
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
                stage.send(
                        new CancelPayment(award, number, "Approved before the half-year report was read.", null),
                        cast.commissioner());
            case "lapse" ->
                stage.send(
                        new LapseInstalment(
                                award, number, "The beds were no longer needed.", stage.past(cast.due(number))),
                        cast.commissioner());
            case "return" ->
                stage.send(
                        new RecordReturn(award, number * 100L, "Not spent by the end of the work.", null),
                        cast.payer());
            case "suspend" ->
                stage.send(
                        new SuspendAward(award, "The project lead is ill; paused at the organisation's own wish."),
                        cast.commissioner());
            case "close" -> stage.send(new CloseAward(award), cast.commissioner());
            default -> throw new IllegalArgumentException("No step of a story: " + step);
        }
    }

    /** Those who act in one award's story, and what takes several of them. */
    private final class Cast {

        private final Entry entry;
        private final String holder;

        Cast(Entry entry) {
            this.entry = entry;
            this.holder = funds.holder(entry.fund());
        }

        Entry entry() {
            return entry;
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
            LocalDate day = stage.past(entry.on());
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

        void approve(int number) {
            stage.send(new ApprovePayment(entry.id(), number), commissioner());
            if (entry.payments().get(number - 1).pounds() > TWO_APPROVALS_ABOVE_POUNDS) {
                stage.send(new ApprovePayment(entry.id(), number), stage.colleague(governor()));
            }
        }

        void instruct(int number) {
            approve(number);
            stage.send(new InstructPayment(entry.id(), number), payer());
        }

        void pay(int number, int daysLate) {
            instruct(number);
            confirm(number, due(number).plusDays(daysLate));
        }

        void payAgain(int number) {
            stage.send(new InstructPayment(entry.id(), number), payer());
            confirm(number, due(number).plusDays(DAYS_LATE));
        }

        void fail(int number) {
            instruct(number);
            report(number, "The bank could not pay: the account number is not known there.");
        }

        void report(int number, String reason) {
            stage.send(
                    new ReportPaymentFailure(
                            entry.id(), number, reason, stage.past(due(number).plusDays(3))),
                    payer());
        }

        private void confirm(int number, LocalDate day) {
            stage.send(
                    new ConfirmPayment(entry.id(), number, "BACS " + entry.id() + "/" + number, stage.past(day)),
                    payer());
        }
    }
}
