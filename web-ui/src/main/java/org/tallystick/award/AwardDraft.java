package org.tallystick.award;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tallystick.fund.FundQuery.FundView;
import org.tallystick.fund.FundWords;
import org.tallystick.fund.Slice;
import org.tallystick.platform.Deeds;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Form;
import org.tallystick.platform.Option;
import org.tallystick.platform.Rejection;

/**
 * An award that is being written: the form of it, with as many instalments as the person has asked for, named
 * {@code dueOn-1}, {@code financialYear-1}, {@code amount-1} and so on.
 */
record AwardDraft(FundView fund, String recipient, Form form) {

    private static final int MOST_INSTALMENTS = 60;

    /** How many instalments the form has. */
    public int instalments() {
        String text = form.value("instalments");
        return text.matches("\\d{1,2}") ? Math.clamp(Integer.parseInt(text), 1, MOST_INSTALMENTS) : 1;
    }

    /** Their numbers. */
    public List<Integer> numbers() {
        return IntStream.rangeClosed(1, instalments()).boxed().toList();
    }

    /** One more: in the same year and for the same sum as the one before, which is what most schedules want. */
    void add() {
        int last = instalments();
        int more = Math.min(MOST_INSTALMENTS, last + 1);
        form.put("instalments", String.valueOf(more));
        if (form.value("financialYear-" + more).isEmpty()) {
            form.put("financialYear-" + more, form.value("financialYear-" + last));
            form.put("amount-" + more, form.value("amount-" + last));
        }
    }

    /** One less, from the end. */
    void remove() {
        form.put("instalments", String.valueOf(Math.max(1, instalments() - 1)));
    }

    /** What the money of this fund may be spent on. */
    public List<Option> restrictions() {
        return fund.contributions().stream()
                .map(given -> given.restriction())
                .distinct()
                .map(kind -> Option.of(kind, FundWords.restriction(kind)))
                .toList();
    }

    /** The command, or nothing and the problems on the form. */
    Optional<AwardCommand.CommitAward> command() {
        String title = form.text("title", "Enter a short title, as the public will see it.");
        String purpose = form.text("purpose", "Say what the money is for.");
        List<Instalment.Planned> schedule = new ArrayList<>();
        for (int number : numbers()) {
            planned(number).ifPresent(schedule::add);
        }
        Optional<LocalDate> day = form.date("effectiveOn", "the day of the decision");
        if (form.hasProblems()) {
            return Optional.empty();
        }
        return Optional.of(new AwardCommand.CommitAward(
                Deeds.idFrom(form, "award-"),
                fund.summary().fundId(),
                recipient,
                title,
                purpose,
                Slice.restriction(form.optionalText("restriction")),
                schedule,
                null,
                day.orElseThrow()));
    }

    private Optional<Instalment.Planned> planned(int number) {
        String which = instalments() == 1 ? "the payment" : "payment " + number;
        Optional<LocalDate> due = form.date("dueOn-" + number, "the day " + which + " is due");
        Optional<FinancialYear> year = year("financialYear-" + number);
        Optional<Long> pence = form.pence("amount-" + number, "the amount of " + which);
        if (pence.isPresent() && pence.get() == 0) {
            form.refuse("amount-" + number, "The amount of " + which + " must be more than £0.");
        }
        return due.isPresent()
                        && year.isPresent()
                        && pence.filter(sum -> sum > 0).isPresent()
                ? Optional.of(new Instalment.Planned(due.get(), year.get(), pence.get()))
                : Optional.empty();
    }

    private Optional<FinancialYear> year(String field) {
        try {
            return Optional.of(FinancialYear.parse(form.value(field)));
        } catch (Rejection none) {
            form.refuse(field, "Choose the financial year of the money.");
            return Optional.empty();
        }
    }
}
