package org.tallystick.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tallystick.platform.ClaimsUnique;
import org.tallystick.platform.Event;
import org.tallystick.platform.Role;

/** What happened to an organisation's registry entry. People are named by pseudonymous ids. */
public sealed interface OrganisationEvent extends Event {

    /** The identifier the organisation was first registered under. */
    String organisationId();

    /** It asked to be registered. */
    record OrganisationApplied(
            String organisationId, String name, OrganisationKind kind, List<String> otherIdentifiers, String place)
            implements OrganisationEvent, ClaimsUnique {
        @Override
        public Set<String> uniqueKeys() {
            return Stream.concat(Stream.of(organisationId), otherIdentifiers.stream())
                    .map(identifier -> "identifier:" + identifier)
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /** It may take part. */
    record OrganisationRegistered(String organisationId) implements OrganisationEvent {}

    /** It may not take part for now. */
    record OrganisationSuspended(String organisationId) implements OrganisationEvent {}

    /** It may take part again. */
    record OrganisationReinstated(String organisationId) implements OrganisationEvent {}

    /** It takes part no more, and nobody acts for it any longer: all roles in it end. */
    record OrganisationClosed(String organisationId) implements OrganisationEvent {}

    /** Its name changed or was corrected. */
    record OrganisationRenamed(String organisationId, String name) implements OrganisationEvent {}

    /** A further identifier is known to be its own. */
    record IdentifierAdded(String organisationId, String identifier) implements OrganisationEvent, ClaimsUnique {
        @Override
        public Set<String> uniqueKeys() {
            return Set.of("identifier:" + identifier);
        }
    }

    /** Something about its people. */
    sealed interface OfPeople extends OrganisationEvent {}

    /** A person acts in a role for it. */
    record RoleGiven(String organisationId, String personId, Role role) implements OfPeople {}

    /** A person no longer acts in that role for it. */
    record RoleTaken(String organisationId, String personId, Role role) implements OfPeople {}

    /** A governor may approve up to a sum within two days, both included; the newest for a day counts. */
    record DelegatedLimitSet(
            String organisationId,
            String personId,
            long limitPence,
            LocalDate from,
            @Nullable LocalDate until) implements OfPeople {}

    /** Something about where it is paid. */
    sealed interface OfBank extends OrganisationEvent {}

    /** One person gave new bank details. */
    record BankDetailsProposed(String organisationId, BankDetails bankDetails, String proposedBy) implements OfBank {}

    /** A second person confirmed them; they hold. */
    record BankDetailsConfirmed(String organisationId, BankDetails bankDetails, String confirmedBy) implements OfBank {}

    /** They were not right. */
    record BankDetailsRejected(String organisationId) implements OfBank {}

    /** Something that happened to its by-and-for standing: claimed, looked at, verified, doubted. */
    sealed interface OfStanding extends OrganisationEvent {}

    /** It says who leads it and whom it serves. */
    record ByAndForStandingClaimed(String organisationId, ByAndForClaim claim) implements OfStanding {}

    /** It says what that rests on. */
    record ByAndForStandingEvidenced(String organisationId, String evidence) implements OfStanding {}

    /** The first of two people of other organisations found the evidence good. */
    record ByAndForStandingSupported(
            String organisationId, String verifierId, String verifierOrganisationId, boolean verifierIsOfCommunity)
            implements OfStanding {}

    /** The second did too: the standing holds until a day, included. */
    record ByAndForStandingVerified(
            String organisationId,
            String verifierId,
            String verifierOrganisationId,
            boolean verifierIsOfCommunity,
            LocalDate from,
            LocalDate until)
            implements OfStanding {}

    /** The evidence did not bear the claim. */
    record ByAndForStandingRefused(String organisationId) implements OfStanding {}

    /** Somebody doubted it; it holds until the doubt is decided about. */
    record ByAndForStandingChallenged(String organisationId, String challengedBy) implements OfStanding {}

    /** One of those who decide about the doubt said what they think; a second must say the same. */
    record ByAndForChallengeAssessed(
            String organisationId,
            ChallengeDecision decision,
            String assessorId,
            String assessorOrganisationId,
            boolean assessorIsOfCommunity)
            implements OfStanding {}

    /** A second person found the doubt right too: the standing is over. */
    record ByAndForChallengeUpheld(
            String organisationId, String assessorId, String assessorOrganisationId, boolean assessorIsOfCommunity)
            implements OfStanding {}

    /** A second person found it not right either: the standing holds as before. */
    record ByAndForChallengeDismissed(
            String organisationId, String assessorId, String assessorOrganisationId, boolean assessorIsOfCommunity)
            implements OfStanding {}

    /** What it takes to run it for a year, in a version counted from 1 per year. */
    record CostProfileRecorded(String organisationId, CostProfile costProfile, int version)
            implements OrganisationEvent {}
}
