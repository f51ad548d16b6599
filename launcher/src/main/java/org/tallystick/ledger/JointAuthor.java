package org.tallystick.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tallystick.bid.BidCommand;
import org.tallystick.bid.Certification;
import org.tallystick.bid.PartnerSight;
import org.tallystick.ledger.ModelCall.Bid;
import org.tallystick.platform.Actor;

/** What organisations do that make a bid together: one asks, others say what their part costs, agree, or go. */
final class JointAuthor {

    private final Author author;
    private final BudgetAuthor budgets;
    private final Map<String, Boolean> together = new HashMap<>();
    private final Map<String, Integer> tried = new HashMap<>();

    JointAuthor(Author author, BudgetAuthor budgets) {
        this.author = author;
        this.budgets = budgets;
    }

    /** What is missing of the partners of a bid that is being written; nothing where nothing is. */
    @Nullable
    Step next(ModelCall call, Bid bid) {
        if (!together.computeIfAbsent(bid.id, _ -> author.oneIn(author.orderly ? 4 : 3))) {
            return null;
        }
        if (bid.partners.isEmpty() || author.oneIn(30)) {
            // Now and then its own organisation, or one that is asked already.
            String partner = author.any(Cast.APPLICANTS);
            return partner.equals(bid.applicant) && !author.oneIn(10)
                    ? null
                    : step(bid.applicant, invited(bid, partner));
        }
        String partner = author.any(List.copyOf(bid.partners.keySet()));
        if (author.oneIn(25)) {
            return otherwise(bid, partner);
        }
        ModelPartner part = bid.partner(partner);
        boolean whole = bid.version("project") > 0 && (!part.agreed || author.oneIn(30));
        if (!whole) {
            return null;
        }
        boolean anew = tried.merge(bid.id + partner, 1, Integer::sum) % 4 == 0;
        return step(
                partner,
                part.budget == null || anew
                        ? new BidCommand.SaveBudget(
                                bid.id, read(bid.version(bid.budgetOf(partner))), budgets.budget(call, bid, partner))
                        : new BidCommand.AgreeAsPartner(
                                bid.id,
                                partner,
                                read(bid.version("part of " + partner)),
                                bid.version(bid.budgetOf(partner)),
                                Certification.OF_PARTNER));
    }

    private BidCommand invited(Bid bid, String partner) {
        return new BidCommand.InvitePartner(bid.id, partner, "Mentors", author.any(List.of(PartnerSight.values())));
    }

    /** The lead wants something else of it, or goes on without it, or it does not want to any more. */
    private Step otherwise(Bid bid, String partner) {
        return switch (author.random.nextInt(4)) {
            case 0 -> step(bid.applicant, new BidCommand.RemovePartner(bid.id, partner, "Other plans"));
            case 1 -> step(partner, new BidCommand.LeaveBid(bid.id, partner, "No worker is free"));
            default ->
                step(
                        bid.applicant,
                        new BidCommand.ChangePartner(
                                bid.id,
                                partner,
                                read(bid.version("part of " + partner)),
                                author.any(List.of("Mentors", "Meals")),
                                author.any(List.of(PartnerSight.values()))));
        };
    }

    /** The version that is there, or from a page that is out of date. */
    private int read(int version) {
        return Math.max(0, version - (author.oneIn(20) ? 1 : 0));
    }

    private Step step(String organisation, BidCommand command) {
        Actor lead = Cast.lead(organisation);
        return author.step(lead, command);
    }
}
