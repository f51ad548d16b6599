package org.tallystick.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tallystick.platform.LogTiles;
import org.tallystick.platform.ReplayBeside;
import org.tallystick.platform.TrialInstallation;

/** What must be so after every kill, looked at in the database itself and in what is kept outside of it. */
final class KillChecks {

    private final TrialInstallation trial;
    private final JdbcTemplate jdbc;
    private final LogTiles tiles;
    private final NoteKey key;
    /** Every checkpoint that was ever seen, kept here as somebody else would keep it. */
    private final List<SignedNote> checkpoints = new ArrayList<>();

    private final Map<String, Long> durable = new HashMap<>();
    private long read;

    KillChecks(TrialInstallation trial) {
        this.trial = trial;
        DataSource source = trial.superuser();
        this.jdbc = new JdbcTemplate(source);
        this.tiles = new LogTiles(source);
        this.key = trial.logKey();
    }

    /** How many checkpoints were compared. */
    int checkpoints() {
        return checkpoints.size();
    }

    /** How far the log was read. */
    long read() {
        return read;
    }

    /** Finds what was acknowledged and is not there, or is there twice or elsewhere. */
    List<String> lostOrTwice(Map<String, Long> acknowledged) {
        List<String> wrong = new ArrayList<>();
        Map<String, Long> answered = new HashMap<>(acknowledged);
        jdbc.query(
                "SELECT l.position, e.type, convert_from(e.payload, 'UTF8')::jsonb ->> 'reference' FROM "
                        + HistoryAnswers.FROM + " WHERE l.position > ? ORDER BY l.position",
                row -> {
                    long position = row.getLong(1);
                    if (position != read + 1) {
                        wrong.add("Position " + (read + 1) + " is missing.");
                    }
                    read = position;
                    if (row.getString(2).equals("fund.ContributionReceived")) {
                        Long before = durable.put(row.getString(3), position);
                        if (before != null) {
                            wrong.add("%s is recorded twice, at %d and %d."
                                    .formatted(row.getString(3), before, position));
                        }
                    }
                },
                read);
        answered.forEach((reference, position) -> {
            if (!position.equals(durable.get(reference))) {
                wrong.add("%s was acknowledged at %d and is at %s."
                        .formatted(reference, position, durable.get(reference)));
            }
        });
        return wrong;
    }

    /** Finds checkpoints that do not continue the one before, those before that were exchanged, and bad signatures. */
    List<String> inconsistent() {
        List<String> wrong = new ArrayList<>();
        List<String> notes = jdbc.queryForList("SELECT note FROM history.checkpoint ORDER BY size", String.class);
        for (int i = 0; i < notes.size(); i++) {
            SignedNote note = SignedNote.parse(notes.get(i));
            if (i < checkpoints.size()) {
                if (!note.toString().equals(checkpoints.get(i).toString())) {
                    wrong.add("A checkpoint was exchanged: " + note.text());
                }
                continue;
            }
            Checkpoint now = Checkpoint.of(note);
            if (!key.signed(note)) {
                wrong.add("The checkpoint of size " + now.size() + " has no good signature.");
            }
            if (i > 0 && !continues(Checkpoint.of(checkpoints.get(i - 1)), now)) {
                wrong.add("The checkpoint of size " + now.size() + " does not continue the one before it.");
            }
            checkpoints.add(note);
        }
        if (notes.size() < checkpoints.size()) {
            wrong.add("A checkpoint is gone.");
        }
        return wrong;
    }

    private boolean continues(Checkpoint before, Checkpoint now) {
        TiledTree tree = new TiledTree(tiles, now.size());
        return Arrays.equals(now.root(), tree.root())
                && MerkleTree.continues(
                        before.size(),
                        before.root(),
                        now.size(),
                        now.root(),
                        MerkleTree.consistencyProof(before.size(), now.size(), tree));
    }

    /** Finds what was refused by the witness, which keeps what it saw outside. */
    List<String> witnessRefusals() {
        return jdbc.queryForList(
                "SELECT name || ': ' || refused FROM history.witness WHERE refused IS NOT NULL"
                        + " AND refused NOT LIKE 'It did not answer%'",
                String.class);
    }

    /** Finds money that was posted twice or not at all, and rows that a replay from the first event does not make. */
    List<String> unlikeReplay() throws InterruptedException {
        awaitProjections();
        List<String> wrong = new ArrayList<>(jdbc.queryForList(
                "SELECT e.type || ' at ' || l.position || ' has ' || count(p.position) || ' postings' FROM "
                        + HistoryAnswers.FROM + " LEFT JOIN read.posting p ON p.position = l.position"
                        + " WHERE e.type = 'fund.ContributionReceived' GROUP BY e.type, l.position"
                        + " HAVING count(p.position) <> 1 ORDER BY l.position LIMIT 5",
                String.class));
        wrong.addAll(new ReplayBeside(trial).run().differences());
        return wrong;
    }

    private void awaitProjections() throws InterruptedException {
        long until = System.nanoTime() + 120_000_000_000L;
        while (Boolean.TRUE.equals(jdbc.queryForObject(
                "SELECT EXISTS (SELECT FROM read.progress WHERE position < (SELECT position FROM"
                        + " history.event_log_head)) OR EXISTS (SELECT FROM history.event e WHERE NOT EXISTS"
                        + " (SELECT FROM history.event_log l WHERE l.insertion = e.insertion))",
                Boolean.class))) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("The read models do not come to the end of the log.");
            }
            Thread.sleep(50);
        }
    }
}
