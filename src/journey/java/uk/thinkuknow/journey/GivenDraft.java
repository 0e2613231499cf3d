package uk.thinkuknow.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** A lesson that somebody has just begun in her browser. */
final class GivenDraft {
    private GivenDraft() {}

    /** The page of the lesson around its steps, for the ages of 8 to 10. */
    static Page begun(String who, String title) {
        return begun(Chromium.signedIn(who, "/studio/new"), title);
    }

    /** The same, begun on the page where lessons begin. */
    static Page begun(Page page, String title) {
        page.getByLabel("Title").fill(title);
        page.getByLabel("8–10").check();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Begin"))
                .click();
        page.waitForURL("**/lesson");
        return page;
    }
}
