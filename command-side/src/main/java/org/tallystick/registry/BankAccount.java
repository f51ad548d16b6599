package org.tallystick.registry;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;

/** Where one organisation is paid: the details that hold, and those that wait for a second person. */
final class BankAccount {

    private OrganisationEvent.@Nullable BankDetailsProposed proposed;
    private OrganisationEvent.@Nullable BankDetailsConfirmed confirmed;

    Optional<OrganisationEvent.BankDetailsConfirmed> confirmed() {
        return Optional.ofNullable(confirmed);
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
                confirmed = e;
                proposed = null;
            }
            case OrganisationEvent.BankDetailsRejected _ -> proposed = null;
            default -> {}
        }
    }
}
