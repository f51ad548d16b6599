package org.tallystick.platform;

import org.tallystick.history.KillTorture;
import org.tallystick.history.TamperTorture;
import org.tallystick.ledger.RandomHistories;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks for faults where nobody thought of looking. */
@Command(name = "torture", description = "Looks for faults by doing at random what people do.")
final class Torture {

    @Command(
            name = "histories",
            description = "Plays random histories over all of grant-making against a plain model of the money;"
                    + " prints the shortest one that goes wrong.")
    int histories(
            @Option(names = "--count", defaultValue = "1000", description = "How many; ${DEFAULT-VALUE} if not given.")
                    int count,
            @Option(
                            names = "--seed",
                            defaultValue = "1",
                            description =
                                    "The seed of the first, the next one counts on; ${DEFAULT-VALUE} if not given.")
                    long seed) {
        return RandomHistories.run(seed, count, System.out);
    }

    @Command(
            name = "tamper",
            description =
                    "Meddles with a history as the database's superuser, in every way there is, and has each found"
                            + " by the verifier; fails where one is not.")
    int tamper(
            @Option(names = "--count", defaultValue = "1000", description = "How often; ${DEFAULT-VALUE} if not given.")
                    int count,
            @Option(names = "--seed", defaultValue = "1", description = "Of what is drawn by lot; ${DEFAULT-VALUE}.")
                    long seed,
            @Option(names = "--json", description = "Prints an array, an entry for each way.") boolean json)
            throws Exception {
        return TamperTorture.run(count, seed, json, System.out);
    }

    @Command(
            name = "kill",
            description = "Kills PostgreSQL, the product, or whoever sequences, at any moment under load; fails where"
                    + " anything acknowledged is lost or there twice, or checkpoints or read models are not what they"
                    + " must be.")
    int kill(
            @Option(names = "--cycles", defaultValue = "200", description = "Kills; ${DEFAULT-VALUE} if not given.")
                    int cycles,
            @Option(
                            names = "--compare-each",
                            defaultValue = "25",
                            description = "Kills between two comparisons with a replay; ${DEFAULT-VALUE}.")
                    int compareEach,
            @Option(names = "--seed", defaultValue = "1", description = "Of the moments; ${DEFAULT-VALUE}.") long seed)
            throws Exception {
        return KillTorture.run(cycles, compareEach, seed, System.out);
    }
}
