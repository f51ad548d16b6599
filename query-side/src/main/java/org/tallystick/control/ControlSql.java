package org.tallystick.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A control test as the database is asked it: one file of SQL per test, so that an auditor can read what is looked at.
 * Two statements over the events up to {@code :position} and the read models of the schema that the connection is in:
 * one counts the population, the other finds exceptions.
 *
 * @param population one row, one number
 * @param exceptions key, sentence, subject, subject_id, positions, pence; sentences have places, see {@link Places}
 */
record ControlSql(String population, String exceptions) {

    private static final String BETWEEN = "-- exceptions\n";

    /** The SQL of a test, with what all tests share in front. */
    static ControlSql of(ControlTest test) {
        String shared = text("shared");
        String[] both = text(test.slug()).split(BETWEEN, -1);
        if (both.length != 2) {
            throw new IllegalStateException(test.slug() + ".sql has a population and exceptions.");
        }
        return new ControlSql(shared + both[0], shared + both[1]);
    }

    /** A file of SQL. */
    static String text(String name) {
        try (InputStream file =
                Objects.requireNonNull(ControlSql.class.getResourceAsStream("/control/" + name + ".sql"), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
