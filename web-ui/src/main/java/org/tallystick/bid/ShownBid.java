package org.tallystick.bid;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.tallystick.bid.BidQuery.BudgetView;
import org.tallystick.bid.BidQuery.QuestionView;
import org.tallystick.fund.FundWords;
import org.tallystick.ledger.Pounds;
import org.tallystick.platform.Row;
import org.tallystick.platform.Words;

/**
 * All that a bid says, to be read: before it is sent, afterwards, and by those who decide about it.
 *
 * @param eligibility the answers about who may apply
 * @param project in short
 * @param answers to the questions of the call
 * @param cost what it costs, of a joint bid the reader's own part; none before that is known
 * @param joint what all organisations do, cost and get; none where one makes the bid alone
 * @param fault why the cost cannot be worked out; or empty
 * @param elsewhere what other bids and awards pay of the same shared costs, a sentence each
 * @param overruns shared costs that would be paid for more than once, a sentence each
 */
record ShownBid(
        List<Row> eligibility,
        List<Row> project,
        List<QuestionView> answers,
        @Nullable ShownCost cost,
        @Nullable ShownJoint joint,
        String fault,
        List<String> elsewhere,
        List<String> overruns) {

    static ShownBid of(BidOfCall read, Words words) {
        BudgetView budget = read.budget();
        FullCost cost = budget.fullCost();
        return new ShownBid(
                read.bid().eligibility().answers().stream()
                        .map(answer -> Row.of(answer.question(), answer.yes() ? "Yes" : "No"))
                        .toList(),
                project(read, words),
                read.bid().questions().stream()
                        .filter(one -> one.mostWords() > 0)
                        .toList(),
                cost == null
                        ? null
                        : read.bid().partners().isEmpty() ? ShownCost.of(cost, read.terms()) : ShownCost.of(cost),
                ShownJoint.of(read),
                budget.fault(),
                budget.elsewhere().stream().map(ShownBid::elsewhere).toList(),
                overruns(read, budget).stream().map(PoolShare.Overrun::sentence).toList());
    }

    /** Of the reader's own budget; who decides about the bid reads those of all. */
    private static List<PoolShare.Overrun> overruns(BidOfCall read, BudgetView own) {
        return read.ours() || read.part().isPresent()
                ? own.overruns()
                : Stream.concat(
                                own.overruns().stream(),
                                read.bid().partners().stream().flatMap(partner -> partner.budget().overruns().stream()))
                        .toList();
    }

    /** Puts it on a page, as bid/content.html reads it. */
    void show(Model model) {
        model.addAttribute("shown", this);
    }

    static String elsewhere(PoolShare share) {
        return "Of " + share.pool() + " in " + FundWords.year(share.financialYear()) + ", "
                + share.rate().percent() + " is in another bid or award of yours already: "
                + Pounds.of(share.recoveredPence()) + " of " + Pounds.of(share.poolPence()) + ".";
    }

    private static List<Row> project(BidOfCall read, Words words) {
        Project project = read.bid().project().project();
        if (project == null) {
            return List.of();
        }
        List<Row> rows = new ArrayList<>();
        rows.add(Row.of("Title", project.title()));
        rows.add(Row.of("What will be done, for whom", project.summary()));
        rows.add(Row.of("Where", project.place()));
        rows.add(Row.of("Starts", words.date(project.startsOn())));
        return rows;
    }
}
