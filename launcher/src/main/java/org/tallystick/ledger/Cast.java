package org.tallystick.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Command;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Role;
import org.tallystick.registry.BankDetails;
import org.tallystick.registry.ByAndForClaim;
import org.tallystick.registry.CostProfile;
import org.tallystick.registry.OrganisationCommand;
import org.tallystick.registry.OrganisationKind;

/** Who plays in random histories: a council and the police, three organisations, and their people. */
final class Cast {

    static final Instant CURTAIN = Instant.parse("2026-06-01T09:00:00Z");
    static final long TWO_APPROVALS_ABOVE_PENCE = 50_000_00;
    static final long LIGHT_TOUCH_PENCE = 663_540_00;

    static final String COUNCIL = "GB-LAE-MAN";
    static final String POLICE = "GB-LAE-LDS";
    static final String CENTRE = "GB-CHC-1090095";
    static final String HARBOUR = "GB-CHC-9000357";
    static final String ORCHARD = "GB-CHC-9000400";
    static final List<String> APPLICANTS = List.of(CENTRE, HARBOUR, ORCHARD);
    static final Set<String> BY_AND_FOR = Set.of(CENTRE);

    static final Actor GITA = actor("gita", Role.GOVERNOR, COUNCIL);
    static final Actor GUS = actor("gus", Role.GOVERNOR, COUNCIL);
    static final Actor CARL = actor("carl", Role.COMMISSIONER, COUNCIL);
    static final Actor CORA = actor("cora", Role.COMMISSIONER, COUNCIL);
    static final Actor PIA = actor("pia", Role.PAYER, COUNCIL);
    static final Actor SAM = actor("sam", Role.GOVERNOR, POLICE);
    static final Actor ASHA = actor("asha", Role.ASSESSOR, POLICE);
    static final Actor MO = actor("mo", Role.APPLICANT_MEMBER, CENTRE);
    private static final Map<String, Actor> LEADS = Map.of(
            CENTRE, actor("lena", Role.APPLICANT_LEAD, CENTRE),
            HARBOUR, actor("hana", Role.APPLICANT_LEAD, HARBOUR),
            ORCHARD, actor("otto", Role.APPLICANT_LEAD, ORCHARD));
    static final List<Actor> ALL =
            List.of(GITA, GUS, CARL, CORA, PIA, SAM, ASHA, MO, lead(CENTRE), lead(HARBOUR), lead(ORCHARD));

    private static final long HIGH_PENCE = 1_000_000_00;
    private static final long LOW_PENCE = 20_000_00;
    private static final long RENT_PENCE = 12_000_00;
    private static final long BOOKKEEPING_PENCE = 7_000_00;

    private Cast() {}

    static Actor lead(String organisation) {
        return Impossible.unlessThere(LEADS.get(organisation), "no lead of " + organisation);
    }

    /** Up to how much somebody may approve. */
    static long limit(Actor actor) {
        return actor.equals(GITA) ? HIGH_PENCE : actor.equals(GUS) ? LOW_PENCE : 0;
    }

    /** All that must be so before money can be given. */
    static List<Step> enters() {
        List<Step> steps = new ArrayList<>();
        organisation(steps, COUNCIL, OrganisationKind.STATUTORY_BODY, GITA, GUS, CARL, CORA, PIA);
        organisation(steps, POLICE, OrganisationKind.STATUTORY_BODY, SAM, ASHA);
        organisation(steps, CENTRE, OrganisationKind.VOLUNTARY_ORGANISATION, lead(CENTRE), MO);
        Actor hugo = actor("hugo", Role.APPLICANT_MEMBER, HARBOUR);
        organisation(steps, HARBOUR, OrganisationKind.VOLUNTARY_ORGANISATION, lead(HARBOUR), hugo);
        Actor olga = actor("olga", Role.APPLICANT_MEMBER, ORCHARD);
        organisation(steps, ORCHARD, OrganisationKind.INFRASTRUCTURE_BODY, lead(ORCHARD), olga);
        for (Actor governor : List.of(GITA, GUS)) {
            add(steps, Actor.OPERATOR, limited(governor));
        }
        bank(steps, CENTRE, MO);
        bank(steps, HARBOUR, hugo);
        bank(steps, ORCHARD, olga);
        for (String applicant : APPLICANTS) {
            add(steps, lead(applicant), new OrganisationCommand.RecordCostProfile(applicant, profile(1)));
        }
        Actor lena = lead(CENTRE);
        add(
                steps,
                lena,
                new OrganisationCommand.ClaimByAndForStanding(
                        CENTRE, new ByAndForClaim(List.of("DEI050000"), 80, 67, 92)));
        add(steps, lena, new OrganisationCommand.EvidenceByAndForStanding(CENTRE, "Minutes"));
        add(steps, lead(ORCHARD), new OrganisationCommand.VerifyByAndForStanding(CENTRE));
        add(steps, GITA, new OrganisationCommand.VerifyByAndForStanding(CENTRE));
        return steps;
    }

    /** What an organisation's projects share, in a year of so many times the usual. */
    static CostProfile profile(int times) {
        return new CostProfile(
                new FinancialYear(2025),
                List.of(
                        new CostProfile.OverheadPool("Rent", times * RENT_PENCE, "Accounts"),
                        new CostProfile.OverheadPool("Bookkeeping", times * BOOKKEEPING_PENCE, "Accounts")),
                1_000,
                37,
                100_000_00);
    }

    private static Command limited(Actor governor) {
        return new OrganisationCommand.SetDelegatedLimit(
                COUNCIL, governor.personId(), limit(governor), LocalDate.of(2026, 4, 1), null);
    }

    private static void bank(List<Step> steps, String organisation, Actor member) {
        BankDetails details = new BankDetails("Account", "20-00-00", "12345678");
        add(steps, member, new OrganisationCommand.ProposeBankDetails(organisation, details));
        add(steps, lead(organisation), new OrganisationCommand.ConfirmBankDetails(organisation, details));
    }

    private static void organisation(List<Step> steps, String id, OrganisationKind kind, Actor... people) {
        add(
                steps,
                Actor.OPERATOR,
                new OrganisationCommand.ApplyForRegistration(id, "Name of " + id, kind, List.of(), "Manchester"));
        add(steps, Actor.OPERATOR, new OrganisationCommand.RegisterOrganisation(id));
        for (Actor person : people) {
            add(steps, Actor.OPERATOR, new OrganisationCommand.GiveRole(id, person.personId(), person.role()));
        }
    }

    private static void add(List<Step> steps, Actor actor, Command command) {
        steps.add(new Step(CURTAIN, actor, command));
    }

    private static Actor actor(String person, Role role, String organisation) {
        return new Actor(person, "", role, organisation, "");
    }
}
