package org.tallystick.assessment;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tallystick.assessment.AssessmentQuery.BidsSideBySide;
import org.tallystick.assessment.AssessmentQuery.ComparedBid;
import org.tallystick.assessment.AssessmentQuery.SideBySide;
import org.tallystick.bid.BidState;
import org.tallystick.bid.Recovery;
import org.tallystick.platform.FakeSides;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Paged;
import org.tallystick.registry.ByAndForStanding;

/** Bids of a call beside one another. */
final class SideBySideSamples {

    private SideBySideSamples() {}

    /** The bid of o-2: £50,000 asked for in 2027-28, of a full cost of £106,316.14. */
    static ComparedBid kitchen(Ranking.@Nullable Place rank) {
        return bid("b-submitted", "o-2", "A door <that> opens", ByAndForStanding.VERIFIED, rank);
    }

    static ComparedBid bid(
            String bidId, String applicant, String title, ByAndForStanding standing, Ranking.@Nullable Place rank) {
        return new ComparedBid(
                bidId,
                applicant,
                applicant.equals("o-2") ? "Second Chance Kitchen" : "Organisation " + applicant,
                List.of(),
                title,
                "Northmoor",
                BidState.SUBMITTED,
                standing,
                new Recovery(10_631_614, 5_000_000, 1_000_000),
                List.of(new YearAmount(new FinancialYear(2027), 5_000_000)),
                rank,
                2,
                0);
    }

    static Ranking.Place place(String bidId, int rank, long hundredths) {
        return new Ranking.Place(bidId, rank, false, 2, hundredths * 2, hundredths);
    }

    /** So many bids, none of them scored. */
    static List<ComparedBid> many(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> bid("b-" + i, "o-" + (100 + i), "Project " + i, ByAndForStanding.NONE, null))
                .toList();
    }

    /** Answers with these, page by page. */
    static void into(FakeSides sides, List<ComparedBid> bids) {
        sides.answer(BidsSideBySide.class, query -> {
            Paged.Request request = new Paged.Request(query.page(), query.size());
            return new SideBySide(
                    query.callId(),
                    bids.stream().anyMatch(bid -> bid.rank() != null),
                    false,
                    bids.size(),
                    Recovery.together(bids.stream().map(ComparedBid::recovery).toList()),
                    new Paged<>(
                            bids.stream()
                                    .skip(request.offset())
                                    .limit(request.size())
                                    .toList(),
                            bids.size(),
                            request.page(),
                            request.size()));
        });
    }
}
