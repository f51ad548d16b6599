package org.tallystick.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tallystick.assessment.AssessmentCommand;
import org.tallystick.assessment.NoInterest;
import org.tallystick.assessment.Recommendation;
import org.tallystick.assessment.Score;
import org.tallystick.assessment.YearAmount;
import org.tallystick.bid.BidCommand;
import org.tallystick.bid.PlainBids;
import org.tallystick.call.CallTerms;
import org.tallystick.call.GrantCallCommand;
import org.tallystick.ledger.ModelCall.Bid;
import org.tallystick.platform.Actor;

/** What happens to bids: written part by part, sent, taken up again; assessed, recommended, decided. */
final class BidAuthor {

    private final Author author;

    private final BudgetAuthor budgets;
    private final JointAuthor joint;
    private final Map<String, Integer> assessed = new HashMap<>();
    private final Map<String, Integer> tried = new HashMap<>();

    BidAuthor(Author author) {
        this.author = author;
        this.budgets = new BudgetAuthor(author);
        this.joint = new JointAuthor(author, budgets);
    }

    /** Somebody applies, or goes on with it. */
    @Nullable
    Step next(ModelCall call) {
        String applicant = author.any(Cast.APPLICANTS);
        if (author.oneIn(40)) {
            return budgets.profile(applicant);
        }
        Actor lead = Cast.lead(applicant);
        Bid bid = call.bidOf(applicant);
        if (bid == null) {
            return author.step(lead, new BidCommand.StartBid(author.name("bid"), call.id, applicant));
        }
        if (bid.sent || bid.over) {
            return author.oneIn(20)
                    ? author.step(
                            lead,
                            author.oneIn(3)
                                    ? new BidCommand.WithdrawBid(bid.id, "Other money")
                                    : new BidCommand.ReopenBid(bid.id))
                    : null;
        }
        Step together = joint.next(call, bid);
        return together == null
                ? author.step(lead, author.oneIn(15) ? again(call, bid) : missing(call, bid))
                : together;
    }

    /** What is missing most. */
    private BidCommand missing(ModelCall call, Bid bid) {
        for (String part : List.of("eligibility", "project", "answer", "budget")) {
            if (bid.version(part) == 0) {
                return part(call, bid, part, 0);
            }
        }
        if (!bid.certified && tried.merge(bid.id, 1, Integer::sum) % 3 == 0) {
            return part(call, bid, "budget", bid.version("budget"));
        }
        return bid.certified
                ? new BidCommand.SubmitBid(bid.id)
                : PlainBids.certified(bid.id, Math.max(1, bid.version() - (author.oneIn(20) ? 1 : 0)));
    }

    /** Something is saved once more, or from a page that is out of date. */
    private BidCommand again(ModelCall call, Bid bid) {
        String part = author.any(List.of("eligibility", "project", "answer", "budget"));
        return part(call, bid, part, Math.max(0, bid.version(part) - (author.oneIn(3) ? 1 : 0)));
    }

    private BidCommand part(ModelCall call, Bid bid, String part, int read) {
        return switch (part) {
            case "eligibility" -> PlainBids.eligible(bid.id, read);
            case "project" ->
                PlainBids.project(
                        bid.id, read, starts(call).plusDays(author.random.nextInt(author.oneIn(10) ? 200 : 30)));
            case "answer" -> PlainBids.answer(bid.id, read, "We open the door.");
            default -> new BidCommand.SaveBudget(bid.id, read, budgets.budget(call, bid, bid.applicant));
        };
    }

    /** As early as the call allows, and mostly not before the first year that it has money of. */
    private LocalDate starts(ModelCall call) {
        LocalDate earliest = call.terms.timetable().startsFrom();
        LocalDate money = call.terms.envelope().stream()
                .map(part -> part.financialYear().firstDay())
                .min(Comparator.naturalOrder())
                .orElse(earliest);
        return money.isAfter(earliest) && !author.oneIn(10) ? money : earliest;
    }

    /** The call has closed: drafts lapse, bids are assessed, recommended and decided. */
    Step outcome(ModelCall call) {
        Bid draft = author.anyOrNull(call.bids.values().stream()
                .filter(bid -> !bid.sent && !bid.over)
                .toList());
        if (draft != null && author.oneIn(3)) {
            return author.step(Actor.OPERATOR, new BidCommand.LapseBid(draft.id));
        }
        Bid sent = author.anyOrNull(call.sent());
        if (sent != null && !author.oneIn(3)) {
            return assess(call, sent);
        }
        return switch (author.random.nextInt(12)) {
            case 0 -> author.step(Actor.OPERATOR, new GrantCallCommand.KeepTime(call.id));
            case 1, 2 -> assess(call, sent);
            case 3 ->
                sent != null && author.oneIn(5)
                        ? author.step(Cast.lead(sent.applicant), new BidCommand.WithdrawBid(sent.id, "Other money"))
                        : recommend(call);
            case 4, 5, 6 -> recommend(call);
            default ->
                call.recommendations == 0
                        ? recommend(call)
                        : author.step(
                                author.oneIn(5) ? Cast.GUS : Cast.GITA,
                                new GrantCallCommand.ApproveDecision(call.id, call.recommendations));
        };
    }

    private Step assess(ModelCall call, @Nullable Bid bid) {
        String id = "assessment-of-" + (bid == null ? "none" : bid.id);
        // Mostly one after the other, now and then in any order.
        int next = author.oneIn(5) ? author.random.nextInt(4) : Math.min(3, assessed.merge(id, 1, Integer::sum) - 1);
        return switch (next) {
            case 0 ->
                author.step(
                        Cast.CARL,
                        new AssessmentCommand.InviteAssessor(
                                id, call.id, bid == null ? "none" : bid.id, Cast.ASHA.personId(), Cast.POLICE));
            case 1 -> author.step(Cast.ASHA, new AssessmentCommand.AcceptAssessment(id, NoInterest.STATEMENT));
            case 2 ->
                author.step(
                        Cast.ASHA, new AssessmentCommand.SaveScores(id, 0, List.of(new Score("People", 4, "Good"))));
            default -> author.step(Cast.ASHA, new AssessmentCommand.SubmitAssessment(id));
        };
    }

    /** Money for as many as there is some for, by the model or a little beyond it. */
    private Step recommend(ModelCall call) {
        List<Recommendation> all = new ArrayList<>();
        List<CallTerms.Envelope> left = new ArrayList<>(call.terms.envelope());
        for (Bid bid : call.sent()) {
            CallTerms.Envelope part = author.anyOrNull(left);
            long asked = part == null ? 0 : bid.asked(part.financialYear());
            if (part == null || asked == 0 || author.oneIn(4)) {
                all.add(none(bid));
            } else {
                left.remove(part);
                all.add(award(bid, part, amount(bid, part, part.amountPence()), left));
            }
        }
        return author.step(
                author.any(List.of(Cast.CARL, Cast.CORA)),
                new GrantCallCommand.RecommendAwards(call.id, call.recommendations, all));
    }

    /** Of what is left of a part of the envelope; now and then a penny more than can be. */
    private YearAmount amount(Bid bid, CallTerms.Envelope part, long leftPence) {
        long most = Math.clamp(leftPence, 0, bid.asked(part.financialYear()));
        return new YearAmount(
                part.financialYear(), most == 0 || author.oneIn(12) ? most + 1 : Math.min(most, author.about(most)));
    }

    /** Now and then it goes on for the other years of the same money, which are used up then. */
    private Recommendation award(Bid bid, CallTerms.Envelope part, YearAmount amount, List<CallTerms.Envelope> left) {
        List<YearAmount> amounts = new ArrayList<>(List.of(amount));
        List<CallTerms.Envelope> more = left.stream()
                .filter(other -> other.fundId().equals(part.fundId())
                        && other.restriction().equals(part.restriction())
                        && !other.financialYear().equals(part.financialYear())
                        && bid.asked(other.financialYear()) > 0)
                .toList();
        if (!more.isEmpty() && author.oneIn(2)) {
            left.remove(more.getFirst());
            amounts.add(amount(bid, more.getFirst(), more.getFirst().amountPence()));
        }
        return new Recommendation(
                bid.id,
                Recommendation.Outcome.AWARD,
                author.name("award"),
                part.fundId(),
                part.restriction(),
                amounts,
                "A good bid.");
    }

    /** All have been told: some bid in reserve gets an award after all, or the call ends. */
    Step afterwards(ModelCall call) {
        if (call.promotion != null && !author.oneIn(5)) {
            return author.step(
                    author.oneIn(5) ? Cast.GUS : Cast.GITA,
                    new GrantCallCommand.ApprovePromotion(call.id, call.promotions));
        }
        Bid bid = author.anyOrNull(author.oneIn(15) ? call.sent() : call.reserved());
        if (bid == null || author.oneIn(12)) {
            return author.step(Cast.GITA, new GrantCallCommand.ArchiveCall(call.id));
        }
        CallTerms.Envelope part = author.any(call.terms.envelope());
        long held = author.model.held(call).stream()
                .filter(one ->
                        part.fundId().equals(one.fundId()) && part.restriction().equals(one.restriction()))
                .flatMap(one -> one.amounts().stream())
                .filter(amount -> amount.financialYear().equals(part.financialYear()))
                .mapToLong(YearAmount::amountPence)
                .sum();
        return author.step(
                author.any(List.of(Cast.CARL, Cast.CORA)),
                new GrantCallCommand.RecommendPromotion(
                        call.id,
                        Math.max(0, call.promotions - (author.oneIn(20) ? 1 : 0)),
                        award(bid, part, amount(bid, part, part.amountPence() - held), new ArrayList<>())));
    }

    private Recommendation none(Bid bid) {
        return new Recommendation(
                bid.id,
                author.any(List.of(
                        Recommendation.Outcome.RESERVE,
                        Recommendation.Outcome.RESERVE,
                        Recommendation.Outcome.RESERVE,
                        Recommendation.Outcome.DECLINE,
                        Recommendation.Outcome.INELIGIBLE)),
                null,
                null,
                null,
                List.of(),
                "Others were better.");
    }
}
