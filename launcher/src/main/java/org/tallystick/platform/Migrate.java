package org.tallystick.platform;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Brings the schema of a database of your own up to date, as its owner. */
@Command(name = "migrate", description = "Brings the database's schema up to date.")
final class Migrate implements Callable<Integer> {

    @Override
    public Integer call() {
        HistoryMigration.run(Settings.read(System::getenv));
        return 0;
    }
}
