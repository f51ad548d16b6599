package org.tallystick.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.tallystick.platform.Access;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Columns;
import org.tallystick.platform.Json;
import org.tallystick.platform.Paged;
import org.tallystick.platform.QueryDispatcher;
import org.tallystick.platform.Role;
import org.tallystick.platform.Rows;
import org.tallystick.platform.Sight;
import org.tallystick.platform.UkTime;
import org.tallystick.registry.OrganisationQuery.Assessor;
import org.tallystick.registry.OrganisationQuery.Assessors;
import org.tallystick.registry.OrganisationQuery.BankView;
import org.tallystick.registry.OrganisationQuery.CostProfileView;
import org.tallystick.registry.OrganisationQuery.DelegatedLimit;
import org.tallystick.registry.OrganisationQuery.OneOrganisation;
import org.tallystick.registry.OrganisationQuery.OrganisationSummary;
import org.tallystick.registry.OrganisationQuery.OrganisationView;
import org.tallystick.registry.OrganisationQuery.Organisations;
import org.tallystick.registry.OrganisationQuery.PersonRole;
import org.tallystick.registry.OrganisationQuery.StandingView;
import org.tallystick.registry.OrganisationQuery.WaitingBank;

/** Answers about the registry. The entry itself is public; people, limits, bank details and costs are not. */
public final class RegistryAnswers {

    /** A name this similar to what was typed is offered; 1 is the same. */
    private static final double SIMILAR = 0.45;

    private static final int EXPIRES_SOON_MONTHS = 3;

    private static final String IS_BY_AND_FOR = ByAndFor.holds("o");
    private static final String SUMMARY = "o.organisation_id, o.name, o.kind, o.state, o.place, COALESCE("
            + IS_BY_AND_FOR + ", false) AS by_and_for,"
            + " (SELECT count(*) FROM award a WHERE a.recipient = o.organisation_id"
            + " AND a.state NOT IN ('DECLINED', 'EXPIRED', 'RESCINDED') AND " + Sight.TOLD + ") AS awards,"
            + " (SELECT COALESCE(sum(awarded_pence), 0) FROM award a WHERE a.recipient = o.organisation_id"
            + " AND a.state NOT IN ('DECLINED', 'EXPIRED', 'RESCINDED') AND " + Sight.TOLD
            + ")::bigint AS awarded_pence";
    private static final String SEARCHED = "(o.organisation_id IN (SELECT organisation_id"
            + " FROM organisation_identifier WHERE upper(identifier) = upper(:search))"
            + " OR position(lower(:search) IN lower(o.name)) > 0 OR word_similarity(:search, o.name) >= " + SIMILAR
            + ")";
    private static final String BY_RELEVANCE = "EXISTS (SELECT FROM organisation_identifier i"
            + " WHERE i.organisation_id = o.organisation_id AND upper(identifier) = upper(:search)) DESC,"
            + " word_similarity(:search, o.name) DESC, similarity(:search, o.name) DESC, o.name, o.organisation_id";

    private final DataSource source;
    private final Clock clock;

    /** Over the live read models. */
    public RegistryAnswers(DataSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    @QueryHandler
    Paged<OrganisationSummary> organisations(Organisations query) {
        boolean searched = query.search() != null && !query.search().isBlank();
        Rows rows = Rows.of(source, "organisation o")
                .with("today", today())
                .whereGiven(SEARCHED, "search", query.search())
                .whereGiven("o.kind = :kind", "kind", query.kind())
                .whereGiven("o.state = :state", "state", query.state());
        if (query.byAndForOnly()) {
            rows.where(IS_BY_AND_FOR);
        }
        return rows.page(
                SUMMARY,
                searched ? BY_RELEVANCE : "lower(o.name), o.organisation_id",
                new Paged.Request(query.page(), query.size()),
                (row, _) -> summary(row));
    }

    @QueryHandler
    OrganisationView organisation(
            OneOrganisation query, @MetaDataValue(value = QueryDispatcher.ACTOR, required = true) Actor actor) {
        // By any of its identifiers.
        return Rows.of(source, "organisation o")
                .with("today", today())
                .with("id", query.organisationId())
                .where("o.organisation_id IN (SELECT organisation_id FROM organisation_identifier"
                        + " WHERE identifier = :id)")
                .only("o.*, " + SUMMARY, (row, _) -> view(row, actor), "organisation");
    }

    @QueryHandler
    Paged<Assessor> assessors(
            Assessors query, @MetaDataValue(value = QueryDispatcher.ACTOR, required = true) Actor actor) {
        return Rows.of(source, "person_role p JOIN organisation o USING (organisation_id)")
                .with("me", actor.organisationId())
                .where("p.role = 'ASSESSOR'")
                .where("o.state = 'REGISTERED'")
                .page(
                        "p.person_id, o.organisation_id, o.name",
                        "(o.organisation_id = :me) DESC, lower(o.name), o.organisation_id, p.person_id",
                        new Paged.Request(query.page(), query.size()),
                        (row, _) -> new Assessor(
                                Columns.text(row, "person_id"),
                                Columns.text(row, "organisation_id"),
                                Columns.text(row, "name")));
    }

    private OrganisationView view(ResultSet row, Actor actor) throws SQLException {
        OrganisationSummary summary = summary(row);
        String id = summary.organisationId();
        boolean own = actor.actsFor(id);
        boolean people = own || Sight.ofEverything(actor);
        boolean bank = own || actor.role() == Role.PAYER || actor.role() == Role.COMMISSIONER;
        boolean costs = people || Sight.ofFunds(actor);
        boolean stopped = summary.state() == OrganisationState.SUSPENDED || summary.state() == OrganisationState.CLOSED;
        return new OrganisationView(
                summary,
                costs && stopped ? Columns.text(row, "state_reason") : "",
                part("organisation_identifier", id)
                        .all("identifier", "position, identifier", (r, _) -> Columns.text(r, "identifier")),
                people ? people(id) : List.of(),
                people ? limits(id) : List.of(),
                bank ? bank(row, actor) : null,
                standing(row, actor.role() != Role.PUBLIC, costs),
                costs ? costProfiles(id) : List.of());
    }

    private List<PersonRole> people(String id) {
        return part("person_role", id)
                .all(
                        "person_id, role",
                        "person_id, role",
                        (row, _) ->
                                new PersonRole(Columns.text(row, "person_id"), Columns.word(row, "role", Role.class)));
    }

    private List<DelegatedLimit> limits(String id) {
        return part("delegated_limit", id)
                .all(
                        "*",
                        "position",
                        (row, _) -> new DelegatedLimit(
                                Columns.text(row, "person_id"),
                                row.getLong("limit_pence"),
                                Columns.day(row, "valid_from"),
                                Columns.dayOrNull(row, "valid_until")));
    }

    private List<CostProfileView> costProfiles(String id) {
        return part("cost_profile", id)
                .all(
                        "*",
                        "financial_year DESC, version DESC",
                        (row, _) -> new CostProfileView(
                                Json.mapper().readValue(row.getString("profile"), CostProfile.class),
                                row.getInt("version"),
                                Columns.instant(row, "recorded_at")));
    }

    private Rows part(String table, String id) {
        return Rows.of(source, table).with("id", id).where("organisation_id = :id");
    }

    private static @Nullable BankView bank(ResultSet row, Actor actor) throws SQLException {
        boolean holds = row.getString("bank_account_number") != null;
        boolean waiting = row.getString("waiting_account_number") != null;
        if (!holds && !waiting) {
            return null;
        }
        BankDetails details = details(row, holds ? "bank_" : "waiting_");
        return new BankView(
                details.accountName(),
                details.sortCode(),
                actor.role() == Role.PAYER ? details.accountNumber() : details.maskedAccountNumber(),
                holds ? row.getString("bank_confirmed_by") : null,
                row.getString("waiting_proposed_by"),
                waiting,
                waiting ? waiting(row, actor) : null);
    }

    private static WaitingBank waiting(ResultSet row, Actor actor) throws SQLException {
        BankDetails details = details(row, "waiting_");
        String proposedBy = Columns.text(row, "waiting_proposed_by");
        boolean inFull =
                Access.rolesOf(OrganisationCommand.ConfirmBankDetails.class).contains(actor.role())
                        && !actor.personId().equals(proposedBy);
        return new WaitingBank(
                details.accountName(),
                inFull ? details.sortCode() : details.maskedSortCode(),
                inFull ? details.accountNumber() : details.maskedAccountNumber(),
                proposedBy,
                Columns.day(row, "waiting_since"));
    }

    private static BankDetails details(ResultSet row, String which) throws SQLException {
        return new BankDetails(
                Columns.text(row, which + "account_name"),
                Columns.text(row, which + "sort_code"),
                Columns.text(row, which + "account_number"));
    }

    private @Nullable StandingView standing(ResultSet row, boolean withEvidence, boolean withReason)
            throws SQLException {
        String claim = row.getString("standing_claim");
        if (claim == null) {
            return null;
        }
        StandingState state = Columns.word(row, "standing_state", StandingState.class);
        LocalDate until = Columns.dayOrNull(row, "standing_until");
        boolean expired = until != null && until.isBefore(today());
        boolean doubted = state == StandingState.REFUSED || state == StandingState.CHALLENGED;
        boolean soon = !expired && until != null && !until.isAfter(today().plusMonths(EXPIRES_SOON_MONTHS));
        return new StandingView(
                Json.mapper().readValue(claim, ByAndForClaim.class),
                state,
                withReason && doubted ? Columns.text(row, "standing_reason") : "",
                withEvidence ? Columns.text(row, "standing_evidence") : "",
                Columns.dayOrNull(row, "standing_from"),
                until,
                soon,
                expired);
    }

    private static OrganisationSummary summary(ResultSet row) throws SQLException {
        return new OrganisationSummary(
                Columns.text(row, "organisation_id"),
                Columns.text(row, "name"),
                Columns.word(row, "kind", OrganisationKind.class),
                Columns.word(row, "state", OrganisationState.class),
                Columns.text(row, "place"),
                row.getBoolean("by_and_for"),
                row.getLong("awards"),
                row.getLong("awarded_pence"));
    }

    private LocalDate today() {
        return UkTime.dayOf(clock.instant());
    }
}
