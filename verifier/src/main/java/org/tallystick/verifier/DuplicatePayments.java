package org.tallystick.verifier;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Occurrence: payments that look alike. */
final class DuplicatePayments extends ControlTest {

    /** A payment that was made. */
    private record Paid(long position, String instalment) {}

    /** The latest payment of those that look alike. */
    private final Map<String, Paid> paid = new HashMap<>();

    /** What the latest payment of an instalment looks like. */
    private final Map<String, String> looks = new HashMap<>();

    DuplicatePayments() {
        super(
                "Duplicate payments",
                "No organisation gets the same sum twice on one day, unless the bank had sent the first back.");
    }

    @Override
    void see(Event event, List<Posting> made) {
        boolean pays = event.type().equals("award.PaymentPaid");
        if (!pays && !event.type().equals("award.PaymentBounced")) {
            return;
        }
        JsonObject payload = event.payload();
        String instalment = ControlTests.instalment(payload);
        String alike = payload.text("recipient") + " £" + Posting.pounds(ControlTests.pence(payload));
        if (!pays) {
            paid.remove(looks.getOrDefault(instalment, ""));
            return;
        }
        tested();
        looks.put(instalment, alike + " " + event.effectiveOn());
        Paid before = paid.put(alike + " " + event.effectiveOn(), new Paid(event.position(), instalment));
        if (before != null) {
            found(
                    event.position(),
                    "It pays " + alike + " on " + event.effectiveOn() + " for " + instalment + ", as did position "
                            + before.position() + " for " + before.instalment() + ".");
        }
    }
}
