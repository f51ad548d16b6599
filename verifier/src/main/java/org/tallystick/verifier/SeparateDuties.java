package org.tallystick.verifier;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Segregation of duties: what takes two people had two. */
final class SeparateDuties extends ControlTest {

    /** Who had a hand in something, by what it was. */
    private final Map<String, Set<String>> hands = new HashMap<>();

    private final Map<String, String> recipients = new HashMap<>();

    SeparateDuties() {
        super(
                "Separate duties",
                "Deciding about an award, approving a payment and paying it are different people's work; whoever approves"
                        + " a payment had no hand in the bank details; two people see to bank details; whoever wrote"
                        + " a call or recommended awards does not approve them. Grants taken over from a published"
                        + " register, which one program enters, are left out.");
    }

    @Override
    void see(Event event, List<Posting> made) {
        JsonObject payload = event.payload();
        switch (event.type()) {
            case "award.AwardCommitted" -> {
                recipients.put(payload.text("awardId"), payload.text("recipient"));
                hand("award " + payload.text("awardId"), payload.text("decidedBy"));
            }
            case "award.PublishedGrantRecorded" -> hands.remove("award " + payload.text("awardId"));
            case "award.PaymentApproved" -> {
                require(event, payload.text("approverId"), "award " + payload.text("awardId"));
                hand(ControlTests.instalment(payload), payload.text("approverId"));
            }
            case "award.PaymentCancelled" -> hands.remove(ControlTests.instalment(payload));
            case "award.PaymentInstructed" -> {
                pays(event, payload.text("payerId"));
                approversHadNoHandIn(event);
            }
            case "award.PaymentPaid" -> pays(event, event.actor());
            default -> seeOthers(event, payload);
        }
    }

    private void seeOthers(Event event, JsonObject payload) {
        switch (event.type()) {
            case "registry.BankDetailsProposed" ->
                begin("bank details of " + payload.text("organisationId"), payload.text("proposedBy"));
            case "registry.BankDetailsConfirmed" -> {
                String what = "bank details of " + payload.text("organisationId");
                require(event, payload.text("confirmedBy"), what);
                hand(what, payload.text("confirmedBy"));
            }
            case "call.CallDrafted", "call.CallRedrafted" -> hand("call " + payload.text("callId"), event.actor());
            case "call.CallApproved" -> require(event, event.actor(), "call " + payload.text("callId"));
            case "call.AwardsRecommended", "call.PromotionRecommended" ->
                begin("recommendation for call " + payload.text("callId"), event.actor());
            case "call.DecisionApproved", "call.PromotionApproved" ->
                require(event, event.actor(), "recommendation for call " + payload.text("callId"));
            default -> {
                // Takes one person.
            }
        }
    }

    private void pays(Event event, String payer) {
        require(event, payer, "award " + event.payload().text("awardId"));
        require(event, payer, ControlTests.instalment(event.payload()));
    }

    private void approversHadNoHandIn(Event event) {
        String recipient = recipients.get(event.payload().text("awardId"));
        for (String approver : hands.getOrDefault(ControlTests.instalment(event.payload()), Set.of())) {
            require(event, approver, "bank details of " + recipient);
        }
    }

    /** Something begins anew with that person. */
    private void begin(String what, String person) {
        hands.put(what, new HashSet<>(Set.of(person)));
    }

    private void hand(String what, String person) {
        hands.computeIfAbsent(what, _ -> new HashSet<>()).add(person);
    }

    private void require(Event event, String person, String what) {
        tested();
        if (!person.isEmpty() && hands.getOrDefault(what, Set.of()).contains(person)) {
            found(event.position(), person + " does this and had a hand in " + what + " before.");
        }
    }
}
