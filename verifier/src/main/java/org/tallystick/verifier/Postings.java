package org.tallystick.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The rules of the funding ledger, written down once more: which event moves money from which account to which. In the
 * names of accounts and in sentences a word in braces stands for what the event says; {@code {pounds}} is the sum.
 */
final class Postings {

    /** A rule: the account money goes to, the one it comes from, and what is said about it. */
    private record Rule(String debit, String credit, String sentence) {}

    private static final String COMMITTED = "fund:{fundId}:committed:{awardId}";
    private static final String AVAILABLE = "fund:{fundId}:available";
    private static final String ALLOCATED = "fund:{fundId}:allocated:{callId}";
    private static final String OBLIGATED = "award:{awardId}:obligated";
    private static final String PAYABLE = "award:{awardId}:payable:{instalment}";
    private static final String RECEIVED = "org:{recipient}:received";
    private static final String CONTRIBUTOR = "contributor:{contributor}";
    private static final String UNSPENT = "fund:{fundId}:{unspentAccount}";
    private static final String CARRIED = "gap:{awardId}:{carrierAccount}";
    private static final String UNFUNDED = "unfunded:{fundId}";
    private static final String COMMIT = "fund.MoneyCommitted";

    private static final Map<String, Rule> RULES = Map.ofEntries(
            rule(
                    "fund.ContributionReceived",
                    AVAILABLE,
                    CONTRIBUTOR,
                    "{pounds} arrived in the fund from {contributor}."),
            rule(
                    "fund.ContributionReturned",
                    CONTRIBUTOR,
                    AVAILABLE,
                    "{pounds} of free money went back to {contributor}."),
            rule("fund.MoneyAllocated", ALLOCATED, AVAILABLE, "{pounds} was set aside for call {callId}."),
            rule(
                    "fund.AllocationReleased",
                    AVAILABLE,
                    ALLOCATED,
                    "{pounds} set aside for call {callId} became free again."),
            rule(COMMIT, COMMITTED, ALLOCATED, "{pounds} was committed to award {awardId} for {recipient}."),
            rule(
                    "fund.CommitmentReleased",
                    AVAILABLE,
                    COMMITTED,
                    "{pounds} committed to award {awardId} became free again."),
            rule("fund.UnspentMoneyFreed", AVAILABLE, UNSPENT, "{pounds} {unspentWords} is free again."),
            rule(
                    "fund.UnspentMoneyReturned",
                    CONTRIBUTOR,
                    UNSPENT,
                    "{pounds} {unspentWords} went back to {contributor}."),
            rule(
                    "award.AgreementSigned",
                    OBLIGATED,
                    COMMITTED,
                    "The agreement for award {awardId} was signed: {pounds} is owed."),
            rule(
                    "award.InstalmentMadePayable",
                    PAYABLE,
                    OBLIGATED,
                    "Payment {instalment} of award {awardId} was approved: {pounds} may be paid."),
            rule(
                    "award.PaymentPaid",
                    RECEIVED,
                    PAYABLE,
                    "Payment {instalment} of award {awardId} was paid: {recipient} got {pounds}."),
            rule(
                    "award.PaymentBounced",
                    PAYABLE,
                    RECEIVED,
                    "Payment {instalment} of award {awardId} was sent back by the bank:"
                            + " {pounds} did not reach {recipient}."),
            rule(
                    "award.PaymentCancelled",
                    OBLIGATED,
                    PAYABLE,
                    "The approval of payment {instalment} of award {awardId} was taken back:"
                            + " {pounds} is owed, not payable."),
            rule(
                    "award.MoneyReturned",
                    "fund:{fundId}:returned",
                    RECEIVED,
                    "{recipient} sent back {pounds} of award {awardId}."),
            rule(
                    "award.InstalmentReduced",
                    "fund:{fundId}:lapsed",
                    OBLIGATED,
                    "Less was claimed for payment {instalment} of award {awardId}: {pounds} will not be needed."),
            rule(
                    "award.MoneyLapsed",
                    "fund:{fundId}:lapsed",
                    OBLIGATED,
                    "Payment {instalment} of award {awardId} lapsed: {pounds} will not be needed."),
            rule(
                    "award.GapRecorded",
                    CARRIED,
                    UNFUNDED,
                    "Nobody pays for {pounds} of the full cost of award {awardId}: it is carried by {carrierWords}."),
            rule(
                    "award.GapReleased",
                    UNFUNDED,
                    CARRIED,
                    "Award {awardId} came to nothing: the {pounds} it left unpaid for need not be carried."));

    /** Without a call, money is committed out of what is free. */
    private static final Rule COMMITTED_WITHOUT_CALL =
            new Rule(COMMITTED, AVAILABLE, "{pounds} was committed to award {awardId} for {recipient}.");

    /** Events of funds and awards that name money or cost without moving any. */
    private static final Set<String> WITHOUT_RULE =
            Set.of("fund.PaymentCovered", "fund.PaymentUncovered", "fund.UnspentMoneyNoted");

    /** In the journal a posting names the call only where its event is about one. */
    private static final Set<String> WITH_CALL =
            Set.of("fund.MoneyAllocated", "fund.AllocationReleased", COMMIT, "award.GapRecorded", "award.GapReleased");

    private static final Map<String, String> UNSPENT_WORDS =
            Map.of("RETURNED", "that came back from an award", "LAPSED", "that an award did not need");

    private static final Map<String, String> CARRIERS = Map.of(
            "RESERVES", "the organisation's reserves",
            "UNRESTRICTED_INCOME", "the organisation's own free income",
            "OTHER_FUNDER", "another funder",
            "UNPAID_WORK", "unpaid work of volunteers and staff");

    private static final Pattern YEAR = Pattern.compile("\\d{4}-\\d{2}");

    private Postings() {}

    /** The types of events that move money. */
    static Set<String> types() {
        return RULES.keySet();
    }

    /** Whether events of that type may move money, so that the ledger must see them. */
    static boolean concerns(String type) {
        return type.startsWith("fund.") || type.startsWith("award.");
    }

    /** The postings of an event, one for each part of its money; none where none moves. */
    static List<Posting> of(Event event) {
        try {
            Rule rule = RULES.get(event.type());
            if (rule == null) {
                requireNoMoney(event);
                return List.of();
            }
            if (!event.leaf().revision().equals("1")) {
                throw new Wrong(
                        event.position(),
                        "This verifier does not know revision "
                                + Wrong.shown(event.leaf().revision()) + " of " + event.type() + ".");
            }
            JsonObject payload = event.payload();
            boolean memo = event.type().startsWith("award.Gap");
            if (event.type().equals(COMMIT) && !payload.has("callId")) {
                rule = COMMITTED_WITHOUT_CALL;
            }
            List<Posting> postings = new ArrayList<>();
            for (JsonObject part : payload.objects(memo ? "gaps" : "slices")) {
                postings.add(posting(postings.size() + 1, event, rule, part, memo));
            }
            return postings;
        } catch (Wrong e) {
            throw e.at(event.position());
        }
    }

    private static Posting posting(int line, Event event, Rule rule, JsonObject part, boolean memo) {
        JsonObject payload = event.payload();
        boolean ofAward = payload.has("awardId");
        long pence = part.number("amountPence");
        String year = part.text("financialYear");
        if (pence <= 0 || !YEAR.matcher(year).matches()) {
            throw new Wrong(event.position(), "The event moves a sum or names a year that is none.");
        }
        return new Posting(
                line,
                filled(rule.debit(), payload, part),
                filled(rule.credit(), payload, part),
                pence,
                year,
                memo ? payload.text("recipient") : part.text("contributor"),
                memo ? "unrestricted" : part.text("restriction"),
                payload.text("fundId"),
                ofAward ? payload.text("awardId") : null,
                ofAward ? payload.optionalText("recipient") : null,
                WITH_CALL.contains(event.type()) ? payload.optionalText("callId") : null,
                filled(rule.sentence(), payload, part));
    }

    private static String filled(String text, JsonObject payload, JsonObject part) {
        StringBuilder filled = new StringBuilder(text.length() + 40);
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
            int close = text.indexOf('}', open);
            filled.append(text, from, open).append(place(text.substring(open + 1, close), payload, part));
            from = close + 1;
        }
        return filled.append(text, from, text.length()).toString();
    }

    private static String place(String place, JsonObject payload, JsonObject part) {
        return switch (place) {
            case "pounds" -> inWords(part.number("amountPence"));
            case "contributor" -> part.text("contributor");
            case "instalment" -> Long.toString(payload.number("instalment"));
            case "unspentAccount" ->
                known(UNSPENT_WORDS, payload.text("unspent")).toLowerCase(Locale.ROOT);
            case "unspentWords" -> word(UNSPENT_WORDS, payload.text("unspent"));
            case "carrierAccount" ->
                known(CARRIERS, part.text("carrier")).toLowerCase(Locale.ROOT).replace('_', '-');
            case "carrierWords" -> word(CARRIERS, part.text("carrier"));
            default -> payload.text(place);
        };
    }

    private static String known(Map<String, String> words, String name) {
        word(words, name);
        return name;
    }

    private static String word(Map<String, String> words, String name) {
        String word = words.get(name);
        if (word == null) {
            throw new Wrong(
                    Wrong.NOWHERE, "The event says " + Wrong.shown(name) + ", which the ledger has no rule for.");
        }
        return word;
    }

    /** Pence as people read them: £12,450 or £12,450.67. */
    private static String inWords(long pence) {
        StringBuilder text = new StringBuilder(Long.toString(pence / 100));
        for (int i = text.length() - 3; i > 0; i -= 3) {
            text.insert(i, ',');
        }
        long rest = pence % 100;
        return "£" + text + (rest == 0 ? "" : (rest < 10 ? ".0" : ".") + rest);
    }

    /** An event that names money and is in no table may have moved it without a trace. */
    private static void requireNoMoney(Event event) {
        boolean names = event.payload().has("slices") || event.payload().has("gaps");
        if (names && concerns(event.type()) && !WITHOUT_RULE.contains(event.type())) {
            throw new Wrong(event.position(), "This verifier has no rule for the money of " + event.type() + ".");
        }
    }

    private static Map.Entry<String, Rule> rule(String type, String debit, String credit, String sentence) {
        return Map.entry(type, new Rule(debit, credit, sentence));
    }
}
