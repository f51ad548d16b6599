package org.tallystick.verifier;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/** Compares {@code journal.hledger} with what the events say, line by line, a transaction a posting. */
final class HledgerJournal implements AutoCloseable {

    static final String PATH = "journal.hledger";

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cntrl}]+");

    private final Lines lines;

    HledgerJournal(Pack pack) throws IOException {
        this.lines = pack.lines(PATH);
        for (String line : List.of("; The funding ledger of Tallystick", "", "commodity £1000.00")) {
            if (!line.equals(lines.next())) {
                throw new Wrong(Wrong.NOWHERE, PATH + " does not begin as it must.");
            }
        }
    }

    /** Compares the transaction of a posting. */
    void compare(Event event, Posting posting) throws IOException {
        String amount = Posting.pounds(posting.pence());
        expect(event, "");
        expect(
                event,
                event.effectiveOn() + "=" + Event.dayOf(event.leaf().recordedAt()) + " * (" + event.position() + ") "
                        + line(posting.sentence()));
        expect(event, "    ; event: " + event.type() + " " + event.id() + ", line " + posting.line());
        if (!posting.isMemo()) {
            expect(
                    event,
                    "    ; money: " + posting.year() + " from " + posting.contributor() + ", "
                            + line(posting.restriction()));
        }
        expect(event, "    " + account(posting.debit()) + "  £" + amount);
        expect(event, "    " + account(posting.credit()) + "  £-" + amount);
    }

    /** Refuses what comes after the last transaction. */
    void finish() throws IOException {
        if (lines.next() != null) {
            throw new Wrong(Wrong.NOWHERE, PATH + " has a line " + lines.number() + " that no event made.");
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private void expect(Event event, String expected) throws IOException {
        String line = lines.next();
        if (line == null) {
            throw new Wrong(event.position(), PATH + " ends before the transactions of this event.");
        }
        if (!line.equals(expected)) {
            throw new Wrong(
                    event.position(),
                    PATH + ", line " + lines.number() + " is " + Wrong.shown(line.strip())
                            + ", and from the event follows " + Wrong.shown(expected.strip()) + ".");
        }
    }

    /** What nobody pays for stands in brackets: beside the money. */
    private static String account(String name) {
        return Posting.isMemo(name) ? "[" + name + "]" : name;
    }

    /** One line, in which nothing begins a comment. */
    private static String line(String text) {
        return SPACE.matcher(text)
                .replaceAll(" ")
                .replace(';', ',')
                .replace('|', '/')
                .strip();
    }
}
