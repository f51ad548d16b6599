package org.tallystick.award;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tallystick.platform.Currency;
import org.tallystick.platform.Require;
import org.tallystick.registry.Identifiers;

/**
 * A grant as some funder published it in a register, such as a 360Giving file: already awarded, recorded after the
 * fact.
 *
 * @param title what it was for, in a line
 * @param description what it was for, at length; may be empty
 * @param currency the currency of the sum
 * @param amountPence what was awarded
 * @param awardedOn the day it was awarded
 * @param startsOn the first day of the work, where published
 * @param endsOn the last day of the work, where published
 * @param funder who gave it
 * @param recipient who got it
 * @param programme the funder's programme; may be empty
 * @param regrantType the 360Giving code, where the money was given on for somebody else; may be empty
 * @param payments what was paid on which day, where the file says so
 * @param source the file and the row it was read from, such as "grants-2015.json, row 17"
 */
public record PublishedGrant(
        String title,
        String description,
        Currency currency,
        long amountPence,
        LocalDate awardedOn,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        Party funder,
        Party recipient,
        String programme,
        String regrantType,
        List<Payment> payments,
        String source) {

    public PublishedGrant {
        title = Require.line(title, "title", 500);
        description = Require.optionalText(description, "description", 10_000);
        Require.given(currency, "currency");
        Require.pence(amountPence, "amountPence");
        Require.date(awardedOn, "awardedOn");
        Require.optionalDate(startsOn, "startsOn");
        Require.optionalDate(endsOn, "endsOn");
        Require.given(funder, "funder");
        Require.given(recipient, "recipient");
        programme = Require.optionalLine(programme, "programme", 200);
        regrantType = Require.optionalLine(regrantType, "regrantType", 20);
        payments = Require.list(payments, "payments", 0, 100);
        source = Require.line(source, "source", 300);
        if (payments.stream().mapToLong(Payment::amountPence).sum() > amountPence) {
            throw Require.invalid("payments", "must not add up to more than was awarded.");
        }
    }

    /**
     * An organisation.
     *
     * @param organisationId what the register calls it first
     * @param otherIdentifiers its further identifiers in the register, such as a company number; at most 10
     */
    public record Party(String organisationId, String name, List<String> otherIdentifiers) {
        public Party {
            organisationId = Identifiers.checked(organisationId, "organisationId");
            name = Require.line(name, "name", 200);
            otherIdentifiers = otherIdentifiers == null
                    ? List.of()
                    : Require.list(otherIdentifiers, "otherIdentifiers", 0, 10).stream()
                            .map(identifier -> Identifiers.checked(identifier, "otherIdentifiers"))
                            .distinct()
                            .toList();
        }

        /** An organisation with one identifier. */
        public Party(String organisationId, String name) {
            this(organisationId, name, List.of());
        }

        /** All of them, the first one first. */
        public List<String> identifiers() {
            return Stream.concat(Stream.of(organisationId), otherIdentifiers.stream())
                    .distinct()
                    .toList();
        }
    }

    /** A payment that the register says was made. */
    public record Payment(LocalDate paidOn, long amountPence) {
        public Payment {
            Require.date(paidOn, "paidOn");
            Require.pence(amountPence, "amountPence");
        }
    }
}
