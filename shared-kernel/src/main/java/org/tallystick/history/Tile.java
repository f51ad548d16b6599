package org.tallystick.history;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A tile of the published log, as C2SP {@code tlog-tiles} cuts the tree: up to 256 hashes of one level, each the root
 * over 256 of the level below.
 *
 * @param level 0 for hashes of leaves; {@link #ENTRIES} for the leaves themselves
 * @param number counted from 0 within its level
 * @param width hashes in it, 1 to 256; 256 is a full tile
 */
public record Tile(int level, long number, int width) {

    /** Hashes in a full tile. */
    public static final int WIDTH = 256;

    /** Heights of the tree within one tile. */
    public static final int HEIGHT = 8;

    /** In the place of a level, for a bundle of leaves. */
    public static final int ENTRIES = -1;

    private static final int MOST_LEVEL = 63;
    private static final long MOST_NUMBER = 999_999_999_999_999L;
    private static final Pattern PATH =
            Pattern.compile("tile/(entries|\\d{1,2})/((?:x\\d{3}/)*\\d{3})(?:\\.p/([1-9]\\d{0,2}))?");

    public Tile {
        if (level < ENTRIES || level > MOST_LEVEL || number < 0 || number > MOST_NUMBER) {
            throw new IllegalArgumentException("There is no tile " + number + " on level " + level + ".");
        }
        if (width < 1 || width > WIDTH) {
            throw new IllegalArgumentException("A tile has 1 to 256 hashes, not " + width + ".");
        }
    }

    /** How wide a tile is in a tree of so many leaves, 0 where it is not in it. */
    public static int widthIn(int level, long number, long size) {
        long hashes = size >>> (HEIGHT * Math.max(level, 0));
        return Math.clamp(hashes - number * WIDTH, 0, WIDTH);
    }

    /** The first index, in its level, of what it holds. */
    public long first() {
        return number * WIDTH;
    }

    /** Its address below the log's, such as {@code tile/0/x001/234.p/5}. */
    public String path() {
        StringBuilder text = new StringBuilder("tile/").append(level == ENTRIES ? "entries" : level);
        String digits = String.format("%03d", number);
        digits = "0".repeat((3 - digits.length() % 3) % 3) + digits;
        for (int i = 0; i < digits.length(); i += 3) {
            text.append('/').append(i + 3 < digits.length() ? "x" : "").append(digits, i, i + 3);
        }
        return width == WIDTH
                ? text.toString()
                : text.append(".p/").append(width).toString();
    }

    /** The tile at an address; empty where it is written in any other way than {@link #path}. */
    public static Optional<Tile> at(String path) {
        Matcher matcher = PATH.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String digits = matcher.group(2).replace("/", "").replace("x", "");
        int level = matcher.group(1).equals("entries") ? ENTRIES : Integer.parseInt(matcher.group(1));
        int width = matcher.group(3) == null ? WIDTH : Integer.parseInt(matcher.group(3));
        if (digits.length() > 15 || level > MOST_LEVEL || width > WIDTH) {
            return Optional.empty();
        }
        return Optional.of(new Tile(level, Long.parseLong(digits), width))
                .filter(tile -> tile.path().equals(path));
    }
}
