package org.tallystick.platform;

import static org.tallystick.platform.Acting.actor;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.tallystick.award.AwardCommand;
import org.tallystick.award.Instalment;
import org.tallystick.fund.CommitAgainst;
import org.tallystick.fund.DrawOrder;
import org.tallystick.fund.FundCommand;
import org.tallystick.fund.Slice;
import org.tallystick.registry.BankDetails;
import org.tallystick.registry.OrganisationCommand;
import org.tallystick.registry.OrganisationKind;

/** A small region in which tests play: a council with its people, a women's centre with theirs, a fund. */
public final class Region {

    /** How commands are sent; refusals are thrown. */
    public interface Port {
        /** Sends one command as somebody. */
        void send(Command command, Actor actor);
    }

    public static final String COUNCIL = "GB-LAE-MAN";
    public static final String POLICE = "GB-LAE-LDS";
    public static final String CENTRE = "GB-CHC-1090095";
    public static final String FUND = "womens-fund";
    public static final FinancialYear YEAR = new FinancialYear(2026);

    public static final Actor GOVERNOR = actor("gita", Role.GOVERNOR, COUNCIL);
    public static final Actor COMMISSIONER = actor("carl", Role.COMMISSIONER, COUNCIL);
    public static final Actor OTHER_COMMISSIONER = actor("cora", Role.COMMISSIONER, COUNCIL);
    public static final Actor PAYER = actor("pia", Role.PAYER, COUNCIL);
    public static final Actor LEAD = actor("lena", Role.APPLICANT_LEAD, CENTRE);
    public static final Actor MEMBER = actor("mo", Role.APPLICANT_MEMBER, CENTRE);
    public static final Actor STRANGER = actor("sam", Role.GOVERNOR, POLICE);

    public static final BankDetails BANK = new BankDetails("Women's Centre", "20-00-00", "12345678");

    private Region() {}

    /** Registers the council and the centre, with people, limits of £1,000,000 and bank details. */
    public static void settle(Port port) {
        organisation(port, COUNCIL, OrganisationKind.STATUTORY_BODY, GOVERNOR, COMMISSIONER, OTHER_COMMISSIONER, PAYER);
        organisation(port, CENTRE, OrganisationKind.VOLUNTARY_ORGANISATION, LEAD, MEMBER);
        port.send(
                new OrganisationCommand.SetDelegatedLimit(
                        COUNCIL, GOVERNOR.personId(), 1_000_000_00, LocalDate.of(2026, 4, 1), null),
                Actor.OPERATOR);
        port.send(new OrganisationCommand.ProposeBankDetails(CENTRE, BANK), MEMBER);
        port.send(new OrganisationCommand.ConfirmBankDetails(CENTRE, BANK), LEAD);
    }

    /** Registers an organisation with people. */
    public static void organisation(Port port, String id, OrganisationKind kind, Actor... people) {
        port.send(
                new OrganisationCommand.ApplyForRegistration(id, "Name of " + id, kind, List.of(), "Manchester"),
                Actor.OPERATOR);
        port.send(new OrganisationCommand.RegisterOrganisation(id), Actor.OPERATOR);
        for (Actor person : people) {
            port.send(new OrganisationCommand.GiveRole(id, person.personId(), person.role()), Actor.OPERATOR);
        }
    }

    /** Opens the fund and lets the council give it money. */
    public static void fund(Port port, long amountPence) {
        openFund(port, CommitAgainst.RECEIVED);
        port.send(contribution(COUNCIL, amountPence), GOVERNOR);
    }

    /** A pledge of a contributor for this year, unrestricted. */
    public static FundCommand.PledgeContribution pledge(String contributor, long amountPence) {
        return new FundCommand.PledgeContribution(FUND, contributor, YEAR, Slice.UNRESTRICTED, amountPence, true, null);
    }

    /** Opens the fund, which draws on all in proportion. */
    public static void openFund(Port port, CommitAgainst against) {
        port.send(
                new FundCommand.OpenFund(
                        FUND,
                        "Women's fund",
                        COUNCIL,
                        "Support for women",
                        Currency.GBP,
                        DrawOrder.PRO_RATA,
                        against,
                        null),
                GOVERNOR);
    }

    /** Money of a contributor for this year, unrestricted, like any before it. */
    public static FundCommand.ReceiveContribution contribution(String contributor, long amountPence) {
        return new FundCommand.ReceiveContribution(
                FUND, contributor, YEAR, Slice.UNRESTRICTED, amountPence, "BACS", true, null);
    }

    /** An award to the centre from what is free, in instalments. */
    public static AwardCommand.CommitAward award(String awardId, long... instalmentsPence) {
        return award(awardId, CENTRE, null, instalmentsPence);
    }

    /** An award, perhaps on a day. */
    public static AwardCommand.CommitAward award(
            String awardId,
            String recipient,
            @org.jspecify.annotations.Nullable LocalDate effectiveOn,
            long... instalmentsPence) {
        List<Instalment.Planned> schedule = LongStream.of(instalmentsPence)
                .mapToObj(pence -> new Instalment.Planned(LocalDate.of(2026, 7, 1), YEAR, pence))
                .toList();
        return new AwardCommand.CommitAward(
                awardId,
                FUND,
                recipient,
                "Open house",
                "A place to go",
                Slice.UNRESTRICTED,
                schedule,
                null,
                effectiveOn);
    }

    /** Signs an award and takes one instalment up to where it is with the bank. */
    public static void instructed(Port port, String awardId) {
        port.send(new AwardCommand.SignAgreement(awardId, null, null), LEAD);
        port.send(new AwardCommand.ApprovePayment(awardId, 1), COMMISSIONER);
        port.send(new AwardCommand.InstructPayment(awardId, 1), PAYER);
    }

    /** Signs an award and pays its first instalment. */
    public static void paid(Port port, String awardId) {
        instructed(port, awardId);
        port.send(new AwardCommand.ConfirmPayment(awardId, 1, null, "BACS 7", null), PAYER);
    }
}
