package org.tallystick.award;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tallystick.award.AwardQuery.ClaimView;
import org.tallystick.award.AwardQuery.PaymentView;
import org.tallystick.platform.Ask;
import org.tallystick.platform.Command;
import org.tallystick.platform.Deed;
import org.tallystick.platform.Deed.Effect;
import org.tallystick.platform.Form;
import org.tallystick.platform.FormRows;
import org.tallystick.platform.Link;
import org.tallystick.platform.MoneyText;
import org.tallystick.platform.Row;
import org.tallystick.platform.Words;

/** What is done about the claim for a payment in arrears. */
record ClaimDeeds(PaymentView payment, Deed.Subject subject, Words words) {

    private static final String BOTH = "people of both organisations, and auditors";
    private static final String AMOUNT = "amountPence";
    private static final int LONGEST = 200;
    private static final int BLANK_ROWS = 3;

    /** What was spent, a row for each thing. */
    static final FormRows SPENT = new FormRows("spent", 100, List.of("description", "amount"), Set.of(), Set.of());

    Deed deed(AwardAct act) {
        return switch (act) {
            case CLAIM -> submit();
            case QUERY_CLAIM -> query();
            default -> accept();
        };
    }

    /** The form as it begins: with the claim that was asked about, or with a few empty rows. */
    Form start(Form form) {
        ClaimView claim = payment.claim();
        List<ClaimLine> spent = claim == null ? List.of() : claim.spent();
        SPENT.putCount(form, spent.isEmpty() ? BLANK_ROWS : spent.size());
        for (int i = 0; i < spent.size(); i++) {
            form.put("description-" + (i + 1), spent.get(i).description())
                    .put("amount-" + (i + 1), typed(spent.get(i).amountPence()));
        }
        return claim == null ? form : form.put(AMOUNT, typed(claim.amountPence()));
    }

    /** As one types it: the pound sign stands before the field. */
    private static String typed(long pence) {
        return MoneyText.sayPence(pence).replace("£", "");
    }

    private Deed submit() {
        ClaimView claim = payment.claim();
        return shown().deed(
                        "Claim payment " + payment.instalment(),
                        claim == null || claim.question().isEmpty()
                                ? "This payment is made after the spending. Say what you spent, and how much of it you"
                                        + " claim."
                                : "The funder asked: “" + claim.question() + "” Put the rows right, or say more in"
                                        + " them, and send the claim again.",
                        List.of(Ask.money(AMOUNT, "How much do you claim?", "At most " + sum())),
                        Effect.of(
                                "Send the claim to the funder",
                                "If you claim less than " + sum() + " and the claim is accepted, the rest will not be"
                                        + " paid. The funder may ask something first.",
                                BOTH,
                                "The claim is sent. The funder accepts it, or asks something."),
                        this::claim);
    }

    private Deed query() {
        return shown().deed(
                        "Ask about the claim",
                        "Use this if something is missing or unclear. The organisation answers by claiming again.",
                        List.of(Ask.text("reason", "What do you want to know?", "The organisation reads these words.")),
                        Effect.of(
                                "Send the question",
                                "The claim waits until the organisation has claimed again.",
                                BOTH,
                                "The question is sent."),
                        form -> AwardDeeds.reason(form)
                                .map(why -> new AwardCommand.QueryClaim(payment.awardId(), payment.instalment(), why)));
    }

    private Deed accept() {
        ClaimView claim = payment.claim();
        long rest = claim == null ? 0 : payment.amountPence() - claim.amountPence();
        String consequence = rest > 0
                ? MoneyText.say(rest) + " of the instalment will not be needed and goes back to the fund."
                        + " This cannot be undone."
                : "The payment can then be approved. This cannot be undone.";
        return shown().deed(
                        "Accept the claim",
                        "You say that the money was spent as agreed.",
                        List.of(),
                        Effect.of(
                                "Accept the claim of " + MoneyText.say(payment.amountPence() - rest),
                                consequence,
                                BOTH,
                                "The claim is accepted. The payment can be approved."),
                        _ -> Optional.of(new AwardCommand.AcceptClaim(payment.awardId(), payment.instalment())))
                .or(new Link(
                        "Ask something first",
                        "/awards/" + payment.awardId() + "/payments/" + payment.instalment() + "/query-claim"));
    }

    private Deed.Subject shown() {
        List<Row> facts = new ArrayList<>(subject.facts());
        ClaimView claim = payment.claim();
        if (claim != null) {
            facts.add(Row.of("Claimed", MoneyText.say(claim.amountPence()) + " on " + words.date(claim.submittedOn())));
            facts.add(Row.of("Spent", String.join("\n", lines(claim))));
            if (!claim.question().isEmpty()) {
                facts.add(Row.of("The funder asked", claim.question()));
            }
        }
        return subject.with(facts);
    }

    private static List<String> lines(ClaimView claim) {
        return claim.spent().stream()
                .map(line -> line.description() + ", " + MoneyText.sayPence(line.amountPence()))
                .toList();
    }

    private Optional<? extends Command> claim(Form form) {
        List<ClaimLine> spent = spent(form);
        Optional<Long> pence = form.pence(AMOUNT, "how much you claim");
        pence.filter(sum -> sum == 0).ifPresent(_ -> form.refuse(AMOUNT, "Claim more than £0."));
        if (form.hasProblems()) {
            return Optional.empty();
        }
        long total = ClaimLine.sumPence(spent);
        if (total < pence.orElseThrow()) {
            form.refuse(
                    AMOUNT,
                    "What was spent comes to " + MoneyText.say(total) + ". You cannot claim more than you spent.");
            return Optional.empty();
        }
        return Optional.of(
                new AwardCommand.SubmitClaim(payment.awardId(), payment.instalment(), pence.orElseThrow(), spent));
    }

    /** Rows into which nothing was typed are left out. */
    private static List<ClaimLine> spent(Form form) {
        List<ClaimLine> spent = new ArrayList<>();
        for (int row : SPENT.filled(form)) {
            String description = form.text("description-" + row, "Say what the money of row " + row + " was spent on.");
            if (description.length() > LONGEST) {
                form.refuse("description-" + row, "Use " + LONGEST + " characters or fewer.");
            }
            Optional<Long> pence = form.pence("amount-" + row, "the amount of row " + row);
            pence.filter(sum -> sum == 0)
                    .ifPresent(
                            _ -> form.refuse("amount-" + row, "The amount of row " + row + " must be more than £0."));
            if (!form.hasProblems()) {
                spent.add(new ClaimLine(description, pence.orElseThrow()));
            }
        }
        if (SPENT.filled(form).isEmpty()) {
            form.refuse("description-1", "Say what was spent, a row for each thing.");
        }
        return spent;
    }

    private String sum() {
        return MoneyText.say(payment.amountPence());
    }
}
