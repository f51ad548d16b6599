package org.tallystick.bid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tallystick.assessment.AssessmentQuery;
import org.tallystick.assessment.AssessmentQuery.RankedBid;
import org.tallystick.assessment.Ranking;
import org.tallystick.bid.BidQuery.BidSummary;
import org.tallystick.bid.BidQuery.BidView;
import org.tallystick.call.CallWords;
import org.tallystick.call.GrantCallQuery;
import org.tallystick.call.GrantCallQuery.CallView;
import org.tallystick.platform.Access;
import org.tallystick.platform.Page;
import org.tallystick.platform.Paged;
import org.tallystick.platform.Paging;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Sides;
import org.tallystick.platform.StateTag;
import org.tallystick.registry.OrganisationQuery.OneOrganisation;

/** The bids that came for a call, side by side: what each asks for, what the work costs, and how it was scored. */
@Page
class ReceivedBidsPage {

    /** Each line opens its bid and its organisation, so a page has few. */
    private static final int SIZE = 25;

    private final Sides sides;

    ReceivedBidsPage(Sides sides) {
        this.sides = sides;
    }

    /**
     * A bid beside the others.
     *
     * @param rank "1", "2, shared"; empty while nobody has scored it
     * @param score "4.2 of 5"
     * @param paidFor the part of the full cost that is paid for
     * @param byAndFor whether the organisation is verified as led by, and serving, the people it is for
     */
    record Line(
            BidSummary bid,
            StateTag state,
            String rank,
            String score,
            String place,
            long gapPence,
            String paidFor,
            boolean byAndFor) {}

    @GetMapping("/calls/{callId}/bids")
    String list(@PathVariable String callId, @RequestParam(defaultValue = "1") int page, Model model) {
        Access.require(sides.actor(), BidQuery.Bids.class);
        CallView call = sides.ask(new GrantCallQuery.OneCall(callId));
        Paged<BidSummary> all = sides.ask(new BidQuery.Bids(callId, null, 1, Paged.MOST));
        Map<String, Ranking.Place> places = places(callId);
        List<BidSummary> inOrder = new ArrayList<>(all.items());
        inOrder.sort(Comparator.comparingInt((BidSummary bid) -> rank(places.get(bid.bidId())))
                .thenComparing(BidSummary::applicantName));
        Paging paging = new Paging(page, SIZE, inOrder.size());
        model.addAttribute("call", call);
        model.addAttribute("summary", call.summary());
        model.addAttribute("state", CallWords.state(call.summary().state()));
        model.addAttribute("paging", paging);
        model.addAttribute(
                "lines",
                inOrder.stream()
                        .skip(paging.offset())
                        .limit(SIZE)
                        .map(bid -> line(bid, places.get(bid.bidId())))
                        .toList());
        model.addAttribute("scored", !places.isEmpty());
        model.addAttribute(
                "askedPence",
                all.items().stream().mapToLong(BidSummary::askedPence).sum());
        model.addAttribute(
                "fullCostPence",
                all.items().stream().mapToLong(BidSummary::fullCostPence).sum());
        return "bid/received";
    }

    private Line line(BidSummary bid, Ranking.@Nullable Place place) {
        BidView view = sides.ask(new BidQuery.OneBid(bid.bidId()));
        FullCost cost = view.budget().fullCost();
        Project project = view.project().project();
        return new Line(
                bid,
                BidWords.state(bid.state()),
                place == null ? "" : place.rank() + (place.tied() ? ", shared" : ""),
                place == null ? "" : YearWriter.decimal(place.averageHundredths()) + " of 5",
                project == null ? "" : project.place(),
                cost == null ? 0 : cost.recovery().gapPence(),
                cost == null ? "" : cost.recovery().rate().percent(),
                byAndFor(bid.applicant()));
    }

    private boolean byAndFor(String organisationId) {
        try {
            return sides.ask(new OneOrganisation(organisationId)).summary().byAndFor();
        } catch (Rejection none) {
            return false;
        }
    }

    /** By bid; nothing for those who may not see scores, or while there are none. */
    private Map<String, Ranking.Place> places(String callId) {
        try {
            return sides.askIfAllowed(new AssessmentQuery.RankingOf(callId)).orElse(List.of()).stream()
                    .filter(ranked -> ranked.place().rank() > 0)
                    .collect(Collectors.toMap(RankedBid::bidId, RankedBid::place, (one, _) -> one));
        } catch (Rejection notYet) {
            return Map.of();
        }
    }

    private static int rank(Ranking.@Nullable Place place) {
        return place == null ? Integer.MAX_VALUE : place.rank();
    }
}
