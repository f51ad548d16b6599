package org.tallystick.verifier;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Check 5: the ledger is derived again from the events, by rules of this verifier's own, and both journals are compared
 * with it row by row. In the pack of a fund it is the fund's postings that are there.
 */
final class LedgerCheck implements AutoCloseable {

    private final @Nullable String fund;
    private final Provenance provenance = new Provenance();
    private @Nullable CsvJournal csv;
    private @Nullable HledgerJournal hledger;
    private @Nullable Wrong wrong;
    private long postings;
    private long pence;
    private long memoPence;

    LedgerCheck(Pack pack) throws IOException {
        this.fund = pack.claims().fund();
        try {
            csv = new CsvJournal(pack, provenance);
            hledger = new HledgerJournal(pack);
        } catch (Wrong e) {
            wrong = e;
        }
    }

    /** Whether it is of the fund that the pack is of. */
    boolean concerns(Posting posting) {
        return fund == null || posting.fund().equals(fund);
    }

    /** Compares the postings of the next event. */
    void add(Event event, List<Posting> made) throws IOException {
        if (wrong != null) {
            return;
        }
        try {
            for (Posting posting : made) {
                if (concerns(posting)) {
                    compare(event, posting);
                }
            }
            for (Posting posting : made) {
                provenance.see(event, posting);
            }
            provenance.see(event);
        } catch (Wrong e) {
            wrong = e.at(event.position());
        }
    }

    /** Says what was found, else what it covered. */
    String finish() throws IOException {
        if (wrong == null && csv != null && hledger != null) {
            csv.finish();
            hledger.finish();
        }
        if (wrong != null) {
            throw wrong;
        }
        return "%,d postings derived again; %s debit = %s credit, and %s beside the money, in both journals"
                .formatted(postings, Posting.say(pence), Posting.say(pence), Posting.say(memoPence));
    }

    @Override
    public void close() throws IOException {
        if (csv != null) {
            csv.close();
        }
        if (hledger != null) {
            hledger.close();
        }
    }

    private void compare(Event event, Posting posting) throws IOException {
        if (csv != null && hledger != null) {
            csv.compare(event, posting);
            hledger.compare(event, posting);
        }
        postings++;
        if (posting.isMemo()) {
            memoPence = Math.addExact(memoPence, posting.pence());
        } else {
            pence = Math.addExact(pence, posting.pence());
        }
    }
}
