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
        Long pence = gbp() ? amount() : null;
        Findings only = new Findings();
        only.fault(
                GrantFields.INDIVIDUAL,
                "The grant went to an individual: that is personal data, and such grants are not taken.",
                null);
        return new RefusedRow(fields.row(), id, pence, only.faults(), null);
    }

    private RegisterRow organisation() {
        String id = id();
        boolean gbp = gbp();
        if (!gbp) {
            Cell currency = fields.own("currency");
            findings.fault(
                    "currency",
                    currency == null
                            ? "The currency is missing."
                            : "The currency is not GBP: only grants in pounds are taken.",
                    currency == null ? null : currency.text());
        }
        Long pence = amount();
        LocalDate awardedOn = awardedOn();
        Map<String, Cell> planned = planned();
        LocalDate start = day(planned, "startDate");
        LocalDate end = day(planned, "endDate");
        boolean reversed = start != null && end != null && start.isAfter(end);
        if (reversed) {
            findings.warn("plannedDates", "The planned start is after the end: both are left out.", start + " " + end);
        }
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
            return new RefusedRow(fields.row(), id, gbp ? pence : null, findings.faults(), null);
        }
        return grant(
                id,
                pence,
                awardedOn,
                reversed ? null : start,
                reversed ? null : end,
                months(planned),
                funder,
                recipient,
                receiving.others(),
                payments);
    }

    private PublishedGrant grant(
            String id,
            long pence,
            LocalDate awardedOn,
            @Nullable LocalDate start,
            @Nullable LocalDate end,
            @Nullable Integer months,
            Party funder,
            Party recipient,
            Set<OrganisationIdentifier> others,
            List<Payment> payments) {
        // Everything that may add a warning is read before the warnings are counted up.
        String title = title(id);
        String description = description();
        String programme = programme();
        String openCall = code("fromOpenCall");
        Boolean fromOpenCall =
                openCall == null ? null : findings.take("fromOpenCall", PublishedCodes.yesOrNo(openCall), openCall);
        String type = code("regrantType");
        String regrant = type == null ? null : findings.take("regrantType", PublishedCodes.regrant(type), type);
        Cell web = fields.own("url");
        String url = web == null ? null : PublishedText.url(web.text(), "url", findings);
        return new PublishedGrant(
                fields.row(),
                id,
                title,
                description,
                "GBP",
                pence,
                awardedOn,
                start,
                end,
                months,
                funder,
                recipient,
                List.copyOf(others),
                programme,
                fromOpenCall,
                regrant,
                payments,
                url,
                findings.warnings());
    }

    private @Nullable String id() {
        String text = code("id");
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

    private boolean gbp() {
        Cell currency = fields.own("currency");
        boolean pounds = currency != null && PublishedCodes.pounds(currency.text());
        if (pounds && currency != null && !currency.text().equals("GBP")) {
            findings.warn("currency", "The currency was read as GBP.", currency.text());
        }
        return pounds;
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
        String text = code("awardDate");
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

    private Map<String, Cell> planned() {
        List<Map<String, Cell>> planned = fields.group(GrantFields.PLANNED);
        if (planned.size() > 1) {
            findings.warn("plannedDates", "There are several planned periods: the first is taken.", null);
        }
        return planned.isEmpty() ? Map.of() : planned.getFirst();
    }

    private @Nullable LocalDate day(Map<String, Cell> planned, String field) {
        Cell cell = planned.get(field);
        String path = GrantFields.path(GrantFields.PLANNED, field);
        return cell == null
                ? null
                : findings.take(path, PublishedDates.day(PublishedText.code(cell.text())), cell.text());
    }

    private @Nullable Integer months(Map<String, Cell> planned) {
        Cell cell = planned.get("duration");
        return cell == null
                ? null
                : findings.take(
                        "plannedDates/duration", PublishedCodes.months(PublishedText.code(cell.text())), cell.text());
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

    private String title(String id) {
        Cell cell = fields.own("title");
        String title =
                cell == null ? "" : PublishedText.line(cell.text(), "title", PublishedText.TITLE_LENGTH, findings);
        if (title.isEmpty()) {
            findings.warn("title", "The title is missing: the identifier stands for it.", null);
            return "Grant " + id;
        }
        return title;
    }

    private String description() {
        Cell cell = fields.own("description");
        if (cell == null) {
            findings.warn("description", "The description is missing.", null);
            return "";
        }
        return PublishedText.prose(cell.text(), "description", PublishedText.DESCRIPTION_LENGTH, findings);
    }

    private @Nullable String programme() {
        List<Map<String, Cell>> programmes = fields.group(GrantFields.PROGRAMME);
        if (programmes.isEmpty()) {
            return null;
        }
        if (programmes.size() > 1) {
            findings.warn("grantProgramme", "There are several programmes: the first is taken.", null);
        }
        Map<String, Cell> first = programmes.getFirst();
        Cell cell = first.containsKey("title") ? first.get("title") : first.get("code");
        String name = cell == null
                ? ""
                : PublishedText.line(cell.text(), "grantProgramme/title", PublishedText.NAME_LENGTH, findings);
        return name.isEmpty() ? null : name;
    }

    private @Nullable String code(String field) {
        Cell cell = fields.own(field);
        String text = cell == null ? "" : PublishedText.code(cell.text());
        return text.isEmpty() ? null : text;
    }
}
