package org.tallystick.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the sources are. */
final class SourceTree {

    /**
     * The modules, each knowing only those before it, but for the sides and the pages, which do not know each other,
     * and the verifier, which knows none.
     */
    static final List<String> MODULES = List.of(
            "shared-kernel", "platform", "command-side", "query-side", "web-ui", "launcher", "verifier", "acceptance");

    /** The folder of the whole project: the nearest above that has the script everything starts with. */
    static final Path ROOT = root();

    private SourceTree() {}

    /** All Java files under a folder, in the order of their names; none where there is no such folder. */
    static List<Path> javaFiles(Path folder) {
        return files(folder).stream()
                .filter(file -> file.toString().endsWith(".java"))
                .toList();
    }

    /** All files under a folder, in the order of their names; none where there is no such folder. */
    static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of a file. */
    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("tallystick"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("The tests must run within the project's folder.");
            }
        }
        return folder;
    }
}
