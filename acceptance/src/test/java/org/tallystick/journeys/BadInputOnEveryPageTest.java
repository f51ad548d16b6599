package org.tallystick.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.HtmlUtils;
import org.tallystick.journeys.PlainBrowser.Answer;
import org.tallystick.platform.Started;

/**
 * Every form of every page of a demo, as each of its people: whatever is typed into it is taken, or refused in words
 * beside it with all that was typed. {@code -Dtallystick.bad-input=N} tries N values in each field instead of
 * two, and {@code -Dtallystick.bad-input.seed=N} others.
 */
class BadInputOnEveryPageTest {

    private static final List<String> PEOPLE = List.of(
            "commissioner",
            "lead",
            "governor",
            "payer",
            "assessor",
            "auditor",
            "member",
            "worker",
            "coordinator",
            "referrer");
    private static final int VALUES = Integer.getInteger("tallystick.bad-input", 2);
    private static final long SEED = Long.getLong("tallystick.bad-input.seed", 1);
    private static final int MOST_PAGES = 120;
    private static final Pattern LINK = Pattern.compile("<a\\b[^>]*href=\"(/[^\"#]*)");

    private static final Set<String> FOUND_ON_THE_WAY = new TreeSet<>();
    private static final Map<String, PlainBrowser> BROWSERS = new LinkedHashMap<>();
    private static final Map<String, List<HtmlForm>> FORMS = new LinkedHashMap<>();
    private static final Map<String, Set<String>> PATHS = new LinkedHashMap<>();

    @SuppressWarnings("NullAway.Init")
    private static Started demo;

    @BeforeAll
    static void everybodyHasLookedAround() throws Exception {
        int port = Started.freePort();
        demo = Started.run(port, Map.of(), List.of("./tallystick", "demo", "--port", Integer.toString(port)))
                .awaitWords("Stop it with Ctrl-C");
        Set<String> known = new HashSet<>();
        Set<String> kinds = new HashSet<>();
        for (String person : PEOPLE) {
            PlainBrowser browser = new PlainBrowser("http://localhost:" + port).loggedInAs(person);
            BROWSERS.put(person, browser);
            walk(browser, person, known, kinds);
        }
    }

    @AfterAll
    static void demoIsStopped() throws Exception {
        demo.stop();
        demo.close();
    }

    @Test
    void whatever_is_typed_is_taken_or_refused_beside_its_field_and_kept() throws Exception {
        Set<String> faults = new TreeSet<>(FOUND_ON_THE_WAY);
        int sent = 0;
        int taken = 0;
        for (String person : PEOPLE) {
            BadInput bad = new BadInput(of(person, BROWSERS), person, SEED, VALUES);
            for (HtmlForm form : of(person, FORMS)) {
                bad.into(form);
                bad.twice(form);
            }
            faults.addAll(bad.faults());
            sent += bad.sent();
            taken += bad.taken();
        }
        assertThat(faults).isEmpty();
        assertThat(sent).as("forms sent").isGreaterThan(500);
        assertThat(taken).as("forms taken").isGreaterThan(20);
        assertThat(FORMS.values().stream().mapToInt(List::size).sum())
                .as("kinds of forms")
                .isGreaterThan(60);
        assertThat(demo.words()).doesNotContain("ERROR", "Exception");
    }

    @Test
    void whatever_stands_in_an_address_is_answered() throws Exception {
        Random random = new Random(SEED);
        Set<String> faults = new TreeSet<>();
        for (String person : PEOPLE) {
            for (String path : of(person, PATHS)) {
                List<String> strange = new ArrayList<>(strange(path));
                Collections.shuffle(strange, random);
                for (String address : strange.subList(0, Math.min(VALUES, strange.size()))) {
                    Answer answer = of(person, BROWSERS).get(address);
                    BadInputJudge.faults(answer).forEach(fault -> faults.add(address + " as " + person + ": " + fault));
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(demo.words()).doesNotContain("ERROR", "Exception");
    }

    /** The same address with something else in each place that is not fixed. */
    private static List<String> strange(String address) {
        List<String> all = new ArrayList<>();
        for (String value : HostileValues.IN_ADDRESSES) {
            String id = HtmlForm.IDS.matcher(address).replaceAll("/" + Matcher.quoteReplacement(value));
            String parameters = address.replaceAll("=[^&]*", "=" + Matcher.quoteReplacement(value));
            Stream.of(id, parameters).filter(one -> !one.equals(address)).forEach(all::add);
        }
        return all;
    }

    private static <T> T of(String person, Map<String, T> all) {
        return Objects.requireNonNull(all.get(person));
    }

    /** Follows links; of pages and forms of the same kind one, and none that somebody met before. */
    private static void walk(PlainBrowser browser, String person, Set<String> known, Set<String> kinds)
            throws IOException, InterruptedException {
        List<HtmlForm> forms = new ArrayList<>();
        Set<String> paths = new LinkedHashSet<>();
        Set<String> noticed = new HashSet<>();
        Deque<String> ahead = new ArrayDeque<>(List.of("/"));
        for (int pages = 0; !ahead.isEmpty() && pages < MOST_PAGES; pages++) {
            String path = ahead.removeFirst();
            Answer page = browser.get(path);
            if (kinds.add(kindOf(path))) {
                paths.add(path);
            }
            if (page.status() >= 400) {
                FOUND_ON_THE_WAY.add(path + " as " + person + ": status " + page.status());
            }
            if (!page.html()) {
                continue;
            }
            HtmlForm.of(path, page.body()).stream()
                    .filter(form -> known.add(form.kind()))
                    .forEach(forms::add);
            links(page.body()).stream()
                    .filter(link -> noticed.add(kindOf(link)))
                    .forEach(ahead::add);
        }
        FORMS.put(person, forms);
        PATHS.put(person, paths);
    }

    private static List<String> links(String html) {
        List<String> links = new ArrayList<>();
        LINK.matcher(html).results().forEach(link -> links.add(HtmlUtils.htmlUnescape(link.group(1))));
        links.removeIf(link -> link.startsWith("/assets/") || link.startsWith("/styleguide"));
        return links;
    }

    private static String kindOf(String link) {
        String names = link.contains("?") ? link.substring(link.indexOf('?')).replaceAll("=[^&]*", "") : "";
        return HtmlForm.withoutIds(link) + names;
    }
}
