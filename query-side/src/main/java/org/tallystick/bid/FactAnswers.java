package org.tallystick.bid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.tallystick.bid.BidQuery.EarlierAnswer;
import org.tallystick.bid.BidQuery.Facts;
import org.tallystick.bid.BidQuery.OfferedFacts;
import org.tallystick.call.CallTerms;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Columns;
import org.tallystick.platform.Json;
import org.tallystick.platform.QueryDispatcher;
import org.tallystick.platform.Rows;
import org.tallystick.registry.CostProfile;
import org.tallystick.registry.OrganisationQuery.CostProfileView;

/** What is known already of an organisation that writes a bid: from the registry, and from its other bids. */
public final class FactAnswers {

    private static final String PARTS = "bid_part p JOIN bid b USING (bid_id) JOIN grant_call c USING (call_id)";

    private final DataSource source;

    /** Over the live read models. */
    public FactAnswers(DataSource source) {
        this.source = source;
    }

    @QueryHandler
    Facts facts(OfferedFacts query, @MetaDataValue(value = QueryDispatcher.ACTOR, required = true) Actor actor) {
        CallTerms terms = BidSight.one(source, actor, query.bidId())
                .only("c.terms", (row, _) -> Json.mapper().readValue(row.getString("terms"), CallTerms.class), "bid");
        return new Facts(
                costProfiles(actor.organisationId()),
                last(query.bidId(), actor, BidPart.PROJECT, Project.class).orElse(null),
                last(query.bidId(), actor, BidPart.BUDGET, Budget.class).orElse(null),
                answers(query.bidId(), actor, terms));
    }

    private List<CostProfileView> costProfiles(String organisationId) {
        return Rows.of(source, "cost_profile p")
                .with("id", organisationId)
                .where("p.organisation_id = :id")
                .all(
                        "p.*",
                        "p.financial_year DESC, p.version DESC",
                        (row, _) -> new CostProfileView(
                                Json.mapper().readValue(row.getString("profile"), CostProfile.class),
                                row.getInt("version"),
                                Columns.instant(row, "recorded_at")));
    }

    private <T> Optional<T> last(String bidId, Actor actor, BidPart part, Class<T> type) {
        return others(bidId, actor, part)
                .all("p.content", "p.saved_at DESC", (row, _) -> Columns.text(row, "content"))
                .stream()
                .findFirst()
                .map(content -> Json.mapper().readValue(content, type));
    }

    private List<EarlierAnswer> answers(String bidId, Actor actor, CallTerms terms) {
        List<String> asked =
                terms.questions().stream().map(CallTerms.Question::text).toList();
        return others(bidId, actor, BidPart.QUESTION)
                .with("asked", asked)
                .where("p.question IN (:asked) AND p.content <> ''")
                .all("p.*, c.title AS call_title", "p.saved_at DESC", (row, _) -> answer(row));
    }

    private Rows others(String bidId, Actor actor, BidPart part) {
        return Rows.of(source, PARTS)
                .with("me", actor.organisationId())
                .with("bid", bidId)
                .with("part", part.name())
                .where("b.applicant = :me AND b.bid_id <> :bid AND p.part = :part");
    }

    private static EarlierAnswer answer(ResultSet row) throws SQLException {
        return new EarlierAnswer(
                Columns.text(row, "question"),
                Columns.text(row, "content"),
                Columns.text(row, "bid_id"),
                Columns.text(row, "call_title"),
                Columns.instant(row, "saved_at"));
    }
}
