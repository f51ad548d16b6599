package org.tallystick.registry;

import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.tallystick.platform.Json;
import org.tallystick.platform.Projection;
import org.tallystick.platform.Recorded;
import org.tallystick.platform.Writes;

/** Keeps the registry's rows as the events of organisations change them. */
public final class RegistryProjection implements Projection {

    private static final String SET = "UPDATE organisation SET ";
    private static final String WHERE = " WHERE organisation_id = ?";
    private static final String NO_WAITING = "waiting_account_name = NULL, waiting_sort_code = NULL,"
            + " waiting_account_number = NULL, waiting_proposed_by = NULL, waiting_since = NULL";

    private final DataSource source;

    /** Into the live read models. */
    public RegistryProjection(DataSource source) {
        this.source = source;
    }

    @Override
    public String name() {
        return "registry";
    }

    @Override
    public boolean handles(Class<?> event) {
        return OrganisationEvent.class.isAssignableFrom(event);
    }

    @Override
    public void project(List<Recorded> events) {
        Writes writes = new Writes(source);
        for (Recorded recorded : events) {
            write(writes, recorded, (OrganisationEvent) recorded.event());
        }
        writes.flush();
    }

    private static void write(Writes writes, Recorded recorded, OrganisationEvent event) {
        switch (event) {
            case OrganisationEvent.OrganisationApplied e -> applied(writes, recorded, e);
            case OrganisationEvent.OrganisationRegistered _ -> state(writes, recorded, OrganisationState.REGISTERED);
            case OrganisationEvent.OrganisationSuspended _ -> state(writes, recorded, OrganisationState.SUSPENDED);
            case OrganisationEvent.OrganisationReinstated _ -> state(writes, recorded, OrganisationState.REGISTERED);
            case OrganisationEvent.OrganisationClosed e -> {
                state(writes, recorded, OrganisationState.CLOSED);
                writes.add("DELETE FROM person_role WHERE organisation_id = ?", e.organisationId());
            }
            case OrganisationEvent.OrganisationRenamed e ->
                writes.add(SET + "name = ?" + WHERE, e.name(), e.organisationId());
            case OrganisationEvent.IdentifierAdded e ->
                identifier(writes, recorded, e.organisationId(), e.identifier());
            case OrganisationEvent.RoleGiven e ->
                writes.add(
                        "INSERT INTO person_role VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                        e.organisationId(),
                        e.personId(),
                        e.role());
            case OrganisationEvent.RoleTaken e ->
                writes.add(
                        "DELETE FROM person_role WHERE organisation_id = ? AND person_id = ? AND role = ?",
                        e.organisationId(),
                        e.personId(),
                        e.role());
            case OrganisationEvent.DelegatedLimitSet e ->
                writes.add(
                        "INSERT INTO delegated_limit VALUES (?, ?, ?, ?, ?, ?)",
                        recorded.position(),
                        e.organisationId(),
                        e.personId(),
                        e.limitPence(),
                        e.from(),
                        e.until());
            case OrganisationEvent.BankDetailsProposed e -> proposed(writes, recorded, e);
            case OrganisationEvent.BankDetailsConfirmed e -> confirmed(writes, e);
            case OrganisationEvent.BankDetailsRejected e -> writes.add(SET + NO_WAITING + WHERE, e.organisationId());
            case OrganisationEvent.CostProfileRecorded e ->
                writes.add(
                        "INSERT INTO cost_profile VALUES (?, ?, ?, ?::jsonb, ?)",
                        e.organisationId(),
                        e.costProfile().financialYear(),
                        e.version(),
                        Json.mapper().writeValueAsString(e.costProfile()),
                        recorded.recordedAt());
            case OrganisationEvent.OfStanding e -> {
                standing(writes, recorded, e);
                StandingPeriods.write(writes, recorded, e);
            }
        }
    }

    private static void applied(Writes writes, Recorded recorded, OrganisationEvent.OrganisationApplied e) {
        writes.add(
                "INSERT INTO organisation (organisation_id, name, kind, state, place, applied_on)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                e.organisationId(),
                e.name(),
                e.kind(),
                OrganisationState.APPLIED,
                e.place(),
                recorded.effectiveOn());
        Stream.concat(Stream.of(e.organisationId()), e.otherIdentifiers().stream())
                .distinct()
                .forEach(each -> identifier(writes, recorded, e.organisationId(), each));
    }

    private static void identifier(Writes writes, Recorded recorded, String organisationId, String identifier) {
        writes.add(
                "INSERT INTO organisation_identifier VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                identifier,
                organisationId,
                recorded.position());
    }

    private static void state(Writes writes, Recorded recorded, OrganisationState state) {
        String organisation = ((OrganisationEvent) recorded.event()).organisationId();
        writes.add(SET + "state = ?, state_reason = ?" + WHERE, state, recorded.reason(), organisation);
    }

    private static void proposed(Writes writes, Recorded recorded, OrganisationEvent.BankDetailsProposed e) {
        writes.add(
                SET + "waiting_account_name = ?, waiting_sort_code = ?, waiting_account_number = ?,"
                        + " waiting_proposed_by = ?, waiting_since = ?" + WHERE,
                e.bankDetails().accountName(),
                e.bankDetails().sortCode(),
                e.bankDetails().accountNumber(),
                e.proposedBy(),
                recorded.effectiveOn(),
                e.organisationId());
    }

    private static void confirmed(Writes writes, OrganisationEvent.BankDetailsConfirmed e) {
        writes.add(
                SET + "bank_account_name = ?, bank_sort_code = ?, bank_account_number = ?, bank_confirmed_by = ?,"
                        + " bank_proposed_by = waiting_proposed_by, " + NO_WAITING + WHERE,
                e.bankDetails().accountName(),
                e.bankDetails().sortCode(),
                e.bankDetails().accountNumber(),
                e.confirmedBy(),
                e.organisationId());
    }

    private static void standing(Writes writes, Recorded recorded, OrganisationEvent.OfStanding event) {
        switch (event) {
            case OrganisationEvent.ByAndForStandingClaimed e ->
                writes.add(
                        SET + "standing_claim = ?::jsonb, standing_state = 'CLAIMED', standing_evidence = '',"
                                + " first_verifier = NULL, standing_since = ?" + WHERE,
                        Json.mapper().writeValueAsString(e.claim()),
                        recorded.effectiveOn(),
                        e.organisationId());
            case OrganisationEvent.ByAndForStandingEvidenced e ->
                writes.add(
                        SET + "standing_evidence = ?, first_verifier = NULL, challenge_assessors = '{}',"
                                + " standing_since = CASE standing_state WHEN 'CHALLENGED' THEN standing_since"
                                + " ELSE ? END, standing_state = CASE standing_state WHEN 'CHALLENGED'"
                                + " THEN standing_state ELSE 'EVIDENCED' END" + WHERE,
                        e.evidence(),
                        recorded.effectiveOn(),
                        e.organisationId());
            case OrganisationEvent.ByAndForStandingSupported e ->
                writes.add(SET + "first_verifier = ?" + WHERE, e.verifierId(), e.organisationId());
            case OrganisationEvent.ByAndForStandingVerified e ->
                writes.add(
                        SET + "standing_state = 'VERIFIED', standing_from = ?, standing_until = ?, standing_since = ?"
                                + WHERE,
                        e.from(),
                        e.until(),
                        recorded.effectiveOn(),
                        e.organisationId());
            case OrganisationEvent.ByAndForStandingChallenged e -> {
                writes.add(
                        SET + "standing_challenger = ?, challenge_assessors = '{}'" + WHERE,
                        e.challengedBy(),
                        e.organisationId());
                standing(writes, recorded, e, StandingState.CHALLENGED);
            }
            case OrganisationEvent.ByAndForChallengeAssessed e ->
                writes.add(
                        SET + "challenge_assessors = challenge_assessors || ?::text" + WHERE,
                        e.assessorId(),
                        e.organisationId());
            case OrganisationEvent.ByAndForStandingRefused e -> standing(writes, recorded, e, StandingState.REFUSED);
            case OrganisationEvent.ByAndForChallengeUpheld e -> {
                writes.add(SET + "standing_from = NULL, standing_until = NULL" + WHERE, e.organisationId());
                standing(writes, recorded, e, StandingState.REFUSED);
            }
            case OrganisationEvent.ByAndForChallengeDismissed e ->
                standing(writes, recorded, e, StandingState.VERIFIED);
        }
    }

    private static void standing(Writes writes, Recorded recorded, OrganisationEvent event, StandingState state) {
        writes.add(
                SET + "standing_state = ?, standing_since = ?, standing_reason = ?" + WHERE,
                state,
                recorded.effectiveOn(),
                recorded.reason(),
                event.organisationId());
    }
}
