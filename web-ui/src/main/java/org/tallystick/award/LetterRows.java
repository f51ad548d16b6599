package org.tallystick.award;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tallystick.award.AwardQuery.AgreementView;
import org.tallystick.platform.MoneyText;
import org.tallystick.platform.Row;
import org.tallystick.platform.Words;

/** An agreement in short, as it stands above the button that signs it. */
final class LetterRows {

    private LetterRows() {}

    static List<Row> of(AgreementView agreement, Words words) {
        AgreementTerms terms = agreement.terms();
        List<Row> rows = new ArrayList<>(List.of(
                Row.of("Organisation", agreement.award().recipientName()),
                Row.of("Amount", MoneyText.say(agreement.award().awardedPence())),
                Row.of("Purpose", terms.purpose()),
                Row.of("What it may be spent on", terms.eligibleCost()),
                Row.of("What is to be different", String.join("\n", terms.outcomes()))));
        if (!terms.conditions().isEmpty()) {
            rows.add(Row.of("What has to be kept to", String.join("\n", terms.conditions())));
        }
        rows.add(Row.of("Work", words.period(terms.startsOn(), terms.endsOn())));
        rows.add(Row.of("Reports", reports(agreement, words)));
        rows.add(Row.of("Can be signed until", words.date(agreement.expiresOn())));
        return rows;
    }

    /** Where all of it stands. */
    static Row whole(AgreementView agreement) {
        return new Row(
                "The letter as a whole",
                "Version " + agreement.version() + ", to print or to take away as a PDF",
                "/awards/" + agreement.award().awardId() + "/agreement",
                "Read");
    }

    static String reports(AgreementView agreement, Words words) {
        return agreement.reporting().words() + ", due "
                + agreement.reportsDue().stream().map(words::date).collect(Collectors.joining("; "));
    }

    /** How one instalment is paid. */
    static String basis(AgreementTerms terms, int instalment) {
        return terms.inArrears().contains(instalment) ? "after the spending, against a claim" : "in advance";
    }
}
