package org.tallystick.bid;

/** What a shared cost is divided by; its figures are whole numbers of the unit named. */
public enum Driver {
    /** Staff, in hundredths of a full-time equivalent. */
    HEADCOUNT("fullTimeEquivalentHundredths", "works in any project or team"),
    /** Square metres. */
    FLOOR_AREA("floorAreaSquareMetres", "uses any of the floor"),
    /** The time of the central functions, in hundredths of a percent. */
    TIME("timeBasisPoints", "is given any of their time"),
    /** What each costs before this step, in pence. */
    RUNNING_COST("directCostPence", "has any running cost");

    private final String field;
    private final String nobody;

    Driver(String field, String nobody) {
        this.field = field;
        this.nobody = nobody;
    }

    /** The field where its figures are given. */
    String field() {
        return field;
    }

    /** What nobody does where all its figures are zero. */
    String nobody() {
        return nobody;
    }
}
