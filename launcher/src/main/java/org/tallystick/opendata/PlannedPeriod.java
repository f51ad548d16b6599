package org.tallystick.opendata;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tallystick.opendata.GrantFields.Cell;

/** When a grant's work was planned to be done, as far as the row says. */
record PlannedPeriod(
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        @Nullable Integer months) {

    static PlannedPeriod read(GrantFields fields) {
        Findings findings = fields.findings();
        List<Map<String, Cell>> planned = fields.group(GrantFields.PLANNED);
        if (planned.size() > 1) {
            findings.warn("plannedDates", "There are several planned periods: the first is taken.", null);
        }
        Map<String, Cell> first = planned.isEmpty() ? Map.of() : planned.getFirst();
        LocalDate start = day(first, "startDate", findings);
        LocalDate end = day(first, "endDate", findings);
        Integer months = months(first, findings);
        if (start != null && end != null && start.isAfter(end)) {
            findings.warn("plannedDates", "The planned start is after the end: both are left out.", start + " " + end);
            return new PlannedPeriod(null, null, months);
        }
        return new PlannedPeriod(start, end, months);
    }

    private static @Nullable LocalDate day(Map<String, Cell> planned, String field, Findings findings) {
        Cell cell = planned.get(field);
        String path = GrantFields.path(GrantFields.PLANNED, field);
        return cell == null
                ? null
                : findings.take(path, PublishedDates.day(PublishedText.code(cell.text())), cell.text());
    }

    private static @Nullable Integer months(Map<String, Cell> planned, Findings findings) {
        Cell cell = planned.get("duration");
        return cell == null
                ? null
                : findings.take(
                        "plannedDates/duration", PublishedCodes.months(PublishedText.code(cell.text())), cell.text());
    }
}
