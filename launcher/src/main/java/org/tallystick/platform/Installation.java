package org.tallystick.platform;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where one installation's data is: a database of your own, named by {@link Setting#DB_URL}, or a data folder with an
 * embedded one. A folder that another process runs is joined openly, through that process's database.
 */
final class Installation implements AutoCloseable {

    private final @Nullable DataFolder folder;
    private final @Nullable EmbeddedDatabase database;
    private final Map<String, String> settings;

    private Installation(
            @Nullable DataFolder folder, @Nullable EmbeddedDatabase database, Map<String, String> settings) {
        this.folder = folder;
        this.database = database;
        this.settings = settings;
    }

    /** For a program that serves: nobody else may be serving from the folder. */
    static Installation toServe(@Nullable Path data) {
        return open(data, false);
    }

    /** For a command that works beside whoever serves. */
    static Installation beside(@Nullable Path data) {
        return open(data, true);
    }

    /** The settings that lead to its database. */
    Map<String, String> settings() {
        return settings;
    }

    /** Whether another process serves from it. */
    boolean joined() {
        return folder != null && database == null;
    }

    /** The file of those who may log in; none where it is configured from outside. */
    Optional<Path> logins() {
        return Optional.ofNullable(folder).map(DataFolder::logins);
    }

    /** Deletes the folder when it is closed. */
    void closeAndDelete() {
        close();
        if (folder != null) {
            folder.delete();
        }
    }

    @Override
    public void close() {
        if (database != null) {
            database.close();
        }
        if (folder != null) {
            folder.close();
        }
    }

    private static Installation open(@Nullable Path data, boolean mayJoin) {
        String ownDatabase = System.getenv(Setting.DB_URL.variable());
        if (data == null && ownDatabase != null && !ownDatabase.isBlank()) {
            return new Installation(null, null, Map.of());
        }
        Path path = data == null ? Path.of("tallystick-data") : data;
        DataFolder folder = new DataFolder(path);
        if (folder.lock()) {
            EmbeddedDatabase database = EmbeddedDatabase.start(folder);
            return new Installation(folder, database, settings(folder, database.jdbcUrl()));
        }
        folder.close();
        if (!mayJoin) {
            throw new Refused("Another Tallystick is running on " + path + ": stop it first, or name another folder.");
        }
        String running = folder.jdbcUrl()
                .orElseThrow(
                        () -> new Refused("Another Tallystick is starting on " + path + ": try again in a moment."));
        return new Installation(folder, null, settings(folder, running));
    }

    private static Map<String, String> settings(DataFolder folder, String jdbcUrl) {
        Map<String, String> settings = new HashMap<>(EmbeddedDatabase.settings(folder, jdbcUrl));
        settings.put(Setting.LOGINS.variable(), folder.logins().toString());
        settings.put(Setting.LOG_KEY.variable(), folder.logKey().toString());
        return settings;
    }
}
