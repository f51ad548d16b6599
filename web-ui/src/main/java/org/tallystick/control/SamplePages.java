package org.tallystick.control;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.tallystick.control.SampleQuery.Method;
import org.tallystick.control.SampleQuery.Population;
import org.tallystick.control.SampleQuery.SampleOf;
import org.tallystick.platform.Form;
import org.tallystick.platform.Option;
import org.tallystick.platform.Page;
import org.tallystick.platform.PersonNames;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Sides;
import org.tallystick.platform.TaggedPdf;
import org.tallystick.platform.Words;
import org.thymeleaf.ITemplateEngine;

/** A sample to look at by hand, drawn so that anybody can draw the same again. */
@Page
class SamplePages {

    private static final List<Option> POPULATIONS = Arrays.stream(Population.values())
            .map(one -> Option.of(
                    one.name(),
                    WorkingPaper.words(one).substring(0, 1).toUpperCase(Locale.UK)
                            + WorkingPaper.words(one).substring(1)))
            .toList();
    private static final List<Option> METHODS =
            List.of(Option.of(Method.RANDOM.name(), "At random"), Option.of(Method.MONETARY_UNIT.name(), "By money"));

    private static final String SIZE = "Enter how many you want, from 1 to " + SampleOf.MOST + ".";
    private static final String SEED = "Enter a seed: any whole number.";

    private final Sides sides;
    private final Words words;
    private final PersonNames people;
    private final WorkingPapers papers;

    SamplePages(Sides sides, Words words, PersonNames people, ITemplateEngine templates) {
        this.sides = sides;
        this.words = words;
        this.people = people;
        this.papers = new WorkingPapers(new TaggedPdf(templates), words);
    }

    @GetMapping("/control-tests/sample")
    String sample(@RequestParam MultiValueMap<String, String> sent, Model model) {
        if (!sides.may(SampleOf.class)) {
            return "history/not-open";
        }
        Form form = Form.of(sent);
        model.addAttribute("form", form);
        model.addAttribute("populations", POPULATIONS);
        model.addAttribute("methods", METHODS);
        model.addAttribute("paper", null);
        if (form.names().isEmpty()) {
            form.put("size", "25").put("seed", words.today().toString().replace("-", ""));
            return "control/sample";
        }
        read(form).ifPresent(asked -> {
            model.addAttribute("paper", WorkingPaper.of(sides.ask(asked), who(), words));
            model.addAttribute("csv", address("sample.csv", sent));
            model.addAttribute("pdf", address("sample.pdf", sent));
        });
        return "control/sample";
    }

    @GetMapping("/control-tests/sample.csv")
    void csv(@RequestParam MultiValueMap<String, String> sent, HttpServletResponse response) throws IOException {
        papers.csv(paper(sent), response);
    }

    @GetMapping("/control-tests/sample.pdf")
    ResponseEntity<byte[]> pdf(@RequestParam MultiValueMap<String, String> sent) {
        return papers.pdf(paper(sent));
    }

    private WorkingPaper paper(MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        SampleOf asked = read(form)
                .orElseThrow(() ->
                        Rejection.of(Refusal.INVALID, form.problems().getFirst().message()));
        return WorkingPaper.of(sides.ask(asked), who(), words);
    }

    private String who() {
        return people.of(sides.actor().personId());
    }

    private static Optional<SampleOf> read(Form form) {
        Optional<Population> population =
                form.choice("population", List.of(Population.values()), Enum::name, "Choose what to draw from.");
        Optional<Method> method = form.choice("method", List.of(Method.values()), Enum::name, "Choose how to draw.");
        Long size = ControlForm.number(form, "size", SIZE);
        Long seed = ControlForm.number(form, "seed", SEED);
        if (size == null || size < 1 || size > SampleOf.MOST) {
            form.refuse("size", SIZE);
        }
        if (seed == null) {
            form.refuse("seed", SEED);
        }
        LocalDate from = ControlForm.day(form, "from", "the first day");
        LocalDate until = ControlForm.day(form, "until", "the last day");
        if (form.hasProblems() || size == null || seed == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new SampleOf(population.orElseThrow(), method.orElseThrow(), seed, size.intValue(), from, until));
        } catch (Rejection refused) {
            form.refuse(refused.field().orElse(""), refused.sentence());
            return Optional.empty();
        }
    }

    private static String address(String file, MultiValueMap<String, String> sent) {
        return UriComponentsBuilder.fromPath("/control-tests/" + file)
                .queryParams(sent)
                .encode()
                .toUriString();
    }
}
