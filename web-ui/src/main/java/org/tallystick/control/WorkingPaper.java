package org.tallystick.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tallystick.control.ControlQuery.Finding;
import org.tallystick.control.ControlQuery.Parameters;
import org.tallystick.control.ControlQuery.SignedAt;
import org.tallystick.control.ControlQuery.Subject;
import org.tallystick.control.ControlQuery.TestResult;
import org.tallystick.control.SampleQuery.Method;
import org.tallystick.control.SampleQuery.Sample;
import org.tallystick.platform.PersonNames;
import org.tallystick.platform.Row;
import org.tallystick.platform.Words;

/**
 * What an auditor files: what was tested by which rule, over what, up to where, by whom and when, with all that was
 * found or chosen, and room for the auditor's own result.
 *
 * @param name of its files, without their ending
 */
record WorkingPaper(String name, String title, List<Row> facts, List<Line> lines) {

    /** Something found or chosen. */
    record Line(
            String what,
            String about,
            String aboutHref,
            List<Long> positions,
            long amountPence,
            String key,
            Explained explained) {

        static Line of(Finding finding, String more, Explained explained) {
            return new Line(
                    finding.sentence() + more,
                    finding.subjectName(),
                    page(finding.subject(), finding.subjectId()),
                    finding.positions(),
                    finding.amountPence(),
                    finding.key(),
                    explained);
        }

        /** The events in one cell. */
        public String events() {
            return positions.stream().map(String::valueOf).collect(Collectors.joining(" "));
        }
    }

    /** Of a control test. */
    static WorkingPaper of(TestResult result, String who, Words words, PersonNames people) {
        ControlTest test = result.asked().test();
        List<Row> facts = new ArrayList<>();
        facts.add(Row.of("Rule", test.rule()));
        facts.add(Row.of("Where the rule comes from", test.basis()));
        facts.add(Row.of("Set", set(test, result.parameters(), words)));
        facts.add(Row.of("Tested", words.number(result.population()) + " " + test.population()));
        long explained = result.findings().stream().filter(Finding::isExplained).count();
        facts.add(Row.of(
                "Exceptions",
                words.number(result.exceptions())
                        + (explained == 0 ? "" : ", " + words.number(explained) + " of them explained")));
        facts.addAll(origin(result.position(), result.checkpoint(), result.ranAt(), who, words));
        return new WorkingPaper(
                "control-test-" + test.slug() + "-at-" + result.position(),
                "Control test: " + test.title(),
                facts,
                result.findings().stream()
                        .map(finding -> Line.of(finding, "", Explained.of(test, finding, words, people)))
                        .toList());
    }

    /** Of a sample. */
    static WorkingPaper of(Sample sample, String who, Words words) {
        List<Row> facts = new ArrayList<>();
        boolean byMoney = sample.asked().method() == Method.MONETARY_UNIT;
        facts.add(Row.of(
                "How it was chosen",
                byMoney
                        ? "By money: the sums are laid end to end in the order of their events; the pound at "
                                + words.pence(sample.startPence()) + " is looked at, and one every "
                                + words.pence(sample.intervalPence())
                                + ". The start is the SHA-256 of the seed, what is left over when it is divided by the"
                                + " interval in pence, and 1."
                        : "At random: of each item the SHA-256 of the seed, a colon and its key is taken; those with"
                                + " the lowest are looked at."));
        facts.add(Row.of("Seed", Long.toString(sample.asked().seed())));
        facts.add(Row.of(
                "Chosen from",
                words.number(sample.population()) + " " + words(sample.asked().population()) + ", "
                        + words.pence(sample.totalPence()) + ", "
                        + days(sample.asked().from(), sample.asked().until(), words)));
        facts.add(Row.of("Chosen", words.number(sample.items().size())));
        facts.addAll(origin(sample.position(), sample.checkpoint(), sample.drawnAt(), who, words));
        return new WorkingPaper(
                "sample-" + words(sample.asked().population()).replace(' ', '-') + "-at-" + sample.position(),
                "Sample of " + words(sample.asked().population()),
                facts,
                sample.items().stream()
                        .map(each -> Line.of(
                                each.item(),
                                each.hits() > 1 ? " (chosen " + each.hits() + " times)" : "",
                                Explained.NONE))
                        .toList());
    }

    static String words(SampleQuery.Population population) {
        return switch (population) {
            case PAYMENTS -> "payments";
            case AWARDS -> "awards";
            case POSTINGS -> "ledger entries";
        };
    }

    private static List<Row> origin(long position, @Nullable SignedAt checkpoint, Instant at, String who, Words words) {
        return List.of(
                Row.of("Up to event", words.number(position)),
                Row.of(
                        "Checkpoint",
                        checkpoint == null
                                ? "None is published for that event yet"
                                : "Of " + words.number(checkpoint.size()) + " events, root " + checkpoint.root()
                                        + ", signed " + words.dateTime(checkpoint.signedAt())),
                Row.of("By", who),
                Row.of("When", words.dateTime(at)));
    }

    private static String set(ControlTest test, Parameters given, Words words) {
        List<String> parts = new ArrayList<>();
        if (test.hasDays()) {
            parts.add(days(given.from(), given.until(), words));
        }
        for (ControlParameter parameter : test.parameters()) {
            String value = switch (parameter.kind()) {
                case DAYS -> String.valueOf(given.days());
                case PERCENT -> String.valueOf(given.percent());
                case LIMIT_PENCE -> words.money(given.limitPence() == null ? 0 : given.limitPence());
            };
            parts.add(parameter.meaning() + ": " + value);
        }
        return parts.isEmpty() ? "Nothing to set" : String.join("; ", parts);
    }

    private static String days(java.time.@Nullable LocalDate from, java.time.@Nullable LocalDate until, Words words) {
        if (from == null && until == null) {
            return "all days";
        }
        return (from == null ? "" : "from " + words.date(from) + " ")
                + (until == null ? "on" : "to " + words.date(until));
    }

    private static String page(Subject subject, String id) {
        return switch (subject) {
            case EVENT -> "/events/" + id;
            case AWARD -> "/awards/" + id;
            case ORGANISATION -> "/organisations/" + id;
            case FUND -> "/funds/" + id;
            case CALL -> "/calls/" + id;
            case BID -> "/bids/" + id;
        };
    }
}
