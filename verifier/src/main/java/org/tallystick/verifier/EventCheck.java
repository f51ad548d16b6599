package org.tallystick.verifier;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Check 4: payload and metadata of every event are those that its leaf names, and none is missing. In the pack of a
 * fund those are there that concern it: all of the fund, and all of each award that draws on it.
 */
final class EventCheck {

    private final @Nullable String fund;
    private final Set<String> awards = new HashSet<>();
    private final Map<String, Long> awardsWithout = new HashMap<>();
    private @Nullable Wrong wrong;
    private long events;
    private long positions;

    EventCheck(@Nullable String fund) {
        this.fund = fund;
    }

    /** Takes the next segment. */
    void add(Segment segment) {
        found(segment.eventWrong());
        events += segment.given().size();
        positions += segment.leaves().size();
        if (fund != null && wrong == null) {
            ofFund(segment, fund);
        }
    }

    /** Says what was found, else what it covered. */
    String finish() {
        if (wrong != null) {
            throw wrong;
        }
        for (String award : awards) {
            Long without = awardsWithout.get(award);
            if (without != null) {
                throw new Wrong(without, "The event at this position, of an award of the fund, is missing.");
            }
        }
        return fund == null
                ? "%,d, each the one that was recorded".formatted(events)
                : "%,d of %,d, those of fund %s".formatted(events, positions, fund);
    }

    /** Whether nothing wrong was found so far. */
    boolean isGood() {
        return wrong == null;
    }

    private void ofFund(Segment segment, String fundId) {
        Set<Long> given = new HashSet<>(segment.given());
        for (Leaf leaf : segment.leaves()) {
            boolean there = given.contains(leaf.position());
            if (leaf.type().startsWith("fund.") && leaf.aggregate().equals(fundId) && !there) {
                found(new Wrong(leaf.position(), "The event at this position, of the fund, is missing."));
                return;
            }
            if (leaf.type().startsWith("award.")) {
                if (there) {
                    awards.add(leaf.aggregate());
                } else {
                    awardsWithout.putIfAbsent(leaf.aggregate(), leaf.position());
                }
            }
        }
        for (Event event : segment.events()) {
            if (event.type().equals("fund.MoneyCommitted")) {
                awards.add(event.payload().text("awardId"));
            }
        }
    }

    private void found(@Nullable Wrong what) {
        wrong = wrong == null ? what : wrong;
    }

    /** The kinds of events it wants to see. */
    static List<String> types() {
        return List.of("fund.MoneyCommitted");
    }
}
