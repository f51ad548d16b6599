package org.tallystick.bid;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;

/**
 * What awards pay of one organisation's shared costs. Every decision that makes such an award writes here, so that of
 * two funders who decide at the same moment the second sees what the first pays for.
 */
public class OverheadRecovery {

    private static final String PREFIX = "overheads:";

    @SuppressWarnings("NullAway.Init")
    @AggregateIdentifier
    private String id;

    private final Map<String, List<PoolShare>> claims = new LinkedHashMap<>();

    /** For replay, and before the first claim. */
    public OverheadRecovery() {}

    /** The id under which the history keeps that of an organisation. */
    public static String idOf(String organisationId) {
        return PREFIX + organisationId;
    }

    /** The awards that pay for something now. */
    public List<String> awards() {
        return List.copyOf(claims.keySet());
    }

    /** An award came to nothing. */
    public void release(String awardId) {
        apply(new OverheadEvent.OverheadsReleased(id.substring(PREFIX.length()), awardId));
    }

    /** An award is to pay for shares of pools; refused where a pool of a year would be paid for more than once. */
    public void claim(String ofOrganisation, String awardId, List<PoolShare> shares) {
        List<PoolShare> others = claims.values().stream().flatMap(List::stream).toList();
        List<PoolShare.Overrun> overruns = PoolShare.overruns(shares, others);
        if (!overruns.isEmpty()) {
            throw Rejection.of(
                    Refusal.PAID_TWICE,
                    "amounts",
                    overruns.stream().map(PoolShare.Overrun::sentence).collect(Collectors.joining(" ")));
        }
        apply(new OverheadEvent.OverheadsClaimed(ofOrganisation, awardId, shares));
    }

    @EventSourcingHandler
    void evolve(OverheadEvent event) {
        switch (event) {
            case OverheadEvent.OverheadsClaimed e -> {
                id = idOf(e.organisationId());
                claims.put(e.awardId(), e.shares());
            }
            case OverheadEvent.OverheadsReleased e -> claims.remove(e.awardId());
        }
    }
}
