package org.tallystick.call;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.tallystick.call.CallFit.Facts;
import org.tallystick.call.GrantCallQuery.FittingCall;
import org.tallystick.call.GrantCallQuery.FittingCalls;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Columns;
import org.tallystick.platform.Json;
import org.tallystick.platform.Paged;
import org.tallystick.platform.QueryDispatcher;
import org.tallystick.platform.Rows;
import org.tallystick.platform.UkTime;
import org.tallystick.registry.ByAndFor;
import org.tallystick.registry.ByAndForStanding;
import org.tallystick.registry.CostProfile;
import org.tallystick.registry.OrganisationKind;
import org.tallystick.registry.OrganisationState;

/** Which open calls are for the asker's organisation, and why. */
public final class FitAnswers {

    private static final String OURS = "organisation o LEFT JOIN LATERAL (SELECT c.profile FROM cost_profile c"
            + " WHERE c.organisation_id = o.organisation_id ORDER BY c.financial_year DESC, c.version DESC LIMIT 1) p"
            + " ON true";

    private final DataSource source;
    private final Clock clock;

    /** Over the live read models. */
    public FitAnswers(DataSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    @QueryHandler
    Paged<FittingCall> fitting(
            FittingCalls query, @MetaDataValue(value = QueryDispatcher.ACTOR, required = true) Actor actor) {
        Paged.Request request = new Paged.Request(query.page(), query.size());
        LocalDate today = UkTime.dayOf(clock.instant());
        Facts facts = facts(actor.organisationId(), today);
        List<FittingCall> all = Rows.of(source, CallAnswers.CALLS)
                .where("c.state = 'OPEN'")
                .all(CallAnswers.COLUMNS, "c.closes_at, c.call_id", (row, _) -> fitting(row, facts, today))
                .stream()
                .sorted(Comparator.comparing((FittingCall call) -> call.fit().verdict()))
                .toList();
        return new Paged<>(
                all.stream().skip(request.offset()).limit(request.size()).toList(),
                all.size(),
                request.page(),
                request.size());
    }

    private static FittingCall fitting(ResultSet row, Facts facts, LocalDate today) throws SQLException {
        CallTerms terms = Json.mapper().readValue(row.getString("terms"), CallTerms.class);
        return new FittingCall(CallAnswers.summary(row), Effort.of(terms).hours(), CallFit.of(terms, facts, today));
    }

    /** An organisation that has no entry yet is one that has not been registered. */
    private Facts facts(String organisationId, LocalDate today) {
        return Rows.of(source, OURS)
                .with("me", organisationId)
                .with("day", today)
                .where("o.organisation_id = :me")
                .one(
                        "o.kind, o.state, o.place, o.standing_until, p.profile, "
                                + ByAndFor.on("o.organisation_id", ":day") + " AS standing",
                        (row, _) -> facts(row))
                .orElse(new Facts(
                        OrganisationKind.VOLUNTARY_ORGANISATION,
                        OrganisationState.APPLIED,
                        "",
                        ByAndForStanding.NONE,
                        null,
                        null));
    }

    private static Facts facts(ResultSet row) throws SQLException {
        String profile = row.getString("profile");
        return new Facts(
                Columns.word(row, "kind", OrganisationKind.class),
                Columns.word(row, "state", OrganisationState.class),
                Columns.text(row, "place"),
                Columns.word(row, "standing", ByAndForStanding.class),
                Columns.dayOrNull(row, "standing_until"),
                profile == null
                        ? null
                        : Json.mapper().readValue(profile, CostProfile.class).runningCostPence());
    }
}
