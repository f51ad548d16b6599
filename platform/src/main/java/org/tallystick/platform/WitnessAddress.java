package org.tallystick.platform;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.tallystick.history.NoteKey;

/**
 * A witness that the log is shown to.
 *
 * @param key what its signatures are checked with
 * @param url prefix below which it takes checkpoints
 */
public record WitnessAddress(NoteKey key, URI url) {

    /**
     * Reads a list as it is configured: key and address with a space between, commas between witnesses.
     *
     * @throws IllegalArgumentException where it is written otherwise, with the reason
     */
    public static List<WitnessAddress> list(String text) {
        return Stream.of(text.split(","))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .map(WitnessAddress::one)
                .toList();
    }

    private static WitnessAddress one(String text) {
        String[] parts = text.split("\\s+");
        if (parts.length != 2) {
            throw new IllegalArgumentException("a witness is a key, a space and an http or https address");
        }
        URI url = URI.create(parts[1]);
        if (url.getHost() == null || !List.of("http", "https").contains(url.getScheme())) {
            throw new IllegalArgumentException("a witness needs an http or https address");
        }
        return new WitnessAddress(NoteKey.parse(parts[0]), url);
    }
}
