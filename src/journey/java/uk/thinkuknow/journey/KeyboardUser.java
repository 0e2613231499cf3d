package uk.thinkuknow.journey;

import com.microsoft.playwright.Page;

/** Uses a page by keyboard alone: Tab from field to field, typing, Enter and the space bar. */
final class KeyboardUser {
    private static final int FARTHEST = 150;
    private static final String WHERE = """
            () => {
                const at = document.activeElement;
                const said = (at.labels && at.labels[0] ? at.labels[0].innerText : at.getAttribute('aria-label') || at.innerText);
                const entry = at.closest('fieldset.st-entry');
                const name = said.trim().replace(/\\s+/g, ' ');
                return [name, entry ? entry.querySelector('legend').innerText.trim() + ': ' + name : name];
            }""";

    private final Page page;

    KeyboardUser(Page page) {
        this.page = page;
    }

    /**
     * Presses Tab until the element with this name has the focus; a field in a list is named like "Answer 2: Right".
     */
    void go(String name) {
        for (int i = 0; i < FARTHEST; i++) {
            if (page.evaluate(WHERE) instanceof java.util.List<?> names && names.contains(name)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("no way by Tab to “" + name + "” on " + page.url());
    }

    void type(String name, String words) {
        go(name);
        page.keyboard().press("Control+a");
        page.keyboard().insertText(words);
    }

    /** Chooses from a list by typing the first characters of an entry. */
    void choose(String name, String letters) {
        go(name);
        page.keyboard().type(letters);
    }

    void press(String name) {
        go(name);
        page.keyboard().press("Enter");
    }

    void tick(String name) {
        go(name);
        page.keyboard().press("Space");
    }

    /** Moves the focus to the top of the page. */
    void top() {
        page.evaluate("() => { document.activeElement.blur(); getSelection().setPosition(document.body, 0); }");
    }
}
