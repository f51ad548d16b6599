package org.tallystick.call;

import java.util.List;
import java.util.Map;
import org.tallystick.call.CallTerms.Envelope;
import org.tallystick.fund.FundWords;
import org.tallystick.platform.MoneyText;
import org.tallystick.platform.Row;
import org.tallystick.platform.Words;

/**
 * A call as applicants read it, whether announced, drafted or only typed: the preview and the page say the same.
 *
 * @param terms what it says
 * @param finding whether it is a grant, with the rule
 * @param mostHours how long a bid may take in proportion to the largest award
 * @param money its envelope, line by line
 * @param how its money is to be understood, in sentences
 * @param timetable every date and time
 */
record ShownCall(
        CallTerms terms,
        Substance.Finding finding,
        int mostHours,
        List<Line> money,
        List<String> how,
        List<Row> timetable) {

    /** The direct cost of the example beside a cap. */
    private static final int DIRECT_PENCE = 10_000;

    private static final int MINUTES_OF_AN_HOUR = 60;

    /** Money of one fund and year. */
    record Line(String fund, String year, String restriction, long amountPence) {}

    static ShownCall of(
            CallTerms terms, Substance.Finding finding, int mostHours, Map<String, String> funds, Words words) {
        return new ShownCall(
                terms,
                finding,
                mostHours,
                terms.envelope().stream().map(part -> line(part, funds)).toList(),
                howMuch(terms),
                timetable(terms.timetable(), words));
    }

    /** How long an award runs. */
    public String length(Words words) {
        return CallWords.months(terms.months(), words);
    }

    /** What an award may be spent on. */
    public String spentOn() {
        return terms.unrestricted()
                ? "Anything your organisation is for. You decide."
                : "The work that your bid describes, and your share of what it takes to run you.";
    }

    /** What a cap on overheads means, in plain words; empty where there is none. */
    public String cap() {
        CallTerms.OverheadCap cap = terms.overheadCap();
        if (cap == null) {
            return "";
        }
        int paid = cap.percent();
        int needed = paid + 15;
        return ("Overheads are paid up to %d%% of the direct cost. What it really takes to run you beyond that is not"
                        + " funded, and you would have to find it elsewhere: if work of %s needs another %s to run, this"
                        + " call pays %s of that and leaves %s to you.")
                .formatted(paid, sum(100), sum(needed), sum(paid), sum(needed - paid));
    }

    /** How long a bid takes, about. */
    public Effort effort() {
        return Effort.of(terms);
    }

    /** Whether that is more than is in proportion to the money. */
    public boolean isLong() {
        return effort().hours() > mostHours;
    }

    /** "1 hour 5 minutes". */
    public static String minutes(int minutes, Words words) {
        int hours = minutes / MINUTES_OF_AN_HOUR;
        int rest = minutes % MINUTES_OF_AN_HOUR;
        String said = hours == 0 ? "" : words.count(hours, "hour", "hours");
        String more = rest == 0 ? "" : words.count(rest, "minute", "minutes");
        return said.isEmpty() || more.isEmpty() ? said + more : said + " " + more;
    }

    /** How the conclusion is said. */
    public String conclusion() {
        return conclusion(finding.conclusion());
    }

    /** Whether it may be given as a grant. */
    public boolean isGrant() {
        return finding.conclusion() == Substance.Conclusion.GRANT;
    }

    static String conclusion(Substance.Conclusion conclusion) {
        return switch (conclusion) {
            case GRANT -> "This is a grant.";
            case CONTRACT -> "This is a contract and no grant.";
            case REFER_TO_PROCUREMENT -> "This is a contract: refer it to procurement.";
        };
    }

    private static String sum(int percent) {
        return MoneyText.say((long) DIRECT_PENCE * percent / 100);
    }

    private static Line line(Envelope part, Map<String, String> funds) {
        return new Line(
                funds.getOrDefault(part.fundId(), part.fundId()),
                FundWords.year(part.financialYear()),
                FundWords.restriction(part.restriction()),
                part.amountPence());
    }

    private static List<String> howMuch(CallTerms terms) {
        String size = terms.smallestPence() == terms.largestPence()
                ? "Each award is " + MoneyText.say(terms.largestPence()) + "."
                : "You can ask for " + MoneyText.say(terms.smallestPence()) + " to "
                        + MoneyText.say(terms.largestPence()) + ".";
        String all = "There is " + MoneyText.say(terms.envelopePence()) + " in all.";
        if (terms.ringFencePence() == 0) {
            return List.of(all, size);
        }
        String kept = terms.ringFencePence() == terms.envelopePence()
                ? "All of it is"
                : MoneyText.say(terms.ringFencePence()) + " of it is";
        return List.of(
                all,
                size,
                kept + " only for organisations that are verified as led by, and serving, the people they are for"
                        + " (“by and for”).");
    }

    private static List<Row> timetable(Timetable timetable, Words words) {
        return List.of(
                Row.of("Opens", words.dateTime(timetable.opensAt())),
                Row.of("Closes", words.dateTime(timetable.closesAt())),
                Row.of("Decided by", words.date(timetable.decidedBy())),
                Row.of("All applicants hear by", words.date(timetable.informedBy())),
                Row.of("Awards begin from", words.date(timetable.startsFrom())));
    }
}
