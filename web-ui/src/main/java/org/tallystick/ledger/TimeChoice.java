package org.tallystick.ledger;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.tallystick.ledger.LedgerTimeQuery.KnownEvent;
import org.tallystick.ledger.LedgerTimeQuery.LastKnown;
import org.tallystick.ledger.LedgerTimeQuery.Point;
import org.tallystick.platform.AsAt;
import org.tallystick.platform.DateText;
import org.tallystick.platform.Form;
import org.tallystick.platform.Known;
import org.tallystick.platform.PointInTime;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Sides;
import org.tallystick.platform.TimeText;
import org.tallystick.platform.Words;

/**
 * What time a page of the ledger is asked for, by both clocks; now, where neither is given. What cannot be read, or has
 * not come yet, is noted on the form, and now is shown.
 *
 * @param at the point asked for, what was known as a position of the history
 * @param known the last event that was known then; none where all is
 */
public record TimeChoice(PointInTime at, @Nullable KnownEvent known) {

    private static final TimeChoice NOW = new TimeChoice(PointInTime.NOW, null);
    private static final Pattern DAY_AND_TIME = Pattern.compile("(.{8,}?)(?:\\s*,\\s*|\\s+at\\s+|\\s+)(\\S+)");
    private static final String NOW_IS_SHOWN = " This page shows now.";

    /** The fields {@code effective} and {@code known} of a page; also by their older names, date and position. */
    public static TimeChoice read(Form form, Sides sides) {
        rename(form, "date", "effective");
        rename(form, "position", "known");
        return read(form, "effective", "known", sides);
    }

    /** Two fields of other names, on a page of several points in time. */
    static TimeChoice read(Form form, String effectiveField, String knownField, Sides sides) {
        Optional<LocalDate> effective = day(form, effectiveField);
        Optional<Known> known = known(form, knownField);
        if (!form.error(effectiveField).isEmpty() || !form.error(knownField).isEmpty()) {
            return NOW;
        }
        PointInTime allKnown = new PointInTime(effective.orElse(null), null);
        if (known.isEmpty()) {
            return new TimeChoice(allKnown, null);
        }
        try {
            KnownEvent last = sides.askAsAnyone(new LastKnown(known.get().toString()));
            return new TimeChoice(allKnown.knownAt(last.position()), last);
        } catch (Rejection refused) {
            boolean beyond = refused.refusal() == Refusal.INVALID;
            form.refuse(
                    knownField, (beyond ? "There are not that many events yet." : refused.sentence()) + NOW_IS_SHOWN);
            return NOW;
        }
    }

    /** The same for a file, which is refused where the time cannot be read. */
    static TimeChoice readOrRefuse(Form form, Sides sides) {
        TimeChoice time = read(form, sides);
        if (form.hasProblems()) {
            throw Rejection.of(
                    Refusal.INVALID, form.problems().getFirst().message().replace(NOW_IS_SHOWN, ""));
        }
        return time;
    }

    private static void rename(Form form, String old, String name) {
        if (!form.value(old).isBlank() && form.value(name).isBlank()) {
            form.put(name, form.value(old));
        }
    }

    private static Optional<LocalDate> day(Form form, String field) {
        String typed = form.value(field).strip();
        return typed.isEmpty()
                ? Optional.empty()
                : DateText.parse(typed, "the day").orTell(told -> form.refuse(field, told + NOW_IS_SHOWN));
    }

    private static Optional<Known> known(Form form, String field) {
        String typed = form.value(field).strip();
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        Optional<LocalDate> day = DateText.parse(typed, "the day").orTell(_ -> {});
        try {
            return Optional.of(day.isPresent() ? Known.endOf(day.get()) : Known.parse(bare(typed), field));
        } catch (Rejection unreadable) {
            form.refuse(
                    field,
                    "Enter an event’s number like 1042, a day like 31 March 2026, or a time like"
                            + " 31 March 2026, 2:05pm." + NOW_IS_SHOWN);
            return Optional.empty();
        }
    }

    /** As programs write it: a position as "1,042", a time as "31 March 2026, 2:05pm", with "at" or without. */
    private static String bare(String typed) {
        String number = typed.replaceAll("[\\s,]", "");
        if (number.matches("\\d+")) {
            return number;
        }
        Matcher parts = DAY_AND_TIME.matcher(typed);
        if (parts.matches()) {
            Optional<LocalDate> day = DateText.parse(parts.group(1), "the day").orTell(_ -> {});
            Optional<LocalTime> time =
                    TimeText.parse(parts.group(2), "the time").orTell(_ -> {});
            if (day.isPresent() && time.isPresent()) {
                return day.get() + "T" + time.get();
            }
        }
        return typed;
    }

    /** Whether it is the past, or not all of what is known. */
    public boolean past() {
        return !at.equals(PointInTime.NOW);
    }

    /** Gives a page its time and, where it is the past, the purple bar. */
    public void show(Model model, Words words, String backHref) {
        model.addAttribute("time", this);
        if (past()) {
            model.addAttribute("asAt", new AsAt(says(words), backHref));
        }
    }

    /** As "what was known at event 1,042 (3 May 2026, 2:05pm) about what had taken effect by 31 March 2026". */
    public String says(Words words) {
        String effect = at.effective() == null ? "" : "what had taken effect by " + words.date(at.effective());
        String said = knownSays(words);
        if (said.isEmpty()) {
            return effect.isEmpty() ? "all that is known now" : effect + ", as far as it is known now";
        }
        return effect.isEmpty() ? said : said + " about " + effect;
    }

    /** A point that an answer names. */
    static TimeChoice of(Point point, boolean now) {
        PointInTime at = new PointInTime(point.effective(), null);
        return now
                ? new TimeChoice(at, null)
                : new TimeChoice(at.knownAt(point.known().position()), point.known());
    }

    private String knownSays(Words words) {
        if (known == null) {
            return "";
        }
        if (known.recordedAt() == null) {
            return "what was known before the first event: nothing";
        }
        return "what was known at event %s (%s, %s)"
                .formatted(
                        words.number(known.position()), words.date(known.recordedAt()), words.time(known.recordedAt()));
    }

    /** An address that asks for the same time. */
    public String in(String address) {
        return in(address, "effective", "known");
    }

    /** An address that asks what was different since. */
    public String since(String address) {
        return in(address, "fromEffective", "fromKnown");
    }

    /** An address that asks what was different until then. */
    public String until(String address) {
        return in(address, "toEffective", "toKnown");
    }

    /** The same with parameters of other names. */
    String in(String address, String effectiveField, String knownField) {
        List<String> parameters = new ArrayList<>();
        if (at.effective() != null) {
            parameters.add(effectiveField + "=" + at.effective());
        }
        if (at.known() != null) {
            parameters.add(knownField + "=" + at.knownText());
        }
        return parameters.isEmpty()
                ? address
                : address + (address.contains("?") ? "&" : "?") + String.join("&", parameters);
    }
}
