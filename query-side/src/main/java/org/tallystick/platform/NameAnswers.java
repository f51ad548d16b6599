package org.tallystick.platform;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.tallystick.platform.NameQuery.Kind;
import org.tallystick.platform.NameQuery.Named;
import org.tallystick.platform.NameQuery.Names;
import org.tallystick.platform.NameQuery.NamesOf;

/**
 * What ids are called, as far as the asker may see it. Organisations are public; an award is named to those who see it,
 * and so is the fund it comes from, since every award names its fund; announced calls are public.
 */
public final class NameAnswers {

    private final DataSource source;

    /** Over the live read models. */
    public NameAnswers(DataSource source) {
        this.source = source;
    }

    @QueryHandler
    Names names(NamesOf query, @MetaDataValue(value = QueryDispatcher.ACTOR, required = true) Actor actor) {
        return of(query.ids(), actor);
    }

    /** The same for any number of ids. */
    public Names of(Collection<String> ids, Actor actor) {
        if (ids.isEmpty()) {
            return Names.NONE;
        }
        String awards = Sight.awards(actor, "a.fund_id", "a.recipient");
        List<Named> names = new ArrayList<>();
        names.addAll(found(
                Kind.ORGANISATION,
                rows("organisation o", ids, actor).where("o.organisation_id IN (:ids)"),
                "o.organisation_id AS id, o.name, NULL AS recipient"));
        names.addAll(found(
                Kind.FUND,
                rows("fund f", ids, actor)
                        .where("f.fund_id IN (:ids)")
                        .where("(" + Sight.funds(actor, "f.fund_id")
                                + " OR EXISTS (SELECT FROM award a WHERE a.fund_id = f.fund_id AND " + awards
                                + "))"),
                "f.fund_id AS id, f.name, NULL AS recipient"));
        names.addAll(found(
                Kind.AWARD,
                rows("award a LEFT JOIN organisation r ON r.organisation_id = a.recipient", ids, actor)
                        .where("a.award_id IN (:ids)")
                        .where(awards),
                "a.award_id AS id, a.title AS name, COALESCE(r.name, a.recipient) AS recipient"));
        names.addAll(found(
                Kind.CALL,
                rows("grant_call c", ids, actor)
                        .where("c.call_id IN (:ids)")
                        .where(Sight.calls(actor, "c.announced", "c.holder")),
                "c.call_id AS id, c.title AS name, NULL AS recipient"));
        return new Names(names);
    }

    private Rows rows(String from, Collection<String> ids, Actor actor) {
        return Rows.of(source, from).with("ids", Set.copyOf(ids)).with("me", actor.organisationId());
    }

    private static List<Named> found(Kind kind, Rows rows, String columns) {
        return rows.all(
                columns,
                "1",
                (row, _) -> new Named(
                        kind, Columns.text(row, "id"), Columns.text(row, "name"), Columns.text(row, "recipient")));
    }
}
