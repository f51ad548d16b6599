package org.tallystick.call;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.Pounds;
import org.tallystick.platform.UkTime;
import org.tallystick.platform.WorkingDays;
import org.tallystick.registry.ByAndForStanding;
import org.tallystick.registry.OrganisationKind;
import org.tallystick.registry.OrganisationState;

/**
 * Whether a call is for an organisation, by what the registry knows of it; what only the organisation knows is in the
 * call's own questions.
 *
 * @param verdict the least good of the reasons
 * @param reasons why, what speaks against it first
 */
public record CallFit(Verdict verdict, List<Reason> reasons) {

    private static final int HOURS_OF_A_DAY = 7;
    private static final Set<String> SMALL_WORDS = Set.of("and", "the", "for", "hmp");

    /** Whether it fits. */
    public enum Verdict {
        FITS,
        /** It may: there is something to see to first. */
        PERHAPS,
        NO
    }

    /** What speaks for or against it, in a sentence. */
    public record Reason(Verdict verdict, String sentence) {}

    /**
     * What is known of an organisation.
     *
     * @param verifiedUntil the last day of its verified standing; none where it has none
     * @param yearlyCostPence what it takes to run it for a year, from its latest cost profile; none where it has none
     */
    public record Facts(
            OrganisationKind kind,
            OrganisationState state,
            String place,
            ByAndForStanding standing,
            @Nullable LocalDate verifiedUntil,
            @Nullable Long yearlyCostPence) {}

    public CallFit {
        reasons = List.copyOf(reasons);
    }

    /** Of a call that is open. */
    public static CallFit of(CallTerms terms, Facts facts, LocalDate today) {
        List<Reason> reasons = new ArrayList<>();
        registered(facts, reasons);
        ringFence(terms, facts, reasons);
        place(terms.place(), facts.place(), reasons);
        size(terms, facts, reasons);
        time(terms, today, reasons);
        reasons.sort(Comparator.comparing(Reason::verdict).reversed());
        return new CallFit(
                reasons.stream()
                        .map(Reason::verdict)
                        .max(Comparator.naturalOrder())
                        .orElse(Verdict.FITS),
                reasons);
    }

    private static void registered(Facts facts, List<Reason> reasons) {
        if (facts.kind() == OrganisationKind.STATUTORY_BODY) {
            reasons.add(new Reason(Verdict.NO, "Public bodies cannot bid."));
        }
        switch (facts.state()) {
            case REGISTERED -> {}
            case APPLIED ->
                reasons.add(new Reason(Verdict.PERHAPS, "You can start once your organisation is registered."));
            case SUSPENDED, CLOSED ->
                reasons.add(new Reason(Verdict.NO, "Your organisation is not registered now, so it cannot bid."));
        }
    }

    private static void ringFence(CallTerms terms, Facts facts, List<Reason> reasons) {
        if (terms.ringFencePence() == 0) {
            return;
        }
        String kept = Pounds.of(terms.ringFencePence());
        LocalDate decided = terms.timetable().decidedBy();
        if (facts.standing() == ByAndForStanding.VERIFIED) {
            LocalDate until = facts.verifiedUntil();
            reasons.add(
                    until != null && until.isBefore(decided)
                            ? new Reason(
                                    Verdict.PERHAPS,
                                    "Your by-and-for standing runs out before the decision. Claim it again now: " + kept
                                            + " is only for organisations that have it on that day.")
                            : new Reason(Verdict.FITS, kept + " is only for by-and-for organisations, as yours is."));
            return;
        }
        long others = terms.envelopePence() - terms.ringFencePence();
        if (others >= terms.smallestPence()) {
            reasons.add(new Reason(
                    Verdict.FITS,
                    kept + " is only for verified by-and-for organisations. You can bid for the other "
                            + Pounds.of(others) + "."));
        } else if (facts.standing() == ByAndForStanding.CLAIMED) {
            reasons.add(new Reason(
                    Verdict.PERHAPS,
                    "It is only for verified by-and-for organisations. Your claim must be verified by the day of the"
                            + " decision."));
        } else {
            reasons.add(new Reason(
                    Verdict.NO,
                    "It is only for verified by-and-for organisations, and yours has not claimed to be one."));
        }
    }

    /** Places are written freely: a word in common is a sign, and none is no more than a question. */
    private static void place(String call, String organisation, List<Reason> reasons) {
        Set<String> here = words(organisation);
        if (words(call).stream().anyMatch(here::contains)) {
            reasons.add(new Reason(Verdict.FITS, "It is for " + call + ", where you are."));
        } else {
            reasons.add(new Reason(
                    Verdict.PERHAPS,
                    "It is for " + call
                            + (organisation.isEmpty() ? "." : ", and your organisation is in " + organisation + ".")
                            + " Do you work there?"));
        }
    }

    private static Set<String> words(String place) {
        return Arrays.stream(place.toLowerCase(Locale.UK).split("[^\\p{L}]+"))
                .filter(word -> word.length() > 2 && !SMALL_WORDS.contains(word))
                .collect(Collectors.toSet());
    }

    private static void size(CallTerms terms, Facts facts, List<Reason> reasons) {
        Long yearly = facts.yearlyCostPence();
        if (yearly == null) {
            reasons.add(new Reason(
                    Verdict.PERHAPS, "You have no cost profile yet. The budget of a bid needs one: write it first."));
        } else if (yearly > 0 && terms.smallestPence() > yearly) {
            reasons.add(new Reason(
                    Verdict.PERHAPS,
                    "The smallest award, " + Pounds.of(terms.smallestPence()) + ", is more than the "
                            + Pounds.of(yearly) + " that it takes to run you for a year. Ask the funder first."));
        }
    }

    private static void time(CallTerms terms, LocalDate today, List<Reason> reasons) {
        int days = WorkingDays.between(today, UkTime.dayOf(terms.timetable().closesAt()));
        int hours = Effort.of(terms).hours();
        if (days * HOURS_OF_A_DAY < hours) {
            reasons.add(new Reason(
                    Verdict.PERHAPS,
                    "A bid takes about " + hours + " hours, and there "
                            + (days == 1 ? "is 1 working day" : "are " + days + " working days")
                            + " left."));
        }
    }
}
