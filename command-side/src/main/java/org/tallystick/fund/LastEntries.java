package org.tallystick.fund;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.Pounds;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;

/**
 * The last {@value #MOST} receipts or pledges of a fund. One that says the same as one of them is most likely the same,
 * sent a second time under another key, as a form is after going back in the browser.
 */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
final class LastEntries {

    static final int MOST = 100;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private List<Entry> entries = new ArrayList<>();

    /** What says that two are the same: who, for which year, how much, and under which words; and the day it was. */
    record Entry(String contributor, FinancialYear financialYear, long amountPence, String words, LocalDate day) {

        boolean saysTheSameAs(Entry other) {
            return contributor.equals(other.contributor)
                    && financialYear.equals(other.financialYear)
                    && amountPence == other.amountPence
                    && words.equalsIgnoreCase(other.words);
        }
    }

    /** Refuses what says the same as one of them, unless the person has said that it is another one. */
    void requireNew(Entry wanted, @Nullable Boolean again, String what) {
        if (Boolean.TRUE.equals(again)) {
            return;
        }
        for (Entry earlier : entries.reversed()) {
            if (earlier.saysTheSameAs(wanted)) {
                throw Rejection.of(
                        Refusal.REPEATED,
                        "again",
                        "%s of %s from %s for %s (%s) is recorded already, of %s. If this is another one, say so."
                                .formatted(
                                        what,
                                        Pounds.of(earlier.amountPence()),
                                        earlier.contributor(),
                                        earlier.financialYear(),
                                        earlier.words(),
                                        DAY.format(earlier.day())));
            }
        }
    }

    void add(Entry entry) {
        entries.add(entry);
        if (entries.size() > MOST) {
            entries.removeFirst();
        }
    }
}
