package org.tallystick.assessment;

import java.math.BigDecimal;
import java.util.List;
import org.tallystick.assessment.AssessmentQuery.AssessmentSummary;
import org.tallystick.platform.Option;
import org.tallystick.platform.StateTag;
import org.tallystick.platform.Tone;

/** How assessments are said. */
public final class AssessmentWords {

    private static final String OUT_OF = " of " + Score.MOST_POINTS;

    private AssessmentWords() {}

    /** A state as its tag. */
    public static StateTag state(AssessmentState state) {
        return switch (state) {
            case INVITED -> StateTag.of("Invited", Tone.WAITING);
            case ACCEPTED -> StateTag.of("To be scored", Tone.WAITING);
            case SUBMITTED -> StateTag.of("Scores given", Tone.GOOD);
            case DECLINED -> StateTag.of("Not taken on", Tone.PLAIN);
            case RECUSED -> StateTag.of("Stepped back", Tone.PLAIN);
        };
    }

    /** What the project is called. */
    static String title(AssessmentSummary summary) {
        return summary.bidTitle().isEmpty() ? "Bid of " + summary.applicantName() : summary.bidTitle();
    }

    /** "3.45 of 5", from the points of {@link Ranking#points}. */
    static String total(long points) {
        return BigDecimal.valueOf(points, 2).stripTrailingZeros().toPlainString() + OUT_OF;
    }

    /** "4 of 5". */
    static String points(int points) {
        return points + OUT_OF;
    }

    /** From nothing to the most, with what the ends mean. */
    static List<Option> choices() {
        return List.of(
                new Option("0", "0: not at all", ""),
                new Option("1", "1: weak", ""),
                new Option("2", "2: nearer to weak", ""),
                new Option("3", "3: nearer to strong", ""),
                new Option("4", "4: strong", ""),
                new Option("5", "5: as strong as can be", ""));
    }
}
