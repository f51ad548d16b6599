package org.tallystick.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tallystick.platform.RunningTallystick;

/** Somebody at a browser, who finds their way by what the page says and by nothing else. */
final class Person implements AutoCloseable {

    static final int PATIENCE_MILLIS = 10_000;

    private static final Map<String, String> LOG_INS = new ConcurrentHashMap<>();

    private final BrowserContext context;
    private final Page page;
    private final Hand hand;
    private final boolean script;
    private @Nullable PageCheck check;
    private boolean staying;

    private Person(Browser.NewContextOptions options) {
        script = !Boolean.FALSE.equals(options.javaScriptEnabled);
        context = Chromium.browser()
                .newContext(options.setBaseURL(RunningTallystick.shared().address())
                        .setLocale("en-GB")
                        .setTimezoneId("Europe/London"));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        page = context.newPage();
        hand = new Hand(page);
    }

    /** Nobody in particular. */
    static Person anyone() {
        return new Person(new Browser.NewContextOptions());
    }

    /** One of the demonstration's people; the log-in of an earlier test is used again. */
    static Person loggedInAs(String username) {
        return as(username, true);
    }

    /** The same without JavaScript. */
    static Person withoutScript(String username) {
        return as(username, false);
    }

    /** Logged in anew, for tests that lose the log-in on the way. */
    static Person newlyLoggedInAs(String username) {
        Person person = anyone();
        person.logIn(username);
        return person;
    }

    private static Person as(String username, boolean script) {
        String logIn = LOG_INS.computeIfAbsent(username, name -> {
            try (Person person = newlyLoggedInAs(name)) {
                return person.context.storageState();
            }
        });
        return new Person(new Browser.NewContextOptions().setStorageState(logIn).setJavaScriptEnabled(script));
    }

    /** From now on every page that is met has to keep what all pages must keep. */
    Person lookingClosely(PageCheck closely) {
        check = closely;
        return this;
    }

    /** Whoever has done their part keeps the browser open for the next. */
    Person staying() {
        staying = true;
        return this;
    }

    /** Goes for good. */
    void leave() {
        context.close();
    }

    /** From now on with nothing but keys. */
    Person withoutMouse() {
        hand.takeKeysOnly();
        return this;
    }

    /** Logs in through the form. */
    void logIn(String username) {
        page.navigate("/log-in");
        fill("Username", username);
        fill("Password", "demo");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Log in").setExact(true))
                .click();
        page.getByText("Log out").waitFor();
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /** Types an address. */
    Person go(String path) {
        page.navigate(path);
        return met();
    }

    /** Follows the first link that says this. */
    Person follow(String link) {
        hand.press(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link))
                .first());
        return met();
    }

    /** Types into the field of this label. */
    Person fill(String label, String value) {
        hand.type(field(label), value);
        return this;
    }

    /** Chooses from a list. */
    Person select(String label, String option) {
        hand.choose(field(label), option);
        return this;
    }

    /** Ticks what is labelled so. */
    Person tick(String label) {
        hand.tick(field(label));
        return this;
    }

    /** Ticks the one box of that name, whose label is a whole statement. */
    Person tickStatement(String name) {
        hand.tick(page.locator("input[name=" + name + "]"));
        return this;
    }

    /** Types a day into the three fields under a question. */
    Person day(String question, LocalDate day) {
        Locator group = page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(question));
        hand.type(group.getByLabel("Day"), Integer.toString(day.getDayOfMonth()));
        hand.type(group.getByLabel("Month"), Integer.toString(day.getMonthValue()));
        hand.type(group.getByLabel("Year"), Integer.toString(day.getYear()));
        return this;
    }

    /** Presses the button that says this, and waits for the page that follows. */
    Person press(String button) {
        hand.press(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .first());
        return met();
    }

    /** The same where other buttons begin with these words. */
    Person pressExactly(String button) {
        hand.press(page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)));
        return met();
    }

    /** Types into a field of one group of fields. */
    Person fillWithin(String group, String label, String value) {
        hand.type(within(group, label), value);
        return this;
    }

    /** Chooses from a list in one group of fields. */
    Person selectWithin(String group, String label, String option) {
        hand.choose(within(group, label), option);
        return this;
    }

    /** Chooses what is labelled so in one group of fields. */
    Person tickWithin(String group, String label) {
        hand.tick(within(group, label));
        return this;
    }

    /** Opens a page, and again, until it says something that somebody else has just done. */
    Person until(String path, String words) {
        long until = System.nanoTime() + Duration.ofMillis(PATIENCE_MILLIS).toNanos();
        page.navigate(path);
        while (!reads().contains(words)) {
            if (System.nanoTime() > until) {
                throw new AssertionError(path + " never says “" + words + "”:\n" + reads());
            }
            page.navigate(path);
        }
        return met();
    }

    /** The path of the page. */
    String path() {
        return URI.create(page.url()).getPath();
    }

    /** What the element with the focus is called. */
    String focused() {
        return String.valueOf(page.evaluate("""
                () => {
                  const e = document.activeElement;
                  const name = (e.labels && e.labels[0]) || e;
                  return (e.getAttribute('aria-label') || name.innerText || '').trim();
                }"""));
    }

    /** What the green notice says. */
    String done() {
        Locator notice = page.locator(".govuk-notification-banner--success");
        assertThat(notice.count()).as("A notice on " + reads()).isEqualTo(1);
        return notice.innerText();
    }

    /** All that can be read on the page. */
    String reads() {
        return page.locator("main").innerText();
    }

    /** The page's main heading. */
    String heading() {
        return page.locator("h1").innerText();
    }

    private Person met() {
        page.waitForLoadState();
        if (check != null) {
            assertThat(check.faults(page, script)).as(path()).isEmpty();
        }
        return this;
    }

    private Locator within(String group, String label) {
        return page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(group))
                .getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }

    private Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    /** For those who do not stay. */
    @Override
    public void close() {
        if (!staying) {
            leave();
        }
    }
}
