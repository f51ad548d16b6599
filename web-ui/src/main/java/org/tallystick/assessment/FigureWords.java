package org.tallystick.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.call.DecisionTimes;
import org.tallystick.call.DecisionTimes.Spread;
import org.tallystick.call.EffortFigures;
import org.tallystick.call.StandingFigures;
import org.tallystick.call.StandingFigures.Counted;
import org.tallystick.platform.Words;
import org.tallystick.platform.WorkingDays;
import org.tallystick.registry.ByAndForStanding;

/** How the figures of decisions are said. */
record FigureWords(Words words) {

    /** How long something took, and what that means. */
    record Took(String what, String days, String under) {}

    /** Bids of one standing, or of all; nothing counted where that is not shown. */
    record Line(String standing, @Nullable Counted counted) {}

    /** Of one call. */
    List<Took> times(DecisionTimes times) {
        List<Took> all = new ArrayList<>();
        all.add(new Took(
                "From close to decision",
                days(times.decisionWorkingDays()),
                "Closed on " + words.date(times.closedOn()) + ", decided on " + words.date(times.decidedOn()) + ". "
                        + promise(times.decideBy(), times.decidedOn())));
        Integer told = times.toldWorkingDays();
        LocalDate toldOn = times.toldOn();
        if (told != null && toldOn != null) {
            all.add(new Took(
                    "From decision to applicants told",
                    days(told),
                    "Told on " + words.date(toldOn) + ". " + promise(times.tellBy(), toldOn)));
        } else {
            all.add(new Took(
                    "From decision to applicants told",
                    "Not told yet",
                    "Promised by " + words.date(times.tellBy()) + "."));
        }
        all.add(firstPayment(times));
        return all;
    }

    private Took firstPayment(DecisionTimes times) {
        String what = "From decision to first payment";
        int waiting = times.awards() - times.paidAwards();
        Integer half = times.firstPaymentWorkingDays();
        if (times.awards() == 0) {
            return new Took(what, "No awards", "");
        }
        if (half == null) {
            return new Took(what, "Nothing is paid yet", waiting(waiting, times.awards()));
        }
        String of = times.paidAwards() == 1
                ? "Of the one award that was paid."
                : "Half of the " + words.number(times.paidAwards()) + " awards that were paid took so long or less.";
        return new Took(what, days(half), waiting == 0 ? of : of + " " + waiting(waiting, times.awards()));
    }

    private String waiting(int waiting, int awards) {
        return words.count(waiting, "award", "awards") + " of " + words.number(awards)
                + (waiting == 1 ? " waits" : " wait") + " for a first payment.";
    }

    /** How long bids took, beside what it was thought to be. */
    List<Took> effort(EffortFigures effort, boolean told) {
        String what = "To write a bid, as applicants said";
        EffortFigures.Reported reported = effort.reported();
        Took estimate = new Took(
                "To write a bid, as the call said",
                "About " + words.count(effort.estimatedHours(), "hour", "hours"),
                "A rule of thumb, the same for every call.");
        if (reported == null) {
            String why = told
                    ? "Fewer than five organisations said how long theirs took."
                    : "Shown once all applicants are told, and if at least five of them say how long theirs took.";
            return List.of(estimate, new Took(what, "Not shown", why));
        }
        return List.of(
                estimate,
                new Took(
                        what,
                        words.count(reported.halfHours(), "hour", "hours"),
                        "Half of the " + words.number(reported.answers())
                                + " organisations that answered took so long or less."));
    }

    /** Of several calls. */
    List<Took> times(Spread decision, Spread told, Spread firstPayment) {
        return List.of(
                spread("From close to decision", decision, "calls", "No call is decided yet"),
                spread("From decision to applicants told", told, "calls", "Nobody is told yet"),
                spread("From decision to first payment", firstPayment, "awards", "Nothing is paid yet"));
    }

    private Took spread(String what, Spread spread, String many, String none) {
        return switch (spread.count()) {
            case 0 -> new Took(what, none, "");
            case 1 -> new Took(what, days(spread.halfWorkingDays()), "There is one so far.");
            default ->
                new Took(
                        what,
                        days(spread.halfWorkingDays()),
                        "Half of " + words.number(spread.count()) + " " + many + " took so long or less; the longest "
                                + days(spread.longestWorkingDays()) + ".");
        };
    }

    /** In the order of the table, all together last. */
    static List<Line> lines(StandingFigures figures) {
        List<Line> lines = new ArrayList<>();
        figures.lines().forEach(line -> lines.add(new Line(standing(line.standing()), line.counted())));
        lines.add(new Line("All", figures.all()));
        return lines;
    }

    /** "7 working days". */
    String days(int days) {
        return days == 0 ? "Less than a working day" : words.count(days, "working day", "working days");
    }

    /** "7", or a dash where there is nothing to be said. */
    public static String number(@Nullable Integer days) {
        return days == null ? "–" : String.valueOf(days);
    }

    private String promise(LocalDate by, LocalDate on) {
        return on.isAfter(by)
                ? "Promised by " + words.date(by) + ": " + days(WorkingDays.between(by, on)) + " late."
                : "Promised by " + words.date(by) + ": kept.";
    }

    private static String standing(ByAndForStanding standing) {
        return switch (standing) {
            case VERIFIED -> "Verified";
            case CLAIMED -> "Claimed, not verified";
            case NONE -> "Neither";
        };
    }
}
