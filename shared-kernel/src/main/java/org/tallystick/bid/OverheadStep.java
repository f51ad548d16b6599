package org.tallystick.bid;

/** The steps of the apportionment, in their order: each is divided among those after it and the projects. */
public enum OverheadStep {
    PREMISES("premises and office cost", "their"),
    CENTRAL("central functions cost", "their"),
    GOVERNANCE("governance and strategic development cost", "their"),
    FUNDRAISING("general fundraising costs", "its");

    private final String costs;
    private final String whose;

    OverheadStep(String costs, String whose) {
        this.costs = costs;
        this.whose = whose;
    }

    /** Such as "Premises and office". */
    public String title() {
        return Character.toUpperCase(costs.charAt(0)) + costs.substring(1, costs.lastIndexOf(' '));
    }

    /** The beginning of a sentence: "Your premises and office cost". */
    String yourCosts() {
        return "Your " + costs;
    }

    /** "their" or "its", to go on about it. */
    String whose() {
        return whose;
    }
}
