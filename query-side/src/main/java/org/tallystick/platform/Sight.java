package org.tallystick.platform;

/**
 * Which rows somebody may see, as SQL conditions on {@code :me}, their organisation: the one place where the access of
 * roles to funds and awards is decided on the query side.
 */
public final class Sight {

    private static final String HELD_OR_GIVEN_TO = "(SELECT fund_id FROM fund WHERE holder = :me UNION ALL"
            + " SELECT fund_id FROM fund_contribution WHERE contributor = :me)";

    /**
     * Awards {@code a} that may be talked about: those of a call are not until all its applicants are told together.
     */
    public static final String TOLD = "NOT EXISTS (SELECT FROM grant_call untold WHERE untold.call_id = a.call_id"
            + " AND untold.state IN ('ASSESSING', 'DECIDED'))";

    private Sight() {}

    /** Whether somebody sees all there is: auditors, and the operator of the installation. */
    public static boolean ofEverything(Actor actor) {
        return actor.role() == Role.AUDITOR || actor.role() == Role.OPERATOR;
    }

    /** Whether somebody acts for a public body with money: governor, commissioner, payer. */
    public static boolean ofFunds(Actor actor) {
        return switch (actor.role()) {
            case GOVERNOR, COMMISSIONER, PAYER -> true;
            default -> false;
        };
    }

    /** Whether somebody acts for an organisation that asks for money. */
    public static boolean ofApplicant(Actor actor) {
        return actor.role() == Role.APPLICANT_LEAD || actor.role() == Role.APPLICANT_MEMBER;
    }

    /** Calls that are announced, and those that the asker's body writes; all for those who see everything. */
    public static String calls(Actor actor, String announced, String holder) {
        if (ofEverything(actor)) {
            return "TRUE";
        }
        return ofFunds(actor) ? "(" + announced + " OR " + holder + " = :me)" : announced;
    }

    /**
     * Calls {@code c} of which the decision may be talked about: once all applicants are told; before that by the body
     * that decided it, and by those who see everything.
     */
    public static String decisions(Actor actor) {
        String told = "c.state IN ('INFORMED', 'ARCHIVED')";
        if (ofEverything(actor)) {
            return "(c.state = 'DECIDED' OR " + told + ")";
        }
        boolean decides = actor.role() == Role.GOVERNOR || actor.role() == Role.COMMISSIONER;
        return decides ? "((c.state = 'DECIDED' AND c.holder = :me) OR " + told + ")" : told;
    }

    /** Funds that the asker's organisation holds or gives to; all for those who see everything; else none. */
    public static String funds(Actor actor, String fundId) {
        if (ofEverything(actor)) {
            return "TRUE";
        }
        return ofFunds(actor) ? "(" + fundId + " IN " + HELD_OR_GIVEN_TO + ")" : "FALSE";
    }

    /** Awards {@code a} in full: an applicant's own, those of funds that are seen, all for those who see everything. */
    public static String awardsInFull(Actor actor, String fundId, String recipient) {
        return ofApplicant(actor) ? "(" + recipient + " = :me AND " + TOLD + ")" : funds(actor, fundId);
    }

    /** Awards {@code a} at all: as in full, and everybody else sees every award in short, as the public does. */
    public static String awards(Actor actor, String fundId, String recipient) {
        boolean inShort = !ofEverything(actor) && !ofFunds(actor) && !ofApplicant(actor);
        return inShort ? TOLD : awardsInFull(actor, fundId, recipient);
    }

    /** Whether somebody has the sight of an award in full. */
    public static boolean ofPayments(Actor actor) {
        return ofEverything(actor) || ofFunds(actor) || ofApplicant(actor);
    }
}
