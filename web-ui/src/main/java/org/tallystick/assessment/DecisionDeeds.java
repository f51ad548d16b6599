package org.tallystick.assessment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tallystick.assessment.AssessmentQuery.DecisionView;
import org.tallystick.assessment.AssessmentQuery.RecommendedBid;
import org.tallystick.assessment.AssessmentQuery.ReserveView;
import org.tallystick.award.AwardShare;
import org.tallystick.award.Gap;
import org.tallystick.call.GrantCallCommand;
import org.tallystick.call.GrantCallQuery.CallView;
import org.tallystick.platform.Deed;
import org.tallystick.platform.Deed.Effect;
import org.tallystick.platform.Form;
import org.tallystick.platform.Link;
import org.tallystick.platform.MoneyText;
import org.tallystick.platform.Row;
import org.tallystick.platform.Words;

/** What is done to the decision about a call with one button. */
record DecisionDeeds(CallView call, DecisionView decision, Words words) {

    /** The hidden field with the version that the person has read. */
    Deed approve() {
        List<Row> facts = new ArrayList<>();
        decision.bids().stream()
                .sorted(Comparator.comparing(bid -> bid.recommendation().outcome()))
                .forEach(bid -> facts.add(Row.of(bid.applicantName(), outcome(bid))));
        long total = givenPence(decision);
        facts.add(Row.of(
                "Together",
                MoneyText.say(total) + " of " + MoneyText.say(call.summary().envelopePence())));
        return subject("Approve the decision", facts)
                .deed(
                        "Approve the decision",
                        "Read what is recommended for each bid. You must not have recommended it, nor have assessed a bid of"
                                + " this call, nor belong to an applicant.",
                        List.of(),
                        Effect.of(
                                "Approve, and commit " + MoneyText.say(total),
                                "All awards are made at once and their money is committed. This cannot be taken back as a"
                                        + " whole; single awards can be rescinded with a reason.",
                                holder() + " and auditors. Applicants learn nothing until all of them are told",
                                "The decision is approved. Tell all applicants next."),
                        form -> Optional.of(new GrantCallCommand.ApproveDecision(id(), readVersion(form))))
                .or(new Link("See the bids side by side", "/calls/" + id() + "/bids"));
    }

    Deed inform() {
        long awards = decision.bids().stream()
                .filter(bid -> bid.recommendation().givesMoney())
                .count();
        return subject(
                        "Tell all applicants",
                        List.of(
                                Row.of(
                                        "Bids decided",
                                        words.number(decision.bids().size())),
                                Row.of("Of them awarded", words.number(awards)),
                                Row.of(
                                        "Promised by",
                                        words.date(call.terms().timetable().informedBy()))))
                .deed(
                        "Tell all applicants",
                        "Everybody hears at the same moment.",
                        List.of(),
                        Effect.of(
                                "Tell all applicants now",
                                "Each applicant can read what became of its bid, the reason, and what assessors said about"
                                        + " each criterion, without the names of assessors. This cannot be taken back.",
                                "all applicants of this call; the awards everybody",
                                "All applicants are told."),
                        form -> Optional.of(new GrantCallCommand.InformApplicants(id())));
    }

    Deed approvePromotion(ReserveView reserve) {
        RecommendedBid bid = Objects.requireNonNull(reserve.waiting());
        long total = bid.recommendation().totalPence();
        List<Row> facts = new ArrayList<>();
        facts.add(Row.of(bid.applicantName(), outcome(bid)));
        facts.add(Row.of("Left before this award", String.join("\n", Reserve.left(call, reserve))));
        return subject(DecisionAct.APPROVE_PROMOTION.label(), facts)
                .deed(
                        DecisionAct.APPROVE_PROMOTION.label(),
                        "Its money is what the awards that hold leave of the call’s. You must not have recommended it, nor"
                                + " have assessed a bid of this call, nor belong to an organisation in reserve.",
                        List.of(),
                        Effect.of(
                                "Approve, and commit " + MoneyText.say(total) + " to " + bid.applicantName(),
                                "The award is made and its money is committed at once. " + bid.applicantName()
                                        + " reads it then; offer it the agreement next.",
                                holder() + ", auditors and the applicant; the award everybody",
                                "The award is made. Offer the agreement next."),
                        form -> Optional.of(new GrantCallCommand.ApprovePromotion(id(), readVersion(form))))
                .or(new Link("See the bids side by side", "/calls/" + id() + "/bids"));
    }

    Deed archive() {
        return subject(
                        "End the call",
                        List.of(Row.of("In all", MoneyText.say(call.summary().envelopePence()))))
                .deed(
                        "End the call",
                        "Do this when nobody in reserve is to get an award any more.",
                        List.of(),
                        Effect.warning(
                                "End the call for good",
                                "What is set aside for it and was not given is free again in its funds. The call cannot be"
                                        + " taken up again.",
                                "everybody",
                                "The call is over. What it did not give is free again."),
                        form -> Optional.of(new GrantCallCommand.ArchiveCall(id())));
    }

    /** All that is to be given, in pence. */
    static long givenPence(DecisionView decision) {
        return decision.bids().stream()
                .mapToLong(bid -> bid.recommendation().totalPence())
                .sum();
    }

    /** "£12,000", "In reserve" or that there is no award. */
    static String given(RecommendedBid bid) {
        return switch (bid.recommendation().outcome()) {
            case AWARD -> MoneyText.say(bid.recommendation().totalPence());
            case RESERVE -> "In reserve";
            case DECLINE -> "No award";
            case INELIGIBLE -> "Could not be considered";
        };
    }

    /** "£3,000 less than asked for", "£4,000 of the full cost is paid by nobody"; nothing without an award. */
    static List<String> left(RecommendedBid bid) {
        List<String> left = new ArrayList<>();
        if (bid.recommendation().givesMoney() && bid.leftPence() > 0) {
            left.add(MoneyText.say(bid.leftPence()) + " less than asked for");
        }
        if (bid.recommendation().givesMoney() && bid.gapPence() > 0) {
            left.add(MoneyText.say(bid.gapPence()) + " of the full cost is paid by nobody");
        }
        bid.shares().forEach(share -> left.add(share(share)));
        return left;
    }

    /** "Threshold House gets £8,000 of it and carries £2,000". */
    private static String share(AwardShare share) {
        long gap = Gap.sumPence(share.gaps());
        return share.name() + " gets " + MoneyText.say(share.awardedPence()) + " of it"
                + (gap == 0 ? "" : ", and " + MoneyText.say(gap) + " of what its part costs is paid by nobody");
    }

    /** "Award of £12,000; £3,000 less than asked for. Why: it is clear." */
    static String outcome(RecommendedBid bid) {
        List<String> parts = new ArrayList<>();
        parts.add((bid.recommendation().givesMoney() ? "Award of " : "") + given(bid));
        parts.addAll(left(bid));
        return String.join(";\n", parts) + ".\nWhy: " + bid.recommendation().reason();
    }

    private Deed.Subject subject(String title, List<Row> facts) {
        return new Deed.Subject(
                "Call: " + call.summary().title(),
                facts,
                List.of(
                        new Link("Home", "/"),
                        new Link("Calls", "/calls"),
                        new Link(call.summary().title(), "/calls/" + id()),
                        new Link("Assessment and decision", home()),
                        new Link(title, "")),
                home());
    }

    private static int readVersion(Form form) {
        return Math.max(1, form.readVersion());
    }

    private String holder() {
        return call.summary().holderName();
    }

    private String id() {
        return call.summary().callId();
    }

    private String home() {
        return "/calls/" + id() + "/decision";
    }
}
