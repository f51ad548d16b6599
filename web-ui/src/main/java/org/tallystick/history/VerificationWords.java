package org.tallystick.history;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.tallystick.history.VerificationQuery.Verdict;
import org.tallystick.history.VerificationQuery.VerificationView;
import org.tallystick.platform.StateTag;
import org.tallystick.platform.Tone;
import org.tallystick.platform.Words;

/**
 * How the history was verified, as pages say it.
 *
 * @param state in a word or two
 * @param how it came out, and when
 * @param wrong what is wrong; empty where nothing is
 * @param toDo what to do about it; empty where there is nothing to do
 * @param alarm what must not be overlooked; empty where there is no such thing
 */
public record VerificationWords(StateTag state, String how, String wrong, String toDo, String alarm) {

    private static final Duration LONG_AGO = Duration.ofDays(3);

    /** Of the last verification; none where the history was never verified. */
    public static VerificationWords of(@Nullable VerificationView last, Words words) {
        if (last == null) {
            return new VerificationWords(
                    StateTag.of("Not yet", Tone.WAITING),
                    "The history was not verified yet",
                    "",
                    "It is verified soon after the start and then every day, once the log is signed. Whoever runs this"
                            + " installation can do so at any time, with “tallystick verify-live”.",
                    "");
        }
        String when = words.dateTime(last.verifiedAt());
        String upTo = "up to event " + words.number(last.position());
        return switch (last.verdict()) {
            case GOOD -> good(last, when, upTo, words);
            case NOT_GOOD ->
                new VerificationWords(
                        StateTag.of("Not good", Tone.LATE),
                        "Verified " + upTo + " on " + when,
                        last.wrong(),
                        "Trust no figure from there on. Leave the database, its back-ups and the file of the log's key as"
                                + " they are. Compare the newest checkpoint that you or a witness kept with this log,"
                                + " and have “tallystick verify-live” run again, which names every check.",
                        "The history is not what it was: verified on " + when + ", it came out not good"
                                + at(last.wrongPosition(), words) + ".");
            case NOT_DONE ->
                new VerificationWords(
                        StateTag.of("Could not be verified", Tone.LATE),
                        "Tried on " + when,
                        last.wrong(),
                        "Ask whoever runs this installation to look into it and to run “tallystick verify-live”. It is"
                                + " tried again every hour.",
                        "The history could not be verified on " + when + at(last.wrongPosition(), words) + ".");
        };
    }

    private static VerificationWords good(VerificationView last, String when, String upTo, Words words) {
        boolean longAgo = words.isPast(last.verifiedAt().plus(LONG_AGO));
        return new VerificationWords(
                longAgo ? StateTag.of("Good, long ago", Tone.WAITING) : StateTag.of("Good", Tone.GOOD),
                "Verified " + upTo + " on " + when,
                "",
                longAgo
                        ? "It should be verified every day. Ask whoever runs this installation why it is not and to run"
                                + " “tallystick verify-live”."
                        : "",
                "");
    }

    private static String at(@Nullable Long position, Words words) {
        return position == null ? "" : " at event " + words.number(position);
    }

    /** One in the list of all. */
    public record Line(StateTag state, String when, String upTo, String wrong, String by) {}

    /** Of one in the list of all. */
    public static Line line(VerificationView one, Words words) {
        StateTag state = switch (one.verdict()) {
            case GOOD -> StateTag.of("Good", Tone.GOOD);
            case NOT_GOOD -> StateTag.of("Not good" + at(one.wrongPosition(), words), Tone.LATE);
            case NOT_DONE -> StateTag.of("Could not be verified", Tone.LATE);
        };
        return new Line(
                state,
                words.dateTime(one.verifiedAt()),
                words.number(one.position()),
                one.verdict() == Verdict.GOOD ? "" : one.wrong(),
                one.askedFor() ? "Somebody who runs this installation" : "The installation itself");
    }
}
