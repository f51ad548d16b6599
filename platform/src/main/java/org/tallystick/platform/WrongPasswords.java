package org.tallystick.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down who guesses passwords: after some wrong ones in a row for a user name, known or not, or from an address,
 * the next is only looked at half a minute after the last. Nobody is locked out for good, and each process counts for
 * itself.
 */
final class WrongPasswords {

    /** Wrong passwords in a row for a user name that cost no wait. */
    static final int FREE = 5;

    /** The same from one address, behind which there may be all people of a building. */
    static final int FREE_FROM_AN_ADDRESS = 50;

    /** What is longer ago counts no more. */
    static final Duration FORGOTTEN = Duration.ofHours(1);

    /** How long to wait after each further one. */
    static final Duration WAIT = Duration.ofSeconds(30);

    /** Names remembered; who tries more of them makes the oldest forgotten, and no room is used up. */
    private static final int MOST_NAMES = 10_000;

    /** Nor by long ones. */
    private static final int MOST_CHARACTERS = 100;

    private final InstantSource clock;
    private final int free;
    private final Map<String, Wrong> byName = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Wrong> eldest) {
            return size() > MOST_NAMES;
        }
    };

    /**
     * Remembers nothing yet.
     *
     * @param free how many in a row cost no wait
     */
    WrongPasswords(InstantSource clock, int free) {
        this.clock = clock;
        this.free = free;
    }

    private record Wrong(int times, Instant last) {}

    /** Whether the next password of a user name, or from an address, is not looked at yet. */
    synchronized boolean mustWait(String name) {
        Wrong wrong = byName.get(kept(name));
        return wrong != null
                && wrong.times() >= free
                && clock.instant().isBefore(wrong.last().plus(WAIT));
    }

    /** A password was wrong. */
    synchronized void wrong(String name) {
        Instant now = clock.instant();
        Wrong before = byName.remove(kept(name));
        int times = before == null || before.last().plus(FORGOTTEN).isBefore(now) ? 1 : before.times() + 1;
        byName.put(kept(name), new Wrong(times, now));
    }

    /** A password was right. */
    synchronized void right(String name) {
        byName.remove(kept(name));
    }

    private static String kept(String name) {
        return name.substring(0, Math.min(MOST_CHARACTERS, name.length()));
    }
}
