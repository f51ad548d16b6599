package org.tallystick.platform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Money that streams through stations from left to right, with its lists and table (fragments/figures.html, flow). The
 * stations of a column are numbered from the top, the largest first, and the lists beneath say what each number is: so
 * the drawing is as readable on a telephone as on a wall. Places are percentages; nothing depends on colour alone.
 *
 * @param title what is shown
 * @param headings of the columns
 * @param streams each with its stations, one in each column
 */
public record FlowChart(String title, List<String> headings, List<Stream> streams) {

    /** One stream: the keys of its stations, in the order of the columns. */
    public record Stream(List<Station> stations, long pence) {
        public Stream {
            stations = List.copyOf(stations);
        }
    }

    /**
     * A station; equal keys are the same one.
     *
     * @param why where its sum is explained, or empty
     */
    public record Station(String key, String label, String href, String why) {

        /** A station that nothing explains. */
        public Station(String key, String label, String href) {
            this(key, label, href, "");
        }
    }

    /** A station with its number and sum. */
    public record Numbered(int number, Station station, long pence) {}

    private record Place(long top, long height) {}

    /** The key of the station that takes the small ones together; it stands last, whatever its sum. */
    public static final String OTHERS = "*";

    private static final int TOP = 26;
    private static final int HEIGHT = 330;
    private static final int GAP = 18;
    private static final int BAR = 12;
    private static final long WIDE = 10_000;
    private static final int LABEL_AWAY = 6;

    public FlowChart {
        headings = List.copyOf(headings);
        streams = List.copyOf(streams);
    }

    /** All money together, in pence. */
    public long totalPence() {
        return streams.stream().mapToLong(Stream::pence).sum();
    }

    /** The stations of each column, the largest first, those taken together last. */
    public List<List<Numbered>> columns() {
        List<List<Numbered>> columns = new ArrayList<>();
        for (int column = 0; column < headings.size(); column++) {
            columns.add(numbered(column));
        }
        return columns;
    }

    /** In a sentence for each column, for those who hear the page. */
    public String description() {
        List<String> parts = new ArrayList<>();
        List<List<Numbered>> columns = columns();
        for (int i = 0; i < columns.size(); i++) {
            Numbered first = columns.get(i).getFirst();
            parts.add("%s: %d, the largest %s with %s"
                    .formatted(
                            headings.get(i),
                            columns.get(i).size(),
                            first.station().label(),
                            MoneyText.say(first.pence())));
        }
        return MoneyText.say(totalPence()) + " together. " + String.join("; ", parts) + ".";
    }

    /** The drawing; escaped, without inline styles. */
    public String svg() {
        List<List<Numbered>> columns = columns();
        int most = columns.stream().mapToInt(List::size).max().orElse(1);
        long scaled = HEIGHT - (long) GAP * (most - 1);
        StringBuilder svg = new StringBuilder("<svg class=\"tally-flow__svg\" role=\"img\" focusable=\"false\"><title>")
                .append(Svg.escape(title))
                .append("</title><desc>")
                .append(Svg.escape(description()))
                .append("</desc>");
        List<Map<String, Place>> places =
                columns.stream().map(column -> places(column, scaled)).toList();
        svg.append("<svg x=\"0\" y=\"0\" width=\"100%%\" height=\"%d\" viewBox=\"0 0 %d %d\" "
                        .formatted(TOP + HEIGHT, WIDE, TOP + HEIGHT))
                .append("preserveAspectRatio=\"none\">");
        for (int column = 0; column + 1 < columns.size(); column++) {
            bands(svg, column, places, scaled);
        }
        svg.append("</svg>");
        for (int column = 0; column < columns.size(); column++) {
            stations(svg, column, columns.get(column), places.get(column));
        }
        return svg.append("</svg>").toString();
    }

    private List<Numbered> numbered(int column) {
        Map<String, Station> stations = new LinkedHashMap<>();
        Map<String, Long> sums = new HashMap<>();
        for (Stream stream : streams) {
            Station station = stream.stations().get(column);
            stations.putIfAbsent(station.key(), station);
            sums.merge(station.key(), stream.pence(), Math::addExact);
        }
        List<Station> sorted = stations.values().stream()
                .sorted(Comparator.comparing((Station station) -> station.key().equals(OTHERS))
                        .thenComparing(station -> sums.getOrDefault(station.key(), 0L), Comparator.reverseOrder()))
                .toList();
        List<Numbered> numbered = new ArrayList<>();
        for (Station station : sorted) {
            numbered.add(new Numbered(numbered.size() + 1, station, sums.getOrDefault(station.key(), 0L)));
        }
        return numbered;
    }

    private Map<String, Place> places(List<Numbered> column, long scaled) {
        Map<String, Place> places = new HashMap<>();
        long top = TOP;
        for (Numbered one : column) {
            long height = Math.max(1, Svg.share(one.pence(), totalPence(), scaled));
            places.put(one.station().key(), new Place(top, height));
            top += height + GAP;
        }
        return places;
    }

    /** The streams between a column and the next, taken together where they join the same two stations. */
    private void bands(StringBuilder svg, int column, List<Map<String, Place>> places, long scaled) {
        Map<String, Long> outOf = new HashMap<>();
        Map<String, Long> into = new HashMap<>();
        // From the top on both sides, so that few bands cross.
        Map<List<String>, Long> joined =
                new TreeMap<>(Comparator.<List<String>>comparingLong(ends -> top(places.get(column), ends.getFirst()))
                        .thenComparingLong(ends -> top(places.get(column + 1), ends.getLast())));
        for (Stream stream : streams) {
            joined.merge(
                    List.of(
                            stream.stations().get(column).key(),
                            stream.stations().get(column + 1).key()),
                    stream.pence(),
                    Math::addExact);
        }
        long from = WIDE * column / (headings.size() - 1);
        long to = WIDE * (column + 1) / (headings.size() - 1);
        joined.forEach((ends, pence) -> {
            Place left = places.get(column).getOrDefault(ends.getFirst(), new Place(TOP, 1));
            Place right = places.get(column + 1).getOrDefault(ends.getLast(), new Place(TOP, 1));
            long before = outOf.merge(ends.getFirst(), pence, Math::addExact) - pence;
            long beside = into.merge(ends.getLast(), pence, Math::addExact) - pence;
            long high = Math.max(1, Svg.share(pence, totalPence(), scaled));
            long y1 = left.top() + Svg.share(before, totalPence(), scaled);
            long y2 = right.top() + Svg.share(beside, totalPence(), scaled);
            long bend = (from + to) / 2;
            svg.append("<path class=\"tally-flow__band\" d=\"M%d %dC%d %d %d %d %d %dV%dC%d %d %d %d %d %dZ\"/>"
                    .formatted(
                            from, y1, bend, y1, bend, y2, to, y2, y2 + high, bend, y2 + high, bend, y1 + high, from,
                            y1 + high));
        });
    }

    private static long top(Map<String, Place> places, String key) {
        return places.getOrDefault(key, new Place(TOP, 1)).top();
    }

    private void stations(StringBuilder svg, int column, List<Numbered> stations, Map<String, Place> places) {
        int last = headings.size() - 1;
        boolean atEnd = column == last;
        String x = Svg.percent(column, last);
        long shift = -Svg.share(column, last, BAR);
        svg.append("<text class=\"tally-flow__heading\" x=\"%s\" y=\"14\" text-anchor=\"%s\">%s</text>"
                .formatted(x, column == 0 ? "start" : atEnd ? "end" : "middle", Svg.escape(headings.get(column))));
        for (Numbered one : stations) {
            Place place = places.getOrDefault(one.station().key(), new Place(TOP, 1));
            svg.append("<rect class=\"tally-flow__station\" x=\"%s\" y=\"%d\" width=\"%d\" height=\"%d\""
                            .formatted(x, place.top(), BAR, place.height()))
                    .append(" transform=\"translate(%d 0)\"/>".formatted(shift));
            long away = shift + (atEnd ? -LABEL_AWAY : BAR + LABEL_AWAY);
            svg.append("<text x=\"%s\" dx=\"%d\" y=\"%d\" text-anchor=\"%s\">%d</text>"
                    .formatted(x, away, place.top() + place.height() / 2 + 5, atEnd ? "end" : "start", one.number()));
        }
    }
}
