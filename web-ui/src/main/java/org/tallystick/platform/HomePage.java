package org.tallystick.platform;

import java.util.EnumSet;
import org.springframework.context.annotation.Bean;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tallystick.opendata.PublicQuery;

/** The first page: what needs this person first, below it the state of their things; the front door of the public. */
@Page
class HomePage {

    private final Sides sides;
    private final DutyLinks duties;
    private final HomeStates states;

    HomePage(Sides sides, Words words, PersonNames people) {
        this.sides = sides;
        this.duties = new DutyLinks(words);
        this.states = new HomeStates(sides, words, people);
    }

    @Bean
    static NavigationItem homeNavigation() {
        return new NavigationItem(0, "Home", "/", EnumSet.allOf(Role.class));
    }

    @GetMapping("/")
    String home(@RequestParam(defaultValue = "0") long after, Model model) {
        if (sides.actor().role() == Role.PUBLIC) {
            model.addAttribute("totals", sides.askAsAnyone(new PublicQuery.Totals()));
            states.ofOpenCalls(model);
            return "home/public";
        }
        HomeQuery.Duties waiting = sides.ask(new HomeQuery.WhatNeedsMe(), after);
        model.addAttribute("needs", waiting.duties().stream().map(duties::need).toList());
        model.addAttribute("more", waiting.total() - waiting.duties().size());
        return switch (sides.actor().role()) {
            case GOVERNOR, COMMISSIONER, PAYER -> {
                states.ofMoney(model);
                yield "home/money";
            }
            case APPLICANT_LEAD, APPLICANT_MEMBER -> {
                states.ofOurs(model);
                yield "home/ours";
            }
            case AUDITOR, OPERATOR -> {
                states.ofLog(model);
                yield "home/auditor";
            }
            case ASSESSOR, REFERRER, WORKER, COORDINATOR, PUBLIC -> {
                model.addAttribute("role", sides.actor().role().name());
                yield "home/later";
            }
        };
    }
}
