package org.tallystick.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;
import org.tallystick.history.ProvenanceQuery.Findings;
import org.tallystick.history.ProvenanceQuery.Found;
import org.tallystick.history.ProvenanceQuery.Group;
import org.tallystick.history.ProvenanceQuery.Search;
import org.tallystick.history.ProvenanceQuery.SearchHit;
import org.tallystick.ledger.AccountSearch;
import org.tallystick.platform.Columns;
import org.tallystick.platform.Paged;
import org.tallystick.platform.Rows;

/** Looks everywhere for what somebody typed. Asked by those who see everything. */
public final class SearchAnswers {

    private static final int SHOWN = 10;
    private static final int MOST_OF_A_REFERENCE = 1_000;
    private static final String NO_DETAIL = "''";
    private static final String NO_SUM = "NULL::bigint";
    private static final String NO_DAY = "NULL::date";

    private static final String EVENT = "(SELECT e.aggregate_%s FROM history.event_log l JOIN history.event e"
            + " USING (insertion) WHERE l.position = i.position) AS %s";
    private static final String PAYMENTS =
            "payment p JOIN award a USING (award_id)" + " LEFT JOIN organisation r ON r.organisation_id = a.recipient";
    private static final String OF_REFERENCE =
            "regexp_replace(upper(coalesce(p.bank_reference, ''))," + " '[^A-Z0-9]', '', 'g') IN (:references)";
    private static final String IN_BANK_FILE = "EXISTS (SELECT FROM bank_file_line f WHERE f.award_id = p.award_id"
            + " AND f.instalment = p.instalment AND f.reference IN (:references))";

    private final DataSource source;
    private final AccountSearch accounts;

    /** Over the live read models and the history. */
    public SearchAnswers(DataSource source) {
        this.source = source;
        this.accounts = new AccountSearch(source);
    }

    @QueryHandler
    Findings search(Search query) {
        SearchedFor wanted = SearchedFor.of(query.q());
        List<Group> groups = new ArrayList<>();
        groups.add(payments(wanted));
        groups.add(events(wanted));
        List<SearchHit> named = accounts.named(wanted.text());
        groups.add(new Group(Found.ACCOUNT, named.size(), named));
        groups.add(organisations(wanted));
        groups.add(people(wanted));
        addTitled(wanted, groups);
        return new Findings(
                wanted, groups.stream().filter(group -> group.total() > 0).toList());
    }

    private void addTitled(SearchedFor wanted, List<Group> groups) {
        groups.add(titled(Found.FUND, "fund f", "f.fund_id", "f.name", NO_DETAIL, NO_SUM, "f.opened_on", wanted));
        groups.add(titled(
                Found.CALL,
                "grant_call c LEFT JOIN organisation h ON h.organisation_id = c.holder",
                "c.call_id",
                "c.title",
                "COALESCE(h.name, c.holder)",
                "c.envelope_pence",
                NO_DAY,
                wanted));
        groups.add(titled(
                Found.AWARD,
                "award a LEFT JOIN organisation r ON r.organisation_id = a.recipient",
                "a.award_id",
                "a.title",
                "COALESCE(r.name, a.recipient)",
                "a.awarded_pence",
                "a.awarded_on",
                wanted));
        groups.add(titled(
                Found.BID,
                "bid b LEFT JOIN organisation o ON o.organisation_id = b.applicant",
                "b.bid_id",
                "b.title",
                "COALESCE(o.name, b.applicant)",
                "b.asked_pence",
                NO_DAY,
                wanted));
    }

    private Group events(SearchedFor wanted) {
        List<String> ways = new ArrayList<>();
        Rows rows = Rows.of(source, "event_index i");
        if (wanted.position() != null) {
            rows.with("position", wanted.position());
            ways.add("i.position = :position");
        }
        if (wanted.amountPence() != null && wanted.amountPence() > 0) {
            rows.with("pence", wanted.amountPence());
            ways.add("(i.amount_pence > 0 AND i.amount_pence = :pence)");
        }
        if (!wanted.eventId().isEmpty()) {
            rows.with("event", UUID.fromString(wanted.eventId()));
            ways.add("i.event_id = :event");
        }
        if (!wanted.leafHash().isEmpty()) {
            rows.with("hash", HexFormat.of().parseHex(wanted.leafHash()));
            ways.add("i.leaf_hash = :hash");
        }
        List<Long> referred = referred(wanted);
        if (!referred.isEmpty()) {
            rows.with("referred", referred);
            ways.add("i.position IN (:referred)");
        }
        if (wanted.from() != null && wanted.until() != null) {
            rows.with("from", wanted.from()).with("until", wanted.until());
            ways.add("i.effective_on BETWEEN :from AND :until");
        }
        if (ways.isEmpty()) {
            return new Group(Found.EVENT, 0, List.of());
        }
        return group(
                Found.EVENT,
                rows.where("(" + String.join(" OR ", ways) + ")"),
                EVENT.formatted("id", "id") + ", " + EVENT.formatted("type", "detail")
                        + ", i.type AS name, i.position, NULLIF(i.amount_pence, 0) AS pence, i.effective_on AS day",
                "i.position DESC");
    }

    /** Looked up first: as a part of the other ways it would keep them from their indexes. */
    private List<Long> referred(SearchedFor wanted) {
        return wanted.references().isEmpty()
                ? List.of()
                : Rows.of(source, "event_reference")
                        .with("references", wanted.references())
                        .where("reference IN (:references)")
                        .all(
                                "position",
                                "position DESC LIMIT " + MOST_OF_A_REFERENCE,
                                (row, _) -> row.getLong("position"));
    }

    private Group payments(SearchedFor wanted) {
        List<String> ways = new ArrayList<>();
        Rows rows = Rows.of(source, PAYMENTS);
        if (!wanted.references().isEmpty()) {
            rows.with("references", wanted.references());
            ways.add(OF_REFERENCE);
            ways.add(IN_BANK_FILE);
        }
        if (wanted.amountPence() != null) {
            rows.with("pence", wanted.amountPence());
            ways.add("p.amount_pence = :pence");
        }
        if (ways.isEmpty()) {
            return new Group(Found.PAYMENT, 0, List.of());
        }
        return group(
                Found.PAYMENT,
                rows.where("(" + String.join(" OR ", ways) + ")"),
                "p.award_id AS id, a.title || ', ' || COALESCE(r.name, a.recipient) AS name,"
                        + " p.instalment::text AS detail, NULL::bigint AS position, p.amount_pence AS pence,"
                        + " COALESCE(p.paid_on, p.due_on) AS day",
                "p.due_on DESC, p.award_id, p.instalment");
    }

    private Group organisations(SearchedFor wanted) {
        return group(
                Found.ORGANISATION,
                Rows.of(source, "organisation o")
                        .with("text", wanted.text())
                        .where("(o.organisation_id IN (SELECT organisation_id FROM organisation_identifier"
                                + " WHERE upper(identifier) = upper(:text)) OR " + like("o.name") + ")"),
                "o.organisation_id AS id, o.name, o.place AS detail, NULL::bigint AS position, NULL::bigint AS pence,"
                        + " NULL::date AS day",
                "word_similarity(:text, o.name) DESC, similarity(:text, o.name) DESC, o.name, o.organisation_id");
    }

    /** People are known here by their ids only. */
    private Group people(SearchedFor wanted) {
        return group(
                Found.PERSON,
                Rows.of(
                                source,
                                "(SELECT person_id FROM person_role WHERE position(lower(:text) IN lower(person_id)) > 0"
                                        + " UNION SELECT :text WHERE EXISTS (SELECT FROM event_subject"
                                        + " WHERE subject = 'PERSON' AND subject_id = :text)) p")
                        .with("text", wanted.text()),
                "p.person_id AS id, p.person_id AS name, COALESCE((SELECT string_agg(DISTINCT o.name, ', ')"
                        + " FROM person_role q JOIN organisation o USING (organisation_id)"
                        + " WHERE q.person_id = p.person_id), '') AS detail, NULL::bigint AS position,"
                        + " NULL::bigint AS pence, NULL::date AS day",
                "p.person_id");
    }

    /** What has an id and a title, by either, or by a sum that is its own. */
    private Group titled(
            Found kind,
            String from,
            String id,
            String title,
            String detail,
            String pence,
            String day,
            SearchedFor wanted) {
        Rows rows = Rows.of(source, from).with("text", wanted.text());
        String sum = "";
        if (wanted.amountPence() != null) {
            rows.with("pence", wanted.amountPence());
            sum = " OR " + pence + " = :pence";
        }
        return group(
                kind,
                rows.where("(" + id + " = :text OR " + like(title) + sum + ")"),
                id + " AS id, " + title + " AS name, " + detail + " AS detail, NULL::bigint AS position, " + pence
                        + " AS pence, " + day + " AS day",
                "(" + id + " = :text) DESC, word_similarity(:text, " + title + ") DESC, " + title + ", " + id);
    }

    private static String like(String name) {
        return "(position(lower(:text) IN lower(" + name + ")) > 0 OR word_similarity(:text, " + name + ") >= 0.45)";
    }

    private static Group group(Found kind, Rows rows, String columns, String order) {
        Paged<SearchHit> found = rows.page(columns, order, new Paged.Request(1, SHOWN), (row, _) -> {
            long position = row.getLong("position");
            Long pence = row.getObject("pence", Long.class);
            LocalDate day = Columns.dayOrNull(row, "day");
            return new SearchHit(
                    Columns.text(row, "id"),
                    Columns.text(row, "name"),
                    Columns.text(row, "detail"),
                    position == 0 ? null : Long.valueOf(position),
                    pence,
                    day);
        });
        return new Group(kind, found.total(), found.items());
    }
}
