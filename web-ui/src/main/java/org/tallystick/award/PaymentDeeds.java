package org.tallystick.award;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;
import org.tallystick.award.AwardQuery.AwardView;
import org.tallystick.award.AwardQuery.PaymentView;
import org.tallystick.platform.Ask;
import org.tallystick.platform.Command;
import org.tallystick.platform.Deed;
import org.tallystick.platform.Deed.Effect;
import org.tallystick.platform.Form;
import org.tallystick.platform.Link;
import org.tallystick.platform.MoneyText;
import org.tallystick.platform.Row;
import org.tallystick.platform.Words;

/**
 * What is done to one payment.
 *
 * @param account where it is paid to, for who sends it to the bank; else empty
 * @param from the list the person works down, so that another way out of the page keeps it
 */
record PaymentDeeds(AwardView award, PaymentView payment, List<Row> account, Words words, String from) {

    private static final String BOTH = "people of both organisations, and auditors";

    Deed deed(AwardAct act) {
        return switch (act) {
            case CLAIM, QUERY_CLAIM, ACCEPT_CLAIM -> claim(act).deed(act);
            case APPROVE -> approve();
            case INSTRUCT -> instruct();
            case CONFIRM -> confirm();
            case FAIL -> fail();
            case CANCEL -> cancel();
            default -> lapse();
        };
    }

    /** What is done about its claim. */
    ClaimDeeds claim(AwardAct act) {
        return new ClaimDeeds(payment, subject(act.label()), words);
    }

    private Deed approve() {
        int missing = payment.approvalsNeeded() - payment.approvals();
        String then = missing <= 1
                ? "A payer can then send it to the bank."
                : "A second person has to approve it too before it can be paid.";
        return plain(
                AwardAct.APPROVE,
                "Approve payment " + payment.instalment(),
                "You say that it is right to pay this now. Who approves a payment cannot also send it.",
                Effect.of(
                        "Approve " + sum(),
                        then + " It can be taken back until then.",
                        BOTH,
                        "You have approved " + what()),
                new AwardCommand.ApprovePayment(id(), number()));
    }

    private Deed instruct() {
        return plain(
                AwardAct.INSTRUCT,
                "Send payment " + payment.instalment() + " to the bank",
                account.isEmpty()
                        ? "The organisation has no bank details that two people have confirmed: it cannot be paid yet."
                        : payment.attempts() == 0
                                ? "Pay it at your bank, to the account below, then record here that it is on its way."
                                : "The bank could not pay it before. Check that the bank details have been put right.",
                Effect.of(
                        "Record that " + sum() + " is on its way",
                        "It is paid to the account that two people confirmed, as it is today. Once it is with the bank it cannot be"
                                + " taken back here.",
                        BOTH,
                        "The bank has been told to make " + what()),
                new AwardCommand.InstructPayment(id(), number()));
    }

    private Deed confirm() {
        return subject("Payment " + number() + " was paid")
                .deed(
                        "Say that payment " + number() + " was paid",
                        "",
                        List.of(
                                Ask.line("bankReference", "Reference", "As it stands on the bank statement"),
                                Ask.day("effectiveOn", "When was it paid?", "For example, 22 11 2026")),
                        Effect.of(
                                "Record that " + sum() + " was paid",
                                "The payment is finished. If the bank sends it back later, that can be recorded.",
                                BOTH + "; the sum paid is public",
                                "Recorded as paid: " + what()),
                        form -> {
                            String reference = form.text("bankReference", "Enter the reference of the bank statement.");
                            Optional<LocalDate> day = form.date("effectiveOn", "the day it was paid");
                            return form.hasProblems()
                                    ? Optional.empty()
                                    : Optional.of(new AwardCommand.ConfirmPayment(
                                            id(), number(), payment.attempts(), reference, day.orElseThrow()));
                        })
                .or(new Link("It was not paid", way(AwardAct.FAIL)));
    }

    private Deed fail() {
        boolean bounced = payment.state() == PaymentState.PAID;
        return dated(
                bounced ? "The bank sent payment " + number() + " back" : "Payment " + number() + " failed",
                bounced
                        ? "Use this if the bank sent it back."
                                + " If the organisation sent money back, record that on the award instead."
                        : "",
                "What did the bank say?",
                "When did the bank say so?",
                Effect.warning(
                        bounced ? "Record that " + sum() + " came back" : "Record that it failed",
                        "The organisation does not have the money. When its bank details have been put right, the payment can be sent"
                                + " again.",
                        BOTH,
                        "Recorded as failed: " + what()),
                AwardAct.FAIL);
    }

    private Deed cancel() {
        return dated(
                "Take back the approval of payment " + number(),
                "",
                "For example: the account is being changed.",
                "On which day?",
                Effect.warning(
                        "Take the approval back",
                        "The payment cannot be sent until it is approved again.",
                        BOTH,
                        "The approval is taken back of " + what()),
                AwardAct.CANCEL);
    }

    private Deed lapse() {
        return dated(
                "Payment " + number() + " is not needed any more",
                "",
                "For example: the project ended early.",
                "On which day?",
                Effect.warning(
                        "Let " + sum() + " lapse",
                        "The organisation will never get this instalment. To pay it after all, a new award has to be made.",
                        BOTH,
                        "Not needed any more: " + what()),
                AwardAct.LAPSE);
    }

    private Deed plain(AwardAct act, String title, String lead, Effect effect, Command command) {
        return subject(act.label()).deed(title, lead, List.of(), effect, form -> Optional.of(command));
    }

    private Deed dated(String title, String lead, String hint, String when, Effect effect, AwardAct act) {
        return subject(act.label())
                .deed(
                        title,
                        lead,
                        List.of(Ask.reason(hint), Ask.day("effectiveOn", when, "For example, 22 11 2026")),
                        effect,
                        form -> command(act, form));
    }

    private Optional<Command> command(AwardAct act, Form form) {
        Optional<String> why = AwardDeeds.reason(form);
        Optional<LocalDate> day = AwardDeeds.day(form);
        if (form.hasProblems()) {
            return Optional.empty();
        }
        String reason = why.orElseThrow();
        LocalDate on = day.orElseThrow();
        return Optional.of(
                switch (act) {
                    case FAIL -> new AwardCommand.ReportPaymentFailure(id(), number(), payment.attempts(), reason, on);
                    case CANCEL -> new AwardCommand.CancelPayment(id(), number(), reason, on);
                    default -> new AwardCommand.LapseInstalment(id(), number(), reason, on);
                });
    }

    private Deed.Subject subject(String last) {
        List<Row> facts = new ArrayList<>(List.of(
                Row.of("To", payment.recipientName()),
                Row.of("Amount", sum()),
                Row.of("Due", due()),
                Row.of("State", AwardWords.state(payment).text())));
        facts.addAll(account);
        if (payment.attempts() > 0) {
            facts.add(Row.of("Sent to the bank", words.count(payment.attempts(), "time", "times")));
        }
        return new Deed.Subject(
                "Award: " + award.summary().title(),
                facts,
                AwardDeeds.crumbs(award.summary(), last),
                "/awards/" + id());
    }

    private String way(AwardAct act) {
        UriComponentsBuilder way =
                UriComponentsBuilder.fromPath("/awards/" + id() + "/payments/" + number() + "/" + act.key());
        return (from.isEmpty() ? way : way.queryParam("from", "{from}"))
                .encode()
                .buildAndExpand(from)
                .toUriString();
    }

    private String what() {
        return "payment " + number() + " of " + sum() + " to " + payment.recipientName() + ".";
    }

    private String due() {
        String day = words.date(payment.dueOn());
        return payment.state() == PaymentState.PAID ? day : day + ", " + words.due(payment.dueOn());
    }

    private String sum() {
        return MoneyText.say(payment.amountPence());
    }

    private int number() {
        return payment.instalment();
    }

    private String id() {
        return payment.awardId();
    }
}
