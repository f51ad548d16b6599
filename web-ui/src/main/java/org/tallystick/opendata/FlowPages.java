package org.tallystick.opendata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tallystick.fund.FundQuery;
import org.tallystick.history.HistoryQuery;
import org.tallystick.ledger.TimeChoice;
import org.tallystick.ledger.WhyPage;
import org.tallystick.ledger.WhyQuery.Figure;
import org.tallystick.ledger.WhyQuery.FigureOf;
import org.tallystick.ledger.WhyQuery.Why;
import org.tallystick.opendata.PublicQuery.FlowView;
import org.tallystick.opendata.PublicQuery.MoneyFlow;
import org.tallystick.opendata.PublicQuery.Station;
import org.tallystick.opendata.PublicQuery.Stream;
import org.tallystick.platform.FlowChart;
import org.tallystick.platform.Form;
import org.tallystick.platform.Page;
import org.tallystick.platform.Sides;
import org.tallystick.platform.Words;

/** Where awarded money came from and where it goes, as a drawing with its lists and its table. */
@Page
class FlowPages {

    private static final List<String> HEADINGS = List.of("From", "Fund", "Call", "To");

    private final Sides sides;
    private final Words words;

    FlowPages(Sides sides, Words words) {
        this.sides = sides;
        this.words = words;
    }

    @GetMapping("/public/flow")
    String everything(@RequestParam MultiValueMap<String, String> sent, Model model) {
        TimeChoice time = at("/public/flow", sent, model);
        FlowView flow = sides.askAsAnyone(asked(null, time));
        // Only who sees every fund sees all that this is the sum of.
        boolean explained = sides.may(HistoryQuery.OneEvent.class);
        return shown(flow, "Where awarded money comes from and goes to", "", "", new Doors(explained, "", time), model);
    }

    @GetMapping("/funds/{fundId}/flow")
    String ofFund(@PathVariable String fundId, @RequestParam MultiValueMap<String, String> sent, Model model) {
        String name = sides.ask(new FundQuery.OneFund(fundId)).summary().name();
        TimeChoice time = at("/funds/" + fundId + "/flow", sent, model);
        FlowView flow = sides.ask(asked(fundId, time));
        Doors doors = new Doors(sides.may(Why.class), fundId, time);
        return shown(flow, "Where the money of " + name + " comes from and goes", fundId, name, doors, model);
    }

    private static MoneyFlow asked(@Nullable String fundId, TimeChoice time) {
        return new MoneyFlow(fundId, time.at().effective(), time.at().knownText());
    }

    private TimeChoice at(String here, MultiValueMap<String, String> sent, Model model) {
        Form form = Form.of(sent);
        TimeChoice time = TimeChoice.read(form, sides);
        time.show(model, words, here);
        model.addAttribute("form", form);
        model.addAttribute("here", here);
        return time;
    }

    private static String shown(FlowView flow, String title, String fundId, String fundName, Doors doors, Model model) {
        model.addAttribute("flow", flow);
        model.addAttribute("title", title);
        model.addAttribute("fundId", fundId);
        model.addAttribute("fundName", fundName);
        model.addAttribute(
                "chart",
                flow.streams().isEmpty()
                        ? null
                        : new FlowChart(
                                title,
                                HEADINGS,
                                flow.streams().stream().map(doors::stream).toList()));
        return "public/flow";
    }

    /** Where the stations and their sums lead to. */
    private record Doors(boolean explained, String fundId, TimeChoice time) {

        FlowChart.Stream stream(Stream stream) {
            return new FlowChart.Stream(
                    List.of(
                            station(
                                    stream.contributor(),
                                    "/organisations/",
                                    "Other contributors",
                                    FigureOf.CONTRIBUTOR),
                            station(stream.fund(), "", "Other funds", FigureOf.FUND),
                            stream.call().id().isEmpty()
                                    ? new FlowChart.Station("", "Without a call", "")
                                    : station(stream.call(), "/calls/", "Other calls", FigureOf.CALL),
                            station(
                                    stream.recipient(),
                                    "/organisations/",
                                    "Other organisations",
                                    FigureOf.ORGANISATION)),
                    stream.amountPence());
        }

        private FlowChart.Station station(Station station, String path, String others, FigureOf subject) {
            return station.id().equals(Station.OTHERS)
                    ? new FlowChart.Station(FlowChart.OTHERS, others, "")
                    : new FlowChart.Station(
                            station.id(),
                            station.label(),
                            path.isEmpty() ? "" : path + station.id(),
                            explained ? why(subject, station.id()) : "");
        }

        private String why(FigureOf subject, String id) {
            return time.in(
                    fundId.isEmpty()
                            ? WhyPage.href(subject, id, Figure.PUBLISHED)
                            : WhyPage.href(subject, id, Figure.PUBLISHED, "fund", fundId));
        }
    }
}
