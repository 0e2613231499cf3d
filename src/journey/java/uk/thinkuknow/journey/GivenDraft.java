package uk.thinkuknow.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Starts a new lesson in the studio, in an author's browser. */
final class GivenDraft {
    private GivenDraft() {}

    /** Starts a lesson for ages 8 to 10 and returns the page that lists its steps. */
    static Page begun(String who, String title) {
        return begun(Chromium.signedIn(who, "/studio/new"), title);
    }

    /** Fills in the form for a new lesson on this page, for ages 8 to 10, and returns it when it lists the steps. */
    static Page begun(Page page, String title) {
        page.getByLabel("Title").fill(title);
        page.getByLabel("8–10").check();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Begin"))
                .click();
        page.waitForURL("**/lesson");
        return page;
    }
}
