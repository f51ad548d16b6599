package org.tallystick.call;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.tallystick.call.DecisionTimes.Paid;
import org.tallystick.call.DecisionTimes.Spread;
import org.tallystick.call.GrantCallQuery.CallFigures;
import org.tallystick.call.GrantCallQuery.CallTimes;
import org.tallystick.call.GrantCallQuery.FiguresOfCall;
import org.tallystick.call.GrantCallQuery.FiguresOfFunder;
import org.tallystick.call.GrantCallQuery.FunderFigures;
import org.tallystick.call.StandingFigures.Counted;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Columns;
import org.tallystick.platform.QueryDispatcher;
import org.tallystick.platform.Rows;
import org.tallystick.platform.Sight;
import org.tallystick.registry.ByAndFor;
import org.tallystick.registry.ByAndForStanding;

/** How long decisions took and whom they reached: public once all applicants of a call are told. */
public final class FigureAnswers {

    private static final String CALLS = "grant_call c JOIN call_decision d USING (call_id)"
            + " LEFT JOIN organisation h ON h.organisation_id = c.holder";
    private static final String COLUMNS = "c.call_id, c.title, c.holder, COALESCE(h.name, c.holder) AS holder_name,"
            + " c.state, c.effort_hours, (c.closes_at AT TIME ZONE 'Europe/London')::date AS closed_on,"
            + " d.approved_on, c.informed_on,"
            + " (c.terms #>> '{timetable,decidedBy}')::date AS decide_by,"
            + " (c.terms #>> '{timetable,informedBy}')::date AS tell_by";

    private static final String BIDS = "bid b JOIN call_decision d USING (call_id)"
            + " LEFT JOIN award a ON a.award_id = b.award_id AND a.state NOT IN ('DECLINED', 'EXPIRED', 'RESCINDED')";
    private static final String COUNTED = "b.call_id, " + ByAndFor.on("b.applicant", "d.approved_on") + " AS standing,"
            + " count(*) AS received, count(a.award_id) AS awarded, sum(b.asked_pence)::bigint AS asked,"
            + " COALESCE(sum(a.awarded_pence), 0)::bigint AS given";

    private final DataSource source;

    /** Over the live read models. */
    public FigureAnswers(DataSource source) {
        this.source = source;
    }

    @QueryHandler
    CallFigures ofCall(
            FiguresOfCall query, @MetaDataValue(value = QueryDispatcher.ACTOR, required = true) Actor actor) {
        Call call = decided(actor)
                .with("call", query.callId())
                .where("c.call_id = :call")
                .only(COLUMNS, (row, _) -> call(row), "call with a decision");
        List<String> one = List.of(call.callId());
        return new CallFigures(
                call.callId(),
                call.title(),
                call.holder(),
                call.holderName(),
                call.told(),
                call.times(awards(one).getOrDefault(call.callId(), List.of())),
                new EffortFigures(call.effortHours(), call.told() ? reported(call.callId()) : null),
                StandingFigures.of(counted(one).getOrDefault(call.callId(), Map.of())));
    }

    /** The same for everybody: without calls of which the applicants do not know yet what was decided. */
    @QueryHandler
    FunderFigures ofFunder(FiguresOfFunder query) {
        String name = Rows.of(source, "organisation o")
                .with("holder", query.holder())
                .where("o.organisation_id = :holder")
                .only("o.name", (row, _) -> Columns.text(row, "name"), "organisation");
        List<Call> calls = decided(Actor.ANYONE)
                .with("holder", query.holder())
                .where("c.holder = :holder")
                .all(COLUMNS, "d.approved_on DESC, c.call_id", (row, _) -> call(row));
        List<String> ids = calls.stream().map(Call::callId).toList();
        Map<String, List<Paid>> awards = awards(ids);
        Map<String, Map<ByAndForStanding, Counted>> counted = counted(ids);
        List<CallTimes> times = calls.stream()
                .map(call -> new CallTimes(
                        call.callId(), call.title(), call.times(awards.getOrDefault(call.callId(), List.of()))))
                .toList();
        return new FunderFigures(
                query.holder(),
                name,
                Spread.of(new ArrayList<@Nullable Integer>(times.stream()
                        .map(call -> call.times().decisionWorkingDays())
                        .toList())),
                Spread.of(times.stream()
                        .map(call -> call.times().toldWorkingDays())
                        .toList()),
                Spread.of(awards.values().stream()
                        .flatMap(List::stream)
                        .map(Paid::workingDays)
                        .toList()),
                StandingFigures.together(ids.stream()
                        .map(id -> counted.getOrDefault(id, Map.of()))
                        .toList()),
                times);
    }

    private Rows decided(Actor actor) {
        return Rows.of(source, CALLS)
                .with("me", actor.organisationId())
                .where("d.approved_on IS NOT NULL")
                .where(Sight.decisions(actor));
    }

    private record Call(
            String callId,
            String title,
            String holder,
            String holderName,
            boolean told,
            int effortHours,
            LocalDate closedOn,
            LocalDate decideBy,
            LocalDate decidedOn,
            LocalDate tellBy,
            @Nullable LocalDate toldOn) {

        DecisionTimes times(List<Paid> awards) {
            return DecisionTimes.of(closedOn, decideBy, decidedOn, tellBy, toldOn, awards);
        }
    }

    private static Call call(ResultSet row) throws SQLException {
        return new Call(
                Columns.text(row, "call_id"),
                Columns.text(row, "title"),
                Columns.text(row, "holder"),
                Columns.text(row, "holder_name"),
                Columns.word(row, "state", GrantCallState.class) != GrantCallState.DECIDED,
                row.getInt("effort_hours"),
                Columns.day(row, "closed_on"),
                Columns.day(row, "decide_by"),
                Columns.day(row, "approved_on"),
                Columns.day(row, "tell_by"),
                Columns.dayOrNull(row, "informed_on"));
    }

    /** How long bids took that were decided about, by those who said it. */
    private EffortFigures.Reported reported(String callId) {
        return Rows.of(source, "bid b")
                .with("call", callId)
                .where("b.call_id = :call AND b.state IN ('AWARDED', 'RESERVED', 'DECLINED', 'INELIGIBLE')")
                .only(
                        "count(b.hours_reported) AS answers, COALESCE(percentile_disc(0.5) WITHIN GROUP"
                                + " (ORDER BY b.hours_reported), 0) AS half",
                        (row, _) -> new EffortFigures.Reported(row.getInt("answers"), row.getInt("half")),
                        "call");
    }

    /** The awards of calls that did not come to nothing. */
    private Map<String, List<Paid>> awards(List<String> callIds) {
        Map<String, List<Paid>> awards = new HashMap<>();
        if (!callIds.isEmpty()) {
            Rows.of(source, "award a")
                    .with("calls", callIds)
                    .where("a.call_id IN (:calls) AND a.state NOT IN ('DECLINED', 'EXPIRED', 'RESCINDED')")
                    .all(
                            "a.call_id, a.awarded_on, (SELECT min(p.paid_on) FROM payment p"
                                    + " WHERE p.award_id = a.award_id AND p.state = 'PAID') AS first_paid_on",
                            "a.award_id",
                            (row, _) -> awards.computeIfAbsent(Columns.text(row, "call_id"), _ -> new ArrayList<>())
                                    .add(new Paid(
                                            Columns.day(row, "awarded_on"), Columns.dayOrNull(row, "first_paid_on"))));
        }
        return awards;
    }

    /** The bids that were decided about, by the standing of their organisations on the day of the decision. */
    private Map<String, Map<ByAndForStanding, Counted>> counted(List<String> callIds) {
        Map<String, Map<ByAndForStanding, Counted>> counted = new HashMap<>();
        if (!callIds.isEmpty()) {
            Rows.of(source, BIDS)
                    .with("calls", callIds)
                    .where("b.call_id IN (:calls) AND b.state IN ('AWARDED', 'RESERVED', 'DECLINED', 'INELIGIBLE')")
                    .grouped(
                            COUNTED,
                            "b.call_id, standing ORDER BY b.call_id",
                            (row, _) -> counted.computeIfAbsent(
                                            Columns.text(row, "call_id"), _ -> new EnumMap<>(ByAndForStanding.class))
                                    .put(
                                            Columns.word(row, "standing", ByAndForStanding.class),
                                            new Counted(
                                                    row.getLong("received"),
                                                    row.getLong("awarded"),
                                                    row.getLong("asked"),
                                                    row.getLong("given"))));
        }
        return counted;
    }
}
