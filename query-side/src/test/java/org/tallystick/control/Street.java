package org.tallystick.control;

import java.time.LocalDate;
import java.util.List;
import org.tallystick.assessment.AssessmentEvent;
import org.tallystick.assessment.NoInterest;
import org.tallystick.assessment.Score;
import org.tallystick.award.AwardEvent;
import org.tallystick.award.ClaimLine;
import org.tallystick.award.Instalment;
import org.tallystick.bid.BidEvent;
import org.tallystick.bid.OverheadEvent;
import org.tallystick.bid.PoolShare;
import org.tallystick.fund.CommitAgainst;
import org.tallystick.fund.DrawOrder;
import org.tallystick.fund.FundEvent;
import org.tallystick.fund.Slice;
import org.tallystick.platform.Currency;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.LogFixture;
import org.tallystick.platform.Role;
import org.tallystick.registry.BankDetails;
import org.tallystick.registry.OrganisationEvent;
import org.tallystick.registry.OrganisationKind;

/** A place in which all is in order, and ways to bring disorder into it. All of it is recorded on 15 June 2026. */
final class Street {

    static final String COUNCIL = "GB-LAE-ABC";
    static final String LANTERN = "GB-CHC-1000001";
    static final String HARBOUR = "GB-CHC-1000002";
    private static final String FUND = "fund-1";
    private static final LocalDate FOUNDED = LocalDate.of(2025, 4, 1);
    private static final LocalDate DECIDED = LocalDate.of(2026, 5, 20);

    private final LogFixture log;

    Street(LogFixture log) {
        this.log = log;
    }

    void build() {
        organisation(COUNCIL, "Northmere Council", OrganisationKind.STATUTORY_BODY);
        organisation(LANTERN, "Lantern Women's Centre", OrganisationKind.VOLUNTARY_ORGANISATION);
        organisation(HARBOUR, "Harbour Light Mentoring", OrganisationKind.VOLUNTARY_ORGANISATION);
        limitBefore("gov", 50_000_000);
        bank(LANTERN, "12345678");
        log.add(
                        FUND,
                        "gov",
                        new FundEvent.FundOpened(
                                FUND,
                                "The fund",
                                COUNCIL,
                                "A purpose",
                                Currency.GBP,
                                DrawOrder.IN_ORDER,
                                CommitAgainst.RECEIVED))
                .add(FUND, "payer", new FundEvent.ContributionReceived(FUND, slices(90_000_000), "r1"));
        award("award-1", LANTERN, 100_000);
        pay("award-1", 1, LANTERN, 100_000, LocalDate.of(2026, 5, 26));
        award("award-2", LANTERN, 100_000);
        log.add("bid-1", "lead", new BidEvent.BidStarted("bid-1", "call-1", LANTERN));
        log.add("read-1", "com", new AssessmentEvent.AssessorInvited("read-1", "call-1", "bid-1", "reader", HARBOUR))
                .add("read-1", "reader", new AssessmentEvent.AssessmentAccepted("read-1", NoInterest.STATEMENT))
                .add(
                        "read-1",
                        "reader",
                        new AssessmentEvent.ScoresSaved("read-1", 1, List.of(new Score("Need", 4, "Clear."))))
                .add("read-1", "reader", new AssessmentEvent.AssessmentSubmitted("read-1"));
        claim("award-2", 2, "Rent of the hall", 30_000);
        log.add("overheads:" + HARBOUR, "gov", overheads(HARBOUR, "award-9", 1_000_000));
    }

    private void organisation(String id, String name, OrganisationKind kind) {
        log.addOn(FOUNDED, id, "op", new OrganisationEvent.OrganisationApplied(id, name, kind, List.of(), "Northmere"))
                .addOn(FOUNDED, id, "op", new OrganisationEvent.OrganisationRegistered(id));
    }

    void bank(String organisation, String number) {
        bankOn(FOUNDED, organisation, number);
    }

    void bankOn(LocalDate day, String organisation, String number) {
        BankDetails details = new BankDetails("The organisation", "20-00-00", number);
        log.addOn(day, organisation, "lead", new OrganisationEvent.BankDetailsProposed(organisation, details, "lead"))
                .addOn(
                        day,
                        organisation,
                        "checker",
                        new OrganisationEvent.BankDetailsConfirmed(organisation, details, "checker"));
    }

    void suspendOn(LocalDate day, String organisation) {
        log.addOn(day, organisation, "gov", new OrganisationEvent.OrganisationSuspended(organisation));
    }

    void limit(String person, long pence) {
        log.add(
                COUNCIL,
                "op",
                new OrganisationEvent.DelegatedLimitSet(COUNCIL, person, pence, LocalDate.of(2026, 5, 1), null));
    }

    void limitBefore(String person, long pence) {
        log.add(COUNCIL, "op", new OrganisationEvent.DelegatedLimitSet(COUNCIL, person, pence, FOUNDED, null));
    }

    void role(String person, String organisation) {
        log.add(organisation, "op", new OrganisationEvent.RoleGiven(organisation, person, Role.APPLICANT_LEAD));
    }

    void award(String award, String recipient, long pence) {
        award("gov", DECIDED, award, recipient, pence);
    }

    void awardBy(String person, String award, long pence) {
        award(person, DECIDED, award, LANTERN, pence);
    }

    void awardOn(LocalDate day, String award, long pence) {
        award("gov", day, award, LANTERN, pence);
    }

    /** An award with what is asked for now, and £300 later. */
    private void award(String person, LocalDate day, String award, String recipient, long pence) {
        List<Slice> all = slices(pence + 30_000);
        log.addOn(day, FUND, person, new FundEvent.MoneyCommitted(FUND, award, null, recipient, all))
                .addOn(
                        day,
                        award,
                        person,
                        new AwardEvent.AwardCommitted(
                                award,
                                FUND,
                                null,
                                COUNCIL,
                                recipient,
                                person,
                                "Award " + award.substring(6),
                                "A purpose",
                                Currency.GBP,
                                List.of(
                                        new Instalment(1, LocalDate.of(2026, 5, 20), slices(pence)),
                                        new Instalment(2, LocalDate.of(2026, 9, 20), slices(30_000)))))
                .addOn(day, award, "lead", new AwardEvent.AgreementSigned(award, FUND, recipient, all));
    }

    void pay(String award, int instalment, String recipient, long pence, LocalDate day) {
        payBy("payer", award, instalment, recipient, pence, day);
    }

    void payBy(String payer, String award, int instalment, String recipient, long pence, LocalDate day) {
        log.addOn(day, award, "com", new AwardEvent.PaymentApproved(award, instalment, "com"))
                .addOn(
                        day,
                        award,
                        "com",
                        new AwardEvent.InstalmentMadePayable(award, FUND, recipient, instalment, slices(pence)))
                .addOn(
                        day,
                        award,
                        payer,
                        new AwardEvent.PaymentInstructed(award, instalment, 1, payer, "200000", "•••••678"))
                .addOn(
                        day,
                        award,
                        payer,
                        new AwardEvent.PaymentPaid(award, FUND, recipient, instalment, "BACS", slices(pence)));
    }

    void bounce(String award, int instalment, long pence, LocalDate day) {
        log.addOn(day, award, "payer", new AwardEvent.PaymentBounced(award, FUND, LANTERN, instalment, slices(pence)));
    }

    void claim(String award, int instalment, String description, long pence) {
        log.add(
                award,
                "lead",
                new AwardEvent.ClaimSubmitted(award, instalment, 1, pence, List.of(new ClaimLine(description, pence))));
    }

    void giveBack(String award, long pence, LocalDate day) {
        log.addOn(day, award, "payer", new AwardEvent.MoneyReturned(award, FUND, LANTERN, slices(pence)));
    }

    void overheads(String award, long pence) {
        log.add("overheads:" + LANTERN, "gov", overheads(LANTERN, award, pence));
    }

    private static OverheadEvent overheads(String organisation, String award, long pence) {
        return new OverheadEvent.OverheadsClaimed(
                organisation,
                award,
                List.of(new PoolShare(organisation, new FinancialYear(2026), "Premises", pence, 4_000_000)));
    }

    private static List<Slice> slices(long pence) {
        return List.of(new Slice(COUNCIL, new FinancialYear(2026), Slice.UNRESTRICTED, pence));
    }
}
