package org.tallystick.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Sums of money over time, as lines with their table (fragments/figures.html, chart). Lines differ by colour and by
 * dashes; the text keeps its size on a narrow screen because places are percentages.
 *
 * @param title what is shown
 * @param labels of the points from left to right, at least two
 * @param series at most three lines; one may have fewer points than there are labels: it then stops early
 */
public record LineChart(String title, List<String> labels, List<Series> series) {

    /** One line; values in pence. */
    public record Series(String name, List<Long> pence) {
        public Series {
            pence = List.copyOf(pence);
        }
    }

    private static final int TOP = 18;
    private static final int HEIGHT = 212;
    private static final int GRID_LINES = 4;
    private static final int MOST_LABELS = 4;
    private static final long INNER = 10_000;

    public LineChart {
        labels = List.copyOf(labels);
        series = List.copyOf(series);
    }

    /**
     * What is left of a sum, month by month, beside an even pace.
     *
     * @param months labels, the starting point included
     * @param leftPence what was left at each; shorter than {@code months} while the year runs
     */
    public static LineChart burnDown(String title, List<String> months, List<Long> leftPence) {
        long start = leftPence.isEmpty() ? 0 : leftPence.getFirst();
        int steps = Math.max(1, months.size() - 1);
        List<Long> even = Stream.iterate(0, i -> i + 1)
                .limit(months.size())
                .map(i -> Svg.share(start, steps, steps - i))
                .toList();
        return new LineChart(
                title, months, List.of(new Series("Left", leftPence), new Series("At an even pace", even)));
    }

    /** In one sentence, for those who hear the page. */
    public String description() {
        List<String> parts = new ArrayList<>();
        for (Series line : series) {
            if (!line.pence().isEmpty()) {
                int last = line.pence().size() - 1;
                parts.add("%s: %s in %s, %s in %s"
                        .formatted(
                                line.name(),
                                MoneyText.say(line.pence().getFirst()),
                                labels.getFirst(),
                                MoneyText.say(line.pence().get(last)),
                                labels.get(last)));
            }
        }
        return String.join("; ", parts);
    }

    /** The drawing; escaped, without inline styles. */
    public String svg() {
        long step = gridStep();
        long low = Math.floorDiv(lowest(), step) * step;
        long high = Math.max(low + step, Math.ceilDiv(highest(), step) * step);
        StringBuilder svg = new StringBuilder(
                        "<svg class=\"tally-chart__svg\" role=\"img\" focusable=\"false\"><title>")
                .append(Svg.escape(title))
                .append("</title><desc>")
                .append(Svg.escape(description()))
                .append("</desc>");
        for (long value = low; value <= high; value += step) {
            grid(svg, value, y(value, low, high));
        }
        // The inner drawing stretches; strokes keep their width, and text stays outside it.
        svg.append("<svg x=\"0\" y=\"%d\" width=\"100%%\" height=\"%d\" viewBox=\"0 0 %d %d\" "
                        .formatted(TOP, HEIGHT, INNER, INNER))
                .append("preserveAspectRatio=\"none\" overflow=\"visible\">");
        for (int i = series.size() - 1; i >= 0; i--) {
            line(svg, i, low, high);
        }
        svg.append("</svg>");
        lastPoints(svg, low, high);
        monthLabels(svg);
        return svg.append("</svg>").toString();
    }

    private void grid(StringBuilder svg, long value, long y) {
        svg.append("<line class=\"%s\" x1=\"0\" x2=\"100%%\" y1=\"%d\" y2=\"%d\"/>"
                .formatted(value == 0 ? "tally-chart__axis" : "tally-chart__grid", y, y));
        svg.append("<text x=\"100%%\" dx=\"8\" y=\"%d\">%s</text>".formatted(y + 4, MoneyText.say(value)));
    }

    private void line(StringBuilder svg, int index, long low, long high) {
        List<Long> values = series.get(index).pence();
        svg.append("<polyline class=\"tally-line tally-line--%d\" points=\"".formatted(index + 1));
        for (int i = 0; i < values.size(); i++) {
            long x = INNER * i / Math.max(1, labels.size() - 1);
            svg.append(x)
                    .append(',')
                    .append(Svg.share(high - values.get(i), high - low, INNER))
                    .append(' ');
        }
        svg.append("\"/>");
    }

    private void lastPoints(StringBuilder svg, long low, long high) {
        for (int i = 0; i < series.size(); i++) {
            List<Long> values = series.get(i).pence();
            if (!values.isEmpty() && values.size() < labels.size()) {
                svg.append("<circle class=\"tally-dot--%d\" cx=\"%s\" cy=\"%d\" r=\"5\"/>"
                        .formatted(i + 1, x(values.size() - 1), y(values.getLast(), low, high)));
            }
        }
    }

    private void monthLabels(StringBuilder svg) {
        int last = labels.size() - 1;
        int every = Math.max(1, Math.ceilDiv(last, MOST_LABELS - 1));
        for (int i = 0; i <= last; i++) {
            boolean crowded = i != last && 2 * (last - i) < every;
            if ((i % every == 0 && !crowded) || i == last) {
                String anchor = i == 0 ? "start" : i == last ? "end" : "middle";
                String between = anchor.equals("middle") ? " class=\"tally-chart__between\"" : "";
                svg.append("<text%s x=\"%s\" y=\"%d\" text-anchor=\"%s\">%s</text>"
                        .formatted(between, x(i), TOP + HEIGHT + 20, anchor, Svg.escape(labels.get(i))));
            }
        }
    }

    private String x(int index) {
        return Svg.percent(index, Math.max(1, labels.size() - 1));
    }

    private static long y(long value, long low, long high) {
        return TOP + Svg.share(high - value, high - low, HEIGHT);
    }

    private long highest() {
        return allValues().reduce(0L, Math::max);
    }

    private long lowest() {
        return allValues().reduce(0L, Math::min);
    }

    private Stream<Long> allValues() {
        return series.stream().flatMap(line -> line.pence().stream());
    }

    /** A round sum (1, 2 or 5 with noughts, at least a pound), so that about four lines are drawn. */
    private long gridStep() {
        long least = Math.max(100, (highest() - lowest()) / GRID_LINES);
        long power = 100;
        while (power * 10 <= least) {
            power *= 10;
        }
        for (long factor : new long[] {1, 2, 5}) {
            if (factor * power >= least) {
                return factor * power;
            }
        }
        return 10 * power;
    }
}
