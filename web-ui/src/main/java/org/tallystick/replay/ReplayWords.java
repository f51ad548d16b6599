package org.tallystick.replay;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tallystick.platform.Row;
import org.tallystick.platform.StateTag;
import org.tallystick.platform.Tone;
import org.tallystick.platform.Words;
import org.tallystick.replay.ReplayQuery.Compared;
import org.tallystick.replay.ReplayQuery.ReplayView;

/** Replays in words. */
final class ReplayWords {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

    private ReplayWords() {}

    static StateTag state(ReplayProgress state) {
        return switch (state) {
            case WAITING -> StateTag.of("Waits for its turn", Tone.WAITING);
            case RUNNING -> StateTag.of("Being made", Tone.WAITING);
            case DONE -> StateTag.of("Done", Tone.GOOD);
            case FAILED -> StateTag.of("Could not be made", Tone.LATE);
            case CANCELLED -> StateTag.of("Cancelled", Tone.PLAIN);
            case DROPPED -> StateTag.of("Deleted", Tone.PLAIN);
        };
    }

    static String scope(ReplayScope scope) {
        return scope == ReplayScope.LEDGER ? "The ledger" : "Everything";
    }

    /** The point of the past it shows. */
    static String point(ReplayView replay, Words words) {
        List<String> parts = new ArrayList<>();
        parts.add("up to event " + words.number(replay.upTo()));
        if (replay.recordedUntil() != null) {
            parts.add("what was recorded until " + words.dateTime(replay.recordedUntil()));
        }
        if (replay.effectiveUntil() != null) {
            parts.add("only what took effect until " + words.date(replay.effectiveUntil()));
        }
        String all = String.join("; ", parts);
        return Character.toUpperCase(all.charAt(0)) + all.substring(1);
    }

    /** How far it has come, how fast it goes and how long it will take. */
    static String progress(ReplayView replay, Words words) {
        String far = words.number(replay.position()) + " of " + words.count(replay.upTo(), "event", "events");
        if (replay.state() != ReplayProgress.RUNNING || replay.secondsLeft() == null) {
            return far;
        }
        return far + ", " + words.number(replay.eventsPerSecond()) + " a second, about "
                + words.count(replay.secondsLeft(), "second", "seconds") + " left";
    }

    static List<Row> facts(ReplayView replay, String who, Words words) {
        List<Row> facts = new ArrayList<>();
        facts.add(Row.of("What is made again", scope(replay.scope())));
        facts.add(Row.of("Point in time", point(replay, words)));
        facts.add(Row.of("Asked for", words.dateTime(replay.requestedAt()) + " by " + who));
        facts.add(Row.of("Progress", progress(replay, words)));
        if (replay.finishedAt() != null) {
            facts.add(Row.of("Finished", words.dateTime(replay.finishedAt())));
        }
        if (replay.failure() != null) {
            facts.add(Row.of("Why it could not be made", replay.failure()));
        }
        return facts;
    }

    /** What it was compared with. */
    static String with(Compared compared) {
        return switch (compared.with()) {
            case SEAL -> "Balances sealed at the close of " + period(compared.period());
            case SNAPSHOT -> "Balances sealed at the close of " + period(compared.period()) + ", and all events since";
            case LIVE -> "The live ledger at the same point";
        };
    }

    private static String period(String period) {
        return period.startsWith("FY")
                ? "the financial year " + period.substring(2).replace('-', '–')
                : MONTH.format(YearMonth.parse(period));
    }
}
