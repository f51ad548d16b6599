package org.tallystick.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.tallystick.history.HistoryQuery;
import org.tallystick.platform.FakeSides;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Paged;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Role;
import org.tallystick.registry.OrganisationQuery.Assessors;
import org.tallystick.registry.OrganisationQuery.BankView;
import org.tallystick.registry.OrganisationQuery.CostProfileView;
import org.tallystick.registry.OrganisationQuery.DelegatedLimit;
import org.tallystick.registry.OrganisationQuery.OneOrganisation;
import org.tallystick.registry.OrganisationQuery.OrganisationSummary;
import org.tallystick.registry.OrganisationQuery.OrganisationView;
import org.tallystick.registry.OrganisationQuery.Organisations;
import org.tallystick.registry.OrganisationQuery.PersonRole;
import org.tallystick.registry.OrganisationQuery.StandingView;
import org.tallystick.registry.OrganisationQuery.WaitingBank;

/** Organisations in every state; "o-1" and "o-2" are those the people of the tests act for. */
public final class RegistrySamples {

    static final String LONG =
            "The Wend Valley and District Association of Families and Friends of People Leaving Prison (Llanfairpwll)";
    static final ByAndForClaim CLAIM = new ByAndForClaim(List.of("DEI090000", "DEI010000"), 80, 60, 90);

    private RegistrySamples() {}

    /** So many organisations. */
    public static void into(FakeSides sides, int many) {
        sides.answer(Organisations.class, query -> {
            Paged.Request asked = new Paged.Request(query.page(), query.size());
            List<OrganisationSummary> items = LongStream.rangeClosed(asked.offset() + 1, asked.offset() + asked.size())
                    .filter(n -> n <= many)
                    .mapToObj(n -> summary(
                            "GB-CHC-" + (1_000_000 + n),
                            n % 7 == 0 ? LONG : "=Charity, number " + n,
                            OrganisationKind.VOLUNTARY_ORGANISATION,
                            OrganisationState.REGISTERED,
                            false))
                    .toList();
            return new Paged<>(items, many, asked.page(), asked.size());
        });
        sides.answer(OneOrganisation.class, query -> one(query.organisationId()));
        sides.answer(Assessors.class, query -> new Paged<>(List.of(), 0, query.page(), query.size()));
        sides.answer(
                HistoryQuery.HistoryOf.class,
                query -> new Paged<>(
                        List.of(
                                happening(9, "registry.OrganisationSuspended", null, "No accounts <since> 2024"),
                                happening(7, "registry.OrganisationRenamed", "p-9", "")),
                        25,
                        query.page(),
                        query.size()));
    }

    private static HistoryQuery.Happening happening(long position, String type, @Nullable String who, String reason) {
        return new HistoryQuery.Happening(
                position,
                type,
                "Organisation",
                "o-2",
                Instant.parse("2026-11-22T14:05:00Z"),
                LocalDate.of(2026, 11, 22),
                who == null ? Map.of() : Map.of("name", "Second Chance Kitchen"),
                0,
                who,
                "GOVERNOR",
                "HMP Northfield",
                reason);
    }

    /** The entry of an organisation. */
    public static OrganisationView one(String id) {
        return switch (id) {
            case "o-1" -> view(id, OrganisationKind.STATUTORY_BODY, OrganisationState.REGISTERED, null, null);
            case "o-2" ->
                view(
                        id,
                        OrganisationKind.VOLUNTARY_ORGANISATION,
                        OrganisationState.REGISTERED,
                        standing(StandingState.CLAIMED),
                        bank(true, "p-applicant_member"));
            case "applied" -> view(id, OrganisationKind.VOLUNTARY_ORGANISATION, OrganisationState.APPLIED, null, null);
            case "verified" ->
                view(
                        id,
                        OrganisationKind.VOLUNTARY_ORGANISATION,
                        OrganisationState.REGISTERED,
                        standing(StandingState.VERIFIED),
                        bank(false, null));
            case "evidenced" ->
                view(
                        id,
                        OrganisationKind.INFRASTRUCTURE_BODY,
                        OrganisationState.SUSPENDED,
                        standing(StandingState.EVIDENCED),
                        bank(true, "p-commissioner"));
            case "challenged" ->
                view(
                        id,
                        OrganisationKind.VOLUNTARY_ORGANISATION,
                        OrganisationState.REGISTERED,
                        standing(StandingState.CHALLENGED),
                        null);
            case "closed" -> view(id, OrganisationKind.VOLUNTARY_ORGANISATION, OrganisationState.CLOSED, null, null);
            default -> throw Rejection.of(Refusal.NOT_FOUND, "There is no such organisation.");
        };
    }

    private static OrganisationSummary summary(
            String id, String name, OrganisationKind kind, OrganisationState state, boolean byAndFor) {
        return new OrganisationSummary(id, name, kind, state, "Eastmoor", byAndFor, 3, 12_345_678);
    }

    private static OrganisationView view(
            String id,
            OrganisationKind kind,
            OrganisationState state,
            @Nullable StandingView standing,
            @Nullable BankView bank) {
        return new OrganisationView(
                summary(
                        id,
                        LONG,
                        kind,
                        state,
                        standing != null
                                && (standing.state() == StandingState.VERIFIED
                                        || standing.state() == StandingState.CHALLENGED)),
                state == OrganisationState.SUSPENDED ? "Accounts are <missing>" : "",
                List.of("GB-CHC-1090095", "GB-COH-09506232"),
                List.of(new PersonRole("p-x", Role.GOVERNOR), new PersonRole("p-9", Role.APPLICANT_LEAD)),
                List.of(new DelegatedLimit("p-x", 5_000_000, LocalDate.of(2026, 4, 1), null)),
                bank,
                standing,
                List.of(new CostProfileView(
                        new CostProfile(
                                FinancialYear.parse("2026-27"),
                                List.of(new CostProfile.OverheadPool("Rent", 4_000_000, "Accounts, note 7")),
                                650,
                                37,
                                33_000_000),
                        2,
                        Instant.parse("2026-05-01T10:00:00Z"))));
    }

    private static StandingView standing(StandingState state) {
        boolean verified = state == StandingState.VERIFIED;
        return new StandingView(
                CLAIM,
                state,
                state == StandingState.REFUSED || state == StandingState.CHALLENGED ? "The survey is <old>" : "",
                verified || state == StandingState.EVIDENCED ? "Survey of trustees, May 2026" : "",
                verified ? LocalDate.of(2026, 6, 1) : null,
                verified ? LocalDate.of(2028, 5, 31) : null,
                false,
                false);
    }

    private static BankView bank(boolean waiting, @Nullable String proposer) {
        return new BankView(
                "Second Chance Kitchen",
                "200051",
                "12345678",
                "p-9",
                proposer,
                waiting,
                proposer == null
                        ? null
                        : new WaitingBank("Kitchen Trust", "300052", "87654321", proposer, LocalDate.of(2026, 11, 20)));
    }
}
