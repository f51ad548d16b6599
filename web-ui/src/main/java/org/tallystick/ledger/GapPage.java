package org.tallystick.ledger;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tallystick.bid.GapCarrier;
import org.tallystick.ledger.GapQuery.Carried;
import org.tallystick.ledger.GapQuery.GapBy;
import org.tallystick.ledger.GapQuery.GapLine;
import org.tallystick.ledger.GapQuery.Gaps;
import org.tallystick.ledger.GapQuery.GapsView;
import org.tallystick.ledger.WhyQuery.Figure;
import org.tallystick.ledger.WhyQuery.FigureOf;
import org.tallystick.platform.Csv;
import org.tallystick.platform.Form;
import org.tallystick.platform.MoneyText;
import org.tallystick.platform.Page;
import org.tallystick.platform.Paged;
import org.tallystick.platform.Paging;
import org.tallystick.platform.Sides;
import org.tallystick.platform.Words;

/** What work really costs and nobody pays for, and who carries it: per award, organisation, funder and call. */
@Page
class GapPage {

    private final Sides sides;
    private final Words words;

    GapPage(Sides sides, Words words) {
        this.sides = sides;
        this.words = words;
    }

    /** One of the views of the list. */
    record View(String key, String label, boolean here) {}

    /** A line with the page it leads to and who carries how much, in words. */
    record Line(GapLine gap, String label, String href, String why, String carriers) {

        /** Where a full cost was put on record: it is no sum of the ledger. */
        public String fullCostHref(GapBy by) {
            return by == GapBy.AWARD ? "/timeline/award/" + gap.id() + "?type=award.GapRecorded" : "";
        }
    }

    /** What is carried so, in all. */
    record Carrying(Carried one, String why) {}

    @GetMapping("/ledger/gap")
    String gap(
            @RequestParam(defaultValue = "") String by,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "0") long after,
            Model model) {
        if (!sides.may(Gaps.class)) {
            model.addAttribute("mayStatement", false);
            return "ledger/not-open";
        }
        GapBy wanted = by(by);
        Form form = Form.of(sent);
        TimeChoice time = TimeChoice.read(form, sides);
        GapsView view = sides.ask(gaps(wanted, time, Math.max(1, page), 0), after);
        time.show(model, words, "/ledger/gap?by=" + key(wanted));
        model.addAttribute("form", form);
        model.addAttribute("view", view);
        model.addAttribute("views", views(wanted));
        model.addAttribute("unpaidPence", Carried.sumPence(view.carried()));
        boolean explained = sides.may(WhyQuery.Why.class);
        model.addAttribute("explained", explained);
        model.addAttribute(
                "carried",
                view.carried().stream()
                        .map(one -> new Carrying(one, explained ? time.in(why(one)) : ""))
                        .toList());
        model.addAttribute(
                "lines",
                view.lines().items().stream().map(line -> line(wanted, line)).toList());
        model.addAttribute(
                "paging",
                new Paging(
                        view.lines().page(), view.lines().size(), view.lines().total()));
        model.addAttribute("csv", time.in("/ledger/gap.csv?by=" + key(wanted)));
        return "ledger/gap";
    }

    @GetMapping("/ledger/gap.csv")
    void csv(
            @RequestParam(defaultValue = "") String by,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletResponse response)
            throws IOException {
        GapBy wanted = by(by);
        TimeChoice time = TimeChoice.readOrRefuse(Form.of(sent), sides);
        Csv.write(
                response,
                "gap-by-" + key(wanted) + ".csv",
                List.of("Id", "Name", "Awards", "Full cost", "Awarded", "Nobody pays", "Carried by"),
                page -> sides.ask(gaps(wanted, time, page, Paged.MOST)).lines(),
                gap -> List.of(
                        gap.id(),
                        line(wanted, gap).label(),
                        String.valueOf(gap.awards()),
                        Csv.pounds(gap.fullCostPence()),
                        Csv.pounds(gap.awardedPence()),
                        Csv.pounds(gap.gapPence()),
                        carriers(gap.carried())));
    }

    private static Gaps gaps(GapBy by, TimeChoice time, int page, int size) {
        return new Gaps(by, time.at().effective(), time.at().knownText(), page, size);
    }

    /** Who carries how much, in words. */
    static String carriers(List<Carried> carried) {
        return carried.stream()
                .map(one ->
                        MoneyText.say(one.amountPence()) + ": " + one.carrier().words())
                .collect(Collectors.joining("; "));
    }

    private Line line(GapBy by, GapLine gap) {
        String id = gap.id();
        return switch (by) {
            case AWARD -> {
                GapCarrier first = gap.carried().isEmpty()
                        ? GapCarrier.RESERVES
                        : gap.carried().getFirst().carrier();
                String why = gap.carried().size() == 1
                        ? AccountWords.href(Account.gap(id, first))
                        : "/ledger/statements/award/" + id;
                yield new Line(gap, gap.label(), "/awards/" + id, why, carriers(gap.carried()));
            }
            case ORGANISATION ->
                new Line(
                        gap,
                        gap.label(),
                        "/organisations/" + id,
                        "/ledger/statements/organisation/" + id,
                        carriers(gap.carried()));
            case FUNDER -> new Line(gap, gap.label(), "/organisations/" + id, "", carriers(gap.carried()));
            case CALL ->
                id.isEmpty()
                        ? new Line(gap, "Without a call", "", "", carriers(gap.carried()))
                        : new Line(
                                gap,
                                gap.label(),
                                "/calls/" + id,
                                sides.may(WhyQuery.Why.class) ? WhyPage.href(FigureOf.CALL, id, Figure.GAP) : "",
                                carriers(gap.carried()));
        };
    }

    private static String why(Carried one) {
        return WhyPage.href(
                FigureOf.EVERYTHING,
                "",
                Figure.GAP,
                "carrier",
                one.carrier().name().toLowerCase(Locale.ROOT));
    }

    private static List<View> views(GapBy here) {
        return Arrays.stream(GapBy.values())
                .map(by -> new View(key(by), "By " + key(by), by == here))
                .toList();
    }

    /** The view of an address; anything else is by award. */
    private static GapBy by(String text) {
        return Arrays.stream(GapBy.values())
                .filter(by -> key(by).equals(text))
                .findFirst()
                .orElse(GapBy.AWARD);
    }

    private static String key(GapBy by) {
        return by.name().toLowerCase(Locale.ROOT);
    }
}
