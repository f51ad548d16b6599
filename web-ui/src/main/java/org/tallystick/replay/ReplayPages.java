package org.tallystick.replay;

import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tallystick.platform.Access;
import org.tallystick.platform.Deed;
import org.tallystick.platform.Deeds;
import org.tallystick.platform.Form;
import org.tallystick.platform.LookingBack;
import org.tallystick.platform.NavigationItem;
import org.tallystick.platform.Page;
import org.tallystick.platform.Paged;
import org.tallystick.platform.Paging;
import org.tallystick.platform.PersonNames;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Role;
import org.tallystick.platform.Sides;
import org.tallystick.platform.StateTag;
import org.tallystick.platform.Words;
import org.tallystick.replay.ReplayCommand.RequestReplay;
import org.tallystick.replay.ReplayQuery.Compared;
import org.tallystick.replay.ReplayQuery.Comparison;
import org.tallystick.replay.ReplayQuery.ComparisonOf;
import org.tallystick.replay.ReplayQuery.OneReplay;
import org.tallystick.replay.ReplayQuery.ReplayView;

/** Replays: the list, one, and asking for another. */
@Page
class ReplayPages {

    private static final int ORDER = 65;

    private final Sides sides;
    private final Deeds deeds;
    private final Words words;
    private final PersonNames people;

    ReplayPages(Sides sides, Deeds deeds, Words words, PersonNames people) {
        this.sides = sides;
        this.deeds = deeds;
        this.words = words;
        this.people = people;
    }

    @Bean
    static NavigationItem replaysNavigation() {
        return new NavigationItem(ORDER, "Replays", "/replays", Set.of(Role.AUDITOR, Role.OPERATOR));
    }

    /** A replay in the list. */
    record Line(ReplayView replay, StateTag state, String point, String scope, String progress) {}

    /** Something that a replay was compared with. */
    record Beside(Compared compared, String with) {}

    @GetMapping("/replays")
    String list(@RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "0") long after, Model model) {
        Paged<ReplayView> found = sides.ask(new ReplayQuery.Replays(Math.max(1, page), 0), after);
        model.addAttribute(
                "lines",
                found.items().stream()
                        .map(replay -> new Line(
                                replay,
                                ReplayWords.state(replay.state()),
                                ReplayWords.point(replay, words),
                                ReplayWords.scope(replay.scope()),
                                ReplayWords.progress(replay, words)))
                        .toList());
        model.addAttribute("paging", new Paging(found.page(), found.size(), found.total()));
        return "replay/list";
    }

    /** Empty, or with what was asked for before. */
    @GetMapping("/replays/new")
    String showRequest(@RequestParam(defaultValue = "") String like, Model model) {
        Access.require(sides.actor(), RequestReplay.class);
        Form form = like.isEmpty()
                ? Form.empty().put("scope", ReplayScope.LEDGER.name())
                : ReplayDeeds.same(sides.ask(new OneReplay(like)), words);
        return deeds.show(ReplayDeeds.request(), form, model);
    }

    @PostMapping("/replays/new")
    String request(@RequestParam MultiValueMap<String, String> sent, Model model, RedirectAttributes redirect) {
        Access.require(sides.actor(), RequestReplay.class);
        return deeds.send(ReplayDeeds.request(), Form.of(sent), model, redirect);
    }

    @GetMapping("/replays/{replayId}")
    String one(@PathVariable String replayId, @RequestParam(defaultValue = "0") long after, Model model) {
        ReplayView replay = sides.ask(new OneReplay(replayId), after);
        model.addAttribute("replay", replay);
        model.addAttribute("state", ReplayWords.state(replay.state()));
        model.addAttribute("progress", ReplayWords.progress(replay, words));
        model.addAttribute("facts", ReplayWords.facts(replay, people.of(replay.requestedBy()), words));
        model.addAttribute("unfinished", unfinished(replay));
        return "replay/one";
    }

    @GetMapping("/replays/{replayId}/comparison")
    String comparison(@PathVariable String replayId, Model model) {
        ReplayView replay = sides.ask(new OneReplay(replayId));
        Comparison comparison = sides.ask(new ComparisonOf(replayId));
        model.addAttribute("replay", replay);
        model.addAttribute("point", ReplayWords.point(replay, words));
        model.addAttribute("comparison", comparison);
        List<Beside> all = comparison.compared().stream()
                .map(each -> new Beside(each, ReplayWords.with(each)))
                .toList();
        model.addAttribute("compared", all);
        return "replay/comparison";
    }

    /** From now on every page shows what it showed then. */
    @PostMapping("/replays/{replayId}/look")
    String look(@PathVariable String replayId) {
        ReplayView replay = sides.ask(new OneReplay(replayId));
        if (replay.state() != ReplayProgress.DONE || replay.scope() != ReplayScope.EVERYTHING) {
            throw Rejection.of(Refusal.WRONG_STATE, "Only a replay of everything that is done can be looked at.");
        }
        String point = ReplayWords.point(replay, words);
        new LookingBack(replayId, replay.name() + ", " + Character.toLowerCase(point.charAt(0)) + point.substring(1))
                .begin();
        return "redirect:/";
    }

    @PostMapping("/replays/now")
    String now() {
        LookingBack.end();
        return "redirect:/replays";
    }

    @GetMapping("/replays/{replayId}/{act}")
    String showEnding(@PathVariable String replayId, @PathVariable String act, Model model) {
        return deeds.show(ending(replayId, act), Form.empty(), model);
    }

    @PostMapping("/replays/{replayId}/{act}")
    String end(
            @PathVariable String replayId,
            @PathVariable String act,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes redirect) {
        return deeds.send(ending(replayId, act), Form.of(sent), model, redirect);
    }

    private Deed ending(String replayId, String act) {
        ReplayView replay = sides.ask(new OneReplay(replayId));
        return switch (act) {
            case "cancel" -> ReplayDeeds.cancel(replay, words);
            case "delete" -> ReplayDeeds.drop(replay, words);
            default -> throw Rejection.of(Refusal.NOT_FOUND, "There is no such page of a replay.");
        };
    }

    private static boolean unfinished(ReplayView replay) {
        return replay.state() == ReplayProgress.WAITING || replay.state() == ReplayProgress.RUNNING;
    }
}
