package org.tallystick.journeys;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.WaitUntilState;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Follows every link from the home page on, as one person. Of pages of the same kind (the same route and the same names
 * of parameters) it opens a few only.
 */
final class Walk {

    private static final int MOST_OF_A_KIND = 1;
    private static final int MOST_PAGES = 150;

    private final Person person;
    private final String who;
    private final PageCheck check;
    private final UnaryOperator<String> routeOf;
    private final Deque<String> ahead = new ArrayDeque<>();
    private final Set<String> noticed = new HashSet<>();
    private final Map<String, Integer> ofAKind = new HashMap<>();
    private final List<String> faults = new ArrayList<>();
    private final List<String> consoleErrors = new ArrayList<>();
    private final Set<String> routes = new TreeSet<>();
    private int pages;

    /**
     * @param who how the report names the person
     * @param routeOf the route that answers a path, such as /funds/{fundId}
     */
    Walk(Person person, String who, PageCheck check, UnaryOperator<String> routeOf) {
        this.person = person;
        this.who = who;
        this.check = check;
        this.routeOf = routeOf;
        person.page().onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                consoleErrors.add(message.text());
            }
        });
        person.page().onPageError(consoleErrors::add);
    }

    /** Walks until there is nothing new; returns what is wrong, each as "path as who: rule: what". */
    List<String> from(String... beginnings) {
        Stream.of(beginnings).forEach(path -> notice(path, "the beginning"));
        while (!ahead.isEmpty() && pages < MOST_PAGES) {
            visit(ahead.removeFirst());
        }
        return faults;
    }

    /** The routes of the pages seen. */
    Set<String> routes() {
        return routes;
    }

    private void visit(String path) {
        pages++;
        consoleErrors.clear();
        Page page = person.page();
        Response response;
        try {
            response = page.navigate(path, new Page.NavigateOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
        } catch (PlaywrightException download) {
            APIResponse file = person.context().request().get(path);
            if (!file.ok()) {
                fault(path, "status: " + file.status());
            }
            return;
        }
        int status = Objects.requireNonNull(response).status();
        if (status >= 400) {
            fault(path, "status: " + status + " " + person.heading());
            return;
        }
        if (!String.valueOf(response.headerValue("content-type")).startsWith("text/html")) {
            return;
        }
        routes.add(routeOf.apply(pathOf(path)));
        check.faults(page).forEach(fault -> fault(path, fault));
        consoleErrors.forEach(error -> fault(path, "console: " + error));
        links(page).forEach(link -> notice(link, path));
    }

    private List<String> links(Page page) {
        Object found = page.evaluate("""
                () => [...document.querySelectorAll('a[href]')].filter(a => a.origin === location.origin && !a.getAttribute('href').startsWith('#'))
                  .map(a => a.pathname + a.search)""");
        return found instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of();
    }

    private void notice(String link, String foundOn) {
        if (!noticed.add(link)) {
            return;
        }
        String route = routeOf.apply(pathOf(link));
        if (route.isEmpty()) {
            fault(foundOn, "broken-link: nothing answers " + link);
            return;
        }
        String query = URI.create(link).getRawQuery();
        String names = query == null
                ? ""
                : Stream.of(query.split("&"))
                        .map(parameter -> parameter.replaceAll("=.*", ""))
                        .sorted()
                        .collect(Collectors.joining(","));
        if (ofAKind.merge(route + "?" + names, 1, Integer::sum) <= MOST_OF_A_KIND) {
            ahead.add(link);
        }
    }

    private void fault(String path, String words) {
        faults.add(path + " as " + who + ": " + words);
    }

    private static String pathOf(String link) {
        return URI.create(link).getPath();
    }
}
