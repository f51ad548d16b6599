package org.tallystick.bid;

import java.util.List;
import javax.sql.DataSource;
import org.tallystick.platform.Json;
import org.tallystick.platform.Projection;
import org.tallystick.platform.Recorded;
import org.tallystick.platform.Writes;

/** Keeps bids, and each of their parts as it was saved last. */
public final class BidProjection implements Projection {

    private static final String BID = "UPDATE bid SET ";
    private static final String OF_BID = " WHERE bid_id = ?";

    private final DataSource source;

    /** Into the live read models. */
    public BidProjection(DataSource source) {
        this.source = source;
    }

    @Override
    public String name() {
        return "bid";
    }

    @Override
    public boolean handles(Class<?> event) {
        return BidEvent.class.isAssignableFrom(event);
    }

    @Override
    public void project(List<Recorded> events) {
        Writes writes = new Writes(source);
        for (Recorded recorded : events) {
            write(writes, recorded, (BidEvent) recorded.event());
        }
        writes.flush();
    }

    private static void write(Writes writes, Recorded recorded, BidEvent event) {
        String bid = event.bidId();
        switch (event) {
            case BidEvent.BidStarted e ->
                writes.add(
                        "INSERT INTO bid (bid_id, call_id, applicant, state, started_at)"
                                + " VALUES (?, ?, ?, 'STARTED', ?)",
                        bid,
                        e.callId(),
                        e.applicant(),
                        recorded.recordedAt());
            case BidEvent.Saved e -> saved(writes, recorded, e);
            case BidEvent.BidCertified e ->
                writes.add(
                        BID + "state = 'READY', certified_by = ?, certified_at = ?, certified_call_version = ?,"
                                + " statement = ?" + OF_BID,
                        recorded.actorId(),
                        recorded.recordedAt(),
                        e.callVersion(),
                        e.statement(),
                        bid);
            case BidEvent.BidSubmitted e ->
                writes.add(BID + "state = 'SUBMITTED', submitted_at = ?" + OF_BID, e.submittedAt(), bid);
            case BidEvent.BidReopened _ ->
                writes.add(
                        BID + "state = 'STARTED', submitted_at = NULL, certified_at = NULL, withdrawn_because = ''"
                                + OF_BID,
                        bid);
            case BidEvent.BidWithdrawn _ ->
                writes.add(BID + "state = 'WITHDRAWN', withdrawn_because = ?" + OF_BID, recorded.reason(), bid);
            case BidEvent.HoursReported e -> writes.add(BID + "hours_reported = ?" + OF_BID, e.hours(), bid);
            case BidEvent.BidLapsed _ -> writes.add(BID + "state = 'LAPSED'" + OF_BID, bid);
            case BidEvent.BidAwarded e -> {
                decided(writes, e, BidState.AWARDED);
                writes.add(BID + "award_id = ?, amounts = ?::jsonb" + OF_BID, e.awardId(), json(e.amounts()), bid);
            }
            case BidEvent.BidReserved e -> decided(writes, e, BidState.RESERVED);
            case BidEvent.BidDeclined e -> decided(writes, e, BidState.DECLINED);
            case BidEvent.BidFoundIneligible e -> decided(writes, e, BidState.INELIGIBLE);
        }
    }

    private static void decided(Writes writes, BidEvent.Decided event, BidState state) {
        writes.add(BID + "state = ?, outcome_reason = ?" + OF_BID, state, event.reason(), event.bidId());
    }

    private static void saved(Writes writes, Recorded recorded, BidEvent.Saved event) {
        String bid = event.bidId();
        writes.add(BID + "state = 'STARTED', version = version + 1, certified_at = NULL" + OF_BID, bid);
        switch (event) {
            case BidEvent.EligibilityAnswered e ->
                part(writes, recorded, e, BidPart.ELIGIBILITY, "", json(e.answers()));
            case BidEvent.ProjectDescribed e -> {
                part(writes, recorded, e, BidPart.PROJECT, "", json(e.project()));
                writes.add(BID + "title = ?" + OF_BID, e.project().title(), bid);
            }
            case BidEvent.BidQuestionAnswered e -> part(writes, recorded, e, BidPart.QUESTION, e.question(), e.text());
            case BidEvent.BudgetSaved e -> PartnerWrites.budget(writes, recorded, e);
            case BidEvent.OfPartner e -> PartnerWrites.write(writes, recorded, e);
        }
    }

    private static void part(
            Writes writes, Recorded recorded, BidEvent.Saved event, BidPart part, String question, String content) {
        writes.add(
                "INSERT INTO bid_part VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (bid_id, part, question) DO UPDATE"
                        + " SET version = excluded.version, content = excluded.content, saved_by = excluded.saved_by,"
                        + " saved_at = excluded.saved_at",
                event.bidId(),
                part,
                question,
                event.version(),
                content,
                recorded.actorId(),
                recorded.recordedAt());
    }

    private static String json(Object value) {
        return Json.mapper().writeValueAsString(value);
    }
}
