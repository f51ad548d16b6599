package org.tallystick.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tallystick.assessment.Recommendation.Outcome;
import org.tallystick.call.CallTerms.Envelope;
import org.tallystick.fund.FundWords;
import org.tallystick.fund.Slice;
import org.tallystick.platform.Deeds;
import org.tallystick.platform.Form;
import org.tallystick.platform.MoneyText;
import org.tallystick.platform.Option;
import org.tallystick.platform.Typed;

/** The form in which is said what becomes of each bid: fields are named after what they say and the bid's id. */
record RecommendForm(CallBids bids) {

    private static final String BETWEEN = "|";

    /** What can become of a bid. */
    static List<Option> outcomes() {
        return List.of(
                new Option("", "Choose", ""),
                new Option(Outcome.AWARD.name(), "Award", ""),
                new Option(Outcome.RESERVE.name(), "Reserve", ""),
                new Option(Outcome.DECLINE.name(), "No award", ""),
                new Option(Outcome.INELIGIBLE.name(), "Could not be considered", ""));
    }

    /** The funds of the call, each with its restriction. */
    List<Option> sources() {
        return bids.call().terms().envelope().stream()
                .map(part -> new Option(
                        source(part),
                        bids.call().fundNames().getOrDefault(part.fundId(), part.fundId()) + ", "
                                + Slice.restrictionInWords(part.restriction()),
                        ""))
                .distinct()
                .toList();
    }

    /** What the fields about a bid are called. */
    static List<String> fields(CallBids.Line line) {
        String id = line.bid().bidId();
        List<String> fields = new ArrayList<>(List.of("outcome-" + id, "source-" + id));
        line.asked().forEach(year -> fields.add(amount(line, year)));
        fields.add("reason-" + id);
        return fields;
    }

    /** What was recommended before; else what was asked for, with nothing said yet. */
    Form filled() {
        Form form = Form.empty().putReadVersion(bids.decision().version());
        List<Option> sources = sources();
        for (CallBids.Line line : bids.lines()) {
            line.asked().forEach(year -> form.put(amount(line, year), pounds(year.amountPence())));
            if (sources.size() == 1) {
                form.put("source-" + line.bid().bidId(), sources.getFirst().value());
            }
        }
        bids.decision().bids().forEach(said -> {
            Recommendation one = said.recommendation();
            form.put("outcome-" + one.bidId(), one.outcome().name()).put("reason-" + one.bidId(), one.reason());
            if (one.givesMoney()) {
                form.put("source-" + one.bidId(), one.fundId() + BETWEEN + Slice.restriction(one.restriction()));
                line(one.bidId()).ifPresent(line -> line.asked().forEach(year -> form.put(amount(line, year), "0")));
                one.amounts()
                        .forEach(year -> form.put(
                                "amount-" + one.bidId() + "-" + year.financialYear(), pounds(year.amountPence())));
            }
        });
        return form;
    }

    /** What was typed, for every bid; what is missing is noted beside its field, with the applicant's name. */
    List<Recommendation> read(Form form) {
        List<Recommendation> all = new ArrayList<>();
        for (CallBids.Line line : bids.lines()) {
            String id = line.bid().bidId();
            String who = line.bid().applicantName();
            String outcome = form.value("outcome-" + id);
            boolean chosen = outcomes().stream()
                    .anyMatch(option -> !outcome.isEmpty() && option.value().equals(outcome));
            if (!chosen) {
                form.refuse("outcome-" + id, "Choose what becomes of the bid of " + who + ".");
            }
            String reason = form.text("reason-" + id, "Say why, for the bid of " + who + ". The applicant reads it.");
            if (chosen && !outcome.equals(Outcome.AWARD.name())) {
                if (!reason.isEmpty()) {
                    all.add(new Recommendation(id, Outcome.valueOf(outcome), null, null, null, List.of(), reason));
                }
            } else if (chosen) {
                List<YearAmount> amounts = amounts(form, line);
                String source = form.value("source-" + id);
                if (sources().stream().noneMatch(option -> option.value().equals(source))) {
                    form.refuse("source-" + id, "Choose the fund for the award to " + who + ".");
                } else if (amounts.isEmpty()) {
                    form.refuse("outcome-" + id, "Enter an amount above £0 for the award to " + who + ".");
                } else if (!reason.isEmpty()) {
                    int cut = source.indexOf(BETWEEN);
                    all.add(new Recommendation(
                            id,
                            Outcome.AWARD,
                            Deeds.idFrom(form, "award-", id),
                            source.substring(0, cut),
                            source.substring(cut + 1),
                            amounts,
                            reason));
                }
            }
        }
        return List.copyOf(all);
    }

    /** What is left of each part of the envelope, and of what others than by-and-for organisations may get. */
    List<String> left(Form form) {
        Map<String, Long> left = new TreeMap<>();
        for (Envelope part : bids.call().terms().envelope()) {
            left.merge(source(part) + BETWEEN + part.financialYear(), part.amountPence(), Long::sum);
        }
        long others = 0;
        for (CallBids.Line line : bids.lines()) {
            String id = line.bid().bidId();
            if (form.value("outcome-" + id).equals(Outcome.AWARD.name())) {
                for (YearAmount year : line.asked()) {
                    long pence =
                            MoneyText.parse(form.value(amount(line, year)), "amount") instanceof Typed.Read<Long> read
                                    ? read.value()
                                    : 0;
                    left.merge(form.value("source-" + id) + BETWEEN + year.financialYear(), -pence, Long::sum);
                    others += line.byAndFor() ? 0 : pence;
                }
            }
        }
        return sentences(left, others);
    }

    private List<String> sentences(Map<String, Long> left, long others) {
        List<String> sentences = new ArrayList<>();
        for (Envelope part : bids.call().terms().envelope()) {
            long pence = left.getOrDefault(source(part) + BETWEEN + part.financialYear(), 0L);
            String where =
                    "Of " + MoneyText.say(part.amountPence()) + " in " + FundWords.year(part.financialYear()) + ", "
                            + bids.call().fundNames().getOrDefault(part.fundId(), part.fundId()) + ", "
                            + Slice.restrictionInWords(part.restriction()) + ": ";
            sentences.add(where
                    + (pence < 0 ? MoneyText.say(-pence) + " too much is given." : MoneyText.say(pence) + " is left."));
        }
        long kept = bids.call().terms().ringFencePence();
        long most = bids.call().terms().envelopePence() - kept;
        if (kept > 0) {
            sentences.add(MoneyText.say(kept)
                    + " is only for organisations with a verified by-and-for standing. The others" + " can get "
                    + MoneyText.say(most) + " together, and would get " + MoneyText.say(others) + ".");
        }
        return sentences;
    }

    private List<YearAmount> amounts(Form form, CallBids.Line line) {
        List<YearAmount> amounts = new ArrayList<>();
        for (YearAmount year : line.asked()) {
            form.pence(
                            amount(line, year),
                            "the amount for " + line.bid().applicantName() + " in "
                                    + FundWords.year(year.financialYear()))
                    .filter(pence -> pence > 0)
                    .ifPresent(pence -> amounts.add(new YearAmount(year.financialYear(), pence)));
        }
        return amounts;
    }

    private java.util.Optional<CallBids.Line> line(String bidId) {
        return bids.lines().stream()
                .filter(line -> line.bid().bidId().equals(bidId))
                .findFirst();
    }

    static String amount(CallBids.Line line, YearAmount year) {
        return "amount-" + line.bid().bidId() + "-" + year.financialYear();
    }

    private static String source(Envelope part) {
        return part.fundId() + BETWEEN + part.restriction();
    }

    static String pounds(long pence) {
        return MoneyText.say(pence).substring(1);
    }
}
