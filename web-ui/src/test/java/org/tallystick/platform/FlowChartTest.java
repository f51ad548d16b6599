package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tallystick.platform.FlowChart.Station;
import org.tallystick.platform.FlowChart.Stream;

class FlowChartTest {

    private static final FlowChart CHART = new FlowChart(
            "The way <of> it",
            List.of("From", "To"),
            List.of(
                    stream("council", "kitchen", 300_00),
                    stream("council", "choir", 100_00),
                    stream("police", "choir", 600_00)));

    @Test
    void the_stations_of_a_column_are_numbered_the_largest_first_and_lose_no_penny() {
        assertThat(CHART.columns())
                .extracting(column -> column.stream()
                        .map(one -> one.number() + " " + one.station().key() + " " + one.pence())
                        .toList())
                .containsExactly(
                        List.of("1 police 60000", "2 council 40000"), List.of("1 choir 70000", "2 kitchen 30000"));
        assertThat(CHART.totalPence()).isEqualTo(1_000_00);
    }

    @Test
    void those_taken_together_stand_last_whatever_their_sum() {
        FlowChart chart = new FlowChart(
                "The way",
                List.of("From", "To"),
                List.of(stream("council", FlowChart.OTHERS, 900_00), stream("council", "choir", 100_00)));

        assertThat(chart.columns().getLast())
                .extracting(one -> one.number() + " " + one.station().key())
                .containsExactly("1 choir", "2 " + FlowChart.OTHERS);
    }

    @Test
    void the_drawing_is_named_described_and_escaped() {
        assertThat(CHART.svg())
                .startsWith("<svg class=\"tally-flow__svg\" role=\"img\"")
                .contains("<title>The way &lt;of&gt; it</title>")
                .contains(
                        "<desc>£1,000 together. From: 2, the largest Police &amp; co with £600; To: 2, the largest choir"
                                + " with £700.</desc>")
                .doesNotContain("style=", "NaN");
    }

    @Test
    void each_pair_of_stations_is_one_band_and_each_station_a_bar_in_proportion() {
        String svg = CHART.svg();

        assertThat(svg.split("tally-flow__band", -1)).hasSize(4);
        assertThat(svg.split("tally-flow__station", -1)).hasSize(5);
        // 330 high less one gap of 18 are 312: 60 % of it, and 40 %.
        assertThat(svg).contains("y=\"26\" width=\"12\" height=\"187\"", "height=\"124\"");
    }

    @Test
    void bands_leave_a_station_in_the_order_in_which_they_arrive() {
        String svg = CHART.svg();

        // The council's band to the choir, the larger one, leaves it above that to the kitchen.
        assertThat(svg.indexOf("M0 231C5000 231 5000 213")).isPositive().isLessThan(svg.indexOf("M0 262C"));
    }

    @Test
    void streams_between_the_same_stations_are_one_band() {
        FlowChart chart = new FlowChart(
                "t", List.of("From", "To"), List.of(stream("council", "choir", 1), stream("council", "choir", 2)));

        assertThat(chart.svg().split("tally-flow__band", -1)).hasSize(2);
    }

    private static Stream stream(String from, String to, long pence) {
        return new Stream(
                List.of(new Station(from, from.equals("police") ? "Police & co" : from, ""), new Station(to, to, "")),
                pence);
    }
}
