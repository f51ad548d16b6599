package org.tallystick.journeys;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * What every page must keep, whoever looks at it. A page whose bones (elements, classes, roles) were looked at before
 * is not examined by axe again: the same bones give the same findings, and axe is what takes time.
 */
final class PageCheck {

    private static final int DESK = 1280;
    private static final int PHONE = 320;
    private static final int HEIGHT = 800;
    private static final int MOST_SHOWN = 3;

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static final Pattern TITLE = Pattern.compile("(Error: )?\\S.* – Tallystick");

    /** Words of programs that have no business on a page. */
    private static final Pattern RAW = Pattern.compile(
            "\\bnull\\b|\\bundefined\\b|\\bNaN\\b|Optional\\[|\\$\\{|#\\{|\\?\\?|\\b[A-Z]{3,}_[A-Z_]{2,}\\b|\\borg\\.tallystick\\b");

    private static final String BONES = """
            () => {
              const walk = e => e.localName + '.' + [...e.classList].sort().join('.')
                + (e.getAttribute('role') || '') + (e.hasAttribute('aria-label') ? 'L' : '') + '('
                + [...new Set([...e.children].map(walk))].join(',') + ')';
              return walk(document.body);
            }""";

    private static final String STRUCTURE = """
            () => {
              const faults = [];
              const text = e => e.textContent.trim().replace(/\\s+/g, ' ').slice(0, 60);
              const ones = document.querySelectorAll('h1').length;
              if (ones !== 1) faults.push('one-h1: ' + ones + ' main headings');
              for (const table of document.querySelectorAll('table')) {
                const figures = /£/.test(table.textContent) || table.querySelector('.govuk-table__cell--numeric');
                const named = table.caption || table.getAttribute('aria-label') || table.getAttribute('aria-labelledby')
                  || table.closest('[aria-label],[aria-labelledby]');
                if (figures && !table.querySelector('th[scope]')) faults.push('table-headers: ' + text(table));
                if (figures && !named) faults.push('table-name: ' + text(table));
                for (const th of table.querySelectorAll('th:not([scope])')) faults.push('th-scope: ' + text(th));
              }
              for (const a of document.querySelectorAll('a[href^="#"]'))
                if (!document.getElementById(decodeURIComponent(a.hash.slice(1)))) faults.push('anchor-leads-nowhere: ' + a.hash);
              for (const a of document.querySelectorAll('a[href]'))
                if (text(a) === '' && !a.getAttribute('aria-label')) faults.push('empty-link: ' + a.getAttribute('href'));
              return faults;
            }""";

    private static final String TOO_WIDE = """
            () => {
              const root = document.documentElement;
              if (root.scrollWidth <= root.clientWidth) return '';
              const wide = [...document.body.querySelectorAll('*')]
                .filter(e => e.getBoundingClientRect().right > root.clientWidth + 1 && !e.closest('.tally-scroll > *'))
                .slice(-1).map(e => e.localName + '.' + e.className + ' "' + e.textContent.trim().slice(0, 40) + '"');
              return root.scrollWidth + ' px wide: ' + wide;
            }""";

    /** For all tests together, so that the same bones are looked at once. */
    static final PageCheck ALL = new PageCheck();

    private final Set<Object> bonesSeen = ConcurrentHashMap.newKeySet();

    /** All that is wrong with the page that is open, each as "rule: what". */
    List<String> faults(Page page) {
        return faults(page, true);
    }

    /**
     * The same of a page that may be open without JavaScript.
     *
     * @param script whether the page may run scripts, without which axe does not run either
     */
    List<String> faults(Page page, boolean script) {
        List<String> faults = new ArrayList<>();
        if (!TITLE.matcher(page.title()).matches()) {
            faults.add("title: " + page.title());
        }
        if (page.evaluate(STRUCTURE) instanceof List<?> found) {
            found.stream().map(Object::toString).distinct().limit(MOST_SHOWN).forEach(faults::add);
        }
        RAW.matcher(page.locator("body").innerText())
                .results()
                .map(match -> "words-of-programs: " + match.group())
                .distinct()
                .limit(MOST_SHOWN)
                .forEach(faults::add);
        if (script && bonesSeen.add(page.evaluate(BONES))) {
            faults.addAll(axe(page));
        }
        page.setViewportSize(PHONE, HEIGHT);
        if (page.evaluate(TOO_WIDE) instanceof String wide && !wide.isEmpty()) {
            faults.add("scrolls-sideways-at-320: " + wide);
        }
        page.setViewportSize(DESK, HEIGHT);
        return faults;
    }

    private static List<String> axe(Page page) {
        AxeRunOptions violationsOnly = new AxeRunOptions();
        violationsOnly.setResultTypes(List.of("violations"));
        return new AxeBuilder(page)
                .options(violationsOnly).withTags(RULES).setLegacyMode(true).analyze().getViolations().stream()
                        .map(PageCheck::words)
                        .toList();
    }

    private static String words(Rule rule) {
        List<String> where = rule.getNodes().stream()
                .limit(MOST_SHOWN)
                .map(CheckedNode::getHtml)
                .map(html -> html.substring(0, Math.min(160, html.length())))
                .toList();
        return "axe " + rule.getId() + ": " + rule.getHelp() + " " + where;
    }
}
