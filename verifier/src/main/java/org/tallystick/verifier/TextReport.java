package org.tallystick.verifier;

/** The report for people: a line for each check, what is wrong first, and what the control tests found. */
final class TextReport {

    private static final int SHOWN = 5;

    private TextReport() {}

    static String of(Report report) {
        Manifest manifest = report.manifest();
        StringBuilder text = new StringBuilder();
        text.append("Audit pack of ").append(Wrong.shown(manifest.origin()));
        text.append(", %,d positions, ".formatted(manifest.size()));
        text.append(manifest.fund() == null ? "everything" : "fund " + Wrong.shown(manifest.fund()));
        text.append("; it says it was written at ").append(manifest.writtenAt()).append("\n\n");
        for (Report.Result result : report.results()) {
            text.append("  %-9s %-16s ".formatted(word(result.state()), result.check()));
            Wrong wrong = result.wrong();
            text.append(wrong == null ? result.covered() : where(wrong)).append('\n');
        }
        for (ControlTest test : report.controlTests()) {
            append(text, test);
        }
        text.append('\n').append(verdict(report)).append('\n');
        return text.toString();
    }

    private static void append(StringBuilder text, ControlTest test) {
        text.append("\n  %s: %,d tested, %,d exceptions\n    %s\n"
                .formatted(test.name(), test.population(), test.exceptions(), test.rule()));
        test.told().stream()
                .limit(SHOWN)
                .forEach(
                        found -> text.append("    - position %,d: %s\n".formatted(found.position(), found.sentence())));
        if (test.exceptions() > SHOWN) {
            text.append("    - and %,d more; --json tells up to %,d\n"
                    .formatted(test.exceptions() - SHOWN, ControlTest.TOLD));
        }
    }

    private static String word(Report.State state) {
        return switch (state) {
            case GOOD -> "good";
            case WRONG -> "NOT GOOD";
            case NOT_RUN -> "not run";
        };
    }

    private static String where(Wrong wrong) {
        return wrong.position() == Wrong.NOWHERE
                ? wrong.sentence()
                : "Position %,d: %s".formatted(wrong.position(), wrong.sentence());
    }

    private static String verdict(Report report) {
        if (report.isGood()) {
            return report.controlTests().stream().anyMatch(test -> test.exceptions() > 0)
                    ? "Good: nothing was altered. The control tests have exceptions for people to look at."
                    : "Good: nothing was altered.";
        }
        return report.firstWrongPosition()
                .map("NOT GOOD: the first wrong position is %,d."::formatted)
                .orElse("NOT GOOD.");
    }
}
