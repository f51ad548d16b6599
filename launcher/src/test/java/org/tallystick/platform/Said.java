package org.tallystick.platform;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/** What the command line said, and with which status it ended. */
record Said(int status, String out, String err) {

    /** Runs a command on a data folder, in this process. A password is typed where one is asked for. */
    static Said of(Path folder, String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--data";
        all[arguments.length + 1] = folder.toString();
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream("a long secret\n".getBytes(StandardCharsets.UTF_8)));
        try {
            int status = Tallystick.commandLine()
                    .setOut(new PrintWriter(out))
                    .setErr(new PrintWriter(err))
                    .execute(all);
            return new Said(status, out.toString(), err.toString());
        } finally {
            System.setIn(before);
        }
    }
}
