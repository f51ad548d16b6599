package org.tallystick.verifier;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Accuracy: the parts of a sum are together the sum, from the decision to the last payment. */
final class NothingLostInSplits extends ControlTest {

    /** What is left of awards and of instalments, in pence, by their name. */
    private final Map<String, Long> pence = new HashMap<>();

    NothingLostInSplits() {
        super(
                "Nothing lost in splits",
                "The instalments of an award are together what was committed to it, and each is approved, paid, sent back"
                        + " or let lapse with exactly its sum.");
    }

    @Override
    void see(Event event, List<Posting> made) {
        JsonObject payload = event.payload();
        switch (event.type()) {
            case "fund.MoneyCommitted" -> pence.put(payload.text("awardId"), ControlTests.pence(payload));
            case "award.AwardCommitted" -> schedule(event);
            case "award.AgreementSigned" -> compare(event, payload.text("awardId"));
            case "award.InstalmentReduced" -> reduce(payload);
            case "award.InstalmentMadePayable",
                    "award.PaymentPaid",
                    "award.PaymentBounced",
                    "award.PaymentCancelled",
                    "award.MoneyLapsed" -> compare(event, ControlTests.instalment(payload));
            default -> {
                // Moves no part of an award.
            }
        }
    }

    private void schedule(Event event) {
        String award = event.payload().text("awardId");
        long all = 0;
        for (JsonObject instalment : event.payload().objects("instalments")) {
            long part = ControlTests.pence(instalment);
            pence.put("payment " + instalment.number("number") + " of award " + award, part);
            all += part;
        }
        tested();
        Long committed = pence.put(award, all);
        if (committed != null && committed != all) {
            found(
                    event.position(),
                    "The instalments of award " + award + " are together " + Posting.say(all) + ", and "
                            + Posting.say(committed) + " was committed to it.");
        }
    }

    private void reduce(JsonObject payload) {
        long less = -ControlTests.pence(payload);
        pence.merge(ControlTests.instalment(payload), less, Long::sum);
        pence.merge(payload.text("awardId"), less, Long::sum);
    }

    private void compare(Event event, String what) {
        long sum = ControlTests.pence(event.payload());
        Long whole = pence.get(what);
        tested();
        if (whole != null && whole != sum) {
            found(
                    event.position(),
                    "It moves " + Posting.say(sum) + " of " + what + ", which has " + Posting.say(whole) + ".");
        }
    }
}
