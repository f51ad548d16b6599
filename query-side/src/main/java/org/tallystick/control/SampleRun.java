package org.tallystick.control;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tallystick.control.ControlQuery.Finding;
import org.tallystick.control.SampleQuery.Method;
import org.tallystick.control.SampleQuery.SampleOf;
import org.tallystick.control.SampleQuery.Sampled;

/** Draws a sample: what is chosen follows from the history and the seed alone, so that anybody can draw it again. */
final class SampleRun {

    private static final String SUMS = "SELECT count(*) AS number, COALESCE(sum(pence), 0)::bigint AS pence FROM item";

    private static final String RANDOM =
            "SELECT *, ARRAY[position] AS positions, 1 AS hits FROM item ORDER BY sha256(convert_to(:seed || ':' || key,"
                    + " 'UTF8')) LIMIT :size";

    /** Positions in money are counted from 1; an item covers those after the sum before it, up to its own. */
    private static final String MONETARY_UNIT = """
            , running AS (SELECT *, sum(pence) OVER (ORDER BY position, key) AS upto FROM item),
            hit AS (SELECT *, floor((upto - :start) / :interval::numeric)
                - floor((upto - pence - :start) / :interval::numeric) AS hits FROM running)
            SELECT *, ARRAY[position] AS positions FROM hit WHERE hits > 0 ORDER BY position, key
            """;

    private SampleRun() {}

    /** What was drawn. */
    record Drawn(
            long position, long population, long totalPence, long intervalPence, long startPence, List<Sampled> items) {

        /** The things themselves. */
        List<Finding> findings() {
            return items.stream().map(Sampled::item).toList();
        }

        /** The same with the names in its sentences. */
        Drawn named(long at, List<Finding> names) {
            return new Drawn(
                    at,
                    population,
                    totalPence,
                    intervalPence,
                    startPence,
                    IntStream.range(0, items.size())
                            .mapToObj(
                                    i -> new Sampled(names.get(i), items.get(i).hits()))
                            .toList());
        }
    }

    private record Sums(long number, long pence) {}

    /** Draws within the transaction of the caller, with its values for position and days. */
    static Drawn draw(JdbcClient jdbc, SampleOf asked, Map<String, Object> values) {
        String items = ControlSql.text("shared")
                + ControlSql.text("sample-" + asked.population().name().toLowerCase(Locale.ROOT));
        Sums sums = jdbc.sql(items + SUMS)
                .params(values)
                .query((row, _) -> new Sums(row.getLong("number"), row.getLong("pence")))
                .single();
        boolean byMoney = asked.method() == Method.MONETARY_UNIT;
        long interval = byMoney ? Math.max(1, sums.pence() / asked.size()) : 0;
        long start = byMoney ? start(asked.seed(), interval) : 0;
        List<Sampled> drawn = jdbc.sql(items + (byMoney ? MONETARY_UNIT : RANDOM))
                .params(values)
                .param("seed", Long.toString(asked.seed()))
                .param("size", asked.size())
                .param("interval", interval)
                .param("start", start)
                .query((row, _) -> new Sampled(ControlRun.finding(row), row.getLong("hits")))
                .list();
        return new Drawn(0, sums.number(), sums.pence(), interval, start, drawn);
    }

    /** From 1 to the interval: the SHA-256 of the seed as a number, divided by the interval, and what is left over. */
    static long start(long seed, long interval) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(Long.toString(seed).getBytes(StandardCharsets.UTF_8));
            return new BigInteger(1, hash).mod(BigInteger.valueOf(interval)).longValueExact() + 1;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
