package org.tallystick.platform;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.registry.BankDetails;
import org.tallystick.registry.ByAndForClaim;
import org.tallystick.registry.CostProfile;
import org.tallystick.registry.CostProfile.OverheadPool;
import org.tallystick.registry.OrganisationCommand.ApplyForRegistration;
import org.tallystick.registry.OrganisationCommand.ChallengeByAndForStanding;
import org.tallystick.registry.OrganisationCommand.ClaimByAndForStanding;
import org.tallystick.registry.OrganisationCommand.ConfirmBankDetails;
import org.tallystick.registry.OrganisationCommand.EvidenceByAndForStanding;
import org.tallystick.registry.OrganisationCommand.GiveRole;
import org.tallystick.registry.OrganisationCommand.ProposeBankDetails;
import org.tallystick.registry.OrganisationCommand.RecordCostProfile;
import org.tallystick.registry.OrganisationCommand.RefuseByAndForStanding;
import org.tallystick.registry.OrganisationCommand.RegisterOrganisation;
import org.tallystick.registry.OrganisationCommand.SetDelegatedLimit;
import org.tallystick.registry.OrganisationCommand.SuspendOrganisation;
import org.tallystick.registry.OrganisationCommand.VerifyByAndForStanding;
import org.tallystick.registry.OrganisationKind;

/** The organisations of the demo's region, their people, limits, bank details, standings and cost profiles. */
final class DemoRegistry {

    static final String EASTMOOR = "GB-GOR-EA101";
    static final String NORTHFIELD = "360G-northfield-pcc";
    static final String CALDER_VALE = "GB-LAE-CVCA";
    static final String AUDIT_OFFICE = "GB-GOR-AU900";
    private static final String NETWORK = "GB-CHC-9100090";

    private static final String FOUNDED = "2024-04-01";
    private static final int VERIFIED_AFTER = 24;
    private static final String ACCOUNTS_2024 = "2025-05-05";
    private static final String ACCOUNTS_2025 = "2026-05-04";

    private final DemoStage stage;
    private final List<Entry> entries = List.of(DemoStage.read("organisations.json", Entry[].class));

    DemoRegistry(DemoStage stage) {
        this.stage = stage;
    }

    /**
     * A line of organisations.json.
     *
     * @param standing how far its by-and-for standing has come; empty where it claims none
     * @param bank confirmed; waiting, where a change waits for a second person; or none
     * @param staffHundredths full-time equivalents in hundredths
     * @param end applied, where it is still to be registered; suspended; or empty
     */
    record Entry(
            String id,
            String name,
            String place,
            OrganisationKind kind,
            List<String> otherIdentifiers,
            List<String> groups,
            String standing,
            String bank,
            long runningCostPounds,
            int staffHundredths,
            String end) {}

    /** Everything that is there before money moves, and how it goes on. */
    void enter() {
        stage.on(FOUNDED);
        body(EASTMOOR, "HMP Eastmoor", OrganisationKind.STATUTORY_BODY, "Eastmoor");
        body(NORTHFIELD, "Northfield Police and Crime Commissioner", OrganisationKind.STATUTORY_BODY, "Northfield");
        body(CALDER_VALE, "Calder Vale Combined Authority", OrganisationKind.STATUTORY_BODY, "Calder Bridge");
        body(AUDIT_OFFICE, "Public Grants Audit Office", OrganisationKind.AUDIT_BODY, "Calder Bridge");
        entries.forEach(this::enter);
        stage.on(FOUNDED);
        stage.logins()
                .forEach(login -> stage.send(
                        new GiveRole(
                                login.actor().organisationId(),
                                login.actor().personId(),
                                login.actor().role()),
                        Actor.OPERATOR));
        assessors().forEach(this::assessorRole);
        limits();
        entries.forEach(this::equip);
        entries.forEach(this::stand);
        change();
    }

    /** Changes of bank details that wait, and a suspension. */
    private void change() {
        for (Entry entry : entries) {
            if (entry.bank().equals("waiting")) {
                stage.on("today-2").send(new ProposeBankDetails(entry.id(), bank(entry, "60-90-12")), lead(entry));
            }
            if (entry.end().equals("suspended")) {
                stage.on("today-8")
                        .send(
                                new SuspendOrganisation(entry.id(), "Its accounts for 2024-25 have not been filed."),
                                stage.actor(Role.GOVERNOR, NORTHFIELD));
            }
        }
    }

    /** Those who read bids: one who can log in, and two others. */
    List<Actor> assessors() {
        return List.of(
                stage.actor(Role.ASSESSOR, "GB-CHC-9100002"),
                stage.actor(Role.ASSESSOR, NETWORK),
                stage.actor(Role.ASSESSOR, "360G-calder-lads-and-dads"));
    }

    private void assessorRole(Actor assessor) {
        if (stage.logins().stream().map(Login::actor).noneMatch(assessor::equals)) {
            stage.send(new GiveRole(assessor.organisationId(), assessor.personId(), Role.ASSESSOR), Actor.OPERATOR);
        }
    }

    /** Whether an organisation's by-and-for standing was verified by a day. */
    boolean byAndForOn(Entry entry, LocalDate day) {
        return (entry.standing().equals("verified") || entry.standing().equals("challenged"))
                && !claimed(entry).plusDays(VERIFIED_AFTER).isAfter(day);
    }

    private void body(String id, String name, OrganisationKind kind, String place) {
        stage.send(new ApplyForRegistration(id, name, kind, List.of(), place), Actor.OPERATOR);
        stage.send(new RegisterOrganisation(id), Actor.OPERATOR);
    }

    private void enter(Entry entry) {
        stage.on(entry.end().equals("applied") ? "today-9" : FOUNDED)
                .send(
                        new ApplyForRegistration(
                                entry.id(), entry.name(), entry.kind(), entry.otherIdentifiers(), entry.place()),
                        lead(entry));
        if (!entry.end().equals("applied")) {
            stage.send(new RegisterOrganisation(entry.id()), stage.actor(Role.COMMISSIONER, CALDER_VALE));
        }
        if (stage.logins().stream().map(Login::actor).noneMatch(lead(entry)::equals)) {
            stage.send(new GiveRole(entry.id(), lead(entry).personId(), Role.APPLICANT_LEAD), Actor.OPERATOR);
        }
    }

    private void limits() {
        limit(EASTMOOR, "p-eastmoor-1", 250_000, 2024, LocalDate.of(2025, 3, 31));
        limit(EASTMOOR, "p-eastmoor-1", 150_000, 2025, null);
        limit(EASTMOOR, "p-eastmoor-6", 20_000, 2025, LocalDate.of(2026, 3, 31));
        limit(NORTHFIELD, "p-northfield-1", 500_000, 2024, null);
        limit(NORTHFIELD, "p-northfield-4", 25_000, 2026, null);
        limit(CALDER_VALE, "p-calder-1", 1_000_000, 2024, null);
    }

    private void limit(String body, String person, long pounds, int year, @Nullable LocalDate until) {
        stage.send(
                new SetDelegatedLimit(body, person, pounds * 100, new FinancialYear(year).firstDay(), until),
                Actor.OPERATOR);
    }

    private void equip(Entry entry) {
        stage.on(FOUNDED);
        if (!entry.bank().equals("none")) {
            BankDetails details = bank(entry, "60-90-11");
            stage.send(new ProposeBankDetails(entry.id(), details), lead(entry));
            // Somebody who checks accounts, and therefore makes no payments to them.
            stage.send(
                    new ConfirmBankDetails(entry.id(), details), stage.colleague(stage.actor(Role.PAYER, NORTHFIELD)));
        }
        if (entry.runningCostPounds() > 0) {
            stage.on(ACCOUNTS_2024).send(new RecordCostProfile(entry.id(), profile(entry, 2024)), lead(entry));
            stage.on(ACCOUNTS_2025).send(new RecordCostProfile(entry.id(), profile(entry, 2025)), lead(entry));
        }
    }

    /** An organisation of the file. */
    Entry entry(String id) {
        return entries.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    /** The last cost profile that an organisation had recorded by a day. */
    CostProfile profileOn(Entry entry, LocalDate day) {
        return profile(entry, day.isBefore(stage.day(ACCOUNTS_2025)) ? 2024 : 2025);
    }

    /** Its newest accounts once more, corrected to a fiftieth of the shared costs. */
    RecordCostProfile corrected(String id) {
        CostProfile before = profile(entry(id), 2025);
        return new RecordCostProfile(
                id,
                new CostProfile(
                        before.financialYear(),
                        before.overheadPools().stream()
                                .map(pool -> new OverheadPool(
                                        pool.name(), pool.amountPence() / 50, pool.source() + ", corrected"))
                                .toList(),
                        before.fullTimeEquivalentHundredths(),
                        before.weeklyHours(),
                        before.runningCostPence()));
    }

    private static CostProfile profile(Entry entry, int year) {
        long pence = entry.runningCostPounds() * (year == 2025 ? 100 : 96);
        String source = "Accounts to 31 March " + (year + 1) + ", note 5";
        List<OverheadPool> pools = List.of(
                new OverheadPool("Premises and office", pence * 11 / 100, source),
                new OverheadPool("Central functions", pence * 13 / 100, source),
                new OverheadPool("Governance and strategic development", pence * 6 / 100, source));
        return new CostProfile(new FinancialYear(year), pools, entry.staffHundredths(), 37, pence);
    }

    private void stand(Entry entry) {
        if (entry.standing().isEmpty()) {
            return;
        }
        LocalDate claimed = claimed(entry);
        stage.on(claimed)
                .send(
                        new ClaimByAndForStanding(entry.id(), new ByAndForClaim(entry.groups(), 83, 66, 92)),
                        lead(entry));
        if (entry.standing().equals("claimed")) {
            return;
        }
        stage.on(claimed.plusDays(6))
                .send(
                        new EvidenceByAndForStanding(
                                entry.id(),
                                "Trustees' and staff's own declarations, and the annual report for 2025-26."),
                        lead(entry));
        switch (entry.standing()) {
            case "verified" -> verify(entry, claimed);
            case "challenged" -> {
                verify(entry, claimed);
                stage.on("today-11")
                        .send(
                                new ChallengeByAndForStanding(
                                        entry.id(),
                                        "Three trustees have left since; the share on the board may be lower now."),
                                stage.actor(Role.GOVERNOR, NORTHFIELD));
            }
            case "refused" ->
                stage.on(claimed.plusDays(30))
                        .send(
                                new RefuseByAndForStanding(
                                        entry.id(), "The report shows half of the board, not three quarters."),
                                stage.actor(Role.COMMISSIONER, NORTHFIELD));
            default -> {}
        }
    }

    private void verify(Entry entry, LocalDate claimed) {
        stage.on(claimed.plusDays(17))
                .send(new VerifyByAndForStanding(entry.id()), stage.actor(Role.APPLICANT_LEAD, NETWORK));
        stage.on(claimed.plusDays(VERIFIED_AFTER))
                .send(new VerifyByAndForStanding(entry.id()), stage.actor(Role.COMMISSIONER, CALDER_VALE));
    }

    /** What is still to be checked was claimed lately; the rest over a year, so that none runs out at once. */
    private LocalDate claimed(Entry entry) {
        return switch (entry.standing()) {
            case "claimed", "evidenced" -> stage.day("today-19").plusDays(entries.indexOf(entry) % 10);
            default -> stage.day("today-690").plusDays(entries.indexOf(entry) * 13L % 360);
        };
    }

    private Actor lead(Entry entry) {
        return stage.actor(Role.APPLICANT_LEAD, entry.id());
    }

    private BankDetails bank(Entry entry, String sortCode) {
        String name = entry.name().length() > 70 ? entry.name().substring(0, 70) : entry.name();
        return new BankDetails(name, sortCode, "9100%04d".formatted(entries.indexOf(entry)));
    }
}
