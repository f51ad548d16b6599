package org.tallystick.call;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.tallystick.call.CallTerms.Criterion;
import org.tallystick.call.CallTerms.EligibilityQuestion;
import org.tallystick.call.CallTerms.Envelope;
import org.tallystick.call.CallTerms.OverheadCap;
import org.tallystick.call.CallTerms.Question;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Form;
import org.tallystick.platform.FormRows;
import org.tallystick.platform.Rejection;

/** Reads the terms of a call from the form, noting every fault on the way, in the order of the fields. */
record TermsReader(Form form) {

    private record About(String title, String purpose, String need, String place, String whoFor) {}

    private record Money(List<Envelope> envelope, long ringFence, long smallest, long largest) {}

    private record Use(
            int months,
            String shortReason,
            boolean unrestricted,
            @Nullable OverheadCap cap) {}

    private record Asked(List<EligibilityQuestion> eligibility, List<Question> questions, List<Criterion> criteria) {}

    /** The terms, or nothing and the problems on the form. */
    Optional<CallTerms> read() {
        About about = new About(
                form.text("title", "Enter the title of the call."),
                form.text("purpose", "Say what the money is for."),
                form.text("need", "Say why it is needed, and how you know."),
                form.text("place", "Say where the work is to be."),
                form.text("whoFor", "Say who it is for."));
        Money money = money();
        Use use = use();
        Substance substance = substance();
        Asked asked = asked();
        Optional<Timetable> timetable = timetable();
        String feedback = form.text("feedback", "Say how applicants get feedback.");
        if (form.hasProblems() || timetable.isEmpty()) {
            return Optional.empty();
        }
        return CallFields.made(
                form, () -> terms(about, money, use, substance, asked, timetable.get(), feedback), field -> field);
    }

    private static CallTerms terms(
            About about, Money money, Use use, Substance substance, Asked asked, Timetable timetable, String feedback) {
        return new CallTerms(
                about.title,
                about.purpose,
                about.need,
                about.place,
                about.whoFor,
                money.envelope,
                money.ringFence,
                money.smallest,
                money.largest,
                use.months,
                use.shortReason,
                use.unrestricted,
                use.cap,
                substance,
                asked.eligibility,
                asked.questions,
                asked.criteria,
                timetable,
                feedback);
    }

    private Asked asked() {
        Asked asked = new Asked(
                rows(Repeated.ELIGIBILITY, this::eligibility),
                rows(Repeated.QUESTIONS, this::question),
                rows(Repeated.CRITERIA, this::criterion));
        if (Repeated.QUESTIONS.numbers(form).stream().allMatch(row -> Repeated.QUESTIONS.blank(form, row))) {
            form.refuse("questions", "Ask applicants at least one question.");
        }
        if (Repeated.CRITERIA.numbers(form).stream().allMatch(row -> Repeated.CRITERIA.blank(form, row))) {
            form.refuse("criteria", "Say what bids are judged by.");
        }
        return asked;
    }

    private Money money() {
        List<Envelope> envelope = new ArrayList<>();
        for (int row : Repeated.ENVELOPE.numbers(form)) {
            envelope(row).ifPresent(envelope::add);
        }
        if (Repeated.ENVELOPE.count(form) == 0) {
            form.refuse("envelope", "Add the money that the call has to give.");
        }
        long ringFence = form.optionalText("ringFencePence").isEmpty()
                ? 0
                : pence("ringFencePence", "the sum for by-and-for organisations");
        return new Money(
                envelope,
                ringFence,
                positive("smallestPence", "the smallest award"),
                positive("largestPence", "the largest award"));
    }

    private Optional<Envelope> envelope(int row) {
        String fund = form.text("fund-" + row, "Choose the fund of line " + row + ".");
        Optional<FinancialYear> year = Optional.empty();
        try {
            year = Optional.of(FinancialYear.parse(form.value("year-" + row)));
        } catch (Rejection none) {
            form.refuse("year-" + row, "Choose the financial year of line " + row + ".");
        }
        long pence = positive("amount-" + row, "the amount of line " + row);
        if (fund.isEmpty() || year.isEmpty() || pence == 0) {
            return Optional.empty();
        }
        FinancialYear chosen = year.get();
        return CallFields.made(
                form,
                () -> new Envelope(fund, chosen, form.value("restriction-" + row), pence),
                field -> field.equals("restriction") ? "restriction-" + row : "amount-" + row);
    }

    private Use use() {
        int months = whole("months", "how many months an award runs");
        boolean tooShort = months > 0 && months < CallTerms.LONG_ENOUGH_MONTHS;
        String shortReason = tooShort
                ? form.text("shortReason", "Say why an award runs for less than 24 months. Applicants read it.")
                : form.optionalText("shortReason");
        boolean unrestricted = yes("unrestricted", "Say what an award may be spent on.");
        @Nullable OverheadCap cap = null;
        if (yes("capped", "Say whether there is a cap on overheads.")) {
            int percent = form.optionalText("percent").equals("0") ? 0 : whole("percent", "the cap in per cent");
            String why = form.text("capReason", "Say why there is a cap. Everybody reads it.");
            cap = form.hasProblems()
                    ? null
                    : CallFields.made(
                                    form,
                                    () -> new OverheadCap(percent, why),
                                    field -> field.equals("reason") ? "capReason" : field)
                            .orElse(null);
        }
        return new Use(months, shortReason, unrestricted, cap);
    }

    private Substance substance() {
        return new Substance(
                yes("specifiedService", "Say whether you specify a service that you get for the money."),
                yes("rightToService", "Say whether you could demand the service."),
                yes("testsSomethingNew", "Say whether the money is to find out if something new works."),
                yes("supportsPurpose", "Say whether the money supports a purpose of the organisation's own."));
    }

    private Optional<EligibilityQuestion> eligibility(int row) {
        String text = form.value("eligibility-" + row);
        boolean needed = !form.value("needed-" + row).equals("no");
        return CallFields.made(form, () -> new EligibilityQuestion(text, needed), field -> "eligibility-" + row);
    }

    private Optional<Question> question(int row) {
        String text = form.text("question-" + row, "Write question " + row + ", or leave it out.");
        int words = whole("mostWords-" + row, "the most words of question " + row);
        return text.isEmpty() || words == 0
                ? Optional.empty()
                : CallFields.made(
                        form,
                        () -> new Question(text, words),
                        field -> field.equals("text") ? "question-" + row : field + "-" + row);
    }

    private Optional<Criterion> criterion(int row) {
        String name = form.text("criterion-" + row, "Name criterion " + row + ", or leave it out.");
        int weight = whole("weight-" + row, "the weight of criterion " + row);
        String weak = form.text("weak-" + row, "Say what a weak answer to criterion " + row + " looks like.");
        String strong = form.text("strong-" + row, "Say what a strong answer to criterion " + row + " looks like.");
        return name.isEmpty() || weight == 0 || weak.isEmpty() || strong.isEmpty()
                ? Optional.empty()
                : CallFields.made(form, () -> new Criterion(name, weight, weak, strong), field -> switch (field) {
                    case "name" -> "criterion-" + row;
                    case "weightPercent" -> "weight-" + row;
                    default -> field + "-" + row;
                });
    }

    private Optional<Timetable> timetable() {
        Optional<Instant> opens = form.moment("opensAt", "the call opens");
        Optional<Instant> closes = form.moment("closesAt", "the call closes");
        Optional<LocalDate> decided = form.date("decidedBy", "the day by which it is decided");
        Optional<LocalDate> informed = form.date("informedBy", "the day by which applicants hear");
        Optional<LocalDate> starts = form.date("startsFrom", "the day from which awards begin");
        if (opens.isEmpty() || closes.isEmpty() || decided.isEmpty() || informed.isEmpty() || starts.isEmpty()) {
            return Optional.empty();
        }
        return CallFields.made(
                form,
                () -> new Timetable(opens.get(), closes.get(), decided.get(), informed.get(), starts.get()),
                field -> field);
    }

    /** Rows into which nothing was typed are left out. */
    private <T> List<T> rows(FormRows rows, IntFunction<Optional<T>> read) {
        return rows.numbers(form).stream()
                .filter(row -> !rows.blank(form, row))
                .map(read::apply)
                .flatMap(Optional::stream)
                .toList();
    }

    private long pence(String field, String what) {
        return form.pence(field, what).orElse(0L);
    }

    private long positive(String field, String what) {
        long pence = pence(field, what);
        if (pence == 0) {
            form.refuse(field, Character.toUpperCase(what.charAt(0)) + what.substring(1) + " must be more than £0.");
        }
        return pence;
    }

    /** A whole number of 1 or more; 0 where there is none, which is noted. */
    private int whole(String field, String what) {
        String text = form.value(field).replaceAll("[\\s,%]", "");
        int number = text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
        if (number == 0) {
            form.refuse(field, "Enter " + what + " as a whole number, like 12.");
        }
        return number;
    }

    private boolean yes(String field, String whenNone) {
        return form.choice(field, List.of("yes", "no"), Function.identity(), whenNone)
                .filter("yes"::equals)
                .isPresent();
    }
}
