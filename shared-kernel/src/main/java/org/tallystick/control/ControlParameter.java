package org.tallystick.control;

/**
 * What an auditor may set in a control test.
 *
 * @param kind which of the parameters of a run it is
 * @param meaning in words, to be read beside a field
 * @param standard what holds where nothing is set
 */
public record ControlParameter(Kind kind, String meaning, long standard) {

    /** The parameters there are. */
    public enum Kind {
        DAYS("days", 3_650),
        LIMIT_PENCE("limitPence", 10_000_000_000_000L),
        PERCENT("percent", 1_000);

        private final String field;
        private final long most;

        Kind(String field, long most) {
            this.field = field;
            this.most = most;
        }

        /** Its name in a query. */
        public String field() {
            return field;
        }

        /** The most it may be; the least is 0. */
        public long most() {
            return most;
        }
    }

    static ControlParameter days(String meaning, long standard) {
        return new ControlParameter(Kind.DAYS, meaning, standard);
    }

    static ControlParameter limit(String meaning, long standardPounds) {
        return new ControlParameter(Kind.LIMIT_PENCE, meaning, standardPounds * 100);
    }

    static ControlParameter percent(String meaning, long standard) {
        return new ControlParameter(Kind.PERCENT, meaning, standard);
    }
}
