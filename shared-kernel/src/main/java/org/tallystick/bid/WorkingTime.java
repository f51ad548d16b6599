package org.tallystick.bid;

import java.math.BigInteger;
import org.tallystick.platform.Require;
import org.tallystick.platform.Split;

/**
 * How much somebody works, as a part of full time.
 *
 * @param measure how it is given
 * @param hundredths 1 to 100,000: of a full-time post (50 is half a post), or of an hour a week (1850 is 18.5)
 * @param fullTimeHundredths what full time is in the same measure: 100 for posts, 100 to 6,000 for hours a week
 */
public record WorkingTime(Measure measure, int hundredths, int fullTimeHundredths) {

    /** How working time is given. */
    public enum Measure {
        FULL_TIME_EQUIVALENT,
        HOURS_A_WEEK
    }

    private static final int ONE_POST = 100;

    public WorkingTime {
        Require.given(measure, "measure");
        Require.between(hundredths, 1, 100_000, "hundredths");
        int longest = measure == Measure.FULL_TIME_EQUIVALENT ? ONE_POST : 6_000;
        Require.between(fullTimeHundredths, ONE_POST, longest, "fullTimeHundredths");
    }

    /** In hundredths of a full-time post. */
    public static WorkingTime posts(int hundredths) {
        return new WorkingTime(Measure.FULL_TIME_EQUIVALENT, hundredths, ONE_POST);
    }

    /** In hundredths of an hour a week. */
    public static WorkingTime weeklyHours(int hundredths, int fullTimeHundredths) {
        return new WorkingTime(Measure.HOURS_A_WEEK, hundredths, fullTimeHundredths);
    }

    /** In hundredths of a full-time equivalent, rounded half up and never to nothing. */
    public int fullTimeEquivalentHundredths() {
        return (int) Math.max(1, of(ONE_POST));
    }

    /** The part of a full-time sum that is due for it, to the penny, half up. */
    public long of(long fullTimePence) {
        return Split.halfUp(
                BigInteger.valueOf(fullTimePence).multiply(BigInteger.valueOf(hundredths)),
                BigInteger.valueOf(fullTimeHundredths));
    }

    /** "2 full-time posts", "0.5 of a full-time post" or "18.5 of 37 hours a week". */
    public String words() {
        String number = InWords.hundredths(hundredths);
        return switch (measure) {
            case HOURS_A_WEEK -> number + " of " + InWords.hundredths(fullTimeHundredths) + " hours a week";
            case FULL_TIME_EQUIVALENT ->
                hundredths < ONE_POST
                        ? number + " of a full-time post"
                        : number + (hundredths == ONE_POST ? " full-time post" : " full-time posts");
        };
    }
}
