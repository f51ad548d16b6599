package org.tallystick.platform;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.award.AwardEvent;
import org.tallystick.award.Instalment;
import org.tallystick.fund.CommitAgainst;
import org.tallystick.fund.DrawOrder;
import org.tallystick.fund.FundEvent;
import org.tallystick.fund.Slice;
import org.tallystick.fund.Unspent;
import org.tallystick.registry.BankDetails;
import org.tallystick.registry.ByAndForClaim;
import org.tallystick.registry.CostProfile;
import org.tallystick.registry.OrganisationEvent;
import org.tallystick.registry.OrganisationKind;

/** A small fictional place with two public bodies, two funds, three voluntary organisations and four awards. */
public final class Town {

    public static final String COUNCIL = "GB-LAE-ABC";
    public static final String COMMISSIONER = "360G-pcc-1";
    public static final String LANTERN = "GB-CHC-1000001";
    public static final String HARBOUR = "GB-CHC-1000002";
    public static final String ORCHARD = "GB-CHC-1000003";
    public static final String POOLED = "pooled";
    public static final String OTHER = "other";

    private final LogFixture log;

    public Town(LogFixture log) {
        this.log = log;
    }

    /** All of it. */
    public static void build(LogFixture log) {
        Town town = new Town(log);
        town.organisations();
        town.funds();
        town.awards();
    }

    private void organisations() {
        organisation(COUNCIL, "Northmere Council", OrganisationKind.STATUTORY_BODY, true);
        organisation(
                COMMISSIONER, "Police and Crime Commissioner for Wharfshire", OrganisationKind.STATUTORY_BODY, true);
        organisation(LANTERN, "Lantern Women's Centre", OrganisationKind.VOLUNTARY_ORGANISATION, true);
        organisation(HARBOUR, "Harbour Light Mentoring", OrganisationKind.VOLUNTARY_ORGANISATION, true);
        organisation(ORCHARD, "Orchard Row Housing", OrganisationKind.VOLUNTARY_ORGANISATION, false);
        log.add(LANTERN, "lead-2", new OrganisationEvent.IdentifierAdded(LANTERN, "GB-COH-01234567"))
                .add(LANTERN, "lead-2", new OrganisationEvent.RoleGiven(LANTERN, "lead-2", Role.APPLICANT_LEAD))
                .add(
                        COUNCIL,
                        "gov",
                        new OrganisationEvent.DelegatedLimitSet(
                                COUNCIL, "gov", 5_000_000, LocalDate.of(2026, 4, 1), null))
                .add(LANTERN, "lead-2", new OrganisationEvent.BankDetailsProposed(LANTERN, bank("12345678"), "lead-2"))
                .add(LANTERN, "lead-3", new OrganisationEvent.BankDetailsConfirmed(LANTERN, bank("12345678"), "lead-3"))
                .add(HARBOUR, "lead-9", new OrganisationEvent.BankDetailsProposed(HARBOUR, bank("87654321"), "lead-9"))
                .add(
                        LANTERN,
                        "lead-2",
                        new OrganisationEvent.ByAndForStandingClaimed(
                                LANTERN, new ByAndForClaim(List.of("DEI010000"), 80, 60, 90)))
                .add(LANTERN, "lead-2", new OrganisationEvent.ByAndForStandingEvidenced(LANTERN, "Minutes of May"))
                .add(
                        LANTERN,
                        "com-2",
                        new OrganisationEvent.ByAndForStandingSupported(LANTERN, "com-2", COUNCIL, false))
                .add(
                        LANTERN,
                        "com-3",
                        new OrganisationEvent.ByAndForStandingVerified(
                                LANTERN,
                                "com-3",
                                COMMISSIONER,
                                true,
                                LocalDate.of(2026, 6, 15),
                                LocalDate.of(2028, 6, 14)))
                .add(
                        LANTERN,
                        "lead-2",
                        new OrganisationEvent.CostProfileRecorded(
                                LANTERN, new CostProfile(new FinancialYear(2026), List.of(), 650, 37, 30_000_000), 1));
    }

    private void funds() {
        open(POOLED, "Women's centres, pooled", COUNCIL);
        open(OTHER, "Reducing reoffending", COMMISSIONER);
        log.add(POOLED, "gov", new FundEvent.ContributionPledged(POOLED, slice(COUNCIL, 6_000_000)))
                .add(OTHER, "gov", new FundEvent.ContributionPledged(OTHER, slice(COMMISSIONER, 1_200_000)))
                .add(OTHER, "gov", new FundEvent.PledgeWithdrawn(OTHER, slice(COMMISSIONER, 200_000)))
                .addOn(
                        LocalDate.of(2026, 4, 2),
                        POOLED,
                        "gov",
                        new FundEvent.ContributionReceived(POOLED, List.of(slice(COUNCIL, 6_000_000)), "r1"))
                .addOn(
                        LocalDate.of(2026, 4, 9),
                        POOLED,
                        "gov",
                        new FundEvent.ContributionReceived(POOLED, List.of(slice(COMMISSIONER, 4_000_000)), "r2"))
                .add(POOLED, "gov", new FundEvent.ContributionReturned(POOLED, List.of(slice(COMMISSIONER, 100_000))))
                .add(POOLED, "gov", new FundEvent.MoneyAllocated(POOLED, "call-1", List.of(slice(COUNCIL, 2_000_000))))
                .add(
                        OTHER,
                        "gov",
                        new FundEvent.ContributionReceived(OTHER, List.of(slice(COMMISSIONER, 900_000)), "r3"));
    }

    private void awards() {
        // Paid once, once approved by one of two, once not due yet.
        commit("award-1", POOLED, COUNCIL, LANTERN, "Somewhere to go first", "call-1", 500_000, 1_200_000, 300_000);
        sign("award-1", POOLED, LANTERN, 2_000_000);
        approve("award-1", 1, "com-1");
        payable("award-1", POOLED, LANTERN, 1, 500_000);
        log.add("award-1", "pay-1", new AwardEvent.PaymentInstructed("award-1", 1, 1, "pay-1", "200000", "•••••678"))
                .addOn(
                        LocalDate.of(2026, 5, 20),
                        "award-1",
                        "pay-1",
                        new AwardEvent.PaymentPaid(
                                "award-1", POOLED, LANTERN, 1, "BACS-77", List.of(slice(COUNCIL, 500_000))))
                .add(
                        "award-1",
                        "pay-1",
                        new AwardEvent.MoneyReturned("award-1", POOLED, LANTERN, List.of(slice(COUNCIL, 20_000))));
        approve("award-1", 2, "com-1");
        commit("award-2", POOLED, COUNCIL, HARBOUR, "Mentors at the gate", null, 250_000);
        commit("award-3", OTHER, COMMISSIONER, HARBOUR, "Through the gate", null, 400_000, 100_000);
        sign("award-3", OTHER, HARBOUR, 500_000);
        log.add(
                "award-3",
                "gov",
                new AwardEvent.MoneyLapsed("award-3", OTHER, HARBOUR, 2, List.of(slice(COMMISSIONER, 100_000))));
        log.add(
                        OTHER,
                        "gov",
                        new FundEvent.UnspentMoneyNoted(
                                OTHER, "award-3", Unspent.LAPSED, List.of(slice(COMMISSIONER, 100_000))))
                .add(
                        OTHER,
                        "gov",
                        new FundEvent.UnspentMoneyFreed(OTHER, Unspent.LAPSED, List.of(slice(COMMISSIONER, 40_000))))
                .add(
                        OTHER,
                        "gov",
                        new FundEvent.UnspentMoneyReturned(
                                OTHER, Unspent.LAPSED, List.of(slice(COMMISSIONER, 10_000))));
        approve("award-3", 1, "com-2");
        payable("award-3", OTHER, HARBOUR, 1, 400_000);
        commit("award-4", POOLED, COUNCIL, ORCHARD, "A key to the door", null, 100_000);
        log.add("award-4", "lead-4", new AwardEvent.AwardDeclined("award-4"))
                .add(
                        POOLED,
                        "lead-4",
                        new FundEvent.CommitmentReleased(POOLED, "award-4", List.of(slice(COUNCIL, 100_000))));
    }

    private void organisation(String id, String name, OrganisationKind kind, boolean registered) {
        log.add(id, "op", new OrganisationEvent.OrganisationApplied(id, name, kind, List.of(), "Northmere"));
        if (registered) {
            log.add(id, "op", new OrganisationEvent.OrganisationRegistered(id));
        }
    }

    private void open(String fund, String name, String holder) {
        log.add(
                fund,
                "gov",
                new FundEvent.FundOpened(
                        fund, name, holder, "A purpose", Currency.GBP, DrawOrder.IN_ORDER, CommitAgainst.RECEIVED));
    }

    private void commit(
            String award,
            String fund,
            String funder,
            String recipient,
            String title,
            @Nullable String call,
            long... amountsPence) {
        List<Instalment> schedule = new java.util.ArrayList<>();
        long total = 0;
        for (int i = 0; i < amountsPence.length; i++) {
            schedule.add(new Instalment(
                    i + 1, LocalDate.of(2026, 5, 10).plusMonths(i), List.of(slice(COUNCIL, amountsPence[i]))));
            total += amountsPence[i];
        }
        log.addOn(
                        LocalDate.of(2026, 4, 20),
                        fund,
                        "gov",
                        new FundEvent.MoneyCommitted(fund, award, call, recipient, List.of(slice(COUNCIL, total))))
                .addOn(
                        LocalDate.of(2026, 4, 20),
                        award,
                        "gov",
                        new AwardEvent.AwardCommitted(
                                award,
                                fund,
                                call,
                                funder,
                                recipient,
                                "gov",
                                title,
                                "A purpose",
                                Currency.GBP,
                                schedule));
    }

    private void sign(String award, String fund, String recipient, long amountPence) {
        log.add(
                award,
                "lead-2",
                new AwardEvent.AgreementSigned(award, fund, recipient, List.of(slice(COUNCIL, amountPence))));
    }

    private void approve(String award, int instalment, String person) {
        log.add(award, person, new AwardEvent.PaymentApproved(award, instalment, person));
    }

    private void payable(String award, String fund, String recipient, int instalment, long amountPence) {
        log.add(
                award,
                "com-1",
                new AwardEvent.InstalmentMadePayable(
                        award, fund, recipient, instalment, List.of(slice(COUNCIL, amountPence))));
    }

    private static Slice slice(String contributor, long amountPence) {
        return new Slice(contributor, new FinancialYear(2026), Slice.UNRESTRICTED, amountPence);
    }

    private static BankDetails bank(String number) {
        return new BankDetails("The organisation", "20-00-00", number);
    }
}
