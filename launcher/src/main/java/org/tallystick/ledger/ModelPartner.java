package org.tallystick.ledger;

import org.jspecify.annotations.Nullable;
import org.tallystick.bid.Budget;

/** An organisation that takes part in a bid of the model beside its lead. */
final class ModelPartner {

    String work;
    boolean agreed;

    @Nullable
    Budget budget;

    ModelPartner(String work) {
        this.work = work;
    }
}
