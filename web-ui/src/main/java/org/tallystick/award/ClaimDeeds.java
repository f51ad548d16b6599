package org.tallystick.award;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tallystick.award.AwardQuery.ClaimView;
import org.tallystick.award.AwardQuery.PaymentView;
import org.tallystick.platform.Ask;
import org.tallystick.platform.Command;
import org.tallystick.platform.Deed;
import org.tallystick.platform.Deed.Effect;
import org.tallystick.platform.Form;
import org.tallystick.platform.Link;
import org.tallystick.platform.MoneyText;
import org.tallystick.platform.Row;
import org.tallystick.platform.Typed;
import org.tallystick.platform.Words;

/** What is done about the claim for a payment in arrears. */
record ClaimDeeds(PaymentView payment, Deed.Subject subject, Words words) {

    private static final String BOTH = "people of both organisations, and auditors";
    private static final String SPENT = "spent";
    private static final String AMOUNT = "amountPence";
    /** What was bought, and its sum at the end, after a space or a colon. */
    private static final Pattern LINE = Pattern.compile("(.*\\S)(?:\\s+|:)(£?[\\d,]*\\d(?:\\.\\d{1,2})?)");

    Deed deed(AwardAct act) {
        return switch (act) {
            case CLAIM -> submit();
            case QUERY_CLAIM -> query();
            default -> accept();
        };
    }

    /** The form as it begins: with the claim that was asked about. */
    Form start(Form form) {
        ClaimView claim = payment.claim();
        if (claim != null) {
            form.put(AMOUNT, MoneyText.sayPence(claim.amountPence()));
            form.put(SPENT, String.join("\n", lines(claim)));
        }
        return form;
    }

    private Deed submit() {
        return shown().deed(
                        "Claim payment " + payment.instalment(),
                        "This payment is made after the spending. Say what you spent, and how much of it you claim.",
                        List.of(
                                Ask.text(
                                        SPENT,
                                        "What was spent?",
                                        "A line each, with the sum at its end, like: Wages April to June, 3,250.40"),
                                Ask.money(AMOUNT, "How much do you claim?", "At most " + sum())),
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
        List<ClaimLine> spent = new ArrayList<>();
        for (String line : form.text(SPENT, "Say what was spent.").split("\\R")) {
            if (!line.isBlank()) {
                line(form, line.strip()).ifPresent(spent::add);
            }
        }
        Optional<Long> pence = form.pence(AMOUNT, "how much you claim");
        pence.filter(sum -> sum == 0).ifPresent(_ -> form.refuse(AMOUNT, "Claim more than £0."));
        if (form.hasProblems()) {
            return Optional.empty();
        }
        long total = ClaimLine.sumPence(spent);
        if (total < pence.orElseThrow()) {
            form.refuse(
                    AMOUNT, "The lines come to " + MoneyText.say(total) + ". You cannot claim more than you spent.");
            return Optional.empty();
        }
        return Optional.of(
                new AwardCommand.SubmitClaim(payment.awardId(), payment.instalment(), pence.orElseThrow(), spent));
    }

    private static Optional<ClaimLine> line(Form form, String text) {
        Matcher parts = LINE.matcher(text);
        if (parts.matches()
                && MoneyText.parse(parts.group(2), "the sum") instanceof Typed.Read<Long> read
                && read.value() > 0) {
            return Optional.of(new ClaimLine(parts.group(1).replaceAll("[\\s,:;]+$", ""), read.value()));
        }
        form.refuse(SPENT, "End the line “" + text + "” with what it cost, like: Rent of the room, 120.");
        return Optional.empty();
    }

    private String sum() {
        return MoneyText.say(payment.amountPence());
    }
}
