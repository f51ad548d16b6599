package org.tallystick.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.award.AgreementTerms;
import org.tallystick.award.AwardCommand;
import org.tallystick.award.ClaimLine;
import org.tallystick.award.Gap;
import org.tallystick.award.Instalment;
import org.tallystick.award.RealCost;
import org.tallystick.bid.GapCarrier;
import org.tallystick.ledger.ModelAward.Pay;
import org.tallystick.ledger.ModelAward.Paying;
import org.tallystick.payment.PaymentCommand;
import org.tallystick.platform.Actor;
import org.tallystick.platform.FinancialYear;

/** What happens to awards: made, offered, signed or not, paid in instalments, ended. */
final class AwardAuthor {

    private final Author author;

    AwardAuthor(Author author) {
        this.author = author;
    }

    @Nullable
    Step next() {
        if (author.model.awards.isEmpty() || author.oneIn(8)) {
            ModelFund fund = author.anyOrNull(List.copyOf(author.model.funds.values()));
            return fund == null ? null : direct(fund);
        }
        ModelAward award = author.any(List.copyOf(author.model.awards.values()));
        return switch (award.stage) {
            case COMMITTED, OFFERED -> beforeSigning(award);
            case ACTIVE -> author.oneIn(30) ? suspend(award) : paying(award);
            case SUSPENDED ->
                author.oneIn(3)
                        ? author.step(Cast.CARL, new AwardCommand.ResumeAward(award.id, "Done"))
                        : paying(award);
            case CLOSED, ENDED -> author.oneIn(10) ? paying(award) : null;
        };
    }

    private Step suspend(ModelAward award) {
        return author.step(Cast.CARL, new AwardCommand.SuspendAward(award.id, "No report"));
    }

    private Step direct(ModelFund fund) {
        int year = 2026 + author.random.nextInt(2);
        String restriction = author.any(FundAuthor.RESTRICTIONS);
        var fitting = Purse.fitting(fund.drawable(author.today()), year, restriction);
        long whole = author.about(Purse.total(fitting) / (author.oneIn(3) ? 1 : 4));
        int parts = (int) Math.min(whole, 1 + author.random.nextInt(4));
        List<Instalment.Planned> schedule = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            long pence = whole / parts + (part == 0 ? whole % parts : 0);
            schedule.add(new Instalment.Planned(LocalDate.of(2026, 9, 1), new FinancialYear(year), pence));
        }
        long gap = author.about(5_000_00);
        RealCost cost = author.oneIn(2)
                ? null
                : new RealCost(whole + gap, List.of(new Gap(new FinancialYear(year), GapCarrier.RESERVES, gap)));
        return author.step(
                author.oneIn(6) ? Cast.GUS : Cast.GITA,
                new AwardCommand.CommitAward(
                        author.name("award"),
                        fund.id,
                        author.any(Cast.APPLICANTS),
                        "Open house",
                        "A place to go",
                        restriction,
                        schedule,
                        cost,
                        author.day()));
    }

    private Step beforeSigning(ModelAward award) {
        Actor lead = Cast.lead(award.recipient);
        return switch (author.random.nextInt(14)) {
            case 0 -> author.step(lead, new AwardCommand.DeclineAward(award.id, "No"));
            case 1 -> author.step(Cast.GITA, new AwardCommand.RescindAward(award.id, "No", author.day()));
            case 2, 3, 4 -> offer(award);
            case 5 -> author.step(Actor.OPERATOR, new AwardCommand.ExpireOffer(award.id));
            default ->
                author.step(
                        lead,
                        new AwardCommand.SignAgreement(
                                award.id, award.offers == 0 ? null : award.offers, author.day()));
        };
    }

    private Step offer(ModelAward award) {
        List<Integer> inArrears = new ArrayList<>();
        for (int number = 1; number <= award.pays.size(); number++) {
            if (author.oneIn(3)) {
                inArrears.add(number);
            }
        }
        LocalDate starts = author.today().plusDays(20);
        AgreementTerms terms = new AgreementTerms(
                "A place to go",
                "Wages and rent",
                List.of(),
                List.of("A first day"),
                starts,
                starts.plusYears(1),
                inArrears,
                "No reserves");
        LocalDate expires = author.today().plusDays(1 + author.random.nextInt(15));
        return author.step(
                author.any(List.of(Cast.GITA, Cast.CARL)),
                new AwardCommand.OfferAgreement(award.id, award.offers, terms, expires));
    }

    private Step paying(ModelAward award) {
        if (author.oneIn(12)) {
            return author.step(
                    Cast.PIA,
                    new AwardCommand.RecordReturn(award.id, author.about(award.paid.total()), "Unspent", author.day()));
        }
        if (award.settled() && author.oneIn(2)) {
            return author.step(Cast.CARL, new AwardCommand.CloseAward(award.id));
        }
        int number = author.oneIn(25) ? 9 : 1 + author.random.nextInt(award.pays.size());
        if (number > award.pays.size()) {
            return author.step(Cast.CARL, new AwardCommand.ApprovePayment(award.id, number));
        }
        Pay pay = award.pay(number);
        if (author.oneIn(20)) {
            return author.step(Cast.GITA, new AwardCommand.LapseInstalment(award.id, number, "No need", author.day()));
        }
        return switch (pay.stage) {
            case SCHEDULED ->
                award.inArrears.contains(number) && !pay.claimAccepted
                        ? claim(award, number, pay)
                        : author.step(
                                author.any(List.of(Cast.CARL, Cast.CORA)),
                                new AwardCommand.ApprovePayment(award.id, number));
            case PAYABLE, FAILED -> payable(award, number);
            case INSTRUCTED -> withTheBank(award, number, pay);
            case PAID, LAPSED -> settled(award, number);
        };
    }

    private Step claim(ModelAward award, int number, Pay pay) {
        if (pay.claimed) {
            return author.step(
                    Cast.CARL,
                    author.oneIn(3)
                            ? new AwardCommand.QueryClaim(award.id, number, "Which wages?")
                            : new AwardCommand.AcceptClaim(award.id, number));
        }
        long pence = author.about(pay.pence());
        return author.step(
                Cast.lead(award.recipient),
                new AwardCommand.SubmitClaim(award.id, number, pence, List.of(new ClaimLine("Wages", pence))));
    }

    private Step payable(ModelAward award, int number) {
        return switch (author.random.nextInt(6)) {
            case 0 -> author.step(Cast.CARL, new AwardCommand.CancelPayment(award.id, number, "Wrong", author.day()));
            case 1, 2 -> author.step(Cast.PIA, export());
            default -> author.step(Cast.PIA, new AwardCommand.InstructPayment(award.id, number));
        };
    }

    /** All that can be paid, and now and then something that cannot. */
    private PaymentCommand export() {
        List<PaymentCommand.PaymentOf> payments = new ArrayList<>();
        for (ModelAward award : author.model.awards.values()) {
            for (int number = 1; number <= award.pays.size(); number++) {
                Paying stage = award.pay(number).stage;
                boolean can = award.live() && (stage == Paying.PAYABLE || stage == Paying.FAILED);
                if (can || author.oneIn(200)) {
                    payments.add(new PaymentCommand.PaymentOf(award.id, number));
                }
            }
        }
        if (payments.isEmpty()) {
            payments.add(new PaymentCommand.PaymentOf("none", 1));
        }
        return new PaymentCommand.ExportPayments(author.name("file"), payments);
    }

    private Step withTheBank(ModelAward award, int number, Pay pay) {
        Integer attempt = author.oneIn(3) ? null : author.oneIn(10) ? pay.attempts + 1 : Integer.valueOf(pay.attempts);
        return author.step(
                Cast.PIA,
                author.oneIn(5)
                        ? new AwardCommand.ReportPaymentFailure(award.id, number, attempt, "Closed", author.day())
                        : new AwardCommand.ConfirmPayment(award.id, number, attempt, "BACS", author.day()));
    }

    /** Once more what must not happen twice, or the bank sends it back. */
    private Step settled(ModelAward award, int number) {
        return switch (author.random.nextInt(4)) {
            case 0 -> author.step(Cast.PIA, new AwardCommand.InstructPayment(award.id, number));
            case 1 -> author.step(Cast.PIA, new AwardCommand.ConfirmPayment(award.id, number, null, "BACS", null));
            default ->
                author.step(
                        Cast.PIA,
                        new AwardCommand.ReportPaymentFailure(award.id, number, null, "Closed", author.day()));
        };
    }

    /** Whatever is not signed is taken back, whatever is not paid lapses. */
    List<Step> end() {
        List<Step> steps = new ArrayList<>();
        for (ModelAward award : author.model.awards.values()) {
            steps.add(author.step(Cast.CARL, new AwardCommand.ResumeAward(award.id, "End")));
            steps.add(author.step(Cast.GITA, new AwardCommand.RescindAward(award.id, "End", null)));
            for (int number = 1; number <= award.pays.size(); number++) {
                if (award.pay(number).stage == Paying.INSTRUCTED) {
                    steps.add(author.step(
                            Cast.PIA, new AwardCommand.ReportPaymentFailure(award.id, number, null, "End", null)));
                }
                steps.add(author.step(Cast.GITA, new AwardCommand.LapseInstalment(award.id, number, "End", null)));
            }
            steps.add(author.step(Cast.CARL, new AwardCommand.CloseAward(award.id)));
        }
        return steps;
    }
}
