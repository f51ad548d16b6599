package org.tallystick.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder that holds one installation: the database, its passwords, and who may log in. Only one process runs it at a
 * time; it holds the folder's lock for as long as it lives, however it ends.
 */
final class DataFolder implements AutoCloseable {

    /** Closing any channel of a file gives up the lock on it for the whole process, so none is opened twice. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private @Nullable FileChannel channel;

    DataFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(this.folder);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Where PostgreSQL keeps its files. */
    Path postgres() {
        return folder.resolve("postgres");
    }

    /** Where the key that signs the log is, outside the database. */
    Path logKey() {
        return folder.resolve("log-key");
    }

    /** The people who may log in by form: nobody, in a new folder. */
    Path logins() {
        Path file = folder.resolve("logins.json");
        if (!Files.exists(file)) {
            try {
                Files.writeString(file, "[]");
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return file;
    }

    /** Takes the folder for this process; false where another one runs it. */
    boolean lock() {
        if (!HELD_HERE.add(folder)) {
            return false;
        }
        try {
            channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() != null) {
                return true;
            }
        } catch (IOException broken) {
            close();
            throw new UncheckedIOException(broken);
        }
        close();
        return false;
    }

    /** How to reach the database of the process that runs this folder. */
    Optional<String> jdbcUrl() {
        return Optional.ofNullable(properties().getProperty("jdbcUrl"));
    }

    void rememberJdbcUrl(String jdbcUrl) {
        Properties properties = properties();
        properties.setProperty("jdbcUrl", jdbcUrl);
        store(properties);
    }

    /** A secret of this installation, drawn when it is first asked for. */
    String secret(String name) {
        Properties properties = properties();
        String secret = properties.getProperty(name);
        if (secret == null) {
            byte[] drawn = new byte[24];
            new SecureRandom().nextBytes(drawn);
            secret = HexFormat.of().formatHex(drawn);
            properties.setProperty(name, secret);
            store(properties);
        }
        return secret;
    }

    /** Deletes the folder with all that is in it. */
    void delete() {
        close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException gone) {
            // What cannot be deleted is left to the system's own cleaning of temporary folders.
        }
    }

    @Override
    public void close() {
        try {
            if (channel != null) {
                // Gives the lock back too.
                channel.close();
                channel = null;
                HELD_HERE.remove(folder);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        Path file = folder.resolve("database.properties");
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                properties.load(in);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return properties;
    }

    private void store(Properties properties) {
        Path file = folder.resolve("database.properties");
        try {
            if (!Files.exists(file)) {
                if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                    Files.createFile(
                            file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                } else {
                    Files.createFile(file);
                }
            }
            try (var out = Files.newBufferedWriter(file)) {
                properties.store(out, "The database of this folder. Keep it secret.");
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
