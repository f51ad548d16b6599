package org.tallystick.platform;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Every component in all its states, living: what authors copy from and what the accessibility test walks. */
@Page
@ConditionalOnProperty("tallystick.demo")
class StyleGuidePage {

    private static final int MOST_WORDS = 20;

    @GetMapping("/styleguide")
    String overview(Model model) {
        StyleGuideSamples.fill(model);
        return "styleguide/overview";
    }

    @GetMapping("/styleguide/form")
    String form(Model model) {
        return form(model, Form.empty().put("paidOn-year", "2026"));
    }

    /** Checks like a real form, so that every kind of fault can be seen. */
    @PostMapping("/styleguide/form")
    String check(@RequestParam MultiValueMap<String, String> sent, Model model) {
        Form form = Form.of(sent);
        form.text("name", "Enter the name of the fund.");
        form.pence("amount", "the amount received");
        form.date("paidOn", "the day it was paid");
        form.words("purpose", MOST_WORDS, "Say what the money is for.");
        form.choice("fund", List.of("north", "south"), fund -> fund, "Choose a fund.");
        form.choice("year", List.of("2026-27", "2027-28"), year -> year, "Choose a financial year.");
        if (form.values("for").isEmpty()) {
            form.refuse("for", "Choose at least one group of people.");
        }
        if (form.hasProblems()) {
            return form(model, form);
        }
        model.addAttribute("next", StyleGuideSamples.NEXT);
        return "styleguide/sent";
    }

    @GetMapping("/styleguide/list")
    String list(@RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "") String sort, Model model) {
        Paging paging = new Paging(page, Paging.USUAL_SIZE, StyleGuideSamples.MANY);
        model.addAttribute("paging", paging);
        model.addAttribute("sort", sort);
        model.addAttribute("awards", StyleGuideSamples.awards(paging));
        return "styleguide/list";
    }

    @GetMapping("/styleguide/long-list")
    String longList(Model model) {
        Paging paging = new Paging(1, StyleGuideSamples.MANY, StyleGuideSamples.MANY);
        model.addAttribute("paging", paging);
        model.addAttribute("sort", "name");
        model.addAttribute("awards", StyleGuideSamples.awards(paging));
        return "styleguide/list";
    }

    @GetMapping("/styleguide/past")
    String past(Model model) {
        model.addAttribute("asAt", new AsAt("31 March 2026", "/styleguide"));
        StyleGuideSamples.fill(model);
        return "styleguide/past";
    }

    private static String form(Model model, Form form) {
        model.addAttribute("form", form);
        model.addAttribute("funds", StyleGuideSamples.FUNDS);
        model.addAttribute("years", StyleGuideSamples.YEARS);
        model.addAttribute("groups", StyleGuideSamples.GROUPS);
        return "styleguide/form";
    }
}
