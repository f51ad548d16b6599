package org.tallystick.registry;

import static org.tallystick.platform.Acting.actor;
import static org.tallystick.platform.Acting.as;
import static org.tallystick.platform.Acting.refusal;
import static org.tallystick.platform.Region.CENTRE;
import static org.tallystick.platform.Region.COMMISSIONER;
import static org.tallystick.platform.Region.COUNCIL;
import static org.tallystick.platform.Region.GOVERNOR;
import static org.tallystick.platform.Region.LEAD;
import static org.tallystick.platform.Region.MEMBER;
import static org.tallystick.platform.Region.STRANGER;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;
import org.tallystick.platform.Acting;
import org.tallystick.platform.Actor;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Role;

class OrganisationTest {

    private static final BankDetails BANK = new BankDetails("A Centre", "20-00-00", "12345678");
    private static final OrganisationEvent APPLIED = applied(CENTRE, OrganisationKind.VOLUNTARY_ORGANISATION);
    private static final OrganisationEvent REGISTERED = new OrganisationEvent.OrganisationRegistered(CENTRE);
    private static final OrganisationEvent CLOSED = new OrganisationEvent.OrganisationClosed(CENTRE);
    private static final OrganisationEvent BODY = applied(COUNCIL, OrganisationKind.STATUTORY_BODY);
    private static final OrganisationEvent PROPOSED = new OrganisationEvent.BankDetailsProposed(CENTRE, BANK, "mo");

    @Test
    void an_applicant_applies_for_their_own_organisation_and_another_registers_it() {
        given().when(apply(CENTRE, OrganisationKind.VOLUNTARY_ORGANISATION), as(LEAD))
                .expectEvents(APPLIED);
        given(APPLIED)
                .when(new OrganisationCommand.RegisterOrganisation(CENTRE), as(COMMISSIONER))
                .expectEvents(REGISTERED);
    }

    @Test
    void an_applicant_applies_for_no_other_and_not_as_a_public_body() {
        refused(
                given().when(apply(COUNCIL, OrganisationKind.VOLUNTARY_ORGANISATION), as(LEAD)),
                Refusal.NOT_ALLOWED,
                "apply for it");
        refused(
                given().when(apply(CENTRE, OrganisationKind.STATUTORY_BODY), as(LEAD)),
                Refusal.INVALID,
                "cannot apply for a public body");
    }

    @Test
    void nobody_registers_an_organisation_they_belong_to_under_whatever_hat() {
        OrganisationEvent trustee = new OrganisationEvent.RoleGiven(CENTRE, COMMISSIONER.personId(), Role.WORKER);

        refused(
                given(APPLIED, trustee).when(new OrganisationCommand.RegisterOrganisation(CENTRE), as(COMMISSIONER)),
                Refusal.NOT_ALLOWED,
                "You belong to");
    }

    @Test
    void public_bodies_do_not_rule_over_each_other() {
        OrganisationEvent registered = new OrganisationEvent.OrganisationRegistered(COUNCIL);
        for (OrganisationCommand command : List.of(
                new OrganisationCommand.SuspendOrganisation(COUNCIL, "Why"),
                new OrganisationCommand.CloseOrganisation(COUNCIL, "Why"),
                new OrganisationCommand.RenameOrganisation(COUNCIL, "Other"),
                new OrganisationCommand.AddIdentifier(COUNCIL, "GB-LAE-BAS"))) {
            refused(given(BODY, registered).when(command, as(STRANGER)), Refusal.NOT_ALLOWED, "Only people of");
        }
        given(APPLIED, REGISTERED)
                .when(new OrganisationCommand.SuspendOrganisation(CENTRE, "Accounts late"), as(STRANGER))
                .expectEvents(new OrganisationEvent.OrganisationSuspended(CENTRE));
    }

    @Test
    void roles_are_given_by_the_organisations_own_people_and_fit_its_kind() {
        given(APPLIED, REGISTERED)
                .when(new OrganisationCommand.GiveRole(CENTRE, "p", Role.WORKER), as(LEAD))
                .expectEvents(new OrganisationEvent.RoleGiven(CENTRE, "p", Role.WORKER));
        refused(
                given(APPLIED).when(new OrganisationCommand.GiveRole(CENTRE, "p", Role.GOVERNOR), as(LEAD)),
                Refusal.INVALID,
                "Nobody in a voluntary organisation can be governor.");
        refused(
                given(APPLIED).when(new OrganisationCommand.GiveRole(CENTRE, "p", Role.WORKER), as(GOVERNOR)),
                Refusal.NOT_ALLOWED,
                "give roles in it");
        refused(
                given(APPLIED).when(new OrganisationCommand.TakeRole(CENTRE, "p", Role.WORKER), as(LEAD)),
                Refusal.NOT_FOUND,
                "does not have that role");
    }

    @Test
    void with_the_organisation_all_roles_in_it_end() {
        OrganisationEvent worker = new OrganisationEvent.RoleGiven(CENTRE, "p", Role.WORKER);

        refused(
                given(APPLIED, worker, CLOSED)
                        .when(new OrganisationCommand.TakeRole(CENTRE, "p", Role.WORKER), as(LEAD)),
                Refusal.NOT_FOUND,
                "does not have that role");
        refused(
                given(APPLIED, CLOSED).when(new OrganisationCommand.GiveRole(CENTRE, "p", Role.WORKER), as(LEAD)),
                Refusal.WRONG_STATE,
                "is closed");
    }

    @Test
    void limits_are_set_for_governors_of_ones_own_body_by_somebody_else() {
        OrganisationEvent governor = new OrganisationEvent.RoleGiven(COUNCIL, "gita", Role.GOVERNOR);
        OrganisationCommand limit = limit("gita");

        given(BODY, governor)
                .when(limit, as(actor("gus", Role.GOVERNOR, COUNCIL)))
                .expectEvents(new OrganisationEvent.DelegatedLimitSet(
                        COUNCIL, "gita", 500_00, LocalDate.of(2026, 4, 1), null));
        refused(given(BODY, governor).when(limit, as(GOVERNOR)), Refusal.SAME_PERSON, "own delegated limit");
        refused(given(BODY, governor).when(limit, as(STRANGER)), Refusal.NOT_ALLOWED, "set limits in it");
        refused(given(BODY).when(limit, as(Actor.OPERATOR)), Refusal.INVALID, "no governor");
    }

    @Test
    void bank_details_hold_when_a_second_person_has_entered_the_same() {
        given(APPLIED, REGISTERED, PROPOSED)
                .when(new OrganisationCommand.ConfirmBankDetails(CENTRE, BANK), as(LEAD))
                .expectEvents(new OrganisationEvent.BankDetailsConfirmed(CENTRE, BANK, "lena"));
        refused(
                given(APPLIED, REGISTERED, PROPOSED)
                        .when(new OrganisationCommand.ConfirmBankDetails(CENTRE, BANK), as(MEMBER)),
                Refusal.SAME_PERSON,
                "you proposed them");
    }

    @Test
    void bank_details_exchanged_in_the_meantime_are_not_confirmed() {
        BankDetails swapped = new BankDetails("A Centre", "20-00-00", "87654321");
        OrganisationEvent later = new OrganisationEvent.BankDetailsProposed(CENTRE, swapped, "mo");

        refused(
                given(APPLIED, REGISTERED, PROPOSED, later)
                        .when(new OrganisationCommand.ConfirmBankDetails(CENTRE, BANK), as(LEAD)),
                Refusal.INVALID,
                "not the bank details that wait");
    }

    @Test
    void without_a_proposal_there_is_nothing_to_confirm_or_reject() {
        refused(
                given(APPLIED).when(new OrganisationCommand.ConfirmBankDetails(CENTRE, BANK), as(LEAD)),
                Refusal.WRONG_STATE,
                "No bank details wait");
        refused(
                given(APPLIED, PROPOSED, new OrganisationEvent.BankDetailsRejected(CENTRE))
                        .when(new OrganisationCommand.RejectBankDetails(CENTRE, "Typo"), as(LEAD)),
                Refusal.WRONG_STATE,
                "No bank details wait");
    }

    @Test
    void an_identifier_is_kept_in_its_one_form_and_once() {
        given(APPLIED)
                .when(new OrganisationCommand.AddIdentifier(CENTRE, " gb-coh-9506232 "), as(LEAD))
                .expectEvents(new OrganisationEvent.IdentifierAdded(CENTRE, "GB-COH-09506232"));
        refused(
                given(APPLIED).when(new OrganisationCommand.AddIdentifier(CENTRE, CENTRE), as(LEAD)),
                Refusal.IDENTIFIER_TAKEN,
                "already");
    }

    @Test
    void a_second_cost_profile_of_a_year_is_its_second_version() {
        CostProfile profile = new CostProfile(new FinancialYear(2025), List.of(), 650, 37, 1);

        given(APPLIED, new OrganisationEvent.CostProfileRecorded(CENTRE, profile, 1))
                .when(new OrganisationCommand.RecordCostProfile(CENTRE, profile), as(LEAD))
                .expectEvents(new OrganisationEvent.CostProfileRecorded(CENTRE, profile, 2));
    }

    private static void refused(ResultValidator<?> result, Refusal reason, String words) {
        result.expectNoEvents().expectException(refusal(reason, words));
    }

    private static org.axonframework.test.aggregate.TestExecutor<Organisation> given(OrganisationEvent... events) {
        FixtureConfiguration<Organisation> fixture = Acting.fixture(Organisation.class);
        return events.length == 0 ? fixture.givenNoPriorActivity() : fixture.given((Object[]) events);
    }

    private static OrganisationCommand apply(String id, OrganisationKind kind) {
        return new OrganisationCommand.ApplyForRegistration(id, "Name", kind, List.of(), "");
    }

    private static OrganisationEvent applied(String id, OrganisationKind kind) {
        return new OrganisationEvent.OrganisationApplied(id, "Name", kind, List.of(), "");
    }

    private static OrganisationCommand limit(String person) {
        return new OrganisationCommand.SetDelegatedLimit(COUNCIL, person, 500_00, LocalDate.of(2026, 4, 1), null);
    }
}
