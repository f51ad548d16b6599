package org.tallystick.bid;

/** The columns of a budget's file; what each holds depends on what the line is. */
enum BudgetColumn {
    YEAR("Year"),
    WHAT("What"),
    NAME("Name"),
    KIND("Kind"),
    AMOUNT("Amount £"),
    ON_COSTS("On-costs £"),
    QUANTITY("Quantity"),
    OUT_OF("Out of"),
    IN_KIND("In kind"),
    RISES_WITH("Rises with"),
    PEOPLE("People"),
    FLOOR_AREA("Floor area"),
    TIME("Time %"),
    NOTE("Note");

    private final String title;

    BudgetColumn(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
