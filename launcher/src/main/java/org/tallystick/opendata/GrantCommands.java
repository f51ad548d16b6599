package org.tallystick.opendata;

import java.util.HexFormat;
import org.tallystick.award.AwardCommand.RecordPublishedGrant;
import org.tallystick.platform.CommandBatches.Sending;
import org.tallystick.platform.Currency;
import org.tallystick.platform.Json;
import org.tallystick.platform.Rejection;

/** The command that takes a row of a register in. */
final class GrantCommands {

    private final String file;

    /** For rows of a file of that name. */
    GrantCommands(String file) {
        this.file = file;
    }

    /**
     * The command, under a key that is the same for the same grant, wherever in whichever file it stands.
     *
     * @throws Rejection where the row goes beyond what a history takes
     */
    Sending of(PublishedGrant grant) {
        return new Sending(
                new RecordPublishedGrant(grant.id(), published(grant, file + ", row " + grant.row())), key(grant));
    }

    private static String key(PublishedGrant grant) {
        byte[] content = Json.mapper()
                .writeValueAsBytes(new RecordPublishedGrant(grant.id(), published(grant, "whichever file and row")));
        return "published-" + HexFormat.of().formatHex(PartyNumbers.sha256(content));
    }

    private static org.tallystick.award.PublishedGrant published(PublishedGrant grant, String source) {
        return new org.tallystick.award.PublishedGrant(
                grant.title(),
                grant.description(),
                Currency.GBP,
                grant.amountPence(),
                grant.awardedOn(),
                grant.plannedStart(),
                grant.plannedEnd(),
                new org.tallystick.award.PublishedGrant.Party(
                        grant.funder().id().value(), grant.funder().name()),
                new org.tallystick.award.PublishedGrant.Party(
                        grant.recipient().id().value(),
                        grant.recipient().name(),
                        grant.otherIdentifiers().stream()
                                .map(org.tallystick.registry.OrganisationIdentifier::value)
                                .toList()),
                grant.grantProgramme() == null ? "" : grant.grantProgramme(),
                grant.regrantType() == null ? "" : grant.regrantType(),
                grant.payments().stream()
                        .map(payment -> new org.tallystick.award.PublishedGrant.Payment(
                                payment.paidOn(), payment.amountPence()))
                        .toList(),
                source);
    }
}
