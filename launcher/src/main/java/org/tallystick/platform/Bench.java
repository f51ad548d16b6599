package org.tallystick.platform;

import org.jspecify.annotations.Nullable;
import org.tallystick.history.AuditBenchmark;
import org.tallystick.history.HistoryBenchmark;
import org.tallystick.history.LastMinute;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measurements, each against a floor in the same run. */
@Command(name = "bench", description = "Measures parts of Tallystick against other ways of doing the same.")
final class Bench {

    @Command(
            name = "history",
            description = "The history against plain inserts, an advisory lock and Axon's own store.")
    int history(
            @Option(names = "--json", description = "Prints an array of name, ratio and aim only.") boolean json,
            @Option(names = "--quick", description = "Small sizes: shows that it runs, not how fast.") boolean quick)
            throws Exception {
        return HistoryBenchmark.run(
                json, quick ? HistoryBenchmark.Size.quick() : HistoryBenchmark.Size.full(), System.out);
    }

    @Command(
            name = "last-minute",
            description = "50 people who save and send their bids in the last minute of a call, beside plain inserts;"
                    + " fails where anything is lost.")
    int lastMinute(
            @Option(names = "--quick", description = "Four seconds: shows that nothing is lost, not how fast.")
                    boolean quick)
            throws Exception {
        return LastMinute.run(quick ? LastMinute.Size.quick() : LastMinute.Size.full(), System.out);
    }

    @Command(
            name = "audit",
            description = "What an auditor waits for over a million events: verification, proofs, a point in time, and"
                    + " what proof costs.")
    int audit(
            @Option(names = "--json", description = "Prints an array of name, ratio and aim only.") boolean json,
            @Option(names = "--quick", description = "Small sizes: shows that it runs, not how fast.") boolean quick,
            @Option(names = "--events", paramLabel = "N", description = "In the large history; 1,000,000 if not given.")
                    @Nullable
                    Integer events)
            throws Exception {
        AuditBenchmark.Size size = quick ? AuditBenchmark.Size.quick() : AuditBenchmark.Size.full();
        return AuditBenchmark.run(json, events == null ? size : size.ofEvents(events), System.out);
    }
}
