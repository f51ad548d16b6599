package org.tallystick.platform;

import java.util.List;
import java.util.Optional;

/** What the things are called that answers know by their ids. */
public sealed interface NameQuery {

    /** The most ids in one question: as many as fit in an address. */
    int MOST = 50;

    /** What has a name. */
    enum Kind {
        ORGANISATION,
        FUND,
        AWARD,
        CALL
    }

    /**
     * The names behind ids, of whatever they are, as far as the asker may see it; ids without such a name are left out.
     *
     * @param ids 1 to 50
     */
    record NamesOf(List<String> ids) implements NameQuery, Query<Names> {
        public NamesOf {
            ids = Require.list(ids, "ids", 1, MOST);
        }
    }

    /**
     * What one thing is called.
     *
     * @param name of an organisation or a fund; the title of an award or a call
     * @param recipient who gets an award, by name; else empty
     */
    record Named(Kind kind, String id, String name, String recipient) {}

    /** Names by id; an id that has none here stands for itself. */
    record Names(List<Named> all) {

        /** No names at all. */
        public static final Names NONE = new Names(List.of());

        public Names {
            all = List.copyOf(all);
        }

        /** An organisation's name. */
        public String organisation(String id) {
            return find(Kind.ORGANISATION, id).map(Named::name).orElse(id);
        }

        /** A fund's name. */
        public String fund(String id) {
            return find(Kind.FUND, id).map(Named::name).orElse(id);
        }

        /** An award's title in quotation marks. */
        public String award(String id) {
            return find(Kind.AWARD, id).map(Names::title).orElse(id);
        }

        /** An award's title and who gets it: “Somewhere to go” for Lantern. */
        public String awardInFull(String id) {
            return find(Kind.AWARD, id)
                    .map(award -> title(award) + " for " + award.recipient())
                    .orElse(id);
        }

        /** A call's title in quotation marks. */
        public String call(String id) {
            return find(Kind.CALL, id).map(Names::title).orElse(id);
        }

        private static String title(Named award) {
            return "“" + award.name() + "”";
        }

        private Optional<Named> find(Kind kind, String id) {
            return all.stream()
                    .filter(named -> named.kind() == kind && named.id().equals(id))
                    .findFirst();
        }
    }
}
