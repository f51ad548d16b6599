package org.tallystick.ledger;

import java.util.List;
import javax.sql.DataSource;
import org.tallystick.ledger.LedgerQuery.AccountBalance;
import org.tallystick.ledger.LedgerQuery.JournalLine;
import org.tallystick.ledger.LedgerQuery.Statement;
import org.tallystick.ledger.LedgerQuery.StatementView;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Columns;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.NameAnswers;
import org.tallystick.platform.Paged;
import org.tallystick.platform.Rows;
import org.tallystick.platform.Sight;

/**
 * Statements, cut to what the asker may see: an applicant's own money, a public body's own funds and those it gives to,
 * everything for auditors.
 */
final class Statements {

    private static final String OWN_AWARDS = "((p.organisation_id = :me OR p.contributor = :me"
            + " OR p.award_id IN (SELECT award_id FROM award WHERE recipient = :me)) AND NOT EXISTS"
            + " (SELECT FROM award a WHERE a.award_id = p.award_id AND NOT " + Sight.TOLD + "))";
    /** A gap names the organisation that is to carry it, which gave no money. */
    private static final String NO_MEMO = "p.debit_account NOT LIKE 'gap:%' AND p.debit_account NOT LIKE 'unfunded:%'";

    private static final String SIDES = "posting p CROSS JOIN LATERAL (VALUES (p.debit_account, p.amount_pence),"
            + " (p.credit_account, -p.amount_pence)) side (account, pence)";

    private final DataSource source;
    private final LedgerReach reach;
    private final NameAnswers names;

    Statements(DataSource source, LedgerReach reach, NameAnswers names) {
        this.source = source;
        this.reach = reach;
        this.names = names;
    }

    StatementView of(Statement query, Actor actor) {
        long position = reach.of(query.at(), LedgerReach.field(query.position()));
        String title = title(query, actor);
        Paged<JournalLine> lines = covered("posting p", query, actor, position)
                .page(
                        "p.*",
                        "p.effective_on, p.position, p.line",
                        new Paged.Request(query.page(), query.size()),
                        (row, _) -> JournalRow.line(row));
        List<AccountBalance> accounts = covered(SIDES, query, actor, position)
                .grouped(
                        "account, sum(pence)::bigint AS net",
                        "account HAVING sum(pence) <> 0 ORDER BY account COLLATE \"C\"",
                        (row, _) -> TrialBalances.balance(row));
        return new StatementView(
                query.subject(),
                query.id(),
                title,
                position,
                TrialBalances.ofMoney(accounts),
                TrialBalances.beside(accounts),
                new Paged<>(
                        LedgerAnswers.named(lines.items(), names, actor), lines.total(), lines.page(), lines.size()),
                about("posting p", query, actor)
                        .grouped(
                                "financial_year",
                                "financial_year ORDER BY 1",
                                (row, _) -> Columns.year(row, "financial_year")),
                about("posting p", query, actor)
                        .grouped(
                                "restriction", "restriction ORDER BY 1", (row, _) -> Columns.text(row, "restriction")));
    }

    private Rows covered(String from, Statement query, Actor actor, long position) {
        FinancialYear year = query.financialYear();
        return about(from, query, actor)
                .with("position", position)
                .where("p.position <= :position")
                .whereGiven("p.financial_year = :year", "year", year == null ? null : year.toString())
                .whereGiven("p.restriction = :restriction", "restriction", query.restriction())
                .whereGiven("p.effective_on <= :date", "date", query.at().effective());
    }

    /** All lines about the subject that the asker may see, whatever their time. */
    private Rows about(String from, Statement query, Actor actor) {
        Rows rows = Rows.of(source, from).with("me", actor.organisationId()).with("id", query.id());
        if (!Sight.ofEverything(actor)) {
            rows.where(Sight.ofApplicant(actor) ? OWN_AWARDS : Sight.funds(actor, "p.fund_id"));
        }
        return switch (query.subject()) {
            case FUND -> rows.where("p.fund_id = :id");
            case AWARD -> rows.where("p.award_id = :id");
            case ORGANISATION -> rows.where("p.organisation_id = :id");
            case CONTRIBUTOR -> rows.where("p.contributor = :id AND " + NO_MEMO);
            case ACCOUNT -> account(rows, query.id());
        };
    }

    private static Rows account(Rows rows, String account) {
        AccountKind kind = AccountKind.of(account);
        if (kind == null) {
            throw Rows.notFound("account");
        }
        // The first condition is what there is an index for.
        return rows.with("subject", AccountKind.subjectOf(account))
                .where("p." + kind.column() + " = :subject AND (p.debit_account = :id OR p.credit_account = :id)");
    }

    private String title(Statement query, Actor actor) {
        String id = query.id();
        return switch (query.subject()) {
            case FUND -> {
                if (Sight.ofApplicant(actor)) {
                    throw Rows.notFound("fund");
                }
                yield name(rows("fund f", "f.fund_id", id, actor).where(Sight.funds(actor, "f.fund_id")), "fund");
            }
            case AWARD ->
                title(rows("award a", "a.award_id", id, actor)
                        .where(Sight.awardsInFull(actor, "a.fund_id", "a.recipient")));
            case ORGANISATION, CONTRIBUTOR -> {
                if (Sight.ofApplicant(actor) && !actor.actsFor(id)) {
                    throw Rows.notFound("organisation");
                }
                yield name(rows("organisation o", "o.organisation_id", id, actor), "organisation");
            }
            case ACCOUNT -> {
                requireSeen(query, actor);
                yield id;
            }
        };
    }

    /** An account is known by its postings only: one without any that the asker may see does not exist for them. */
    private void requireSeen(Statement query, Actor actor) {
        if (about("posting p", query, actor).count() == 0) {
            throw Rows.notFound("account");
        }
    }

    private Rows rows(String table, String column, String id, Actor actor) {
        return Rows.of(source, table)
                .with("me", actor.organisationId())
                .with("id", id)
                .where(column + " = :id");
    }

    private static String name(Rows rows, String what) {
        return rows.only("name", (row, _) -> Columns.text(row, "name"), what);
    }

    private static String title(Rows rows) {
        return rows.only("title", (row, _) -> Columns.text(row, "title"), "award");
    }
}
