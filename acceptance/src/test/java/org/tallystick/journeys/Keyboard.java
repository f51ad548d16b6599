package org.tallystick.journeys;

import static org.assertj.core.api.Assertions.assertThat;

/** Nothing but keys. Wherever the focus goes, it has to be seen. */
record Keyboard(Person person) {

    private static final int MOST_TABS = 80;

    /** Whether what has the focus shows it. */
    static final String FOCUS_SEEN = """
            () => {
              const seen = e => { const s = getComputedStyle(e);
                return (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none'; };
              const e = document.activeElement;
              const label = e.nextElementSibling;
              return e === document.body || seen(e) || getComputedStyle(e).backgroundColor === 'rgb(255, 221, 0)'
                || (label && getComputedStyle(e, '::before').content !== 'none')
                || (label && label.localName === 'label' && getComputedStyle(label, '::before').boxShadow !== 'none');
            }""";

    /** Goes on with the tab key until what has the focus is called so. */
    Keyboard to(String name) {
        for (int tabs = 0; tabs < MOST_TABS; tabs++) {
            person.page().keyboard().press("Tab");
            String here = person.focused();
            assertThat(person.page().evaluate(FOCUS_SEEN))
                    .as("the focus on “%s” is seen", here)
                    .isEqualTo(true);
            if (here.equals(name)) {
                return this;
            }
        }
        throw new AssertionError("The tab key never gets to “" + name + "”.");
    }

    void type(String text) {
        person.page().keyboard().type(text);
    }

    /** Enter, which leads to another page. */
    void enter() {
        String before = person.page().url();
        person.page().keyboard().press("Enter");
        person.page().waitForURL(url -> !url.equals(before));
        person.page().waitForLoadState();
    }

    void space() {
        person.page().keyboard().press("Space");
    }
}
