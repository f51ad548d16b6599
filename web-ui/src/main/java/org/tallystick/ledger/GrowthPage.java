package org.tallystick.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tallystick.fund.FundQuery;
import org.tallystick.ledger.DifferencePage.Choice;
import org.tallystick.ledger.LedgerTimeQuery.Growth;
import org.tallystick.ledger.LedgerTimeQuery.GrowthPoint;
import org.tallystick.ledger.LedgerTimeQuery.GrowthView;
import org.tallystick.ledger.LedgerTimeQuery.Point;
import org.tallystick.platform.AsAt;
import org.tallystick.platform.Form;
import org.tallystick.platform.LineChart;
import org.tallystick.platform.Option;
import org.tallystick.platform.Page;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Sides;
import org.tallystick.platform.UkTime;
import org.tallystick.platform.Words;

/** How money grew between two points in time: a chart, its table, and any point of it to look at. */
@Page
class GrowthPage {

    private static final String PATH = "/ledger/growth";
    private static final List<Integer> STEPS = List.of(6, 12, 24, 52);
    private static final int USUAL_STEPS = 12;

    private final Sides sides;
    private final Words words;

    GrowthPage(Sides sides, Words words) {
        this.sides = sides;
        this.words = words;
    }

    @GetMapping(PATH)
    String growth(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "0") long after,
            Model model) {
        if (!sides.may(Growth.class)) {
            model.addAttribute("mayStatement", sides.may(LedgerQuery.Statement.class));
            return "ledger/not-open";
        }
        Form form = Form.of(sent);
        String fund = form.value("fund");
        int steps = steps(form.value("steps"));
        form.put("steps", Integer.toString(steps));
        GrowthView view = view(form, fund.isEmpty() ? null : fund, steps, after, model);
        List<String> labels = labels(view.points());
        model.addAttribute("form", form);
        model.addAttribute("view", view);
        model.addAttribute("labels", labels);
        model.addAttribute("chart", chart(view, labels));
        model.addAttribute("stepOptions", stepOptions());
        model.addAttribute(
                "fundName",
                fund.isEmpty()
                        ? ""
                        : sides.ask(new FundQuery.OneFund(fund)).summary().name());
        showPoint(form, view, model);
        return "ledger/growth";
    }

    /** What was asked for; all there is, where that cannot be. */
    private GrowthView view(Form form, @Nullable String fund, int steps, long after, Model model) {
        Choice choice = Choice.read(form, sides);
        if (choice.to().past()) {
            String now = choice.from().since(fund == null ? PATH : PATH + "?fund=" + fund);
            model.addAttribute(
                    "asAt", new AsAt("how money grew up to " + choice.to().says(words), now));
        }
        if (!form.hasProblems()) {
            try {
                return sides.ask(
                        new Growth(
                                fund,
                                choice.from().at().knownText(),
                                choice.from().at().effective(),
                                choice.to().at().knownText(),
                                choice.to().at().effective(),
                                steps),
                        after);
            } catch (Rejection refused) {
                String field = refused.field().orElseThrow(() -> refused);
                form.refuse(field, "The first point must not be later than the last. The whole history is shown.");
            }
        }
        return sides.ask(new Growth(fund, null, null, null, null, steps), after);
    }

    /** The point that the slider is on: the last, until it is moved. */
    private void showPoint(Form form, GrowthView view, Model model) {
        int last = view.points().size() - 1;
        String at = form.value("at");
        int number = at.matches("\\d{1,3}") ? Math.min(last, Integer.parseInt(at)) : last;
        GrowthPoint point = view.points().get(number);
        TimeChoice time = TimeChoice.of(point.at(), false);
        model.addAttribute("number", number);
        model.addAttribute("last", last);
        model.addAttribute("point", point);
        model.addAttribute("pointSays", time.says(words));
        model.addAttribute("mayLedger", sides.may(LedgerQuery.TrialBalanceAt.class));
        model.addAttribute("thenLedger", time.in("/ledger"));
        model.addAttribute("sinceThen", time.since(DifferencePage.PATH));
    }

    private static LineChart chart(GrowthView view, List<String> labels) {
        return new LineChart(
                "Money put in, promised to awards, and paid",
                labels,
                List.of(
                        new LineChart.Series(
                                "Put in by contributors",
                                view.points().stream()
                                        .map(GrowthPoint::receivedPence)
                                        .toList()),
                        new LineChart.Series(
                                "Promised to awards",
                                view.points().stream()
                                        .map(GrowthPoint::promisedPence)
                                        .toList()),
                        new LineChart.Series(
                                "Paid to organisations",
                                view.points().stream()
                                        .map(GrowthPoint::paidPence)
                                        .toList())));
    }

    /** The day of each point: when it takes effect, or when its last event was recorded. */
    private List<String> labels(List<GrowthPoint> points) {
        List<String> labels = new ArrayList<>();
        for (GrowthPoint point : points) {
            String label = label(point.at());
            labels.add(
                    labels.contains(label)
                            ? label + " (event "
                                    + words.number(point.at().known().position()) + ")"
                            : label);
        }
        return labels;
    }

    private String label(Point point) {
        if (point.effective() != null) {
            return words.shortDate(point.effective());
        }
        return point.known().recordedAt() == null
                ? "before the first event"
                : words.shortDate(
                        UkTime.dayOf(Objects.requireNonNull(point.known().recordedAt())));
    }

    private static int steps(String text) {
        int steps = text.matches("\\d{1,2}") ? Integer.parseInt(text) : USUAL_STEPS;
        return steps >= 1 && steps <= 60 ? steps : USUAL_STEPS;
    }

    private static List<Option> stepOptions() {
        return STEPS.stream()
                .map(steps -> Option.of(Integer.toString(steps), steps + " steps"))
                .toList();
    }
}
