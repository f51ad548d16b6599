package org.tallystick.opendata;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** One line that says how far an import has come, how fast it is, and about how long it still takes. */
final class ImportProgress {

    private static final Duration ON_A_SCREEN = Duration.ofMillis(500);
    private static final Duration IN_A_FILE = Duration.ofSeconds(5);

    private final PrintWriter out;
    private final boolean screen;
    private final long began = System.nanoTime();
    private long shown = began;

    /** On a screen the line replaces itself; elsewhere there is one now and then. */
    ImportProgress(PrintWriter out, boolean screen) {
        this.out = out;
        this.screen = screen;
    }

    /** Shows it, unless it was shown a moment ago. */
    void show(long rows, long bytesRead, long bytesTotal) {
        long now = System.nanoTime();
        if (now - shown < (screen ? ON_A_SCREEN : IN_A_FILE).toNanos()) {
            return;
        }
        shown = now;
        String line = line(rows, bytesRead, bytesTotal, Duration.ofNanos(now - began));
        out.print(screen ? "\r" + line + "   " : line + System.lineSeparator());
        out.flush();
    }

    /** Ends the line. */
    void end() {
        if (screen && shown != began) {
            out.println();
        }
        out.flush();
    }

    /** Rows a second since the beginning. */
    String rate(long rows) {
        return String.format(
                Locale.UK,
                "%,d rows a second",
                rows * 1_000 / Math.max(1, elapsed().toMillis()));
    }

    /** Time since the beginning. */
    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    static String line(long rows, long bytesRead, long bytesTotal, Duration elapsed) {
        long millis = Math.max(1, elapsed.toMillis());
        long read = Math.max(1, Math.min(bytesRead, bytesTotal));
        long left = (long) ((double) millis * (bytesTotal - read) / read) / 1_000;
        return String.format(
                Locale.UK,
                "%,d rows, %d %% of the file, %,d rows a second, about %s left",
                rows,
                100 * read / Math.max(1, bytesTotal),
                rows * 1_000 / millis,
                left < 90 ? left + " seconds" : (left + 30) / 60 + " minutes");
    }
}
