package org.tallystick.registry;

import java.util.List;
import org.tallystick.platform.Option;

/** The communities of the DEI Data Standard's taxonomy at its first level, named as people here name them. */
final class Communities {

    private static final List<Option> ALL = List.of(
            Option.of("DEI010000", "People who face racism"),
            Option.of("DEI020000", "Disabled people"),
            Option.of("DEI030000", "People of a faith"),
            Option.of("DEI040000", "LGBT+ people"),
            Option.of("DEI050000", "People who have moved or fled to this country"),
            Option.of("DEI060000", "Older people"),
            Option.of("DEI070000", "Children and young people"),
            Option.of("DEI080000", "People with little money or little schooling"),
            Option.of("DEI090000", "Women and girls"));

    private Communities() {}

    static List<Option> all() {
        return ALL;
    }

    /** The name of a code; a finer code is named by the community it lies in, and by itself. */
    static String nameOf(String code) {
        return ALL.stream()
                .filter(community ->
                        community.value().substring(0, 5).equals(code.substring(0, Math.min(5, code.length()))))
                .findFirst()
                .map(community ->
                        community.value().equals(code) ? community.label() : community.label() + " (" + code + ")")
                .orElse(code);
    }
}
