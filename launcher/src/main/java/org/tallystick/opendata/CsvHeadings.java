package org.tallystick.opendata;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tallystick.opendata.GrantFields.Cell;

/**
 * Which column is which field: by the standard's spreadsheet titles ("Recipient Org:Charity Number", with a position as
 * in "Funding Org:1:Name" where there are several) or by its field paths ("fundingOrganization/0/id"). Case, spaces and
 * punctuation within a title don't count; columns nobody uses are passed over.
 */
final class CsvHeadings {

    private static final Map<String, String> GRANT_TITLES = Map.ofEntries(
            Map.entry("identifier", "id"),
            Map.entry("id", "id"),
            Map.entry("title", "title"),
            Map.entry("description", "description"),
            Map.entry("currency", "currency"),
            Map.entry("amountawarded", "amountAwarded"),
            Map.entry("amountdisbursed", "amountDisbursed"),
            Map.entry("awarddate", "awardDate"),
            Map.entry("url", "url"),
            Map.entry("webaddress", "url"),
            Map.entry("fromanopencall", "fromOpenCall"),
            Map.entry("fromopencall", "fromOpenCall"),
            Map.entry("forregranttype", "regrantType"),
            Map.entry("regranttype", "regrantType"));

    private static final Map<String, String> GROUP_TITLES = Map.ofEntries(
            Map.entry("fundingorg", GrantFields.FUNDER),
            Map.entry("fundingorganization", GrantFields.FUNDER),
            Map.entry("fundingorganisation", GrantFields.FUNDER),
            Map.entry("recipientorg", GrantFields.RECIPIENT),
            Map.entry("recipientorganization", GrantFields.RECIPIENT),
            Map.entry("recipientorganisation", GrantFields.RECIPIENT),
            Map.entry("recipientind", GrantFields.INDIVIDUAL),
            Map.entry("recipientindividual", GrantFields.INDIVIDUAL),
            Map.entry("grantprogramme", GrantFields.PROGRAMME),
            Map.entry("planneddates", GrantFields.PLANNED),
            Map.entry("disbursementtransaction", GrantFields.PAYMENT));

    private static final Map<String, String> FIELD_TITLES = Map.ofEntries(
            Map.entry("identifier", "id"),
            Map.entry("id", "id"),
            Map.entry("name", "name"),
            Map.entry("charitynumber", "charityNumber"),
            Map.entry("companynumber", "companyNumber"),
            Map.entry("country", "addressCountry"),
            Map.entry("addresscountry", "addressCountry"),
            Map.entry("code", "code"),
            Map.entry("title", "title"),
            Map.entry("startdate", "startDate"),
            Map.entry("enddate", "endDate"),
            Map.entry("durationmonths", "duration"),
            Map.entry("duration", "duration"),
            Map.entry("transactiondate", "transactionDate"),
            Map.entry("date", "transactionDate"),
            Map.entry("value", "value"),
            Map.entry("amount", "value"),
            Map.entry("currency", "currency"));

    /** Grant databases export the publisher's own number for the recipient under this title. */
    private static final String INTERNAL_TITLE = "internalorganisationid";

    private final List<@Nullable Column> columns = new ArrayList<>();

    /** Where a column's values go. */
    private record Column(String group, int index, String field) {}

    CsvHeadings(List<String> titles) {
        titles.forEach(title -> columns.add(column(title)));
        if (!has("id") && !has("amountAwarded")) {
            throw new UnreadableRegister(
                    "The first line has neither a column “Identifier” nor “Amount Awarded”: this is no register of "
                            + "grants in 360Giving's form.");
        }
    }

    int count() {
        return columns.size();
    }

    /** Puts a row's values where they belong. */
    void put(List<String> values, GrantFields fields) {
        int last = Math.min(values.size(), columns.size());
        for (int i = 0; i < last; i++) {
            Column column = columns.get(i);
            if (column == null || values.get(i).isBlank()) {
                continue;
            }
            if (column.group().equals(GrantFields.INDIVIDUAL)) {
                fields.toAnIndividual();
            } else {
                fields.put(column.group(), column.index(), column.field(), new Cell(values.get(i), false));
            }
        }
    }

    private boolean has(String field) {
        return columns.stream()
                .anyMatch(column -> column != null
                        && column.group().equals(GrantFields.GRANT)
                        && column.field().equals(field));
    }

    private static @Nullable Column column(String title) {
        String[] parts = title.split("[:/]", -1);
        String first = key(parts[0]);
        if (parts.length == 1) {
            if (first.equals(INTERNAL_TITLE)) {
                return new Column(GrantFields.RECIPIENT, 0, GrantFields.INTERNAL_ID);
            }
            String field = GRANT_TITLES.get(first);
            return field == null ? null : new Column(GrantFields.GRANT, 0, field);
        }
        String group = GROUP_TITLES.get(first);
        boolean positioned = parts.length > 2 && parts[1].strip().matches("\\d{1,3}");
        if (group == null || parts.length > (positioned ? 3 : 2)) {
            return group != null && group.equals(GrantFields.INDIVIDUAL) ? new Column(group, 0, "") : null;
        }
        int index = positioned ? Integer.parseInt(parts[1].strip()) : 0;
        if (group.equals(GrantFields.INDIVIDUAL)) {
            return new Column(group, index, "");
        }
        String field = FIELD_TITLES.get(key(parts[parts.length - 1]));
        return field != null && GrantFields.knows(group, field) ? new Column(group, index, field) : null;
    }

    private static String key(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }
}
