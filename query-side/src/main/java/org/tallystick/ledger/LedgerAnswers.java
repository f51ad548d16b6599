package org.tallystick.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.tallystick.ledger.LedgerQuery.Export;
import org.tallystick.ledger.LedgerQuery.JournalLine;
import org.tallystick.ledger.LedgerQuery.PostingsOf;
import org.tallystick.ledger.LedgerQuery.Statement;
import org.tallystick.ledger.LedgerQuery.StatementView;
import org.tallystick.ledger.LedgerQuery.TrialBalance;
import org.tallystick.ledger.LedgerQuery.TrialBalanceAt;
import org.tallystick.platform.Actor;
import org.tallystick.platform.NameAnswers;
import org.tallystick.platform.NameQuery.Names;
import org.tallystick.platform.QueryDispatcher;
import org.tallystick.platform.Rows;
import org.tallystick.platform.StreamedQuery;

/** Answers about the live ledger. */
public final class LedgerAnswers {

    private final DataSource source;
    private final TrialBalances balances;
    private final Statements statements;
    private final LedgerReach reach;
    private final NameAnswers names;

    /** Over the live read models. */
    public LedgerAnswers(DataSource source) {
        this.source = source;
        this.names = new NameAnswers(source);
        this.balances = new TrialBalances(source);
        this.reach = new LedgerReach(source);
        this.statements = new Statements(source, reach, names);
    }

    @QueryHandler
    TrialBalance trialBalance(TrialBalanceAt query) {
        return balances.at(query);
    }

    @QueryHandler
    StatementView statement(
            Statement query, @MetaDataValue(value = QueryDispatcher.ACTOR, required = true) Actor actor) {
        return statements.of(query, actor);
    }

    @QueryHandler
    List<JournalLine> postings(
            PostingsOf query, @MetaDataValue(value = QueryDispatcher.ACTOR, required = true) Actor actor) {
        reach.position(query.eventPosition());
        return named(
                Rows.of(source, "posting p")
                        .with("position", query.eventPosition())
                        .where("p.position = :position")
                        .all("p.*", "line", (row, _) -> JournalRow.line(row)),
                names,
                actor);
    }

    /** Lines with names in their sentences, as far as the asker may see them. */
    static List<JournalLine> named(List<JournalLine> lines, NameAnswers names, Actor actor) {
        Names known = names.of(lines.stream().flatMap(JournalLine::ids).toList(), actor);
        return lines.stream().map(line -> line.named(known)).toList();
    }

    @QueryHandler
    StreamedQuery.Written export(
            Export query, @MetaDataValue(value = QueryDispatcher.OUT, required = true) OutputStream out)
            throws IOException {
        long position = reach.of(query.at(), LedgerReach.field(query.position()));
        Journal journal = new Journal(source);
        try (JournalFile file = JournalFile.of(query.format(), out)) {
            journal.read(position, query.at().effective(), null, file);
        }
        return new StreamedQuery.Written();
    }
}
