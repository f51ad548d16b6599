package org.tallystick.award;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.tallystick.fund.Slice;
import org.tallystick.fund.Slices;
import org.tallystick.platform.Json;
import org.tallystick.platform.Projection;
import org.tallystick.platform.Recorded;
import org.tallystick.platform.Writes;

/** Keeps awards and their instalments. */
public final class AwardProjection implements Projection {

    private static final String AWARD = "UPDATE award SET ";
    private static final String OF_AWARD = " WHERE award_id = ?";
    private static final String PAYMENT = "UPDATE payment SET ";
    private static final String OF_PAYMENT = " WHERE award_id = ? AND instalment = ?";
    private static final String PAYMENT_STATE = PAYMENT + "state = ?, state_since = ?" + OF_PAYMENT;

    private final DataSource source;

    /** Into the live read models. */
    public AwardProjection(DataSource source) {
        this.source = source;
    }

    @Override
    public String name() {
        return "award";
    }

    @Override
    public boolean handles(Class<?> event) {
        return AwardEvent.class.isAssignableFrom(event);
    }

    @Override
    public void project(List<Recorded> events) {
        Writes writes = new Writes(source);
        for (Recorded recorded : events) {
            write(writes, recorded, (AwardEvent) recorded.event());
        }
        writes.flush();
    }

    private static void write(Writes writes, Recorded recorded, AwardEvent event) {
        String award = event.awardId();
        switch (event) {
            case AwardEvent.AwardCommitted e -> committed(writes, recorded, e);
            case AwardEvent.PublishedGrantRecorded e ->
                writes.add(
                        AWARD + "starts_on = ?, ends_on = ?, programme = ?, source = ?" + OF_AWARD,
                        e.startsOn(),
                        e.endsOn(),
                        e.programme(),
                        e.source(),
                        award);
            case AwardEvent.GapRecorded e -> gap(writes, e);
            case AwardEvent.GapReleased e ->
                writes.add("DELETE FROM award_gap" + OF_AWARD + " AND organisation_id = ?", award, e.recipient());
            case AwardEvent.AgreementOffered e -> offered(writes, recorded, e);
            case AwardEvent.OfferAccepted e ->
                writes.add(
                        "UPDATE agreement SET state = 'SIGNED', signed_on = ?, signed_by = ?"
                                + " WHERE award_id = ? AND version = ?",
                        recorded.effectiveOn(),
                        recorded.actorId(),
                        award,
                        e.version());
            case AwardEvent.OfferExpired _ -> end(writes, award, AwardState.EXPIRED, AgreementState.EXPIRED);
            case AwardEvent.AwardDeclined _ -> end(writes, award, AwardState.DECLINED, AgreementState.DECLINED);
            case AwardEvent.AwardRescinded _ -> end(writes, award, AwardState.RESCINDED, AgreementState.RESCINDED);
            case AwardEvent.AgreementSigned _ ->
                writes.add(AWARD + "state = 'ACTIVE', signed = true" + OF_AWARD, award);
            case AwardEvent.ClaimSubmitted e ->
                writes.add(
                        PAYMENT + "claim = ?, claim_state = 'SUBMITTED', claim_pence = ?, claim_spent = ?::jsonb,"
                                + " claimed_on = ?" + OF_PAYMENT,
                        e.claim(),
                        e.amountPence(),
                        Json.mapper().writeValueAsString(e.spent()),
                        recorded.effectiveOn(),
                        award,
                        e.instalment());
            case AwardEvent.ClaimQueried e ->
                writes.add(
                        PAYMENT + "claim_state = 'QUERIED', claim_question = ?" + OF_PAYMENT,
                        recorded.reason(),
                        award,
                        e.instalment());
            case AwardEvent.ClaimAccepted e ->
                writes.add(PAYMENT + "claim_state = 'ACCEPTED'" + OF_PAYMENT, award, e.instalment());
            case AwardEvent.InstalmentReduced e -> reduced(writes, e);
            case AwardEvent.PaymentApproved e ->
                writes.add(
                        PAYMENT + "approvers = approvers || ?::text" + OF_PAYMENT,
                        e.approverId(),
                        award,
                        e.instalment());
            case AwardEvent.InstalmentMadePayable e ->
                payment(writes, recorded, award, e.instalment(), PaymentState.PAYABLE);
            case AwardEvent.PaymentInstructed e ->
                writes.add(
                        PAYMENT + "state = 'INSTRUCTED', state_since = ?, attempts = ?" + OF_PAYMENT,
                        recorded.effectiveOn(),
                        e.attempt(),
                        award,
                        e.instalment());
            case AwardEvent.PaymentPaid e -> paid(writes, recorded, e);
            case AwardEvent.PaymentFailed e -> payment(writes, recorded, award, e.instalment(), PaymentState.FAILED);
            case AwardEvent.PaymentBounced e -> bounced(writes, recorded, e);
            case AwardEvent.PaymentCancelled e ->
                writes.add(
                        PAYMENT + "state = 'SCHEDULED', state_since = ?, approvers = '{}'" + OF_PAYMENT,
                        recorded.effectiveOn(),
                        award,
                        e.instalment());
            case AwardEvent.MoneyReturned e ->
                writes.add(
                        AWARD + "returned_pence = returned_pence + ?" + OF_AWARD, Slices.sumPence(e.slices()), award);
            case AwardEvent.MoneyLapsed e -> {
                payment(writes, recorded, award, e.instalment(), PaymentState.LAPSED);
                writes.add(AWARD + "lapsed_pence = lapsed_pence + ?" + OF_AWARD, Slices.sumPence(e.slices()), award);
            }
            case AwardEvent.AwardSuspended _ -> state(writes, award, AwardState.SUSPENDED);
            case AwardEvent.AwardResumed _ -> state(writes, award, AwardState.ACTIVE);
            case AwardEvent.AwardClosed _ -> state(writes, award, AwardState.CLOSED);
        }
    }

    private static void committed(Writes writes, Recorded recorded, AwardEvent.AwardCommitted e) {
        List<Slice> sources = Slices.merged(e.instalments().stream()
                .flatMap(instalment -> instalment.slices().stream())
                .toList());
        writes.add(
                "INSERT INTO award (award_id, fund_id, call_id, funder, recipient, decided_by, title, purpose,"
                        + " state, awarded_on, awarded_pence, sources)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'COMMITTED', ?, ?, ?::jsonb)",
                e.awardId(),
                e.fundId(),
                e.callId(),
                e.funder(),
                e.recipient(),
                e.decidedBy(),
                e.title(),
                e.purpose(),
                recorded.effectiveOn(),
                Slices.sumPence(sources),
                Json.mapper().writeValueAsString(sources));
        for (Instalment instalment : e.instalments()) {
            writes.add(
                    "INSERT INTO payment (award_id, instalment, due_on, amount_pence, state, state_since)"
                            + " VALUES (?, ?, ?, ?, 'SCHEDULED', ?)",
                    e.awardId(),
                    instalment.number(),
                    instalment.dueOn(),
                    instalment.amountPence(),
                    recorded.effectiveOn());
        }
    }

    private static void offered(Writes writes, Recorded recorded, AwardEvent.AgreementOffered e) {
        ends(writes, e.awardId(), AgreementState.REPLACED);
        writes.add(
                "INSERT INTO agreement (award_id, version, terms, reporting, reports_due, offered_on, offered_by,"
                        + " expires_on, state) VALUES (?, ?, ?::jsonb, ?, ?::date[], ?, ?, ?, 'OFFERED')",
                e.awardId(),
                e.version(),
                Json.mapper().writeValueAsString(e.terms()),
                e.reporting(),
                e.reportsDue().stream().map(LocalDate::toString).collect(Collectors.joining(",", "{", "}")),
                recorded.effectiveOn(),
                recorded.actorId(),
                e.expiresOn());
        writes.add(
                AWARD + "state = 'OFFERED', agreement_version = ?, offer_expires_on = ?, starts_on = ?, ends_on = ?"
                        + OF_AWARD,
                e.version(),
                e.expiresOn(),
                e.terms().startsOn(),
                e.terms().endsOn(),
                e.awardId());
        writes.add(
                PAYMENT + "in_arrears = (instalment = ANY (?::integer[]))" + OF_AWARD,
                e.terms().inArrears().stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")),
                e.awardId());
    }

    private static void reduced(Writes writes, AwardEvent.InstalmentReduced e) {
        long pence = Slices.sumPence(e.slices());
        writes.add(PAYMENT + "amount_pence = amount_pence - ?" + OF_PAYMENT, pence, e.awardId(), e.instalment());
        writes.add(AWARD + "lapsed_pence = lapsed_pence + ?" + OF_AWARD, pence, e.awardId());
    }

    /** The award comes to nothing, and so does what was offered of it. */
    private static void end(Writes writes, String award, AwardState state, AgreementState agreement) {
        state(writes, award, state);
        ends(writes, award, agreement);
    }

    private static void ends(Writes writes, String award, AgreementState state) {
        writes.add("UPDATE agreement SET state = ? WHERE award_id = ? AND state = 'OFFERED'", state, award);
    }

    private static void gap(Writes writes, AwardEvent.GapRecorded e) {
        writes.add(AWARD + "full_cost_pence = ?" + OF_AWARD, e.fullCostPence(), e.awardId());
        for (Gap gap : e.gaps()) {
            writes.add(
                    "INSERT INTO award_gap (award_id, organisation_id, financial_year, carrier, amount_pence)"
                            + " VALUES (?, ?, ?, ?, ?)"
                            + " ON CONFLICT (award_id, organisation_id, financial_year, carrier) DO UPDATE SET"
                            + " amount_pence = award_gap.amount_pence + excluded.amount_pence",
                    e.awardId(),
                    e.recipient(),
                    gap.financialYear().toString(),
                    gap.carrier(),
                    gap.amountPence());
        }
    }

    private static void paid(Writes writes, Recorded recorded, AwardEvent.PaymentPaid e) {
        writes.add(
                PAYMENT + "state = 'PAID', state_since = ?, paid_on = ?, bank_reference = ?" + OF_PAYMENT,
                recorded.effectiveOn(),
                recorded.effectiveOn(),
                e.bankReference(),
                e.awardId(),
                e.instalment());
        writes.add(AWARD + "paid_pence = paid_pence + ?" + OF_AWARD, Slices.sumPence(e.slices()), e.awardId());
    }

    private static void bounced(Writes writes, Recorded recorded, AwardEvent.PaymentBounced e) {
        writes.add(
                PAYMENT + "state = 'FAILED', state_since = ?, paid_on = NULL, bank_reference = NULL" + OF_PAYMENT,
                recorded.effectiveOn(),
                e.awardId(),
                e.instalment());
        writes.add(AWARD + "paid_pence = paid_pence - ?" + OF_AWARD, Slices.sumPence(e.slices()), e.awardId());
    }

    private static void state(Writes writes, String award, AwardState state) {
        writes.add(AWARD + "state = ?" + OF_AWARD, state, award);
    }

    private static void payment(Writes writes, Recorded recorded, String award, int instalment, PaymentState state) {
        writes.add(PAYMENT_STATE, state, recorded.effectiveOn(), award, instalment);
    }
}
