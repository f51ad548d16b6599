package org.tallystick.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down who guesses passwords: after five wrong ones in a row for a user name, known or not, the next is only
 * looked at half a minute after the last. Nobody is locked out for good, and each process counts for itself.
 */
final class WrongPasswords {

    /** Wrong passwords in a row that cost no wait. */
    static final int FREE = 5;

    /** How long to wait after each further one. */
    static final Duration WAIT = Duration.ofSeconds(30);

    /** User names remembered; who tries more of them makes the oldest forgotten, and no room is used up. */
    private static final int MOST_NAMES = 10_000;

    private final InstantSource clock;
    private final Map<String, Wrong> byUsername = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Wrong> eldest) {
            return size() > MOST_NAMES;
        }
    };

    WrongPasswords(InstantSource clock) {
        this.clock = clock;
    }

    private record Wrong(int times, Instant last) {}

    /** Whether the next password is not looked at yet. */
    synchronized boolean mustWait(String username) {
        Wrong wrong = byUsername.get(username);
        return wrong != null
                && wrong.times() >= FREE
                && clock.instant().isBefore(wrong.last().plus(WAIT));
    }

    /** A password was wrong. */
    synchronized void wrong(String username) {
        Wrong before = byUsername.remove(username);
        byUsername.put(username, new Wrong(before == null ? 1 : before.times() + 1, clock.instant()));
    }

    /** A password was right. */
    synchronized void right(String username) {
        byUsername.remove(username);
    }
}
