package org.tallystick.award;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tallystick.award.AwardQuery.AgreementView;
import org.tallystick.award.AwardQuery.AwardSummary;
import org.tallystick.award.AwardQuery.AwardView;
import org.tallystick.platform.Ask;
import org.tallystick.platform.Command;
import org.tallystick.platform.Deed;
import org.tallystick.platform.Deed.Effect;
import org.tallystick.platform.Form;
import org.tallystick.platform.Link;
import org.tallystick.platform.MoneyText;
import org.tallystick.platform.Option;
import org.tallystick.platform.Row;
import org.tallystick.platform.Words;

/**
 * What is done to an award as a whole.
 *
 * @param agreement the version on offer, or offered last, if any
 */
record AwardDeeds(AwardView award, @Nullable AgreementView agreement, Words words) {

    private static final String BOTH = "people of both organisations, and auditors; the state of the award is public";
    private static final int MOST_PAYMENTS = 60;
    private static final String AGREED = "agreed";
    private static final Ask DAY = Ask.day("effectiveOn", "On which day?", "For example, 22 11 2026");

    Deed deed(AwardAct act) {
        String sum = MoneyText.say(summary().awardedPence());
        String recipient = summary().recipientName();
        return switch (act) {
            case OFFER -> new OfferDeed(award, agreement, words).deed(subject(act));
            case SIGN -> sign(sum);
            case DECLINE ->
                withReason(
                        act,
                        "You do not have to take it. The reason helps the funder to do better.",
                        "For example: we cannot deliver this within the year.",
                        Effect.warning(
                                "Decline " + sum,
                                "The award ends and its money goes back to the fund, at once. It cannot be taken up again.",
                                BOTH,
                                "The award is declined. The funder sees it at once."));
            case RESCIND ->
                withReason(
                        act,
                        "",
                        "Tell the organisation why. It reads these words.",
                        Effect.warning(
                                "Take back " + sum + " from " + recipient,
                                "The award ends and its money is free again, at once. To give it after all, a new award has to be made.",
                                BOTH,
                                "The award is taken back. Its money is free again."));
            case RETURN -> moneyBack();
            case SUSPEND ->
                withReason(
                        act,
                        "Use this while something has to be cleared up.",
                        "Tell the organisation what has to be cleared up, and by when.",
                        Effect.warning(
                                "Suspend the award",
                                "Nothing new is approved or sent to the bank until it is resumed. A payment that is with the bank"
                                        + " already still goes through.",
                                BOTH,
                                "The award is suspended."));
            case RESUME ->
                withReason(
                        act,
                        "",
                        "Say how the matter was cleared up.",
                        Effect.of("Resume the award", "Payments go on, at once.", BOTH, "The award is running again."));
            default -> close();
        };
    }

    private Deed sign(String sum) {
        List<Ask> asks = new ArrayList<>();
        if (agreement != null) {
            String version = String.valueOf(agreement.version());
            asks.add(Ask.checkboxes(
                    AGREED,
                    "Do you agree?",
                    "",
                    List.of(Option.of(
                            version,
                            "I have read version " + version + " of the agreement, and I may sign for "
                                    + summary().recipientName()))));
        }
        asks.add(DAY);
        return subject(AwardAct.SIGN)
                .deed(
                        agreement == null ? "Sign for the award" : AwardAct.SIGN.label(),
                        "Read what the money is for and when it is paid. "
                                + (agreement == null ? "There is no agreement beside it. " : "")
                                + "If something is not right, speak to "
                                + summary().funderName() + " before you sign.",
                        asks,
                        Effect.of(
                                "Sign for " + sum,
                                "You agree, for " + summary().recipientName()
                                        + ", to use the money for the purpose above. From then on "
                                        + summary().funderName()
                                        + " owes you the payments. This cannot be undone here.",
                                BOTH,
                                "The agreement is signed. Payments are made on the agreed days."),
                        this::signature)
                .or(new Link("We do not want to take this award", "/awards/" + id() + "/decline"));
    }

    private Optional<Command> signature(Form form) {
        Optional<LocalDate> day = day(form);
        String agreed = form.value(AGREED);
        if (agreement != null && !agreed.matches("\\d{1,6}")) {
            form.refuse(AGREED, "Tick the box if you have read the agreement and may sign it.");
        }
        return form.hasProblems()
                ? Optional.empty()
                : Optional.of(new AwardCommand.SignAgreement(
                        id(), agreement == null ? null : Integer.valueOf(agreed), day.orElseThrow()));
    }

    private Deed moneyBack() {
        return subject(AwardAct.RETURN)
                .deed(
                        AwardAct.RETURN.label(),
                        "Record it when it is in your bank. Up to "
                                + MoneyText.say(summary().paidPence() - award.returnedPence()) + " can come back.",
                        List.of(
                                Ask.money("amountPence", "Amount sent back", "Like 12,450 or 12,450.67"),
                                Ask.reason("For example: the project cost less."),
                                Ask.day("effectiveOn", "When did it arrive?", "For example, 22 11 2026")),
                        Effect.of(
                                "Record the money that came back",
                                "It cannot be deleted. The ledger shows it as returned by the organisation.",
                                BOTH,
                                "The money that came back is recorded."),
                        form -> {
                            Optional<Long> pence = form.pence("amountPence", "the amount sent back");
                            Optional<String> why = reason(form);
                            Optional<LocalDate> day = day(form);
                            return form.hasProblems()
                                    ? Optional.empty()
                                    : Optional.of(new AwardCommand.RecordReturn(
                                            id(), pence.orElseThrow(), why.orElseThrow(), day.orElseThrow()));
                        });
    }

    private Deed close() {
        return subject(AwardAct.CLOSE)
                .deed(
                        AwardAct.CLOSE.label(),
                        "Every instalment is paid or not needed.",
                        List.of(),
                        Effect.of(
                                "Close the award",
                                "A closed award cannot be opened again. Money that comes back later can still be recorded.",
                                BOTH,
                                "The award is closed."),
                        form -> Optional.of(new AwardCommand.CloseAward(id())));
    }

    private Deed withReason(AwardAct act, String lead, String hint, Effect effect) {
        return subject(act)
                .deed(
                        act.label(),
                        lead,
                        List.of(Ask.reason(hint)),
                        effect,
                        form -> reason(form).map(why -> command(act, why)));
    }

    private Command command(AwardAct act, String why) {
        return switch (act) {
            case DECLINE -> new AwardCommand.DeclineAward(id(), why);
            case RESCIND -> new AwardCommand.RescindAward(id(), why, words.today());
            case SUSPEND -> new AwardCommand.SuspendAward(id(), why);
            case RESUME -> new AwardCommand.ResumeAward(id(), why);
            default -> throw new IllegalArgumentException(act + " takes no reason alone.");
        };
    }

    private Deed.Subject subject(AwardAct act) {
        List<Row> facts = new ArrayList<>(List.of(
                Row.of("Organisation", summary().recipientName()),
                Row.of("Amount", MoneyText.say(summary().awardedPence())),
                Row.of("Purpose", award.purpose())));
        if (act == AwardAct.SIGN) {
            if (agreement != null) {
                facts.clear();
                facts.addAll(LetterRows.of(agreement, words));
            }
            award.payments().stream()
                    .limit(MOST_PAYMENTS)
                    .forEach(payment -> facts.add(Row.of(
                            "Payment " + payment.instalment(),
                            MoneyText.say(payment.amountPence()) + " by " + words.date(payment.dueOn())
                                    + basis(payment.instalment()))));
            if (agreement != null) {
                facts.add(LetterRows.whole(agreement));
            }
        } else {
            facts.add(Row.of("Paid so far", MoneyText.say(summary().paidPence())));
        }
        return new Deed.Subject(
                "Award: " + summary().title(), facts, crumbs(summary(), act.label()), "/awards/" + id());
    }

    private String basis(int instalment) {
        if (agreement == null) {
            return "";
        }
        return agreement.terms().inArrears().contains(instalment)
                ? ", against a claim for what was spent"
                : ", in advance";
    }

    static List<Link> crumbs(AwardSummary award, String last) {
        return List.of(
                new Link("Home", "/"),
                new Link("Awards", "/awards"),
                new Link(award.title(), "/awards/" + award.awardId()),
                new Link(last, ""));
    }

    static Optional<String> reason(Form form) {
        String why = form.text("reason", "Say why. The reason is kept with what you do.");
        return why.isEmpty() ? Optional.empty() : Optional.of(why);
    }

    static Optional<LocalDate> day(Form form) {
        return form.date("effectiveOn", "the day");
    }

    private AwardSummary summary() {
        return award.summary();
    }

    private String id() {
        return award.summary().awardId();
    }
}
