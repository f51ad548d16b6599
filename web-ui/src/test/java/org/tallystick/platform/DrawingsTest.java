package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class DrawingsTest {

    private static final Pattern WIDTH = Pattern.compile("tally-part [^>]*width=\"([\\d.]+)%\"");

    @Test
    void the_parts_of_a_money_bar_take_their_shares() {
        MoneyBar bar = MoneyBar.ofFund("Fund", 5000, 2500, 0, 1250, 1250);
        assertThat(WIDTH.matcher(bar.svg()).results().map(width -> width.group(1)))
                .containsExactly("50.00", "25.00", "12.50", "12.50");
        assertThat(bar.totalPence()).isEqualTo(10_000);
        assertThat(bar.description()).isEqualTo("paid £50, obligated £25, committed £0, set aside £12.50, free £12.50");
    }

    @Test
    void a_bar_of_nothing_and_a_part_below_zero_still_draw() throws Exception {
        assertThat(WIDTH.matcher(MoneyBar.ofFund("Empty", 0, 0, 0, 0, 0).svg()).results())
                .isEmpty();
        MoneyBar below = MoneyBar.ofFund("Overdrawn", 10_000, 0, 0, 0, -500);
        assertThat(WIDTH.matcher(below.svg()).results()).hasSize(1);
        assertThat(below.description()).endsWith("ahead −£5");
        wellFormed(below.svg());
    }

    @Test
    void names_cannot_break_out_of_a_drawing() throws Exception {
        String nasty = "<script>alert('&\"x\"')</script>";
        MoneyBar bar = MoneyBar.ofFund(nasty, 1, 1, 1, 1, 1);
        LineChart chart = LineChart.burnDown(nasty, List.of(nasty, "b"), List.of(5L));
        assertThat(bar.svg() + chart.svg()).doesNotContain("<script").doesNotContain("style=");
        wellFormed(bar.svg());
        wellFormed(chart.svg());
    }

    @Test
    void the_largest_sums_do_not_overflow() throws Exception {
        long most = MoneyText.MOST_PENCE;
        wellFormed(MoneyBar.ofFund("Everything", most, most, most, most, most).svg());
        wellFormed(LineChart.burnDown("Everything", List.of("a", "b", "c"), List.of(most, 0L))
                .svg());
    }

    @Test
    void a_burn_down_has_an_even_pace_from_the_start_to_nothing() {
        LineChart chart = LineChart.burnDown("Left", List.of("a", "b", "c", "d", "e"), List.of(400L, 350L));
        assertThat(chart.series().get(1).pence()).containsExactly(400L, 300L, 200L, 100L, 0L);
        assertThat(chart.description()).isEqualTo("Left: £4 in a, £3.50 in b; At an even pace: £4 in a, £0 in e");
    }

    @Test
    void a_line_that_stops_early_is_marked_where_it_stops() {
        LineChart chart = LineChart.burnDown("Left", List.of("a", "b", "c"), List.of(40_000L, 20_000L));
        assertThat(chart.svg()).contains("points=\"0,0 5000,5000 \"").contains("cx=\"50.00%\"");
    }

    @Test
    void nothing_to_draw_draws_an_empty_frame() throws Exception {
        wellFormed(LineChart.burnDown("Nothing", List.of("a", "b"), List.of()).svg());
        wellFormed(new LineChart("Below zero", List.of("a", "b"), List.of(new LineChart.Series("x", List.of(-1L, 1L))))
                .svg());
    }

    private static void wellFormed(String svg) throws Exception {
        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(svg)))
                        .getDocumentElement()
                        .getAttribute("role"))
                .isEqualTo("img");
    }
}
