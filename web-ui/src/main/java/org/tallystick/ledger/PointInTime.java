package org.tallystick.ledger;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tallystick.platform.AsAt;
import org.tallystick.platform.DateText;
import org.tallystick.platform.Form;
import org.tallystick.platform.Words;

/**
 * What time a page of the ledger is asked for: as known at a position of the history, or as true on a day; now, where
 * neither is given. What cannot be read is noted on the form, and now is shown.
 */
record PointInTime(@Nullable Long position, @Nullable LocalDate date) {

    private static final PointInTime NOW = new PointInTime(null, null);

    static PointInTime read(Form form) {
        String date = form.value("date").strip();
        String position = form.value("position").replaceAll("[\\s,]", "");
        if (!date.isEmpty() && !position.isEmpty()) {
            form.refuse("date", "Choose a day or a position of the history, not both. This page shows now.");
            return NOW;
        }
        if (!date.isEmpty()) {
            Optional<LocalDate> day = DateText.parse(date, "the day")
                    .orTell(message -> form.refuse("date", message + " This page shows now."));
            return new PointInTime(null, day.orElse(null));
        }
        if (position.isEmpty()) {
            return NOW;
        }
        if (!position.matches("\\d{1,18}")) {
            form.refuse("position", "The position must be a whole number, like 1042. This page shows now.");
            return NOW;
        }
        return new PointInTime(Long.valueOf(position), null);
    }

    /** For the purple bar; none for now. */
    Optional<AsAt> asAt(Words words, String backHref) {
        if (date != null) {
            return Optional.of(new AsAt("what was true at the end of " + words.date(date), backHref));
        }
        return position == null
                ? Optional.empty()
                : Optional.of(new AsAt("what was known at event " + words.number(position), backHref));
    }

    /** An address that asks for the same time. */
    public String in(String address) {
        String time = date != null ? "date=" + date : position != null ? "position=" + position : "";
        return time.isEmpty() ? address : address + (address.contains("?") ? "&" : "?") + time;
    }
}
