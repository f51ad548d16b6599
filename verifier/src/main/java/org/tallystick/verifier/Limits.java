package org.tallystick.verifier;

/** How much of anything a pack may have. Beyond these it is refused, so that no pack can exhaust the machine. */
final class Limits {

    /** Of {@code manifest.json}: room for some 250,000 files, which is a log of 30 million events. */
    static final long MANIFEST_BYTES = 32L << 20;

    /** Of {@code checkpoint}, {@code keys.json} and {@code README.txt}. */
    static final long SMALL_FILE_BYTES = 1L << 20;

    /** Of any other file. */
    static final long FILE_BYTES = 16L << 30;

    /** Of all files together. */
    static final long ALL_BYTES = 256L << 30;

    /** So often may a large file be larger than it is in the zip; tables of numbers come to a tenth of that. */
    static final long RATIO = 250;

    /** From here on a file is large. */
    static final long LARGE_FILE_BYTES = 1L << 20;

    /** Of a line of any file: the largest event and what stands around it. */
    static final int LINE_BYTES = 16 << 20;

    /** Of the events of one file that are kept in memory at a time. */
    static final long SEGMENT_CHARS = 24L << 20;

    /** Of objects and lists within one another. */
    static final int JSON_DEPTH = 64;

    /** Signatures under one note. */
    static final int SIGNATURES = 64;

    private Limits() {}
}
