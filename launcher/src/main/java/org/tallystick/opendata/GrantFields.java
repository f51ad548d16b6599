package org.tallystick.opendata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values of one row by the standard's field paths, whether they stood in JSON or in a spreadsheet. Only fields that
 * are used are kept, so that a row with much else in it takes no memory.
 */
final class GrantFields {

    /** Organisations, payments and so on of one kind that a row may have. */
    static final int MOST_PER_GROUP = 1_000;

    /** The group of the fields that stand in the grant itself. */
    static final String GRANT = "";

    static final String FUNDER = "fundingOrganization";
    static final String RECIPIENT = "recipientOrganization";
    static final String INDIVIDUAL = "recipientIndividual";
    static final String PROGRAMME = "grantProgramme";
    static final String PLANNED = "plannedDates";
    static final String PAYMENT = "disbursementTransaction";

    /** Not in the standard, but common in spreadsheets: the publisher's own number for the recipient. */
    static final String INTERNAL_ID = "internalId";

    private static final Set<String> ORGANISATION =
            Set.of("id", "name", "charityNumber", "companyNumber", "addressCountry", INTERNAL_ID);

    private static final Map<String, Set<String>> KNOWN = Map.of(
            GRANT,
            Set.of(
                    "id",
                    "title",
                    "description",
                    "currency",
                    "amountAwarded",
                    "amountDisbursed",
                    "awardDate",
                    "url",
                    "fromOpenCall",
                    "regrantType"),
            FUNDER,
            ORGANISATION,
            RECIPIENT,
            ORGANISATION,
            PROGRAMME,
            Set.of("code", "title"),
            PLANNED,
            Set.of("startDate", "endDate", "duration"),
            PAYMENT,
            Set.of("transactionDate", "value", "currency"));

    private final Map<String, List<Map<String, Cell>>> groups = new HashMap<>();
    private final Findings findings = new Findings();
    private final long row;
    private boolean individual;
    private boolean shapeless;

    /** A value, and whether it is a JSON number (written as it stands in the file). */
    record Cell(String text, boolean number) {}

    GrantFields(long row) {
        this.row = row;
    }

    static boolean knowsGroup(String group) {
        return !group.equals(GRANT) && KNOWN.containsKey(group);
    }

    static boolean knows(String group, String field) {
        return KNOWN.getOrDefault(group, Set.of()).contains(field);
    }

    /** Keeps a value; a second one for the same field is a fault unless it says the same. Blank ones say nothing. */
    void put(String group, int index, String field, Cell cell) {
        if (cell.text().isBlank()) {
            return;
        }
        if (index >= MOST_PER_GROUP) {
            if (index == MOST_PER_GROUP) {
                findings.fault(group, "There are more than " + MOST_PER_GROUP + " of these in one row.", null);
            }
            return;
        }
        List<Map<String, Cell>> list = groups.computeIfAbsent(group, _ -> new ArrayList<>(1));
        while (list.size() <= index) {
            list.add(new HashMap<>());
        }
        Cell earlier = list.get(index).putIfAbsent(field, cell);
        if (earlier != null && !earlier.text().equals(cell.text())) {
            findings.fault(path(group, field), "The field is there twice, and says different things.", cell.text());
        }
    }

    /** Notes that the row is about a person, without keeping anything of them. */
    void toAnIndividual() {
        individual = true;
    }

    /** Notes that the row as a whole makes no sense, so that nothing in it can be trusted. */
    void shapeless(String sentence) {
        shapeless = true;
        findings.fault("row", sentence, null);
    }

    boolean isShapeless() {
        return shapeless;
    }

    boolean individual() {
        return individual;
    }

    long row() {
        return row;
    }

    Findings findings() {
        return findings;
    }

    /** The members of a group, each a map from field to value; those with nothing in them are left out. */
    List<Map<String, Cell>> group(String group) {
        return groups.getOrDefault(group, List.of()).stream()
                .filter(member -> !member.isEmpty())
                .toList();
    }

    /** A field of the grant itself, or null. */
    @Nullable
    Cell own(String field) {
        List<Map<String, Cell>> list = groups.getOrDefault(GRANT, List.of());
        return list.isEmpty() ? null : list.getFirst().get(field);
    }

    /** A field of the grant itself, without white space around it and with entities decoded; null for a blank one. */
    @Nullable
    String code(String field) {
        Cell cell = own(field);
        String text = cell == null ? "" : PublishedText.code(cell.text());
        return text.isEmpty() ? null : text;
    }

    static String path(String group, String field) {
        return group.equals(GRANT) ? field : group + "/" + field;
    }
}
