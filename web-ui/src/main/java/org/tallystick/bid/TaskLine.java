package org.tallystick.bid;

import java.util.ArrayList;
import java.util.List;
import org.tallystick.bid.BidQuery.BidView;
import org.tallystick.bid.BidQuery.SavedPart;
import org.tallystick.platform.PersonNames;
import org.tallystick.platform.StateTag;
import org.tallystick.platform.Tone;
import org.tallystick.platform.Words;

/**
 * A part of a bid in its list of tasks.
 *
 * @param title what it is
 * @param href where it is written
 * @param state how far it is
 * @param missing what is missing or wrong, where it was begun
 * @param saved who saved it last, and when, or who the partners are; or empty
 */
record TaskLine(String title, String href, StateTag state, List<String> missing, String saved) {

    private static final StateTag NONE = StateTag.of("If you want", Tone.PLAIN);
    private static final StateTag NOT_STARTED = StateTag.of("Not started", Tone.PLAIN);
    private static final StateTag TO_FINISH = StateTag.of("To finish", Tone.WAITING);
    private static final StateTag DONE = StateTag.of("Done", Tone.GOOD);

    /** All parts, in their order. */
    static List<TaskLine> of(BidView bid, PersonNames people, Words words) {
        List<TaskLine> lines = new ArrayList<>();
        String home = "/bids/" + bid.summary().bidId();
        int question = 0;
        for (BidTask task : bid.tasks()) {
            if (task.part() == BidPart.PARTNER) {
                continue;
            }
            question += task.part() == BidPart.QUESTION ? 1 : 0;
            lines.add(new TaskLine(
                    title(task),
                    home + path(task.part(), question),
                    task.done() ? DONE : task.started() ? TO_FINISH : NOT_STARTED,
                    task.started() ? task.missing() : List.of(),
                    BidWords.saved(saved(bid, task), people, words)));
        }
        lines.add(partners(bid, home));
        return List.copyOf(lines);
    }

    /** One line for all partners; nobody needs to have any. */
    private static TaskLine partners(BidView bid, String home) {
        List<String> missing = bid.tasks().stream()
                .filter(task -> task.part() == BidPart.PARTNER)
                .flatMap(task -> task.missing().stream())
                .toList();
        StateTag state = bid.partners().isEmpty() ? NONE : missing.isEmpty() ? DONE : TO_FINISH;
        List<String> names =
                bid.partners().stream().map(BidQuery.PartnerView::name).toList();
        return new TaskLine(
                "Partners",
                home + path(BidPart.PARTNER, 0),
                state,
                missing,
                names.isEmpty()
                        ? "You may make the bid together with other organisations."
                        : missing.isEmpty() ? String.join(", ", names) : "");
    }

    /** Where the part after this one is written; the last leads to checking all of it. */
    static String after(BidView bid, BidPart part, int question) {
        String home = "/bids/" + bid.summary().bidId();
        int asked = (int)
                bid.questions().stream().filter(one -> one.mostWords() > 0).count();
        return home
                + switch (part) {
                    case ELIGIBILITY -> path(BidPart.PROJECT, 0);
                    case PROJECT -> asked == 0 ? path(BidPart.BUDGET, 0) : path(BidPart.QUESTION, 1);
                    case QUESTION -> question < asked ? path(BidPart.QUESTION, question + 1) : path(BidPart.BUDGET, 0);
                    case BUDGET, PARTNER -> "/check";
                };
    }

    private static String path(BidPart part, int question) {
        return switch (part) {
            case ELIGIBILITY -> "/eligibility";
            case PROJECT -> "/project";
            case QUESTION -> "/questions/" + question;
            case BUDGET -> "/budget";
            case PARTNER -> "/partners";
        };
    }

    private static String title(BidTask task) {
        return switch (task.part()) {
            case ELIGIBILITY -> "Whether you may apply";
            case PROJECT -> "Your project in short";
            case QUESTION -> String.valueOf(task.question());
            case BUDGET -> "What it costs and who pays";
            case PARTNER -> "Partners";
        };
    }

    private static SavedPart saved(BidView bid, BidTask task) {
        return switch (task.part()) {
            case ELIGIBILITY -> bid.eligibility().saved();
            case PROJECT -> bid.project().saved();
            case BUDGET -> bid.budget().saved();
            case PARTNER -> SavedPart.NEVER;
            case QUESTION ->
                bid.questions().stream()
                        .filter(one -> one.question().equals(task.question()))
                        .findFirst()
                        .map(BidQuery.QuestionView::saved)
                        .orElse(SavedPart.NEVER);
        };
    }
}
