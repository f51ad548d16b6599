package org.tallystick.registry;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tallystick.platform.CommandContext;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;

/** Where one organisation is paid: the details that hold, and those that wait for a second person. */
public final class BankAccount {

    private OrganisationEvent.@Nullable BankDetailsProposed proposed;
    private @Nullable BankDetails confirmed;
    private Set<String> people = Set.of();

    /** The details that hold now; refuses where none do. */
    public BankDetails requireConfirmed() {
        if (confirmed == null) {
            throw Rejection.of(
                    Refusal.NO_BANK_DETAILS, "The organisation has no bank details that two people confirmed.");
        }
        return confirmed;
    }

    /** The two who gave and confirmed the details that hold, and have no hand in payments to them; or nobody. */
    public Set<String> people() {
        return people;
    }

    /** Refuses those two. */
    public void requireNoneOfThem(CommandContext context, String deed) {
        if (people.contains(context.actor().personId())) {
            throw Rejection.of(
                    Refusal.SAME_PERSON,
                    "You gave or confirmed the bank details that this payment goes to; somebody else must " + deed
                            + ".");
        }
    }

    OrganisationEvent.BankDetailsProposed requireProposed() {
        if (proposed == null) {
            throw Rejection.of(Refusal.WRONG_STATE, "No bank details wait for a second person.");
        }
        return proposed;
    }

    void requireProposed(BankDetails entered) {
        BankDetails waiting = requireProposed().bankDetails();
        if (!waiting.sortCode().equals(entered.sortCode())
                || !waiting.accountNumber().equals(entered.accountNumber())
                || !waiting.accountName().equalsIgnoreCase(entered.accountName())) {
            throw Rejection.of(
                    Refusal.INVALID,
                    "bankDetails",
                    "These are not the bank details that wait: compare both with the organisation's own paper.");
        }
    }

    void evolve(OrganisationEvent event) {
        switch (event) {
            case OrganisationEvent.BankDetailsProposed e -> proposed = e;
            case OrganisationEvent.BankDetailsConfirmed e -> {
                people = proposed == null ? Set.of(e.confirmedBy()) : Set.of(proposed.proposedBy(), e.confirmedBy());
                confirmed = e.bankDetails();
                proposed = null;
            }
            case OrganisationEvent.BankDetailsRejected _ -> proposed = null;
            default -> {}
        }
    }
}
