package org.tallystick.verifier;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who approved what a posting records, and which journal entry it takes back: it follows from the events before it. */
final class Provenance {

    /** The people who approved an instalment, by its payable account, in the order in which they did. */
    private final Map<String, String> approvers = new HashMap<>();

    /** The latest entry of a kind, by what it was about. */
    private final Map<String, Long> latest = new HashMap<>();

    /** Takes notice of an event whose postings were looked at. */
    void see(Event event) {
        JsonObject payload = event.payload();
        switch (event.type()) {
            case "award.PaymentApproved" ->
                approvers.merge(
                        "award:" + payload.text("awardId") + ":payable:" + payload.number("instalment"),
                        payload.text("approverId"),
                        (before, next) -> before + " " + next);
            case "award.PaymentCancelled" ->
                approvers.remove("award:" + payload.text("awardId") + ":payable:" + payload.number("instalment"));
            default -> {
                // The others approve nothing.
            }
        }
    }

    /** Takes notice of a posting that was looked at. */
    void see(Event event, Posting posting) {
        String about = switch (event.type()) {
            case "fund.MoneyCommitted" -> "committed " + posting.award();
            case "award.PaymentPaid" -> "paid " + posting.credit();
            case "award.InstalmentMadePayable" -> "payable " + posting.debit();
            case "award.GapRecorded" -> posting.contributor() + " carries " + posting.debit();
            default -> null;
        };
        if (about != null) {
            latest.put(about, event.position());
        }
    }

    /** The people who approved what a posting records; empty where nobody had to. */
    String approvedBy(Event event, Posting posting) {
        return switch (event.type()) {
            case "fund.MoneyCommitted" -> event.actor();
            case "award.InstalmentMadePayable" -> approvers.getOrDefault(posting.debit(), "");
            case "award.PaymentPaid" -> approvers.getOrDefault(posting.credit(), "");
            default -> "";
        };
    }

    /** The position of the entry that a posting takes back, if it takes one back. */
    @Nullable
    Long reversalOf(Event event, Posting posting) {
        return switch (event.type()) {
            case "fund.CommitmentReleased" -> latest.get("committed " + posting.award());
            case "award.PaymentBounced" -> latest.get("paid " + posting.debit());
            case "award.PaymentCancelled" -> latest.get("payable " + posting.credit());
            case "award.GapReleased" -> latest.get(posting.contributor() + " carries " + posting.credit());
            default -> null;
        };
    }
}
