package org.tallystick.award;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Require;

/** The agreement of one award: the latest version that was offered, if any. */
final class Agreement {

    private int version;
    private @Nullable AgreementTerms terms;
    private LocalDate expiresOn = LocalDate.MIN;

    /** The next version; refuses terms that do not fit the schedule, and a day that leaves no time to sign. */
    AwardEvent.AgreementOffered next(AwardCommand.OfferAgreement command, Schedule schedule, LocalDate today) {
        if (command.readVersion() != version) {
            throw otherVersion(command.readVersion());
        }
        command.terms().requireFit(schedule.instalments());
        if (!command.expiresOn().isAfter(today)) {
            throw Require.invalid("expiresOn", "must be after today, so that there is time to read and sign.");
        }
        Reporting reporting = Reporting.of(schedule.amountPence());
        return new AwardEvent.AgreementOffered(
                command.awardId(),
                version + 1,
                command.terms(),
                reporting,
                reporting.due(command.terms().startsOn(), command.terms().endsOn()),
                command.expiresOn());
    }

    /** Refuses a signature under a version that is not the latest, and one that comes too late. */
    void requireOpenFor(@Nullable Integer readVersion, LocalDate today) {
        if (version == 0) {
            throw Rejection.of(Refusal.WRONG_STATE, "The funder has not offered the agreement yet.");
        }
        if (readVersion == null || readVersion != version) {
            throw otherVersion(readVersion == null ? 0 : readVersion);
        }
        if (overdue(today)) {
            throw Rejection.of(
                    Refusal.WRONG_STATE,
                    "The offer could be signed until " + expiresOn + ". Ask the funder for a new one.");
        }
    }

    /** Refuses an offer whose last day has not passed. */
    void requireOverdue(LocalDate today) {
        if (!overdue(today)) {
            throw Rejection.of(Refusal.WRONG_STATE, "The offer can still be signed.");
        }
    }

    private boolean overdue(LocalDate today) {
        return today.isAfter(expiresOn);
    }

    /** The latest version, 0 for none. */
    int version() {
        return version;
    }

    /** Whether an instalment is paid against a claim only. */
    boolean inArrears(int instalment) {
        return terms != null && terms.inArrears().contains(instalment);
    }

    /** Refuses a claim for an instalment that is paid in advance. */
    void requireInArrears(int instalment) {
        if (!inArrears(instalment)) {
            throw Rejection.of(
                    Refusal.WRONG_STATE, "Payment " + instalment + " is paid in advance: it needs no claim.");
        }
    }

    void evolve(AwardEvent event) {
        if (event instanceof AwardEvent.AgreementOffered offered) {
            version = offered.version();
            terms = offered.terms();
            expiresOn = offered.expiresOn();
        }
    }

    private Rejection otherVersion(int read) {
        return Rejection.of(
                Refusal.CONFLICT,
                "readVersion",
                read == 0
                        ? "The agreement has been offered as version " + version + ": read it first."
                        : "You read version " + read + " of the agreement; it is at version " + version + " now.");
    }
}
