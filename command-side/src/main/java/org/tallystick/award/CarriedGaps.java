package org.tallystick.award;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;

/** What each organisation of an award carries because nobody pays for it, the one that leads first. */
final class CarriedGaps {

    /** None at all before it is on record; an organisation that carries nothing may stand in it. */
    private final Map<String, List<Gap>> byOrganisation = new LinkedHashMap<>();

    /** Refuses to put it on record twice. */
    void requireNotOnRecord() {
        if (!byOrganisation.isEmpty()) {
            throw Rejection.of(Refusal.WRONG_STATE, "It is on record already who carries the gap of this award.");
        }
    }

    /** Nobody need carry anything: one event for each who would have, in the order in which it was recorded. */
    List<AwardEvent.GapReleased> released(String awardId, String fundId, @Nullable String callId) {
        return byOrganisation.entrySet().stream()
                .filter(one -> !one.getValue().isEmpty())
                .map(one -> new AwardEvent.GapReleased(awardId, fundId, callId, one.getKey(), one.getValue()))
                .toList();
    }

    void evolve(AwardEvent event) {
        if (event instanceof AwardEvent.GapRecorded e) {
            byOrganisation.put(e.recipient(), e.gaps());
        }
    }
}
