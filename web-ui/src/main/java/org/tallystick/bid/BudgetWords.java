package org.tallystick.bid;

/** How the parts of a budget are said. */
final class BudgetWords {

    private BudgetWords() {}

    /** Of what a cost is. */
    static String kind(CostKind kind) {
        return switch (kind) {
            case STAFF -> "People who are employed";
            case DELIVERY -> "Running the work";
            case PARTICIPANTS -> "People who take part";
            case EQUIPMENT -> "Things that last";
            case EVALUATION -> "Finding out if it works";
        };
    }

    /** What a cost rises with. */
    static String index(PriceIndex index) {
        return switch (index) {
            case PAY -> "pay";
            case NON_PAY -> "other prices";
            case NONE -> "nothing";
        };
    }

    /** What a shared cost is divided by. */
    static String driver(Driver driver) {
        return switch (driver) {
            case HEADCOUNT -> "People";
            case FLOOR_AREA -> "Floor space";
            case TIME -> "Time";
            case RUNNING_COST -> "Running cost";
        };
    }
}
