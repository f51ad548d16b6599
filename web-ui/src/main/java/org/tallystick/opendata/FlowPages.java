package org.tallystick.opendata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tallystick.fund.FundQuery;
import org.tallystick.ledger.TimeChoice;
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
        MoneyFlow asked = at("/public/flow", null, sent, model);
        return shown(sides.askAsAnyone(asked), "Where awarded money comes from and goes to", "", "", model);
    }

    @GetMapping("/funds/{fundId}/flow")
    String ofFund(@PathVariable String fundId, @RequestParam MultiValueMap<String, String> sent, Model model) {
        String name = sides.ask(new FundQuery.OneFund(fundId)).summary().name();
        MoneyFlow asked = at("/funds/" + fundId + "/flow", fundId, sent, model);
        return shown(sides.ask(asked), "Where the money of " + name + " comes from and goes", fundId, name, model);
    }

    private MoneyFlow at(String here, @Nullable String fundId, MultiValueMap<String, String> sent, Model model) {
        Form form = Form.of(sent);
        TimeChoice time = TimeChoice.read(form, sides);
        time.show(model, words, here);
        model.addAttribute("form", form);
        model.addAttribute("here", here);
        return new MoneyFlow(fundId, time.at().effective(), time.at().knownText());
    }

    private static String shown(FlowView flow, String title, String fundId, String fundName, Model model) {
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
                                flow.streams().stream().map(FlowPages::stream).toList()));
        return "public/flow";
    }

    private static FlowChart.Stream stream(Stream stream) {
        return new FlowChart.Stream(
                List.of(
                        station(stream.contributor(), "/organisations/", "Other contributors"),
                        station(stream.fund(), "", "Other funds"),
                        stream.call().id().isEmpty()
                                ? new FlowChart.Station("", "Without a call", "")
                                : station(stream.call(), "/calls/", "Other calls"),
                        station(stream.recipient(), "/organisations/", "Other organisations")),
                stream.amountPence());
    }

    private static FlowChart.Station station(Station station, String path, String others) {
        return station.id().equals(Station.OTHERS)
                ? new FlowChart.Station(FlowChart.OTHERS, others, "")
                : new FlowChart.Station(station.id(), station.label(), path.isEmpty() ? "" : path + station.id());
    }
}
