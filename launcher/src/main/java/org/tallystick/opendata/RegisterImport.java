package org.tallystick.opendata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Command;
import org.tallystick.platform.CommandBatches;
import org.tallystick.platform.CommandBatches.Outcome;
import org.tallystick.platform.CommandBatches.Sending;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;

/**
 * Takes a register in, a hundred rows at a time, and reports each row that was not taken. May be stopped or killed at
 * any moment and run again: what is there already is not entered twice.
 */
final class RegisterImport {

    /** Enough to share a flush and a reading of the fund; few enough to stop within a moment. */
    private static final int ROWS_AT_ONCE = 100;

    private final CommandBatches commands;
    private final GrantCommands grants;
    private final ReadingReport report;
    private @Nullable Command last;

    RegisterImport(CommandBatches commands, String file, ReadingReport report) {
        this.commands = commands;
        this.grants = new GrantCommands(file);
        this.report = report;
    }

    /**
     * Reads to the end, or until it is time to stop.
     *
     * @param progress told the rows read so far, now and then
     * @return whether the end was reached
     * @throws UnreadableRegister where the file breaks off; what came before it is in
     */
    boolean run(PublishedGrants register, BooleanSupplier stopping, LongConsumer progress) {
        List<RegisterRow> rows = new ArrayList<>(ROWS_AT_ONCE);
        try {
            while (!stopping.getAsBoolean() && register.hasNext()) {
                rows.add(register.next());
                if (rows.size() == ROWS_AT_ONCE) {
                    take(rows);
                    rows.clear();
                    progress.accept(report.counts().rowsRead());
                }
            }
            return !stopping.getAsBoolean();
        } finally {
            take(rows);
            if (last != null) {
                commands.awaitSequenced(last);
            }
        }
    }

    private void take(List<RegisterRow> rows) {
        Map<Long, Object> answers = new HashMap<>();
        List<PublishedGrant> sent = new ArrayList<>();
        List<Sending> sendings = new ArrayList<>();
        for (RegisterRow row : rows) {
            if (row instanceof PublishedGrant grant) {
                try {
                    sendings.add(grants.of(grant));
                    sent.add(grant);
                } catch (Rejection beyondBounds) {
                    answers.put(grant.row(), beyondBounds);
                }
            }
        }
        List<Outcome> outcomes = commands.send(sendings, Actor.OPERATOR);
        for (int i = 0; i < outcomes.size(); i++) {
            answers.put(sent.get(i).row(), outcomes.get(i));
            if (outcomes.get(i).result() == CommandBatches.Result.DONE) {
                last = sendings.get(i).command();
            }
        }
        for (RegisterRow row : rows) {
            switch (row) {
                case RefusedRow refused -> report.refused(refused);
                case PublishedGrant grant -> report(grant, answers.get(grant.row()));
            }
        }
    }

    private void report(PublishedGrant grant, @Nullable Object answer) {
        switch (answer) {
            case Outcome outcome when outcome.result() == CommandBatches.Result.DONE -> report.taken(grant);
            case Outcome outcome
            when outcome.result() == CommandBatches.Result.DONE_BEFORE -> report.alreadyThere(grant);
            case Outcome outcome when outcome.rejection() != null -> refused(grant, outcome.rejection());
            case Rejection rejection -> refused(grant, rejection);
            case null, default -> throw new IllegalStateException("Every row has an answer.");
        }
    }

    private void refused(PublishedGrant grant, Rejection rejection) {
        if (rejection.refusal() == Refusal.KEY_REUSED) {
            // The key is made of what the grant says: the same came in from another file or row.
            report.alreadyThere(grant);
        } else if (rejection.refusal() == Refusal.ALREADY_EXISTS) {
            report.refused(
                    grant,
                    Finding.of("id", "A grant with this identifier is there and says something else.", grant.id()));
        } else {
            report.refused(grant, Finding.of(rejection.field().orElse("row"), rejection.sentence(), null));
        }
    }
}
