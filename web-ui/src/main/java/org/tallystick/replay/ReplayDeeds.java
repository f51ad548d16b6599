package org.tallystick.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tallystick.platform.Ask;
import org.tallystick.platform.Command;
import org.tallystick.platform.DateText;
import org.tallystick.platform.Deed;
import org.tallystick.platform.Deeds;
import org.tallystick.platform.Form;
import org.tallystick.platform.Link;
import org.tallystick.platform.Option;
import org.tallystick.platform.Row;
import org.tallystick.platform.TimeText;
import org.tallystick.platform.UkTime;
import org.tallystick.platform.Words;
import org.tallystick.replay.ReplayQuery.ReplayView;

/** Asking for a replay, cancelling one, and deleting one. */
final class ReplayDeeds {

    private static final String SEEN_BY = "other auditors; that you asked stays in the history";
    private static final String TIME = "recordedUntil-time";
    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59, 999_999_000);
    private static final List<Option> SCOPES = List.of(
            new Option("LEDGER", "The ledger", "Balances and postings. The quicker one."),
            new Option(
                    "EVERYTHING", "Everything", "Funds, calls, bids, awards, payments, organisations and the ledger."));

    private ReplayDeeds() {}

    static Deed request() {
        Deed.Subject subject = new Deed.Subject(
                "A new replay",
                List.of(),
                List.of(new Link("Home", "/"), new Link("Replays", "/replays"), new Link("Ask for a replay", "")),
                "/replays/{id}");
        return subject.deed(
                "Ask for a replay",
                "All figures are made again from the events of the history, up to a point that you choose. What people"
                        + " work with now is not touched.",
                List.of(
                        Ask.line("name", "Name of the replay", "So that you find it again"),
                        Ask.radios("scope", "What is made again?", "", SCOPES),
                        Ask.line(
                                "upTo",
                                "Up to which event? (optional)",
                                "Its number in the history, like 1042. Leave it empty for all events."),
                        Ask.line(
                                "recordedUntil",
                                "Only what was recorded until which day? (optional)",
                                "What was known then. For example, 31 March 2026"),
                        Ask.line(TIME, "Until what time on that day? (optional)", "Empty means the end of the day."),
                        Ask.line(
                                "effectiveUntil",
                                "Only what took effect until which day? (optional)",
                                "What was true then, by what is known. Of the ledger only. For example, 31 March 2026")),
                Deed.Effect.of(
                        "Make the replay",
                        "It is made beside the figures of now and kept until you delete it. No payment, no e-mail and"
                                + " no deadline follows from a replay.",
                        SEEN_BY,
                        "The replay is asked for."),
                ReplayDeeds::requested);
    }

    /** What asks for the same again; its last event says all that a time of recording said. */
    static Form same(ReplayView replay, Words words) {
        Form form = Form.empty()
                .put("name", replay.name())
                .put("scope", replay.scope().name())
                .put("upTo", String.valueOf(replay.upTo()));
        return replay.effectiveUntil() == null ? form : form.put("effectiveUntil", words.date(replay.effectiveUntil()));
    }

    private static Optional<? extends Command> requested(Form form) {
        String name = form.text("name", "Enter a name for the replay.");
        var scope = form.choice("scope", List.of(ReplayScope.values()), Enum::name, "Choose what is made again.");
        Long upTo = position(form);
        Instant recordedUntil = recordedUntil(form);
        LocalDate effectiveUntil = form.optionalText("effectiveUntil").isEmpty()
                ? null
                : form.date("effectiveUntil", "the day until which it took effect")
                        .orElse(null);
        if (effectiveUntil != null
                && scope.filter(ReplayScope.EVERYTHING::equals).isPresent()) {
            form.refuse("effectiveUntil", "Leave this day empty, or choose the ledger: it can be given for that only.");
        }
        if (form.hasProblems()) {
            return Optional.empty();
        }
        return Optional.of(new ReplayCommand.RequestReplay(
                Deeds.idFrom(form, "replay-"), name, scope.orElseThrow(), upTo, recordedUntil, effectiveUntil));
    }

    private static @Nullable Long position(Form form) {
        String typed = form.value("upTo").replaceAll("[\\s,]", "");
        if (typed.isEmpty()) {
            return null;
        }
        if (!typed.matches("[1-9]\\d{0,17}")) {
            form.refuse("upTo", "The number of the event must be a whole number, like 1042.");
            return null;
        }
        return Long.valueOf(typed);
    }

    private static @Nullable Instant recordedUntil(Form form) {
        String day = form.optionalText("recordedUntil");
        String time = form.optionalText(TIME);
        if (day.isEmpty()) {
            if (!time.isEmpty()) {
                form.refuse("recordedUntil", "Enter the day of this time too.");
            }
            return null;
        }
        Optional<LocalDate> date = DateText.parse(day, "the day until which it was recorded")
                .orTell(told -> form.refuse("recordedUntil", told));
        Optional<LocalTime> hour = time.isEmpty()
                ? Optional.of(END_OF_DAY)
                : TimeText.parse(time, "the time on that day").orTell(told -> form.refuse(TIME, told));
        return date.isEmpty() || hour.isEmpty()
                ? null
                : date.get().atTime(hour.get()).atZone(UkTime.ZONE).toInstant();
    }

    static Deed cancel(ReplayView replay, Words words) {
        return ending(
                replay,
                words,
                "Cancel the replay",
                Deed.Effect.warning(
                        "Cancel the replay",
                        "What has been made of it is deleted. You can ask for the same again.",
                        SEEN_BY,
                        "The replay is cancelled."),
                _ -> Optional.of(new ReplayCommand.CancelReplay(replay.replayId())));
    }

    static Deed drop(ReplayView replay, Words words) {
        return ending(
                replay,
                words,
                "Delete the replay",
                Deed.Effect.warning(
                        "Delete the replay",
                        "Its figures are deleted. The events they were made from stay: you can ask for the same again.",
                        SEEN_BY,
                        "The replay is deleted."),
                _ -> Optional.of(new ReplayCommand.DropReplay(replay.replayId())));
    }

    private static Deed ending(
            ReplayView replay,
            Words words,
            String title,
            Deed.Effect effect,
            Function<Form, Optional<? extends Command>> command) {
        return new Deed.Subject(
                        "Replay: " + replay.name(),
                        List.of(Row.of("Point in time", ReplayWords.point(replay, words))),
                        words.crumbs("Replays", "/replays", replay.name(), "/replays/" + replay.replayId(), title, ""),
                        "/replays/" + replay.replayId())
                .deed(title, "", List.of(), effect, command);
    }
}
