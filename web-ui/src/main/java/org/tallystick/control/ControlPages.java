package org.tallystick.control;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.tallystick.control.ControlQuery.LastRun;
import org.tallystick.control.ControlQuery.OneControlTest;
import org.tallystick.control.ControlQuery.OpenException;
import org.tallystick.control.ControlQuery.OpenExceptions;
import org.tallystick.control.ControlQuery.TestGlance;
import org.tallystick.platform.Form;
import org.tallystick.platform.LookingBack;
import org.tallystick.platform.NavigationItem;
import org.tallystick.platform.Page;
import org.tallystick.platform.PersonNames;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Role;
import org.tallystick.platform.Sides;
import org.tallystick.platform.StateTag;
import org.tallystick.platform.TaggedPdf;
import org.tallystick.platform.Tone;
import org.tallystick.platform.Words;
import org.thymeleaf.ITemplateEngine;

/** All control tests with how they came out last, and each to be run with what an auditor sets. */
@Page
class ControlPages {

    private static final int LATEST = 10;

    private final Sides sides;
    private final Words words;
    private final PersonNames people;
    private final WorkingPapers papers;

    ControlPages(Sides sides, Words words, PersonNames people, ITemplateEngine templates) {
        this.sides = sides;
        this.words = words;
        this.people = people;
        this.papers = new WorkingPapers(new TaggedPdf(templates), words);
    }

    @Bean
    static NavigationItem controlTestsInNavigation() {
        return new NavigationItem(65, "Control tests", "/control-tests", Set.of(Role.AUDITOR, Role.OPERATOR));
    }

    /** A test in the list. */
    record Line(TestGlance test, StateTag state, String tested) {}

    /** An exception in the list of all. */
    record Open(String test, String slug, String firstSeen, WorkingPaper.Line line) {}

    @GetMapping("/control-tests")
    String tests(Model model) {
        if (!sides.may(ControlQuery.ControlTests.class)) {
            return "history/not-open";
        }
        List<TestGlance> tests = sides.ask(new ControlQuery.ControlTests());
        var open = sides.ask(new OpenExceptions(null, 1, LATEST));
        model.addAttribute("lines", tests.stream().map(this::line).toList());
        model.addAttribute("open", open.items().stream().map(this::open).toList());
        model.addAttribute("total", open.total());
        model.addAttribute("everRun", tests.stream().anyMatch(test -> test.last() != null));
        return "control/list";
    }

    @GetMapping("/control-tests/{slug:[a-z-]+}")
    String test(
            @PathVariable String slug,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam MultiValueMap<String, String> sent,
            Model model) {
        if (!sides.may(OneControlTest.class)) {
            return "history/not-open";
        }
        ControlTest test = test(slug);
        Form form = Form.of(sent);
        model.addAttribute("test", test);
        model.addAttribute("form", form);
        model.addAttribute("paper", null);
        ControlForm.read(test, form).ifPresent(asked -> {
            var result = sides.ask(asked, after);
            model.addAttribute("result", result);
            model.addAttribute("explainable", isExplainable(asked));
            model.addAttribute("paper", WorkingPaper.of(result, who(), words, people));
            model.addAttribute("csv", address(slug, "paper.csv", sent));
            model.addAttribute("pdf", address(slug, "paper.pdf", sent));
        });
        return "control/one";
    }

    @GetMapping("/control-tests/{slug:[a-z-]+}/paper.csv")
    void csv(@PathVariable String slug, @RequestParam MultiValueMap<String, String> sent, HttpServletResponse response)
            throws IOException {
        papers.csv(paper(slug, sent), response);
    }

    @GetMapping("/control-tests/{slug:[a-z-]+}/paper.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String slug, @RequestParam MultiValueMap<String, String> sent) {
        return papers.pdf(paper(slug, sent));
    }

    private WorkingPaper paper(String slug, MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        OneControlTest asked = ControlForm.read(test(slug), form)
                .orElseThrow(() ->
                        Rejection.of(Refusal.INVALID, form.problems().getFirst().message()));
        return WorkingPaper.of(sides.ask(asked), who(), words, people);
    }

    /** What is found with other parameters may be found with no others; and nothing is changed in the past. */
    private boolean isExplainable(OneControlTest asked) {
        return sides.may(ControlCommand.ExplainException.class)
                && LookingBack.current().isEmpty()
                && asked.equals(OneControlTest.standard(asked.test()));
    }

    private String who() {
        return people.of(sides.actor().personId());
    }

    private Line line(TestGlance test) {
        LastRun last = test.last();
        if (last == null) {
            return new Line(test, StateTag.of("Not run yet", Tone.PLAIN), "");
        }
        String tested =
                words.number(last.population()) + " " + test.test().population() + ", " + words.dateTime(last.ranAt());
        long open = last.exceptions() - test.explained();
        String explained = test.explained() == 0 ? "" : "; " + words.number(test.explained()) + " explained";
        return new Line(test, state(last.exceptions(), open), tested + explained);
    }

    private StateTag state(long exceptions, long open) {
        if (exceptions == 0) {
            return StateTag.of("None found", Tone.GOOD);
        }
        return open <= 0
                ? StateTag.of("All explained", Tone.PLAIN)
                : StateTag.of(words.count(open, "exception", "exceptions"), Tone.LATE);
    }

    private Open open(OpenException found) {
        return new Open(
                found.test().title(),
                found.test().slug(),
                words.dateTime(found.firstSeenAt()),
                WorkingPaper.Line.of(found.finding(), "", Explained.of(found.test(), found.finding(), words, people)));
    }

    static ControlTest test(String slug) {
        return Arrays.stream(ControlTest.values())
                .filter(test -> test.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> Rejection.of(Refusal.NOT_FOUND, "There is no such control test."));
    }

    private static String address(String slug, String file, MultiValueMap<String, String> sent) {
        return UriComponentsBuilder.fromPath("/control-tests/" + slug + "/" + file)
                .queryParams(sent)
                .replaceQueryParam("after")
                .encode()
                .toUriString();
    }
}
