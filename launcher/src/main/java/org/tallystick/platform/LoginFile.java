package org.tallystick.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The file of those who may log in by form. It is replaced in one step, and only its owner can read it. */
final class LoginFile {

    private final Path file;

    private LoginFile(Path file) {
        this.file = file;
    }

    /** That of a data folder; where the database is one of your own, the one that the setting names. */
    static LoginFile of(@Nullable Path data) {
        String ownDatabase = System.getenv(Setting.DB_URL.variable());
        if (data == null && ownDatabase != null && !ownDatabase.isBlank()) {
            String named = System.getenv(Setting.LOGINS.variable());
            if (named == null || named.isBlank()) {
                throw new Refused(Setting.LOGINS.variable() + " is missing: which file keeps the log-ins?");
            }
            return new LoginFile(Path.of(named));
        }
        return new LoginFile(new DataFolder(data == null ? Path.of("tallystick-data") : data).logins());
    }

    /** Those in it, in its order. */
    List<Login> logins() {
        try {
            return Files.exists(file) ? List.of(Json.read(Files.readAllBytes(file), Login[].class)) : List.of();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    void add(Login login) {
        List<Login> logins = new ArrayList<>(logins());
        logins.add(login);
        write(logins);
    }

    /** Whether there was such a one. */
    boolean remove(String username) {
        List<Login> logins = new ArrayList<>(logins());
        boolean there = logins.removeIf(login -> login.username().equals(username));
        if (there) {
            write(logins);
        }
        return there;
    }

    private void write(List<Login> logins) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
            Path next = posix
                    ? Files.createTempFile(
                            folder,
                            "logins",
                            ".json",
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                    : Files.createTempFile(folder, "logins", ".json");
            Files.write(next, Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(logins));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
