package org.tallystick.bid;

import java.util.List;
import java.util.Set;
import org.tallystick.platform.Form;
import org.tallystick.platform.FormRows;

/** What comes several times in a year of a budget. */
final class BudgetRows {

    static final FormRows STAFF = new FormRows(
            "staff",
            DirectCosts.MOST_LINES,
            List.of("role", "work", "measure", "fullTime", "salary", "onCosts", "staffGiven"),
            Set.of("measure", "fullTime", "staffGiven"),
            Set.of("measure", "fullTime"));

    static final FormRows SPENDING = new FormRows(
            "spending",
            DirectCosts.MOST_LINES,
            List.of("kind", "what", "cost", "costGiven"),
            Set.of("kind", "costGiven"),
            Set.of("kind"));

    static final FormRows EQUIPMENT = new FormRows(
            "equipment",
            DirectCosts.MOST_LINES,
            List.of("thing", "price", "life", "use", "thingGiven"),
            Set.of("use", "thingGiven"),
            Set.of());

    /** As many as the cost profile has; none is added or taken out. */
    static final FormRows POOLS =
            new FormRows("pools", 50, List.of("share", "poolStep", "index"), Set.of("poolStep", "index"), Set.of());

    static final FormRows PROJECTS = new FormRows(
            "projects", 100, List.of("project", "people", "floor", "time", "direct"), Set.of("floor"), Set.of());
    static final FormRows INCOME = new FormRows("income", 50, List.of("source", "income"), Set.of(), Set.of());
    static final FormRows CARRIED =
            new FormRows("carried", 20, List.of("carrier", "carried", "note"), Set.of("carrier"), Set.of());

    private static final List<FormRows> ALL = List.of(STAFF, SPENDING, EQUIPMENT, POOLS, PROJECTS, INCOME, CARRIED);

    private BudgetRows() {}

    /** Those of a part, by its name in small letters. */
    static FormRows of(String part) {
        return FormRows.of(part, ALL);
    }

    /** Does what a button that adds or removes a row says; nothing for any other step. */
    static void step(Form form, String step) {
        FormRows.step(form, step, ALL);
    }
}
