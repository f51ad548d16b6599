package org.tallystick.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** How somebody gets at what is on a page: with a pointer, or with nothing but keys. */
final class Hand {

    private static final int MOST_KEYS = 250;
    private static final int PAUSE_MILLIS = 10;

    private final Page page;
    private boolean keysOnly;
    private int pagesMet;

    Hand(Page page) {
        this.page = page;
        page.onFrameNavigated(_ -> pagesMet++);
    }

    /** From now on nothing but keys, and the focus has to be seen wherever it is on the way. */
    void takeKeysOnly() {
        keysOnly = true;
    }

    /** A link or a button; the next page has come when this returns. */
    void press(Locator what) {
        if (!keysOnly) {
            what.click();
            return;
        }
        reach(what);
        int before = pagesMet;
        page.keyboard().press("Enter");
        for (int waited = 0; pagesMet == before && waited < Person.PATIENCE_MILLIS; waited += PAUSE_MILLIS) {
            page.waitForTimeout(PAUSE_MILLIS);
        }
    }

    /** A text, in place of what is in the field. */
    void type(Locator field, String text) {
        if (!keysOnly) {
            field.fill(text);
            return;
        }
        reach(field);
        page.keyboard().press("Control+A");
        page.keyboard().insertText(text);
    }

    /** A box or one of several. */
    void tick(Locator box) {
        if (!keysOnly) {
            box.check();
            return;
        }
        if ("radio".equals(box.getAttribute("type"))) {
            go(box, "Tab", "e => document.activeElement.name === e.name");
            go(box, "ArrowDown", "e => document.activeElement === e");
        } else {
            reach(box);
        }
        if (!box.isChecked()) {
            page.keyboard().press("Space");
        }
        assertThat(box.isChecked()).isTrue();
    }

    /** One of a list that drops down. */
    void choose(Locator list, String option) {
        if (keysOnly) {
            reach(list);
        }
        list.selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(option));
    }

    private void reach(Locator what) {
        go(what, "Tab", "e => document.activeElement === e");
    }

    private void go(Locator to, String key, String arrived) {
        for (int keys = 0; !Boolean.TRUE.equals(to.evaluate(arrived)); keys++) {
            assertThat(keys).as("Keys to get to " + to).isLessThan(MOST_KEYS);
            page.keyboard().press(key);
        }
        assertThat(page.evaluate(Keyboard.FOCUS_SEEN))
                .as("The focus on " + to + " is seen")
                .isEqualTo(true);
    }
}
