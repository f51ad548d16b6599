package org.tallystick.registry;

import java.util.List;
import java.util.regex.Pattern;
import org.tallystick.platform.Require;

/**
 * What an organisation says of itself to be by-and-for: shares only, never anything about an individual.
 *
 * @param groups codes of the DEI Data Standard taxonomy, DEI010000 to DEI099999, 1 to 20
 * @param boardPercent share of the board that belongs to the groups, 0 to 100
 * @param seniorStaffPercent share of senior staff, 0 to 100
 * @param servedPercent share of the people supported, 0 to 100
 */
public record ByAndForClaim(List<String> groups, int boardPercent, int seniorStaffPercent, int servedPercent) {

    /** Led by, from the DEI Data Standard: this share of the board or more. */
    public static final int LED_BY_BOARD_PERCENT = 75;
    /** Led by: and this share of senior staff or more. */
    public static final int LED_BY_SENIOR_STAFF_PERCENT = 50;
    /** Serves: this share of the people supported or more. */
    public static final int SERVES_PERCENT = 75;

    private static final Pattern CODE = Pattern.compile("DEI0[1-9]\\d{4}");

    public ByAndForClaim {
        groups = Require.list(groups, "groups", 1, 20);
        if (!groups.stream().allMatch(code -> CODE.matcher(code).matches())) {
            throw Require.invalid("groups", "must be codes of the DEI taxonomy, such as DEI010000.");
        }
        Require.between(boardPercent, 0, 100, "boardPercent");
        Require.between(seniorStaffPercent, 0, 100, "seniorStaffPercent");
        Require.between(servedPercent, 0, 100, "servedPercent");
    }

    /** Whether the organisation is led by the people it names. */
    public boolean ledBy() {
        return boardPercent >= LED_BY_BOARD_PERCENT && seniorStaffPercent >= LED_BY_SENIOR_STAFF_PERCENT;
    }

    /** Whether it serves the people it names. */
    public boolean serves() {
        return servedPercent >= SERVES_PERCENT;
    }
}
