package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * What docs/reference says is what the code does. {@code ./tallystick reference} runs this test too, and writes the
 * pages instead of comparing them.
 */
class ReferenceTest {

    private static final Path FOLDER = SourceTree.ROOT.resolve("docs/reference");

    @Test
    void the_pages_are_what_the_code_says_now() {
        Map<String, String> pages = new TreeMap<>(new Reference().pages());
        pages.put("schema.md", schema());

        assertThat(compared(FOLDER, pages, writing()))
                .as("run ./tallystick reference")
                .isEmpty();
    }

    @Test
    void every_event_has_an_approved_form_at_its_revision() {
        Path events = FOLDER.resolve("events");
        Map<String, String> unapproved = new TreeMap<>(ApprovedEvents.current());
        unapproved.keySet().removeIf(file -> Files.exists(events.resolve(file)));

        assertThat(compared(events, unapproved, writing()))
                .as("./tallystick reference writes what is new; what is there is never written over")
                .isEmpty();
    }

    @Test
    void a_stale_page_is_noticed(@org.junit.jupiter.api.io.TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("roles.md"), "as it was\n");

        assertThat(compared(folder, Map.of("roles.md", "as it is\n", "new.md", "not there yet\n"), false))
                .containsExactlyInAnyOrder("roles.md", "new.md");
    }

    private static boolean writing() {
        return System.getProperty("tallystick.reference", "").equals("write");
    }

    /** The names of the pages that differ from what is there; none after they have been written. */
    private static List<String> compared(Path folder, Map<String, String> pages, boolean write) {
        if (write) {
            pages.forEach((name, text) -> save(folder.resolve(name), text));
        }
        return pages.entrySet().stream()
                .filter(page -> !(Files.exists(folder.resolve(page.getKey()))
                        && SourceTree.text(folder.resolve(page.getKey())).equals(page.getValue())))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static void save(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String schema() {
        try (TestDatabase database = TestDatabase.fresh()) {
            new ReadModelMigration(database.query()).migrate();
            return SchemaPage.write(
                    database.superuser(), List.of("history", ReadModelMigration.SCHEMA, ReadModelMigration.AUDIT));
        }
    }
}
