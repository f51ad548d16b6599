package org.tallystick.platform;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.award.AgreementTerms;
import org.tallystick.award.AwardCommand.AcceptClaim;
import org.tallystick.award.AwardCommand.ApprovePayment;
import org.tallystick.award.AwardCommand.CommitAward;
import org.tallystick.award.AwardCommand.ConfirmPayment;
import org.tallystick.award.AwardCommand.InstructPayment;
import org.tallystick.award.AwardCommand.OfferAgreement;
import org.tallystick.award.AwardCommand.SignAgreement;
import org.tallystick.award.AwardCommand.SubmitClaim;
import org.tallystick.award.ClaimLine;
import org.tallystick.award.Instalment;
import org.tallystick.fund.CommitAgainst;
import org.tallystick.fund.DrawOrder;
import org.tallystick.fund.FundCommand.OpenFund;
import org.tallystick.fund.FundCommand.ReceiveContribution;
import org.tallystick.registry.BankDetails;
import org.tallystick.registry.OrganisationCommand.ConfirmBankDetails;
import org.tallystick.registry.OrganisationCommand.GiveRole;
import org.tallystick.registry.OrganisationCommand.ProposeBankDetails;
import org.tallystick.registry.OrganisationCommand.ReinstateOrganisation;
import org.tallystick.registry.OrganisationCommand.SetDelegatedLimit;
import org.tallystick.registry.OrganisationCommand.SuspendOrganisation;
import org.tallystick.registry.OrganisationCommand.TakeRole;

/**
 * A fund in which things go wrong that no rule can forbid when they happen, for auditors to find: each control test has
 * something here, or in the calls, that it finds; but for those whose exceptions no command can bring about.
 */
final class DemoFaults {

    private static final String HOLDER = DemoRegistry.NORTHFIELD;
    private static final String FUND = "northfield-neighbourhood";
    private static final String KITCHEN = "GB-CHC-9100009";
    private static final String ADVICE = "GB-CHC-9100010";
    private static final String HOUSING = "GB-CHC-9100011";
    private static final String ALLOTMENT = "GB-CHC-9100015";
    private static final String SKILLS = "GB-CHC-9100026";
    private static final String EMPLOYMENT = "GB-CHC-9100027";
    private static final String FURNITURE = "GB-CHC-9100033";
    private static final FinancialYear LAST = new FinancialYear(2025);
    private static final FinancialYear THIS = new FinancialYear(2026);

    private final DemoStage stage;
    private final Actor governor;
    private final Actor deputy;
    private final Actor commissioner;
    private final Actor payer;

    DemoFaults(DemoStage stage) {
        this.stage = stage;
        this.governor = stage.actor(Role.GOVERNOR, HOLDER);
        this.deputy = stage.colleague(governor);
        this.commissioner = stage.actor(Role.COMMISSIONER, HOLDER);
        this.payer = stage.actor(Role.PAYER, HOLDER);
    }

    void tell() {
        fund();
        twice();
        claimedTwice();
        newAccount();
        suspended();
        limits();
        large();
    }

    private void fund() {
        stage.on("2025-04-08")
                .send(
                        new OpenFund(
                                FUND,
                                "Northfield neighbourhood fund",
                                HOLDER,
                                "Work in the streets of Northfield that neighbours asked for.",
                                Currency.GBP,
                                DrawOrder.IN_ORDER,
                                CommitAgainst.RECEIVED,
                                null),
                        governor);
        receive("2025-04-14", LAST, 480_000);
        receive("2026-04-13", THIS, 90_000);
    }

    private void receive(String day, FinancialYear year, long pounds) {
        stage.on(day)
                .send(
                        new ReceiveContribution(FUND, HOLDER, year, "", pounds * 100, "Transfer " + year, null, null),
                        payer);
    }

    /** One invoice becomes two awards; and who approved them helps out in the kitchen later. */
    private void twice() {
        award("NN-2025-01", KITCHEN, "Summer lunches", "2025-05-12", "2025-06-03", LAST, 4_200, governor, null);
        award("NN-2025-02", KITCHEN, "Lunches in the summer", "2025-05-14", "2025-06-05", LAST, 4_200, governor, null);
        pay("NN-2025-01", "2025-06-03", "2025-06-03");
        pay("NN-2025-02", "2025-06-05", "2025-06-05");
        stage.on("2025-09-01")
                .send(new GiveRole(KITCHEN, commissioner.personId(), Role.APPLICANT_MEMBER), Actor.OPERATOR);
        stage.on("2025-09-22")
                .send(new TakeRole(KITCHEN, commissioner.personId(), Role.APPLICANT_MEMBER), Actor.OPERATOR);
    }

    private void claimedTwice() {
        claim("NN-2025-03", "Advice on Fridays", "Rent of the advice room, June to August", 2_150);
        claim("NN-2025-04", "Advice for tenants", "Rent of advice room from June to August", 2_400);
    }

    private void claim(String id, String title, String words, long pounds) {
        award(id, ADVICE, title, "2025-05-19", "2025-09-15", LAST, pounds, governor, terms(title));
        stage.on("2025-09-02")
                .send(
                        new SubmitClaim(
                                id,
                                1,
                                pounds * 100,
                                List.of(
                                        new ClaimLine(words, 185_000),
                                        new ClaimLine("Leaflets: " + title, pounds * 100 - 185_000))),
                        lead(ADVICE));
        stage.on("2025-09-08").send(new AcceptClaim(id, 1), commissioner);
        pay(id, "2025-09-15", "2025-09-15");
    }

    private void newAccount() {
        award("NN-2025-05", FURNITURE, "Beds for new homes", "2025-07-14", "2025-08-18", LAST, 6_300, governor, null);
        BankDetails details = new BankDetails("Fresh Start Furniture", "60-90-13", "91009033");
        stage.on("2025-08-06").send(new ProposeBankDetails(FURNITURE, details), lead(FURNITURE));
        stage.on("2025-08-07").send(new ConfirmBankDetails(FURNITURE, details), stage.colleague(payer));
        pay("NN-2025-05", "2025-08-18", "2025-08-18");
    }

    /** The bank had been told before the organisation was suspended. */
    private void suspended() {
        award("NN-2025-06", ALLOTMENT, "Raised beds", "2025-05-21", "2025-06-20", LAST, 3_100, governor, null);
        stage.on("2025-06-18")
                .send(
                        new SuspendOrganisation(ALLOTMENT, "A complaint about its safeguarding is looked into."),
                        governor);
        pay("NN-2025-06", "2025-06-17", "2025-06-20");
        stage.on("2025-07-02")
                .send(new ReinstateOrganisation(ALLOTMENT, "Its safeguarding was found to be good."), governor);
    }

    /** Two awards instead of one; and a limit that is lowered with effect from a day before. */
    private void limits() {
        award("NN-2026-01", SKILLS, "Laptops to borrow", "2026-05-05", "2027-01-15", THIS, 19_500, deputy, null);
        award("NN-2026-02", SKILLS, "Lessons with laptops", "2026-05-26", "2027-01-15", THIS, 18_750, deputy, null);
        stage.on("2026-06-29")
                .send(
                        new SetDelegatedLimit(
                                HOLDER,
                                deputy.personId(),
                                1_500_000,
                                LocalDate.of(2026, 5, 1),
                                LocalDate.of(2026, 5, 31)),
                        Actor.OPERATOR);
    }

    /** More than three years' limit for one organisation, and a large award that is entered months later. */
    private void large() {
        award("NN-2025-07", HOUSING, "Rooms to move on to", "2025-09-01", "2027-02-01", LAST, 318_000, governor, null);
        LocalDate agreed = LocalDate.of(2026, 2, 2);
        stage.on("2026-05-18")
                .send(
                        commit("NN-2025-08", EMPLOYMENT, "A hundred first jobs", "2027-02-01", LAST, 104_000, agreed),
                        governor);
        sign("NN-2025-08", EMPLOYMENT, LocalDate.of(2026, 5, 18), null);
    }

    private void award(
            String id,
            String recipient,
            String title,
            String on,
            String due,
            FinancialYear year,
            long pounds,
            Actor decides,
            @Nullable AgreementTerms terms) {
        stage.on(on).send(commit(id, recipient, title, due, year, pounds, null), decides);
        if (terms != null) {
            stage.on(stage.day(on).plusDays(2))
                    .send(new OfferAgreement(id, 0, terms, stage.day(on).plusDays(28)), commissioner);
        }
        sign(id, recipient, stage.day(on), terms == null ? null : 1);
    }

    private static CommitAward commit(
            String id,
            String recipient,
            String title,
            String due,
            FinancialYear year,
            long pounds,
            @Nullable LocalDate effectiveOn) {
        return new CommitAward(
                id,
                FUND,
                recipient,
                title,
                "Neighbours asked for it at the meeting in the library.",
                "",
                List.of(new Instalment.Planned(LocalDate.parse(due), year, pounds * 100)),
                null,
                effectiveOn);
    }

    private void sign(String id, String recipient, LocalDate made, @Nullable Integer version) {
        stage.on(made.plusDays(7)).send(new SignAgreement(id, version, null), lead(recipient));
    }

    private void pay(String id, String instructed, String paid) {
        stage.on(stage.day(instructed).minusDays(5)).send(new ApprovePayment(id, 1), commissioner);
        stage.on(instructed).send(new InstructPayment(id, 1), payer);
        stage.on(paid).send(new ConfirmPayment(id, 1, null, "BACS " + id, null), payer);
    }

    private static AgreementTerms terms(String title) {
        return new AgreementTerms(
                title + ", once a week.",
                "Rent, leaflets and travel of volunteers.",
                List.of("Nobody who asks for advice is charged for it."),
                List.of("People know what they can do next."),
                LocalDate.of(2025, 6, 1),
                LocalDate.of(2026, 5, 31),
                List.of(1),
                "");
    }

    private Actor lead(String organisation) {
        return stage.actor(Role.APPLICANT_LEAD, organisation);
    }
}
