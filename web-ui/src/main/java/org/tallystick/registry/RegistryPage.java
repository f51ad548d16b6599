package org.tallystick.registry;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.tallystick.platform.Csv;
import org.tallystick.platform.Form;
import org.tallystick.platform.NavigationItem;
import org.tallystick.platform.Option;
import org.tallystick.platform.Page;
import org.tallystick.platform.Paged;
import org.tallystick.platform.Paging;
import org.tallystick.platform.Role;
import org.tallystick.platform.Sides;
import org.tallystick.platform.StateTag;
import org.tallystick.platform.Words;
import org.tallystick.registry.OrganisationQuery.OrganisationSummary;
import org.tallystick.registry.OrganisationQuery.Organisations;

/** The public register: find an organisation, or take the list away. */
@Page
class RegistryPage {

    private static final List<String> HEADINGS =
            List.of("identifier", "name", "kind", "state", "place", "by and for", "awards", "awarded in pounds");

    private final Sides sides;
    private final Words words;

    RegistryPage(Sides sides, Words words) {
        this.sides = sides;
        this.words = words;
    }

    @Bean
    static NavigationItem organisationsInNavigation() {
        return new NavigationItem(40, "Organisations", "/organisations", Set.of(Role.values()));
    }

    /** A line of the list. */
    record Line(OrganisationSummary summary, String href, StateTag state) {}

    /** What was asked for. */
    record Asked(
            @Nullable String search,
            @Nullable OrganisationKind kind,
            @Nullable OrganisationState state,
            boolean byAndFor) {

        static Asked of(Form form) {
            String search = form.value("q").strip();
            return new Asked(
                    search.isEmpty() ? null : search.substring(0, Math.min(200, search.length())),
                    one(OrganisationKind.values(), form.value("kind")).orElse(null),
                    one(OrganisationState.values(), form.value("state")).orElse(null),
                    form.value("byAndFor").equals("yes"));
        }

        Organisations page(int page, int size) {
            return new Organisations(search, kind, state, byAndFor, page, size);
        }

        private static <E extends Enum<E>> Optional<E> one(E[] all, String name) {
            return Arrays.stream(all).filter(e -> e.name().equals(name)).findFirst();
        }
    }

    @GetMapping("/organisations")
    String organisations(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "0") long after,
            Model model) {
        Form form = Form.of(sent);
        Asked asked = Asked.of(form);
        Paged<OrganisationSummary> found = sides.ask(asked.page(Math.max(1, page), Paging.USUAL_SIZE), after);
        model.addAttribute("form", form);
        model.addAttribute(
                "lines", found.items().stream().map(RegistryPage::line).toList());
        model.addAttribute("paging", new Paging(found.page(), found.size(), found.total()));
        model.addAttribute("kinds", kinds(asked));
        model.addAttribute("states", states());
        model.addAttribute("byAndFor", byAndFor(asked));
        model.addAttribute(
                "csv",
                UriComponentsBuilder.fromPath("/organisations.csv")
                        .queryParam("q", "{q}")
                        .queryParam("kind", "{kind}")
                        .queryParam("state", "{state}")
                        .queryParam("byAndFor", "{byAndFor}")
                        .encode()
                        .buildAndExpand(
                                form.value("q"), form.value("kind"), form.value("state"), form.value("byAndFor"))
                        .toUriString());
        model.addAttribute("mayApply", sides.may(OrganisationCommand.ApplyForRegistration.class));
        return "registry/organisations";
    }

    /** All that match, page by page, so that a large register needs no more memory than a small one. */
    @GetMapping("/organisations.csv")
    void csv(@RequestParam MultiValueMap<String, String> sent, HttpServletResponse response) throws IOException {
        Asked asked = Asked.of(Form.of(sent));
        Csv.write(
                response,
                "organisations.csv",
                HEADINGS,
                page -> sides.ask(asked.page(page, Paged.MOST)),
                RegistryPage::cells);
    }

    private static List<String> cells(OrganisationSummary o) {
        return List.of(
                o.organisationId(),
                o.name(),
                o.kind().words(),
                o.state().name().toLowerCase(Locale.ROOT),
                o.place(),
                o.byAndFor() ? "yes" : "no",
                Long.toString(o.awards()),
                Csv.pounds(o.awardedPence()));
    }

    private static Line line(OrganisationSummary summary) {
        return new Line(summary, RegistryWords.pathOf(summary.organisationId()), RegistryWords.tag(summary.state()));
    }

    private List<Option> kinds(Asked asked) {
        List<Option> options = new ArrayList<>(List.of(Option.of("", "All kinds")));
        for (OrganisationKind kind : OrganisationKind.values()) {
            long count = count(new Organisations(asked.search(), kind, asked.state(), asked.byAndFor(), 1, 1));
            options.add(Option.of(kind.name(), RegistryWords.capital(kind.words()) + " (" + words.number(count) + ")"));
        }
        return options;
    }

    private List<Option> byAndFor(Asked asked) {
        long count = count(new Organisations(asked.search(), asked.kind(), asked.state(), true, 1, 1));
        return List.of(Option.of("", "All"), Option.of("yes", "Verified by and for (" + words.number(count) + ")"));
    }

    private static List<Option> states() {
        List<Option> options = new ArrayList<>(List.of(Option.of("", "All states")));
        for (OrganisationState state : OrganisationState.values()) {
            options.add(Option.of(state.name(), RegistryWords.tag(state).text()));
        }
        return options;
    }

    private long count(Organisations query) {
        return sides.ask(query).total();
    }
}
