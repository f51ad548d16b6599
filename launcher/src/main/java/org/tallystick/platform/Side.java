package org.tallystick.platform;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** One side on its own; all it needs is in the environment. */
abstract class Side implements Callable<Integer> {

    /** Not an exit status: the process goes on until it is told to stop. */
    static final int SERVING = -1;

    private final Processes process;

    private Side(Processes process) {
        this.process = process;
    }

    @Override
    public Integer call() {
        process.start(Map.of("logging.structured.format.console", "ecs"));
        return SERVING;
    }

    @Command(name = "command-side", description = "The side that decides, on its own.")
    static final class CommandSideAlone extends Side {
        CommandSideAlone() {
            super(Processes.COMMAND_SIDE);
        }
    }

    @Command(name = "query-side", description = "The side that answers, on its own.")
    static final class QuerySideAlone extends Side {
        QuerySideAlone() {
            super(Processes.QUERY_SIDE);
        }
    }

    @Command(name = "web-ui", description = "The pages, on their own.")
    static final class WebUiAlone extends Side {
        WebUiAlone() {
            super(Processes.WEB_UI);
        }
    }
}
