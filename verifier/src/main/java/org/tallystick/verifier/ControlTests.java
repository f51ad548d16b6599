package org.tallystick.verifier;

import java.util.List;
import java.util.Set;

/** The control tests that need no more than the events. */
final class ControlTests {

    private static final Set<String> OTHER_TYPES = Set.of(
            PeriodClose.TYPE,
            "registry.BankDetailsProposed",
            "registry.BankDetailsConfirmed",
            "call.CallDrafted",
            "call.CallRedrafted",
            "call.CallApproved",
            "call.AwardsRecommended",
            "call.DecisionApproved",
            "call.PromotionRecommended",
            "call.PromotionApproved");

    private ControlTests() {}

    static List<ControlTest> all() {
        return List.of(
                new RecordedInOrder(),
                new NothingLostInSplits(),
                new PaidOnce(),
                new DuplicatePayments(),
                new SeparateDuties(),
                new BackDated(),
                new WithinCommitment(),
                new BankDetailsChanged());
    }

    /** Whether one of them wants to see events of that type, beside those of funds and awards. */
    static boolean concern(String type) {
        return OTHER_TYPES.contains(type);
    }

    /** The money of an event, in pence. */
    static long pence(JsonObject event) {
        return event.objects("slices").stream()
                .mapToLong(slice -> slice.number("amountPence"))
                .reduce(0, Math::addExact);
    }

    /** An instalment of an award, as a key and in words. */
    static String instalment(JsonObject payload) {
        return "payment " + payload.number("instalment") + " of award " + payload.text("awardId");
    }
}
