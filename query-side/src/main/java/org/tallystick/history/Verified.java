package org.tallystick.history;

import org.jspecify.annotations.Nullable;
import org.tallystick.history.VerificationQuery.Verdict;

/**
 * How a verification came out.
 *
 * @param position of the history up to which it looked
 * @param wrongPosition the first at which something is wrong, where it is at one
 * @param wrong what is wrong, or why it was not done; empty where it came out good
 */
public record Verified(
        Verdict verdict, long position, @Nullable Long wrongPosition, String wrong) {

    private static final int LONGEST = 1_000;

    public Verified {
        wrong = wrong.length() <= LONGEST ? wrong : wrong.substring(0, LONGEST) + "…";
    }

    /** Nothing is wrong up to a position. */
    public static Verified good(long position) {
        return new Verified(Verdict.GOOD, position, null, "");
    }

    /** It did not come to an end. */
    public static Verified notDone(long position, String why) {
        return new Verified(Verdict.NOT_DONE, position, null, why);
    }
}
