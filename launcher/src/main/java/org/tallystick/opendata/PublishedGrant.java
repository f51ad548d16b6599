package org.tallystick.opendata;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.registry.OrganisationIdentifier;

/**
 * A grant as a register publishes it, checked and tidied.
 *
 * @param id {@code 360G-<publisher>-<ref>}, at most {@value GrantIds#MAX_LENGTH} characters, unique within the file
 * @param title at most {@value PublishedText#TITLE_LENGTH} characters, one line, never blank
 * @param description at most {@value PublishedText#DESCRIPTION_LENGTH} characters; empty where the file has none
 * @param currency always GBP
 * @param amountPence what was awarded, 1 to {@value PublishedAmounts#MOST_PENCE} pence
 * @param awardedOn from 1900 to the day of reading
 * @param plannedStart not after plannedEnd; null where the file doesn't say
 * @param plannedEnd null where the file doesn't say
 * @param durationMonths 1 to 1,200; null where the file doesn't say
 * @param otherIdentifiers further identifiers of the recipient found in the row, such as its company number
 * @param grantProgramme at most {@value PublishedText#NAME_LENGTH} characters
 * @param fromOpenCall null where the file doesn't say, or says it in a way that can't be understood
 * @param regrantType a code of the standard's list regrantType, {@code FRG010} to {@code FRG070}; null for none
 * @param payments what the file says was paid (disbursementTransaction), in its order; never more than was awarded
 * @param url where the grant is described, with its scheme; null where there is none
 * @param warnings what the row was taken in spite of
 */
public record PublishedGrant(
        long row,
        String id,
        String title,
        String description,
        String currency,
        long amountPence,
        LocalDate awardedOn,
        @Nullable LocalDate plannedStart,
        @Nullable LocalDate plannedEnd,
        @Nullable Integer durationMonths,
        Party funder,
        Party recipient,
        List<OrganisationIdentifier> otherIdentifiers,
        @Nullable String grantProgramme,
        @Nullable Boolean fromOpenCall,
        @Nullable String regrantType,
        List<Payment> payments,
        @Nullable String url,
        List<Finding> warnings)
        implements RegisterRow {

    public PublishedGrant {
        otherIdentifiers = List.copyOf(otherIdentifiers);
        payments = List.copyOf(payments);
        warnings = List.copyOf(warnings);
    }

    /** Who gave or got. The name has at most {@value PublishedText#NAME_LENGTH} characters, on one line. */
    public record Party(OrganisationIdentifier id, String name) {}

    /** Money that left the funder. The amount is 1 pence or more. */
    public record Payment(LocalDate paidOn, long amountPence) {}

    /** Everything the row says, apart from where it stands: equal for rows that repeat one another. */
    String content() {
        return new PublishedGrant(
                        0,
                        id,
                        title,
                        description,
                        currency,
                        amountPence,
                        awardedOn,
                        plannedStart,
                        plannedEnd,
                        durationMonths,
                        funder,
                        recipient,
                        otherIdentifiers,
                        grantProgramme,
                        fromOpenCall,
                        regrantType,
                        payments,
                        url,
                        List.of())
                .toString();
    }
}
