package org.tallystick.ledger;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tallystick.award.AwardEvent;
import org.tallystick.bid.BidEvent;
import org.tallystick.bid.OverheadEvent;
import org.tallystick.bid.PoolShare;
import org.tallystick.call.GrantCallEvent;
import org.tallystick.fund.FundEvent;

/** Faults in what is rare in random histories, each planted anew for each history. */
final class Planting {

    private static final int TENTH = 10;

    private Planting() {}

    /** What is set aside for a call is posted for the first of its funds only. */
    static Planted secondFundForgotten() {
        Map<String, String> first = new HashMap<>();
        return Planted.posting(event -> event instanceof FundEvent.MoneyAllocated e
                        && !first.computeIfAbsent(e.callId(), _ -> e.fundId()).equals(e.fundId())
                ? List.of()
                : PostingRules.postings(event));
    }

    /** What is set aside for a call after it was decided is not posted. */
    static Planted promotionNotSetAside() {
        Set<String> decided = new HashSet<>();
        return Planted.posting(event -> {
            if (event instanceof GrantCallEvent.DecisionApproved e) {
                decided.add(e.callId());
            }
            return event instanceof FundEvent.MoneyAllocated e && decided.contains(e.callId())
                    ? List.of()
                    : PostingRules.postings(event);
        });
    }

    /** A tenth is kept of what awards pay of shared costs. */
    static Planted aTenthOfSharedCosts() {
        return Planted.keeping(event -> event instanceof OverheadEvent.OverheadsClaimed e
                ? new OverheadEvent.OverheadsClaimed(
                        e.organisationId(),
                        e.awardId(),
                        e.shares().stream().map(Planting::tenth).toList())
                : event);
    }

    private static PoolShare tenth(PoolShare share) {
        return new PoolShare(
                share.organisationId(),
                share.financialYear(),
                share.pool(),
                Math.max(1, share.recoveredPence() / TENTH),
                share.poolPence());
    }

    /** Of the gaps that a partner carries of the award of a bid, the last is not posted. */
    static Planted jointGapForgotten() {
        Map<String, String> bids = new HashMap<>();
        Set<String> partners = new HashSet<>();
        return Planted.posting(event -> {
            List<Posting> postings = PostingRules.postings(event);
            switch (event) {
                case BidEvent.BidStarted e -> bids.put(e.bidId(), e.callId());
                case BidEvent.PartnerAgreed e -> partners.add(bids.getOrDefault(e.bidId(), "") + e.partner());
                case AwardEvent.GapRecorded e
                when partners.contains(e.callId() + e.recipient()) && !postings.isEmpty() -> {
                    return postings.subList(0, postings.size() - 1);
                }
                default -> {}
            }
            return postings;
        });
    }
}
