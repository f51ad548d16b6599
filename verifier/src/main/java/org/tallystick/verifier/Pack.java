package org.tallystick.verifier;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The zip file. Names and sizes are judged before anything is read, nothing is ever unpacked to disk, and each file
 * that is read is compared with the manifest on the way; what was found is asked for with {@link #faultOf}. Several
 * threads may read.
 */
final class Pack implements Closeable {

    private static final Pattern LEADS_ELSEWHERE =
            Pattern.compile("[/\\\\].*|.*\\\\.*|[A-Za-z]:.*|(.*/)?\\.\\.(/.*)?|.*\\p{Cntrl}.*", Pattern.DOTALL);

    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new TreeMap<>();
    private final Manifest manifest;
    private final Map<String, String> faults = new ConcurrentSkipListMap<>();
    private final Map<String, Boolean> read = new ConcurrentSkipListMap<>();

    private Pack(Path file) throws IOException {
        zip = new ZipFile(file.toFile());
        try {
            long all = 0;
            for (ZipEntry entry : zip.stream().toList()) {
                requireUsable(entry);
                if (entries.put(entry.getName(), entry) != null) {
                    throw new Unusable("The zip has two files called " + Wrong.shown(entry.getName()) + ".");
                }
                all += entry.getSize();
                if (all > Limits.ALL_BYTES) {
                    throw new Unusable("The files in the zip claim to be larger than a pack can be.");
                }
            }
            manifest = manifest();
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    /** Opens a pack. */
    static Pack open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new Unusable("There is no file " + file + ".");
        }
        try {
            return new Pack(file);
        } catch (ZipException e) {
            throw new Unusable("The file is not a whole zip: " + e.getMessage() + ".", e);
        } catch (IOException e) {
            throw new Unusable("The file cannot be read: " + e.getMessage() + ".", e);
        }
    }

    Manifest claims() {
        return manifest;
    }

    /** The paths of the files that are in the zip. */
    Iterable<String> paths() {
        return entries.keySet();
    }

    boolean has(String path) {
        return entries.containsKey(path) && manifest.files().containsKey(path);
    }

    /** A file's content, which must be closed; at its end, or when it is closed, it is compared with the manifest. */
    InputStream read(String path) throws IOException {
        ZipEntry entry = entries.get(path);
        Manifest.Listed listed = manifest.files().get(path);
        if (entry == null || listed == null) {
            throw new Wrong(Wrong.NOWHERE, "The file " + path + " is missing.");
        }
        return new Compared(path, listed, entry.getSize(), zip.getInputStream(entry));
    }

    /** A small file's whole content. */
    byte[] bytes(String path) throws IOException {
        try (InputStream in = read(path)) {
            byte[] bytes = in.readNBytes((int) Limits.SMALL_FILE_BYTES + 1);
            if (bytes.length > Limits.SMALL_FILE_BYTES) {
                throw new Unusable("The file " + path + " is larger than it can be.");
            }
            return bytes;
        }
    }

    /** A file's lines. */
    Lines lines(String path) throws IOException {
        return new Lines(path, read(path));
    }

    /** What is wrong with a file beside the manifest, empty where nothing is; reads it, where nobody has. */
    String faultOf(String path) throws IOException {
        if (!read.containsKey(path)) {
            read(path).close();
        }
        return faults.getOrDefault(path, "");
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private Manifest manifest() throws IOException {
        ZipEntry entry = entries.get(Manifest.PATH);
        if (entry == null) {
            throw new Unusable("The zip has no " + Manifest.PATH + ", so it is no audit pack.");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes((int) Limits.MANIFEST_BYTES + 1);
            if (bytes.length > Limits.MANIFEST_BYTES) {
                throw new Unusable("The manifest is larger than it can be.");
            }
            return Manifest.parse(Lines.text(bytes, 0, bytes.length, Manifest.PATH));
        }
    }

    private static void requireUsable(ZipEntry entry) {
        String name = entry.getName();
        if (LEADS_ELSEWHERE.matcher(name).matches()) {
            throw new Unusable("The zip has a file called " + Wrong.shown(name) + ", which leads elsewhere.");
        }
        long size = entry.getSize();
        long packed = Math.max(1, entry.getCompressedSize());
        if (size < 0 || size > Limits.FILE_BYTES) {
            throw new Unusable("The file " + Wrong.shown(name) + " claims to be larger than it can be.");
        }
        if (size > Limits.LARGE_FILE_BYTES && size / packed > Limits.RATIO) {
            throw new Unusable("The file " + Wrong.shown(name) + " would grow " + size / packed
                    + " times when read; that is no pack but a trap.");
        }
    }

    /** Never gives more than zip and manifest both say there is, whatever comes out of it. */
    private final class Compared extends FilterInputStream {

        private final String path;
        private final Manifest.Listed listed;
        private final long most;
        private final MessageDigest digest = Hashes.digest();
        private long bytes;
        private boolean ended;

        Compared(String path, Manifest.Listed listed, long declared, InputStream in) {
            super(in);
            this.most = Math.min(listed.bytes(), declared);
            this.path = path;
            this.listed = listed;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int wanted = (int) Math.min(length, most - bytes);
            int count = wanted == 0 && length > 0 ? -1 : in.read(into, offset, wanted);
            if (count < 0) {
                end();
                return -1;
            }
            digest.update(into, offset, count);
            bytes += count;
            return count;
        }

        @Override
        public void close() throws IOException {
            byte[] rest = new byte[ended ? 0 : 1 << 14];
            while (!ended) {
                read(rest, 0, rest.length);
            }
            super.close();
        }

        private void end() throws IOException {
            if (ended) {
                return;
            }
            ended = true;
            if (bytes < listed.bytes() || in.read() >= 0) {
                faults.put(
                        path,
                        "The file " + path + " does not have the " + listed.bytes() + " bytes that the manifest says.");
            } else if (!Hashes.hex(digest.digest()).equals(listed.sha256())) {
                faults.put(path, "The file " + path + " is not the one whose SHA-256 the manifest has.");
            }
            read.put(path, true);
        }
    }
}
