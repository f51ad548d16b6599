package org.tallystick.platform;

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
}
