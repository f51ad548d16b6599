package org.tallystick.verifier;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * An event that seals the balances of a period.
 *
 * @param position of the event
 * @param lastDay of the period
 * @param upTo the last position that counts
 * @param accounts how many balances are sealed
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared as a whole.
record PeriodClose(
        long position,
        String period,
        LocalDate lastDay,
        long upTo,
        long accounts,
        long debitPence,
        long creditPence,
        byte[] root) {

    static final String TYPE = "history.PeriodClosed";

    /** Reads the event. */
    static PeriodClose of(Event event) {
        JsonObject payload = event.payload();
        try {
            PeriodClose close = new PeriodClose(
                    event.position(),
                    payload.text("period"),
                    LocalDate.parse(payload.text("lastDay")),
                    payload.count("upTo"),
                    payload.count("accounts"),
                    payload.count("debitPence"),
                    payload.count("creditPence"),
                    Hashes.hashFromBase64(payload.text("root")));
            if (close.upTo >= close.position) {
                throw new Wrong(event.position(), "The period was closed up to a position that was still to come.");
            }
            return close;
        } catch (Wrong e) {
            throw e.at(event.position());
        } catch (DateTimeException e) {
            throw new Wrong(event.position(), "The period ends on a day that is none.");
        }
    }
}
