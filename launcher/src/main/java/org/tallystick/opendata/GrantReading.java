package org.tallystick.opendata;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tallystick.opendata.GrantFields.Cell;
import org.tallystick.opendata.PublishedGrant.Party;
import org.tallystick.opendata.PublishedGrant.Payment;
import org.tallystick.registry.OrganisationIdentifier;

/** Makes a grant of a row's values, or says everything that keeps it from being one. One per row. */
final class GrantReading {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private final GrantFields fields;
    private final Findings findings;
    private final ReadingOptions options;

    private GrantReading(GrantFields fields, ReadingOptions options) {
        this.fields = fields;
        this.findings = fields.findings();
        this.options = options;
    }

    /** What becomes of a row, on its own: whether it repeats another is not looked at here. */
    static RegisterRow read(GrantFields fields, ReadingOptions options) {
        GrantReading reading = new GrantReading(fields, options);
        if (fields.isShapeless()) {
            return new RefusedRow(fields.row(), null, null, fields.findings().faults(), null);
        }
        return fields.individual() ? reading.individual() : reading.organisation();
    }

    /** Nothing of the row is kept or shown but its identifier and amount: the rest may say who the person is. */
    private RegisterRow individual() {
        String id = id();
        Long pence = pounds() ? amount() : null;
        Findings only = new Findings();
        only.fault(
                GrantFields.INDIVIDUAL,
                "The grant went to an individual: that is personal data, and such grants are not taken.",
                null);
        return new RefusedRow(fields.row(), id, pence, only.faults(), null);
    }

    private RegisterRow organisation() {
        String id = id();
        Long pence = inPounds() ? amount() : amountElsewhere();
        LocalDate awardedOn = awardedOn();
        PlannedPeriod planned = PlannedPeriod.read(fields);
        PartyReading funding = party(GrantFields.FUNDER, "funders", "gave", id);
        PartyReading receiving = party(GrantFields.RECIPIENT, "recipients", "got", id);
        Party funder = funding == null ? null : funding.read();
        Party recipient = receiving == null ? null : receiving.read();
        List<Payment> payments = payments(awardedOn, pence);
        if (!findings.sound()
                || id == null
                || pence == null
                || awardedOn == null
                || funder == null
                || recipient == null
                || receiving == null) {
            return new RefusedRow(fields.row(), id, pence, findings.faults(), null);
        }
        return published(id, pence, awardedOn, planned, funder, recipient, receiving.others(), payments);
    }

    private PublishedGrant published(
            String id,
            long pence,
            LocalDate awardedOn,
            PlannedPeriod planned,
            Party funder,
            Party recipient,
            Set<OrganisationIdentifier> others,
            List<Payment> payments) {
        // Everything that may add a warning is read before the warnings are counted up.
        GrantWords words = GrantWords.read(id, fields);
        return new PublishedGrant(
                fields.row(),
                id,
                words.title(),
                words.description(),
                "GBP",
                pence,
                awardedOn,
                planned.start(),
                planned.end(),
                planned.months(),
                funder,
                recipient,
                List.copyOf(others),
                words.programme(),
                words.fromOpenCall(),
                words.regrantType(),
                payments,
                words.url(),
                findings.warnings());
    }

    /** Whether the amount is in pounds; a fault where it isn't, or the row doesn't say. */
    private boolean inPounds() {
        Cell currency = fields.own("currency");
        if (currency == null) {
            findings.fault("currency", "The currency is missing.", null);
        } else if (!pounds()) {
            findings.fault("currency", "The currency is not GBP: only grants in pounds are taken.", currency.text());
        } else if (!currency.text().equals("GBP")) {
            findings.warn("currency", "The currency was read as GBP.", currency.text());
        }
        return pounds();
    }

    /** Looks whether an amount that is not in pounds is sound all the same; it counts as no amount of ours. */
    private @Nullable Long amountElsewhere() {
        amount();
        return null;
    }

    private @Nullable String id() {
        String text = fields.code("id");
        if (text == null) {
            findings.fault("id", "The grant's identifier is missing.", null);
            return null;
        }
        Cell written = fields.own("id");
        if (written != null && !written.text().equals(text)) {
            findings.warn("id", "White space or entities were taken out of the identifier.", written.text());
        }
        return findings.take("id", GrantIds.normalised(text, prefix(text)), text);
    }

    /** What the publisher is called in identifiers: as in the grant's, as told, or after the funder. */
    private @Nullable String prefix(@Nullable String grantId) {
        String own = grantId == null ? null : GrantIds.prefix(grantId);
        if (own != null) {
            return own;
        }
        if (options.prefix() != null) {
            return options.prefix();
        }
        List<Map<String, Cell>> funders = fields.group(GrantFields.FUNDER);
        Cell funder = funders.isEmpty() ? null : funders.getFirst().get("id");
        OrganisationIdentifier identifier = funder == null
                ? null
                : PartyNumbers.identifier(PublishedText.code(funder.text()), null)
                        .value();
        return identifier == null ? null : ReadingOptions.prefixOf(identifier);
    }

    private boolean pounds() {
        Cell currency = fields.own("currency");
        return currency != null && PublishedCodes.pounds(currency.text());
    }

    private @Nullable Long amount() {
        Cell cell = fields.own("amountAwarded");
        if (cell == null) {
            findings.fault("amountAwarded", "The amount awarded is missing.", null);
            return null;
        }
        String text = PublishedText.code(cell.text());
        return findings.take("amountAwarded", PublishedAmounts.pence(text, cell.number()), cell.text());
    }

    private @Nullable LocalDate awardedOn() {
        String text = fields.code("awardDate");
        if (text == null) {
            findings.fault("awardDate", "The award date is missing.", null);
            return null;
        }
        LocalDate day = findings.take("awardDate", PublishedDates.day(text), text);
        if (day != null && day.isAfter(options.today())) {
            findings.fault("awardDate", "The award date is in the future.", text);
        }
        if (day != null && day.isBefore(EARLIEST)) {
            findings.fault("awardDate", "The award date is before 1900.", text);
        }
        return day;
    }

    /** The one organisation of a group; null, with a fault, where there is none or it isn't one. */
    private @Nullable PartyReading party(String group, String several, String did, @Nullable String id) {
        List<Map<String, Cell>> members = fields.group(group);
        if (members.isEmpty()) {
            findings.fault(group, "The organisation is missing.", null);
            return null;
        }
        if (members.stream().distinct().count() > 1) {
            findings.fault(
                    group,
                    "The row names " + members.size() + " " + several + " and doesn't say how much each " + did + ".",
                    null);
            return null;
        }
        if (members.size() > 1) {
            findings.warn(group, "The organisation is there more than once, each time the same.", null);
        }
        return new PartyReading(group, members.getFirst(), prefix(id), options.publisher(), findings);
    }

    private List<Payment> payments(@Nullable LocalDate awardedOn, @Nullable Long pence) {
        List<Map<String, Cell>> transactions = fields.group(GrantFields.PAYMENT);
        Cell disbursed = fields.own("amountDisbursed");
        if (transactions.isEmpty() && disbursed != null) {
            findings.warn("amountDisbursed", "What was paid has no dates: no payment is entered.", disbursed.text());
        }
        return new PaymentReading(options.today(), findings).read(transactions, awardedOn, pence);
    }
}
