package org.tallystick.call;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tallystick.call.CallTerms.Criterion;
import org.tallystick.call.CallTerms.EligibilityQuestion;
import org.tallystick.call.CallTerms.Envelope;
import org.tallystick.call.CallTerms.OverheadCap;
import org.tallystick.call.CallTerms.Question;
import org.tallystick.platform.Beside;
import org.tallystick.platform.Form;
import org.tallystick.platform.MoneyText;
import org.tallystick.platform.Words;

/** Writes the terms of a call back into the form, so that reading it gives the same; and beside other terms. */
record TermsWriter(Words words) {

    /** Fills the form in. */
    void fill(Form form, CallTerms terms) {
        form.put("title", terms.title())
                .put("purpose", terms.purpose())
                .put("need", terms.need())
                .put("place", terms.place())
                .put("whoFor", terms.whoFor());
        money(form, terms);
        form.put("smallestPence", figure(terms.smallestPence()))
                .put("largestPence", figure(terms.largestPence()))
                .put("months", String.valueOf(terms.months()))
                .put("shortReason", terms.shortReason())
                .put("unrestricted", yesOrNo(terms.unrestricted()));
        OverheadCap cap = terms.overheadCap();
        form.put("capped", yesOrNo(cap != null))
                .put("percent", cap == null ? "" : String.valueOf(cap.percent()))
                .put("capReason", cap == null ? "" : cap.reason());
        Substance substance = terms.substance();
        form.put("specifiedService", yesOrNo(substance.specifiedService()))
                .put("rightToService", yesOrNo(substance.rightToService()))
                .put("testsSomethingNew", yesOrNo(substance.testsSomethingNew()))
                .put("supportsPurpose", yesOrNo(substance.supportsPurpose()));
        rows(form, terms);
        Timetable timetable = terms.timetable();
        form.putMoment("opensAt", timetable.opensAt(), words)
                .putMoment("closesAt", timetable.closesAt(), words)
                .put("decidedBy", words.date(timetable.decidedBy()))
                .put("informedBy", words.date(timetable.informedBy()))
                .put("startsFrom", words.date(timetable.startsFrom()))
                .put("feedback", terms.feedback());
    }

    /** Two versions, part by part; only the parts that differ. */
    Beside beside(CallTerms theirs, CallTerms mine, Map<String, String> funds) {
        return Beside.differing(
                "What differs", List.of("As it is now", "As you wrote it"), parts(theirs, funds), parts(mine, funds));
    }

    /** The envelope and its ring-fence: what stays as it is once a call is announced. */
    static void money(Form form, CallTerms terms) {
        form.put("ringFencePence", terms.ringFencePence() == 0 ? "" : figure(terms.ringFencePence()));
        List<Envelope> envelope = terms.envelope();
        Repeated.ENVELOPE.putCount(form, envelope.size());
        for (int i = 0; i < envelope.size(); i++) {
            Envelope part = envelope.get(i);
            form.put("fund-" + (i + 1), part.fundId())
                    .put("year-" + (i + 1), part.financialYear().toString())
                    .put("restriction-" + (i + 1), part.restriction())
                    .put("amount-" + (i + 1), figure(part.amountPence()));
        }
    }

    private static void rows(Form form, CallTerms terms) {
        Repeated.ELIGIBILITY.putCount(form, terms.eligibility().size());
        for (int i = 0; i < terms.eligibility().size(); i++) {
            EligibilityQuestion asked = terms.eligibility().get(i);
            form.put("eligibility-" + (i + 1), asked.text()).put("needed-" + (i + 1), yesOrNo(asked.needed()));
        }
        Repeated.QUESTIONS.putCount(form, terms.questions().size());
        for (int i = 0; i < terms.questions().size(); i++) {
            Question asked = terms.questions().get(i);
            form.put("question-" + (i + 1), asked.text())
                    .put("mostWords-" + (i + 1), String.valueOf(asked.mostWords()));
        }
        Repeated.CRITERIA.putCount(form, terms.criteria().size());
        for (int i = 0; i < terms.criteria().size(); i++) {
            Criterion judged = terms.criteria().get(i);
            form.put("criterion-" + (i + 1), judged.name())
                    .put("weight-" + (i + 1), String.valueOf(judged.weightPercent()))
                    .put("weak-" + (i + 1), judged.weak())
                    .put("strong-" + (i + 1), judged.strong());
        }
    }

    private Map<String, String> parts(CallTerms terms, Map<String, String> funds) {
        ShownCall shown = ShownCall.of(terms, new Substance.Finding(Substance.Conclusion.GRANT, ""), 0, funds, words);
        OverheadCap cap = terms.overheadCap();
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("Title", terms.title());
        parts.put("What it is for", terms.purpose());
        parts.put("Why it is needed", terms.need());
        parts.put("Where", terms.place());
        parts.put("Who it is for", terms.whoFor());
        parts.put(
                "The money",
                shown.money().stream()
                        .map(line -> line.fund() + ", " + line.year() + ", " + line.restriction() + ": "
                                + MoneyText.say(line.amountPence()))
                        .collect(Collectors.joining("; ")));
        parts.put("Awards", String.join(" ", shown.how()));
        parts.put("How long", shown.length(words) + ". " + terms.shortReason());
        parts.put("Spent on", shown.spentOn());
        parts.put("Cap on overheads", cap == null ? "None" : cap.percent() + "%. " + cap.reason());
        parts.put("Grant or contract", answers(terms.substance()));
        parts.put(
                "Who may apply",
                terms.eligibility().stream()
                        .map(asked -> asked.text() + " " + yesOrNo(asked.needed()))
                        .collect(Collectors.joining("; ")));
        parts.put(
                "Questions",
                terms.questions().stream()
                        .map(asked -> asked.text() + " (" + asked.mostWords() + " words)")
                        .collect(Collectors.joining("; ")));
        parts.put(
                "Criteria",
                terms.criteria().stream()
                        .map(one -> one.name() + " " + one.weightPercent() + "%: " + one.weak() + " / " + one.strong())
                        .collect(Collectors.joining("; ")));
        shown.timetable().forEach(row -> parts.put(row.key(), row.value()));
        parts.put("Feedback", terms.feedback());
        return parts;
    }

    private static String answers(Substance substance) {
        return "Service specified: %s. Service can be demanded: %s. Tests something new: %s. Supports a purpose: %s."
                .formatted(
                        yesOrNo(substance.specifiedService()),
                        yesOrNo(substance.rightToService()),
                        yesOrNo(substance.testsSomethingNew()),
                        yesOrNo(substance.supportsPurpose()));
    }

    private static String yesOrNo(boolean yes) {
        return yes ? "yes" : "no";
    }

    private static String figure(long pence) {
        return MoneyText.say(pence).substring(1);
    }
}
