package org.tallystick.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.platform.Paged;
import org.tallystick.platform.Query;
import org.tallystick.platform.Role;

/** Questions about the registry. */
public sealed interface OrganisationQuery {

    /** The registry, searched by name (typos forgiven) or identifier, newest relevance first, else by name. */
    record Organisations(
            @Nullable String search,
            @Nullable OrganisationKind kind,
            @Nullable OrganisationState state,
            boolean byAndForOnly,
            int page,
            int size)
            implements OrganisationQuery, Query<Paged<OrganisationSummary>> {}

    /** One organisation; bank details, people and limits only for those entitled to see them. */
    record OneOrganisation(String organisationId) implements OrganisationQuery, Query<OrganisationView> {}

    /** Who can be invited to assess: people with that role, those of the asker first, then by organisation. */
    record Assessors(int page, int size) implements OrganisationQuery, Query<Paged<Assessor>> {}

    /** A person, by pseudonymous id, who assesses for an organisation. */
    record Assessor(String personId, String organisationId, String organisationName) {}

    /** A line of the registry. */
    record OrganisationSummary(
            String organisationId,
            String name,
            OrganisationKind kind,
            OrganisationState state,
            String place,
            boolean byAndFor,
            long awards,
            long awardedPence) {}

    /**
     * All that the asker may see of an organisation.
     *
     * @param stateReason why it is suspended or closed, in the words of who decided it; empty where it is neither, and
     *     for those who are not of the organisation, a public body or audit
     */
    record OrganisationView(
            OrganisationSummary summary,
            String stateReason,
            List<String> identifiers,
            List<PersonRole> people,
            List<DelegatedLimit> limits,
            @Nullable BankView bank,
            @Nullable StandingView standing,
            List<CostProfileView> costProfiles) {}

    /** A person, by pseudonymous id, in a role. */
    record PersonRole(String personId, Role role) {}

    /** Up to how much a person may approve within two days, both included. */
    record DelegatedLimit(
            String personId,
            long limitPence,
            LocalDate from,
            @Nullable LocalDate until) {}

    /** The bank details that hold, or, where none do, those that wait; and whether others wait for a second person. */
    record BankView(
            String accountName,
            String sortCode,
            String accountNumber,
            @Nullable String confirmedBy,
            @Nullable String proposedBy,
            boolean changeWaiting,
            @Nullable WaitingBank waiting) {}

    /** Bank details that wait for a second person: in full for those who have to check them, for others in short. */
    record WaitingBank(String accountName, String sortCode, String accountNumber, String proposedBy, LocalDate since) {}

    /**
     * By-and-for standing as it is today.
     *
     * @param reason why it was refused or challenged, in the words of who did; else empty, and for those who may not
     *     see why an organisation is suspended
     */
    record StandingView(
            ByAndForClaim claim,
            StandingState state,
            String reason,
            String evidence,
            @Nullable LocalDate verifiedFrom,
            @Nullable LocalDate verifiedUntil,
            boolean expiresSoon,
            boolean expired) {}

    /** A cost profile's version. */
    record CostProfileView(CostProfile profile, int version, Instant recordedAt) {}
}
