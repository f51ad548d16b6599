package org.tallystick.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tallystick.control.ControlQuery.Explanation;
import org.tallystick.control.ControlQuery.Finding;
import org.tallystick.platform.Columns;

/** What auditors say of exceptions, beside these. */
final class Explanations {

    /** Of an exception {@code e} and what was said of it, {@code x}: whether that was said of all that shows it now. */
    static final String HOLDS = "x.positions IS NOT NULL AND x.positions @> e.positions";

    /** The columns of an explanation {@code x} beside others. */
    static final String COLUMNS =
            "x.words, x.explained_by, x.explained_at, x.position AS explained_position, x.positions AS explained_positions";

    private Explanations() {}

    /** The findings of a test, each with its explanation where it has one. */
    static List<Finding> beside(DataSource source, ControlTest test, List<Finding> found) {
        if (found.isEmpty()) {
            return found;
        }
        Map<String, Explanation> explained = new HashMap<>();
        JdbcClient.create(source)
                .sql("SELECT x.key, " + COLUMNS
                        + " FROM exception_explanation x WHERE x.test = :test AND x.key IN (:keys)")
                .param("test", test.name())
                .param("keys", found.stream().map(Finding::key).toList())
                .query(row -> {
                    Explanation one = of(row);
                    if (one != null) {
                        explained.put(row.getString("key"), one);
                    }
                });
        return found.stream()
                .map(finding -> with(finding, explained.get(finding.key())))
                .toList();
    }

    /** The one in a row; none where there is none. */
    static @Nullable Explanation of(ResultSet row) throws SQLException {
        String words = row.getString("words");
        return words == null
                ? null
                : new Explanation(
                        words,
                        Columns.text(row, "explained_by"),
                        Columns.instant(row, "explained_at"),
                        row.getLong("explained_position"),
                        List.of((Long[]) row.getArray("explained_positions").getArray()));
    }

    private static Finding with(Finding finding, @Nullable Explanation explanation) {
        return new Finding(
                finding.key(),
                finding.sentence(),
                finding.subject(),
                finding.subjectId(),
                finding.subjectName(),
                finding.positions(),
                finding.amountPence(),
                explanation);
    }
}
