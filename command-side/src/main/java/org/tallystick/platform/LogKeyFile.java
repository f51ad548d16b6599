package org.tallystick.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tallystick.history.Checkpoint;
import org.tallystick.history.SignedNote;

/**
 * The secret key of the log, in a file outside the event database, and beside it the last checkpoint that was signed
 * with it: so a database that was rolled back or swapped is noticed by whoever signs, before a witness does.
 */
public final class LogKeyFile {

    private final Path file;

    /** The file, which need not be there yet. */
    public LogKeyFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** The key in it, if there is one. */
    public Optional<NoteSigner> read() {
        return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
    }

    /** The key in it, or a new one that is written there; two who create it at once get the same. */
    public NoteSigner readOrCreate(String origin) {
        return read().orElseGet(() -> {
            try {
                create(file, NoteSigner.ofLog(origin));
            } catch (FileAlreadyExistsException madeMeanwhile) {
                // that one counts
            } catch (IOException e) {
                throw new UncheckedIOException("The key of the log cannot be written to " + file, e);
            }
            return read(file);
        });
    }

    /** Puts a key beside it that is to sign from the next event on; {@link #promote} makes it the one that counts. */
    public NoteSigner prepareNext(String origin) throws IOException {
        Files.deleteIfExists(next());
        NoteSigner signer = NoteSigner.ofLog(origin);
        create(next(), signer);
        return signer;
    }

    /**
     * Makes the prepared key the one that counts, where it is the one that the log names now: a rotation that was cut
     * off after it was recorded is ended so.
     */
    public void promote(String publicKey) {
        try {
            if (Files.exists(next()) && read(next()).key().toString().equals(publicKey)) {
                Files.move(next(), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The new key of the log cannot be moved to " + file, e);
        }
    }

    /** The last checkpoint this file knows to have been signed. */
    public @Nullable Checkpoint lastSigned() {
        try {
            return Files.exists(memory()) ? Checkpoint.of(SignedNote.parse(Files.readString(memory()))) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps the last checkpoint; on disk when this returns. */
    public void signed(SignedNote note) throws IOException {
        Path part = memory().resolveSibling(memory().getFileName() + ".part");
        try (FileChannel channel = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            channel.write(java.nio.ByteBuffer.wrap(note.toString().getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
        Files.move(part, memory(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Where it is. */
    @Override
    public String toString() {
        return file.toString();
    }

    private Path next() {
        return file.resolveSibling(file.getFileName() + ".next");
    }

    private Path memory() {
        return file.resolveSibling(file.getFileName() + ".checkpoint");
    }

    private static NoteSigner read(Path path) {
        try {
            return NoteSigner.parse(Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException("The key of the log cannot be read from " + path, e);
        } catch (IllegalArgumentException noKey) {
            throw new IllegalStateException("The file " + path + " does not hold the secret key of a log.", noKey);
        }
    }

    /** Whole or not at all, and for its owner alone. */
    private static void create(Path path, NoteSigner signer) throws IOException {
        FileAttribute<?>[] mine =
                path.getFileSystem().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        Path part = Files.createTempFile(path.getParent(), "log-key", ".part", mine);
        try {
            Files.writeString(part, signer.secret() + "\n");
            Files.createLink(path, part);
        } finally {
            Files.delete(part);
        }
    }
}
