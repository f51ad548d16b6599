package org.tallystick.award;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tallystick.award.AwardQuery.AgreementView;
import org.tallystick.award.AwardQuery.AwardView;
import org.tallystick.platform.Ask;
import org.tallystick.platform.Command;
import org.tallystick.platform.Deed;
import org.tallystick.platform.Deed.Effect;
import org.tallystick.platform.Form;
import org.tallystick.platform.MoneyText;
import org.tallystick.platform.Option;
import org.tallystick.platform.Row;
import org.tallystick.platform.Words;

/**
 * Putting the agreement to the organisation.
 *
 * @param before the version offered before, if there is one
 */
record OfferDeed(AwardView award, @Nullable AgreementView before, Words words) {

    private static final int DAYS_TO_SIGN = 28;
    private static final int USUAL_MONTHS = 12;

    Deed deed(Deed.Subject subject) {
        String recipient = award.summary().recipientName();
        return subject.with(facts())
                .deed(
                        AwardAct.OFFER.label(),
                        before == null
                                ? "Write what " + recipient + " agrees to. The money and the days of payment are as"
                                        + " decided, and stand in the letter by themselves."
                                : "A new version takes the place of version " + before.version()
                                        + ", which can then no longer be signed. Both stay on record.",
                        asks(),
                        Effect.of(
                                "Offer the agreement to " + recipient,
                                "The organisation can read and sign it at once. You can replace it until it is signed.",
                                "people of both organisations, and auditors",
                                "The agreement is offered. " + recipient + " can sign or decline."),
                        this::command);
    }

    /** The form as it begins: as it was offered before, or with what is known of the award. */
    Form start(Form form) {
        form.putReadVersion(award.agreementVersion());
        form.putDate("expiresOn", words.today().plusDays(DAYS_TO_SIGN));
        if (before == null) {
            LocalDate first = award.payments().isEmpty()
                    ? words.today()
                    : award.payments().getFirst().dueOn();
            form.put("purpose", award.purpose());
            form.putDate("startsOn", first);
            return form.putDate("endsOn", first.plusMonths(USUAL_MONTHS).minusDays(1));
        }
        AgreementTerms terms = before.terms();
        form.put("purpose", terms.purpose());
        form.put("eligibleCost", terms.eligibleCost());
        form.put("conditions", String.join("\n", terms.conditions()));
        form.put("outcomes", String.join("\n", terms.outcomes()));
        form.putDate("startsOn", terms.startsOn());
        form.putDate("endsOn", terms.endsOn());
        form.putAll("inArrears", terms.inArrears().stream().map(String::valueOf).toList());
        return form.put("advanceNeed", terms.advanceNeed());
    }

    private List<Row> facts() {
        Reporting reporting = Reporting.of(award.summary().awardedPence());
        return List.of(
                Row.of("Organisation", award.summary().recipientName()),
                Row.of("Amount", MoneyText.say(award.summary().awardedPence())),
                Row.of(
                        "Payments",
                        award.payments().stream()
                                .map(payment ->
                                        MoneyText.say(payment.amountPence()) + " by " + words.date(payment.dueOn()))
                                .collect(Collectors.joining("; "))),
                Row.of("Reports, for an award of this size", reporting.words()));
    }

    private List<Ask> asks() {
        return List.of(
                Ask.text("purpose", "What is the money for?", "As the organisation and you understand it"),
                Ask.text("eligibleCost", "What may it be spent on?", "Say too what it may not be spent on"),
                Ask.text("outcomes", "What is to be different for people?", "Each on a line of its own"),
                Ask.text(
                        "conditions",
                        "What has to be kept to? (optional)",
                        "Each on a line of its own, and as few as you can"),
                Ask.day("startsOn", "First day of the work", ""),
                Ask.day("endsOn", "Last day of the work", ""),
                Ask.checkboxes(
                        "inArrears",
                        "Which payments are made only after the spending, against a claim?",
                        "Leave all empty to pay in advance, which is normal for small organisations",
                        award.payments().stream()
                                .map(payment -> Option.of(
                                        String.valueOf(payment.instalment()),
                                        "Payment " + payment.instalment() + ", "
                                                + MoneyText.say(payment.amountPence())))
                                .toList()),
                Ask.text(
                        "advanceNeed",
                        "Why are the others paid in advance?",
                        "A sentence is enough, like: it has six weeks of reserves and pays its staff monthly."),
                Ask.day("expiresOn", "Last day on which it can be signed", "After that day the money is free again"));
    }

    private Optional<? extends Command> command(Form form) {
        String purpose = form.text("purpose", "Say what the money is for.");
        String eligible = form.text("eligibleCost", "Say what the money may be spent on.");
        form.text("outcomes", "Say what is to be different for people.");
        Optional<LocalDate> starts = form.date("startsOn", "the first day of the work");
        Optional<LocalDate> ends = form.date("endsOn", "the last day of the work");
        Optional<LocalDate> expires = form.date("expiresOn", "the last day on which it can be signed");
        List<Integer> inArrears = inArrears(form);
        String need = form.optionalText("advanceNeed");
        if (need.isEmpty() && inArrears.size() < award.payments().size()) {
            form.refuse("advanceNeed", "Say why money is paid in advance.");
        }
        return form.hasProblems()
                ? Optional.empty()
                : Optional.of(new AwardCommand.OfferAgreement(
                        award.summary().awardId(),
                        form.readVersion(),
                        new AgreementTerms(
                                purpose,
                                eligible,
                                lines(form, "conditions"),
                                lines(form, "outcomes"),
                                starts.orElseThrow(),
                                ends.orElseThrow(),
                                inArrears,
                                need),
                        expires.orElseThrow()));
    }

    private static List<Integer> inArrears(Form form) {
        List<Integer> numbers = new ArrayList<>();
        for (String number : form.values("inArrears")) {
            if (number.matches("\\d{1,3}")) {
                numbers.add(Integer.parseInt(number));
            }
        }
        return numbers;
    }

    private static List<String> lines(Form form, String name) {
        return Arrays.stream(form.optionalText(name).split("\\R"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
