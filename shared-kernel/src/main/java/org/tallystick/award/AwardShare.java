package org.tallystick.award;

import java.util.List;

/**
 * What one of several organisations gets of an award, which goes to the one that leads.
 *
 * @param name what to call it
 * @param awardedPence over all years
 * @param gaps what nobody pays for of its part, and who carries it
 */
public record AwardShare(String organisationId, String name, long awardedPence, List<Gap> gaps) {

    public AwardShare {
        gaps = List.copyOf(gaps);
    }
}
