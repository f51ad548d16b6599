package org.tallystick.verifier;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Occurrence: no instalment is paid twice. */
final class PaidOnce extends ControlTest {

    private final Map<String, Long> paid = new HashMap<>();

    PaidOnce() {
        super("Paid once", "No instalment of an award is paid again, unless the bank had sent it back between.");
    }

    @Override
    void see(Event event, List<Posting> made) {
        if (event.type().equals("award.PaymentPaid")) {
            tested();
            String instalment = ControlTests.instalment(event.payload());
            Long before = paid.put(instalment, event.position());
            if (before != null) {
                found(
                        event.position(),
                        "It pays " + instalment + ", which was paid at position " + before + " already.");
            }
        } else if (event.type().equals("award.PaymentBounced")) {
            paid.remove(ControlTests.instalment(event.payload()));
        }
    }
}
