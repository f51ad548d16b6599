package org.tallystick.bid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallystick.bid.SampleBid.answer;
import static org.tallystick.bid.SampleBid.asking;
import static org.tallystick.bid.SampleBid.certify;
import static org.tallystick.bid.SampleBid.eligible;
import static org.tallystick.bid.SampleBid.project;
import static org.tallystick.call.SampleCall.CLOSES;
import static org.tallystick.call.SampleCall.OPENS;
import static org.tallystick.platform.Acting.actor;
import static org.tallystick.platform.Region.CENTRE;
import static org.tallystick.platform.Region.COMMISSIONER;
import static org.tallystick.platform.Region.COUNCIL;
import static org.tallystick.platform.Region.GOVERNOR;
import static org.tallystick.platform.Region.LEAD;
import static org.tallystick.platform.Region.MEMBER;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tallystick.bid.BidCommand.AgreeAsPartner;
import org.tallystick.bid.BidCommand.ChangePartner;
import org.tallystick.bid.BidCommand.InvitePartner;
import org.tallystick.bid.BidCommand.LeaveBid;
import org.tallystick.bid.BidCommand.RemovePartner;
import org.tallystick.bid.BidCommand.SaveBudget;
import org.tallystick.call.GrantCallCommand.ApproveCall;
import org.tallystick.call.GrantCallCommand.DraftCall;
import org.tallystick.call.SampleCall;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Event;
import org.tallystick.platform.InMemory;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Region;
import org.tallystick.platform.Role;
import org.tallystick.registry.OrganisationCommand;
import org.tallystick.registry.OrganisationKind;

/** A bid of the centre, written and not sent, that others join. */
class PartnersTest {

    private static final String PARTNER = "GB-CHC-9000357";
    private static final String THIRD = "GB-CHC-9000412";
    private static final Actor PARTNER_LEAD = actor("olga", Role.APPLICANT_LEAD, PARTNER);
    private static final Actor PARTNER_MEMBER = actor("omar", Role.APPLICANT_MEMBER, PARTNER);
    private static final Actor THIRD_LEAD = actor("tess", Role.APPLICANT_LEAD, THIRD);

    private final InMemory port = new InMemory();

    @BeforeEach
    void a_bid_of_the_centre() {
        Region.settle(port);
        Region.organisation(port, PARTNER, OrganisationKind.VOLUNTARY_ORGANISATION, PARTNER_LEAD, PARTNER_MEMBER);
        Region.organisation(port, THIRD, OrganisationKind.VOLUNTARY_ORGANISATION, THIRD_LEAD);
        Region.fund(port, 100_000_00);
        port.send(new DraftCall("c", COUNCIL, SampleCall.TERMS), COMMISSIONER);
        port.send(new ApproveCall("c", 1), GOVERNOR);
        port.at(OPENS.plusSeconds(3_600));
        SampleBid.written(port, "b", "c");
    }

    @AfterEach
    void close() {
        port.close();
    }

    @Test
    void a_lead_asks_registered_organisations_that_are_others_than_its_own() {
        port.send(invite(PARTNER, PartnerSight.OWN_PART), LEAD);
        assertThat(last())
                .isEqualTo(new BidEvent.PartnerInvited("b", PARTNER, 1, "Two mentors", PartnerSight.OWN_PART));
        port.refused(Refusal.ALREADY_EXISTS, "partner in the bid already", invite(PARTNER, PartnerSight.READ), LEAD);
        port.refused(Refusal.INVALID, "another organisation than yours", invite(CENTRE, PartnerSight.READ), LEAD);
        port.refused(Refusal.NOT_ALLOWED, "A public body cannot", invite(COUNCIL, PartnerSight.READ), LEAD);
        port.refused(Refusal.NOT_FOUND, "", invite("GB-CHC-9999999", PartnerSight.READ), LEAD);
        port.send(new OrganisationCommand.SuspendOrganisation(THIRD, "Under review"), GOVERNOR);
        port.refused(Refusal.ORGANISATION_NOT_REGISTERED, "not registered", invite(THIRD, PartnerSight.READ), LEAD);
    }

    @Test
    void nothing_is_sent_before_every_partner_has_costed_its_part_and_agreed() {
        port.send(invite(PARTNER, PartnerSight.OWN_PART), LEAD);
        port.refused(Refusal.INCOMPLETE, PARTNER + " has not said yet what its part costs.", certify("b", 5), LEAD);
        port.refused(Refusal.INCOMPLETE, "has not said yet", agree(1, 0), PARTNER_LEAD);
        port.send(new SaveBudget("b", 0, asking(PARTNER, 8_000_00)), PARTNER_MEMBER);
        port.refused(Refusal.INCOMPLETE, PARTNER + " has not agreed to its part yet.", certify("b", 6), LEAD);
        port.send(agree(1, 1), PARTNER_LEAD);
        assertThat(last()).isEqualTo(new BidEvent.PartnerAgreed("b", PARTNER, 2, 1, Certification.OF_PARTNER));
        port.refused(Refusal.CONFLICT, "version 7", certify("b", 6), LEAD);
        port.send(certify("b", 7), LEAD);
        port.send(new BidCommand.SubmitBid("b"), LEAD);
    }

    @Test
    void all_organisations_together_keep_to_what_the_call_gives() {
        joined(PARTNER, PARTNER_LEAD, 18_000_01);
        port.refused(
                Refusal.INCOMPLETE,
                "Together you ask for £30,000.01; the call gives from £5,000 to £30,000.",
                certify("b", 7),
                LEAD);
    }

    @Test
    void consent_is_to_what_was_read_and_lapses_with_it() {
        joined(PARTNER, PARTNER_LEAD, 8_000_00);
        port.send(certify("b", 7), LEAD);
        port.send(new SaveBudget("b", 1, asking(PARTNER, 9_000_00)), PARTNER_LEAD);
        port.refused(Refusal.INCOMPLETE, "has not agreed", certify("b", 8), LEAD);
        port.refused(Refusal.CONFLICT, "your budget", agree(2, 1), PARTNER_LEAD);
        port.send(agree(2, 2), PARTNER_LEAD);
        port.send(new ChangePartner("b", PARTNER, 3, "Three mentors", PartnerSight.OWN_PART), LEAD);
        port.refused(Refusal.INCOMPLETE, "has not agreed", certify("b", 10), LEAD);
        port.refused(Refusal.CONFLICT, "version 4", agree(3, 2), PARTNER_LEAD);
        port.send(agree(4, 2), PARTNER_LEAD);
        port.send(new ChangePartner("b", PARTNER, 5, "Three mentors", PartnerSight.READ), LEAD);
        port.refused(Refusal.INVALID, "statement", new AgreeAsPartner("b", PARTNER, 6, 2, "Yes."), PARTNER_LEAD);
        port.send(certify("b", 12), LEAD);
    }

    @Test
    void lead_and_partner_write_their_own_budgets_and_do_not_overwrite_one_another() {
        port.send(invite(PARTNER, PartnerSight.WRITE), LEAD);
        port.refused(
                Refusal.NOT_ALLOWED, "write its budget", new SaveBudget("b", 0, asking(PARTNER, 8_000_00)), MEMBER);
        port.refused(
                Refusal.NOT_ALLOWED,
                "write its budget",
                new SaveBudget("b", 1, asking(CENTRE, 8_000_00)),
                PARTNER_MEMBER);
        port.send(new SaveBudget("b", 0, asking(PARTNER, 8_000_00)), PARTNER_MEMBER);
        port.send(new SaveBudget("b", 1, asking(CENTRE, 11_000_00)), MEMBER);
        port.refused(
                Refusal.CONFLICT, "at version 1 now", new SaveBudget("b", 0, asking(PARTNER, 7_000_00)), PARTNER_LEAD);
    }

    @ParameterizedTest
    @EnumSource(PartnerSight.class)
    void a_partner_writes_what_the_lead_lets_it_and_no_more(PartnerSight sight) {
        port.send(invite(PARTNER, sight), LEAD);
        List<BidCommand> texts = List.of(project("b", 1, SampleBid.STARTS), answer("b", 1, "Together."));
        for (BidCommand text : texts) {
            if (sight == PartnerSight.WRITE) {
                port.send(text, PARTNER_MEMBER);
            } else {
                port.refused(Refusal.NOT_ALLOWED, "leads this bid", text, PARTNER_MEMBER);
            }
        }
        for (BidCommand ofLead : ofLeads()) {
            port.refused(Refusal.NOT_ALLOWED, "leads this bid", ofLead, PARTNER_LEAD);
        }
    }

    private static List<BidCommand> ofLeads() {
        return List.of(
                eligible("b", 1, true),
                certify("b", 5),
                new BidCommand.SubmitBid("b"),
                new BidCommand.ReopenBid("b"),
                new BidCommand.WithdrawBid("b", "x"),
                invite(THIRD, PartnerSight.READ),
                new ChangePartner("b", PARTNER, 1, "Less", PartnerSight.WRITE),
                new RemovePartner("b", PARTNER, "x"));
    }

    static Stream<BidCommand> ofAPartner() {
        return Stream.of(
                new SaveBudget("b", 0, asking(PARTNER, 8_000_00)),
                answer("b", 1, "x"),
                new AgreeAsPartner("b", PARTNER, 1, 0, Certification.OF_PARTNER),
                new LeaveBid("b", PARTNER, "x"));
    }

    @ParameterizedTest
    @MethodSource("ofAPartner")
    void to_those_who_were_never_asked_and_to_those_who_left_it_does_not_exist(BidCommand command) {
        port.refused(Refusal.NOT_FOUND, "There is no b here.", command, PARTNER_LEAD);
        port.send(invite(PARTNER, PartnerSight.WRITE), LEAD);
        port.refused(Refusal.NOT_FOUND, "There is no b here.", command, THIRD_LEAD);
        port.send(new LeaveBid("b", PARTNER, "No worker free"), PARTNER_LEAD);
        assertThat(last()).isEqualTo(new BidEvent.PartnerLeft("b", PARTNER, 2));
        port.refused(Refusal.NOT_FOUND, "There is no b here.", command, PARTNER_LEAD);
        port.send(invite(PARTNER, PartnerSight.WRITE), LEAD);
        port.send(new RemovePartner("b", PARTNER, "Other plans"), LEAD);
        assertThat(last()).isEqualTo(new BidEvent.PartnerRemoved("b", PARTNER, 4));
        port.refused(Refusal.NOT_FOUND, "There is no b here.", command, PARTNER_LEAD);
    }

    @Test
    void one_partner_does_not_act_for_another() {
        port.send(invite(PARTNER, PartnerSight.READ), LEAD);
        port.send(invite(THIRD, PartnerSight.READ), LEAD);
        port.refused(Refusal.NOT_ALLOWED, "agree to its part", agree(1, 0), THIRD_LEAD);
        port.refused(Refusal.NOT_ALLOWED, "out of the bid", new LeaveBid("b", PARTNER, "x"), THIRD_LEAD);
        port.refused(Refusal.NOT_ALLOWED, "agree to its part", agree(1, 0), LEAD);
    }

    @Test
    void partners_come_and_go_only_while_the_bid_is_written() {
        joined(PARTNER, PARTNER_LEAD, 8_000_00);
        port.send(certify("b", 7), LEAD);
        port.send(new BidCommand.SubmitBid("b"), LEAD);
        for (BidCommand command : List.of(invite(THIRD, PartnerSight.READ), new RemovePartner("b", PARTNER, "x"))) {
            port.refused(Refusal.WRONG_STATE, "submitted cannot be changed", command, LEAD);
        }
        port.refused(Refusal.WRONG_STATE, "submitted", new LeaveBid("b", PARTNER, "x"), PARTNER_LEAD);
        port.send(new BidCommand.ReopenBid("b"), LEAD);
        port.at(CLOSES);
        port.refused(Refusal.TOO_LATE, "closed", new LeaveBid("b", PARTNER, "x"), PARTNER_LEAD);
    }

    @Test
    void who_takes_part_in_one_bid_leads_another_of_the_same_call() {
        joined(PARTNER, PARTNER_LEAD, 8_000_00);
        SampleBid.written(port, "own", "c", PARTNER, PARTNER_LEAD, 9_000_00);
        port.send(new InvitePartner("own", CENTRE, "A room", PartnerSight.READ), PARTNER_LEAD);
        assertThat(last()).isEqualTo(new BidEvent.PartnerInvited("own", CENTRE, 1, "A room", PartnerSight.READ));
    }

    @Test
    void a_partner_that_is_suspended_meanwhile_holds_the_bid_up() {
        joined(PARTNER, PARTNER_LEAD, 8_000_00);
        port.send(certify("b", 7), LEAD);
        port.send(new OrganisationCommand.SuspendOrganisation(PARTNER, "Under review"), GOVERNOR);
        port.refused(Refusal.ORGANISATION_NOT_REGISTERED, PARTNER, new BidCommand.SubmitBid("b"), LEAD);
    }

    private void joined(String partner, Actor lead, long pence) {
        port.send(invite(partner, PartnerSight.OWN_PART), LEAD);
        port.send(new SaveBudget("b", 0, asking(partner, pence)), lead);
        port.send(agree(1, 1), lead);
    }

    private static InvitePartner invite(String partner, PartnerSight sight) {
        return new InvitePartner("b", partner, "Two mentors", sight);
    }

    private static AgreeAsPartner agree(int readVersion, int readBudgetVersion) {
        return new AgreeAsPartner("b", PARTNER, readVersion, readBudgetVersion, Certification.OF_PARTNER);
    }

    private Event last() {
        return port.events().getLast();
    }
}
