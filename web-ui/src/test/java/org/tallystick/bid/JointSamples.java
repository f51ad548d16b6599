package org.tallystick.bid;

import java.util.List;
import org.tallystick.bid.BidQuery.BidSummary;
import org.tallystick.bid.BidQuery.BidView;
import org.tallystick.bid.BidQuery.BudgetView;
import org.tallystick.bid.BidQuery.PartnerView;
import org.tallystick.bid.BidQuery.SavedPart;

/**
 * Bids made together: "b-joint" is led by o-2 with Harbour House as a partner that has agreed and the Long Table that
 * has not said anything; in "b-asked", "b-read" and "b-written" o-2 is a partner of Harbour House, which lets it see
 * its own part, read all, and write.
 */
final class JointSamples {

    static final String HARBOUR = "o-7";

    private JointSamples() {}

    static BidView asLead() {
        BidView alone = BidSamples.view("b-whole", BidState.STARTED, BidSamples.whole());
        List<PartnerView> partners = List.of(
                partner(HARBOUR, "Harbour <House>", PartnerSight.READ, PartnerState.AGREED, true),
                partner("o-8", "The Long Table", PartnerSight.OWN_PART, PartnerState.INVITED, false));
        return view("b-joint", alone, "o-2", "Second Chance Kitchen", alone.budget(), partners, null);
    }

    static BidView asPartner(PartnerSight sight) {
        BidView alone = BidSamples.view("b-whole", BidState.STARTED, BidSamples.whole());
        String id = switch (sight) {
            case OWN_PART -> "b-asked";
            case READ -> "b-read";
            case WRITE -> "b-written";
        };
        PartnerView own = partner("o-2", "Second Chance Kitchen", sight, PartnerState.INVITED, true);
        BudgetView lead = sight.readsAll() ? alone.budget() : BudgetView.NONE;
        return view(id, alone, HARBOUR, "Harbour <House>", lead, List.of(own), sight);
    }

    private static PartnerView partner(String id, String name, PartnerSight sight, PartnerState state, boolean costed) {
        Budget budget = new Budget(id, BidSamples.budget().years());
        return new PartnerView(
                id,
                name,
                "Two <mentors>",
                sight,
                5,
                state,
                state == PartnerState.AGREED ? BidSamples.SAVED : null,
                0,
                costed
                        ? new BudgetView(
                                new SavedPart(4, "p-9", BidSamples.SAVED),
                                budget,
                                FullCost.of(budget),
                                "",
                                List.of(),
                                List.of())
                        : BudgetView.NONE);
    }

    private static BidView view(
            String id,
            BidView alone,
            String lead,
            String leadName,
            BudgetView budget,
            List<PartnerView> partners,
            @org.jspecify.annotations.Nullable PartnerSight sight) {
        BidSummary was = alone.summary();
        List<BidTask> tasks = new java.util.ArrayList<>(sight == null ? alone.tasks() : List.of());
        partners.forEach(partner -> tasks.add(new BidTask(
                BidPart.PARTNER,
                partner.organisationId(),
                true,
                partner.state() == PartnerState.AGREED ? List.of() : List.of(BidTask.notAgreed(partner.name())))));
        return new BidView(
                new BidSummary(
                        id,
                        was.callId(),
                        was.callTitle(),
                        was.callState(),
                        was.closesAt(),
                        lead,
                        leadName,
                        was.title(),
                        was.state(),
                        was.askedPence(),
                        was.fullCostPence(),
                        tasks.size(),
                        (int) tasks.stream().filter(BidTask::done).count(),
                        null),
                alone.version(),
                alone.callVersion(),
                tasks,
                alone.eligibility(),
                alone.project(),
                sight == PartnerSight.OWN_PART ? List.of() : alone.questions(),
                budget,
                null,
                "",
                null,
                null,
                partners,
                sight);
    }
}
