package org.tallystick.assessment;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.tallystick.assessment.AssessmentQuery.BidsSideBySide;
import org.tallystick.assessment.AssessmentQuery.ComparedBid;
import org.tallystick.assessment.AssessmentQuery.SideBySide;
import org.tallystick.bid.BidWords;
import org.tallystick.call.CallWords;
import org.tallystick.call.GrantCallQuery;
import org.tallystick.call.GrantCallQuery.CallView;
import org.tallystick.platform.Access;
import org.tallystick.platform.Csv;
import org.tallystick.platform.Option;
import org.tallystick.platform.Page;
import org.tallystick.platform.Paged;
import org.tallystick.platform.Paging;
import org.tallystick.platform.Sides;
import org.tallystick.platform.StateTag;
import org.tallystick.registry.ByAndForStanding;

/** The bids of a call that has closed, side by side: for the body that holds it, and auditors. */
@Page
class ReceivedBidsPage {

    private static final int LONGEST_SEARCH = 200;

    private final Sides sides;

    ReceivedBidsPage(Sides sides) {
        this.sides = sides;
    }

    /** A bid beside the others. */
    record Line(CallBids.Line of, StateTag state) {}

    /** What a column is called in the address, and what it puts in order. */
    private enum Column {
        RANK(BidOrder.RANK),
        ORGANISATION(BidOrder.ORGANISATION),
        ASKED(BidOrder.ASKED),
        COST(BidOrder.FULL_COST),
        GAP(BidOrder.GAP),
        PAID(BidOrder.RECOVERY);

        private final BidOrder order;

        Column(BidOrder order) {
            this.order = order;
        }

        static BidOrder of(String sort) {
            String name = sort.startsWith("-") ? sort.substring(1) : sort;
            return Arrays.stream(values())
                    .filter(column -> column.name().equalsIgnoreCase(name))
                    .map(column -> column.order)
                    .findFirst()
                    .orElse(BidOrder.RANK);
        }
    }

    /** What the list was asked for, as it stands in the address. */
    record Asked(String callId, String q, String standing, String sort) {

        BidsSideBySide query(int page, int size) {
            String search = q.strip();
            return new BidsSideBySide(
                    callId,
                    search.isEmpty() ? null : search.substring(0, Math.min(LONGEST_SEARCH, search.length())),
                    only().orElse(null),
                    Column.of(sort),
                    sort.startsWith("-"),
                    page,
                    size);
        }

        private Optional<ByAndForStanding> only() {
            return Arrays.stream(ByAndForStanding.values())
                    .filter(one -> one.name().equals(standing))
                    .findFirst();
        }

        String csv() {
            return UriComponentsBuilder.fromPath("/calls/{callId}/bids.csv")
                    .queryParam("q", "{q}")
                    .queryParam("standing", "{standing}")
                    .queryParam("sort", "{sort}")
                    .encode()
                    .buildAndExpand(callId, q, standing, sort)
                    .toUriString();
        }
    }

    @GetMapping("/calls/{callId}/bids")
    String list(
            @PathVariable String callId,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String standing,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Access.require(sides.actor(), BidsSideBySide.class);
        CallView call = sides.ask(new GrantCallQuery.OneCall(callId));
        Asked asked = new Asked(callId, q, standing, sort);
        model.addAttribute("call", call);
        model.addAttribute("summary", call.summary());
        model.addAttribute("state", CallWords.state(call.summary().state()));
        model.addAttribute("asked", asked);
        model.addAttribute("sort", sort.isEmpty() ? "rank" : sort);
        model.addAttribute("csv", asked.csv());
        model.addAttribute("standings", standings());
        boolean closed = hasClosed(call);
        @Nullable SideBySide bids = closed ? sides.ask(asked.query(Math.max(1, page), Paging.USUAL_SIZE)) : null;
        model.addAttribute("bids", bids != null && bids.bids() == 0 ? null : bids);
        if (bids != null) {
            model.addAttribute(
                    "paging", new Paging(page, Paging.USUAL_SIZE, bids.page().total()));
            model.addAttribute(
                    "lines",
                    bids.page().items().stream()
                            .map(bid -> new Line(new CallBids.Line(bid), BidWords.state(bid.state())))
                            .toList());
        }
        return "assessment/received";
    }

    @GetMapping("/calls/{callId}/bids.csv")
    void csv(
            @PathVariable String callId,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String standing,
            @RequestParam(defaultValue = "") String sort,
            HttpServletResponse response)
            throws IOException {
        Access.require(sides.actor(), BidsSideBySide.class);
        Asked asked = new Asked(callId, q, standing, sort);
        Csv.write(
                response,
                "bids.csv",
                List.of(
                        "Bid",
                        "Title",
                        "Organisation",
                        "Organisation id",
                        "Place",
                        "Rank",
                        "Score",
                        "By and for",
                        "Asked for",
                        "Full cost",
                        "Gap",
                        "Paid for",
                        "State"),
                page -> sides.ask(asked.query(page, Paged.MOST)).page(),
                ReceivedBidsPage::cells);
    }

    private static List<String> cells(ComparedBid bid) {
        CallBids.Line line = new CallBids.Line(bid);
        Ranking.Place rank = bid.rank();
        return List.of(
                bid.bidId(),
                bid.title(),
                bid.applicantName(),
                bid.applicant(),
                bid.place(),
                rank == null ? "" : String.valueOf(rank.rank()),
                rank == null ? "" : line.score(),
                line.standing(),
                Csv.pounds(bid.recovery().askedPence()),
                Csv.pounds(bid.recovery().fullCostPence()),
                Csv.pounds(bid.recovery().gapPence()),
                line.paidFor(),
                BidWords.state(bid.state()).text());
    }

    private static boolean hasClosed(CallView call) {
        return switch (call.summary().state()) {
            case DRAFTED, SCHEDULED, OPEN, WITHDRAWN -> false;
            case CLOSED, ASSESSING, DECIDED, INFORMED, ARCHIVED -> true;
        };
    }

    private static List<Option> standings() {
        return List.of(
                Option.of("", "All"),
                Option.of(ByAndForStanding.VERIFIED.name(), "Verified"),
                Option.of(ByAndForStanding.CLAIMED.name(), "Claimed, not verified"),
                Option.of(ByAndForStanding.NONE.name(), "Neither"));
    }
}
