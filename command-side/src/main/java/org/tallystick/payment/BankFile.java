package org.tallystick.payment;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;

/** A file for the bank: written once, and never changed. */
public class BankFile {

    // Null until the first event: an aggregate that seems to have an id already is stored under that one.
    @SuppressWarnings("NullAway.Init")
    @AggregateIdentifier
    private String fileId;

    /** For replay. */
    protected BankFile() {}

    /** A new file, whose payments have been instructed. */
    public BankFile(PaymentEvent.PaymentsExported written) {
        apply(written);
    }

    @EventSourcingHandler
    void evolve(PaymentEvent event) {
        fileId = event.fileId();
    }

    /** Its id. */
    public String fileId() {
        return fileId;
    }
}
