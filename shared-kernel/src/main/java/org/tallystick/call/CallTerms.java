package org.tallystick.call;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tallystick.fund.Slice;
import org.tallystick.ledger.Pounds;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Require;

/**
 * All that a call says to those who may apply.
 *
 * @param title of the call
 * @param purpose what the money is for
 * @param need what shows that it is needed, with the evidence
 * @param place where the work is to be
 * @param whoFor the people it is for
 * @param envelope the money, by fund, financial year and restriction
 * @param ringFencePence of it, only for organisations with a verified by-and-for standing (F9); 0 for none
 * @param smallestPence the smallest award
 * @param largestPence the largest award
 * @param months how long an award runs, 1 to 120
 * @param shortReason why it is shorter than {@link #LONG_ENOUGH_MONTHS} (F5); empty where it is not
 * @param unrestricted whether an award may be spent on anything the organisation is for
 * @param overheadCap a cap on overheads, where the funder sets one (F3)
 * @param substance what makes it a grant and no contract (F2)
 * @param eligibility questions that decide who may apply, at most 20
 * @param questions what applicants write about, at most 30
 * @param criteria what bids are judged by; their weights are 100 together
 * @param timetable when it opens and closes, and when applicants hear
 * @param feedback how applicants get feedback
 */
public record CallTerms(
        String title,
        String purpose,
        String need,
        String place,
        String whoFor,
        List<Envelope> envelope,
        long ringFencePence,
        long smallestPence,
        long largestPence,
        int months,
        String shortReason,
        boolean unrestricted,
        @Nullable OverheadCap overheadCap,
        Substance substance,
        List<EligibilityQuestion> eligibility,
        List<Question> questions,
        List<Criterion> criteria,
        Timetable timetable,
        String feedback) {

    /** A call for less than this must say why. */
    public static final int LONG_ENOUGH_MONTHS = 24;

    private static final int WHOLE = 100;

    public CallTerms {
        title = Require.line(title, "title", 200);
        purpose = Require.text(purpose, "purpose", 4000);
        need = Require.text(need, "need", 4000);
        place = Require.line(place, "place", 200);
        whoFor = Require.text(whoFor, "whoFor", 1000);
        envelope = Require.list(envelope, "envelope", 1, 20);
        long total = sum(envelope);
        Require.penceOrZero(ringFencePence, "ringFencePence");
        requireAtMost(ringFencePence, total, "ringFencePence", "the whole envelope");
        Require.pence(smallestPence, "smallestPence");
        Require.pence(largestPence, "largestPence");
        requireAtMost(smallestPence, largestPence, "smallestPence", "the largest award");
        requireAtMost(largestPence, total, "largestPence", "the whole envelope");
        Require.between(months, 1, 120, "months");
        shortReason = months < LONG_ENOUGH_MONTHS ? Require.text(shortReason, "shortReason", 1000) : "";
        Require.given(substance, "substance");
        eligibility = Require.list(eligibility, "eligibility", 0, 20);
        questions = Require.list(questions, "questions", 1, 30);
        criteria = Require.list(criteria, "criteria", 1, 15);
        requireWeights(criteria);
        Require.given(timetable, "timetable");
        feedback = Require.text(feedback, "feedback", 1000);
    }

    /** What it has to give, over all funds and years. */
    public long envelopePence() {
        return sum(envelope);
    }

    /** Refuses questions that are the same but for capitals: an answer is kept by the words of its question. */
    void requireDifferentQuestions() {
        requireDifferent(eligibility.stream().map(EligibilityQuestion::text).toList(), "eligibility");
        requireDifferent(questions.stream().map(Question::text).toList(), "questions");
    }

    private static void requireDifferent(List<String> texts, String field) {
        long different = texts.stream()
                .map(text -> text.toLowerCase(Locale.UK))
                .distinct()
                .count();
        if (different < texts.size()) {
            throw Require.invalid(field, "must not have the same words twice.");
        }
    }

    /** The funds it draws on, each once. */
    public List<String> funds() {
        return envelope.stream().map(Envelope::fundId).distinct().toList();
    }

    /** Money of one fund and year under one restriction; only one such entry of each. */
    public record Envelope(String fundId, FinancialYear financialYear, String restriction, long amountPence) {
        public Envelope {
            Require.id(fundId, "fundId");
            Require.given(financialYear, "financialYear");
            restriction = Slice.restriction(restriction);
            Require.pence(amountPence, "amountPence");
        }
    }

    /**
     * A cap on overheads.
     *
     * @param percent of the direct cost, 0 to 100
     * @param reason that applicants and the public read beside what it leaves unfunded
     */
    public record OverheadCap(int percent, String reason) {
        public OverheadCap {
            Require.between(percent, 0, WHOLE, "percent");
            reason = Require.text(reason, "reason", 1000);
        }

        /** In hundredths of a percent, 0 to 10,000. */
        public int basisPoints() {
            return percent * 100;
        }
    }

    /** A question with yes or no; an organisation may apply whose answer is the one that is needed. */
    public record EligibilityQuestion(String text, boolean needed) {
        public EligibilityQuestion {
            text = Require.line(text, "text", 500);
        }
    }

    /** What applicants write about, in at most so many words (10 to 2,000). */
    public record Question(String text, int mostWords) {
        public Question {
            text = Require.line(text, "text", 500);
            Require.between(mostWords, 10, 2000, "mostWords");
        }
    }

    /**
     * What bids are judged by.
     *
     * @param name of the criterion
     * @param weightPercent its share of the whole, 1 to 100
     * @param weak what a weak answer looks like
     * @param strong what a strong answer looks like
     */
    public record Criterion(String name, int weightPercent, String weak, String strong) {
        public Criterion {
            name = Require.line(name, "name", 200);
            Require.between(weightPercent, 1, WHOLE, "weightPercent");
            weak = Require.line(weak, "weak", 500);
            strong = Require.line(strong, "strong", 500);
        }
    }

    private static long sum(List<Envelope> envelope) {
        long distinct = envelope.stream()
                .map(part -> part.fundId() + " " + part.financialYear() + " " + part.restriction())
                .distinct()
                .count();
        if (distinct < envelope.size()) {
            throw Require.invalid("envelope", "must name each fund, year and restriction once.");
        }
        return Require.pence(envelope.stream().mapToLong(Envelope::amountPence).reduce(0, Math::addExact), "envelope");
    }

    private static void requireAtMost(long pence, long mostPence, String field, String what) {
        if (pence > mostPence) {
            throw Require.invalid(field, "must not be more than " + what + ", " + Pounds.of(mostPence) + ".");
        }
    }

    private static void requireWeights(List<Criterion> criteria) {
        int weights = criteria.stream().mapToInt(Criterion::weightPercent).sum();
        if (weights != WHOLE) {
            throw Require.invalid("criteria", "must weigh 100 together; they weigh " + weights + ".");
        }
        if (new TreeSet<>(criteria.stream().map(Criterion::name).toList()).size() < criteria.size()) {
            throw Require.invalid("criteria", "must have different names.");
        }
    }
}
