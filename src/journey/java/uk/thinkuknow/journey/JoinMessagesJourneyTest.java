package uk.thinkuknow.journey;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * Tests the messages that a child reads on the join page, and at the end of a lesson that the teacher ended before the
 * child was there.
 */
@Tag("journey")
class JoinMessagesJourneyTest {
    @Test
    void theJoinPageSaysWhatIsWrongWithACodeOrThatTheTeacherHasLockedTheRoom() {
        Page tess = Chromium.signedIn("tess", "/sessions/new");
        var session = TeacherSession.start(tess, "Who is really there", "6A Maple", true);
        tess.locator("[data-part=lock] button").click();
        assertThat(tess.getByText("The door is locked")).isVisible();
        var tablet = new Tablet();
        tablet.typeCode(session.code().substring(0, 6));
        var page = tablet.page();
        assertThat(page.locator("#code-error")).containsText("A class code has 8 letters and numbers. You typed 6.");
        assertThat(page.locator("#code-still")).isHidden();
        Chromium.assertAccessible(page);
        tablet.typeCode("ZZZZZZZZ");
        assertThat(page.locator("#code-error")).containsText("That code did not open a class");
        assertThat(page.locator("#code-still")).hasText("Still not? Ask your teacher: the lesson may be over.");
        tablet.typeCode(session.code());
        assertThat(page.locator("#cards-lead")).containsText("The door is shut");
        page.getByText("I cannot find my card").click();
        assertThat(page.locator("#v-visitor")).not().containsText("I cannot find my card");
        assertThat(page.locator("[data-visitor=class]")).hasText("I am in this class");
        session.end();
        tablet.close();
        tess.context().close();
    }

    @Test
    void aChildWhoseLessonIsEndedEarlyIsNotPraised() {
        Page tess = Chromium.signedIn("tess", "/sessions/new");
        var session = TeacherSession.start(tess, "Passwords and privacy", "6A Maple", true);
        var card = ApiChild.lookUp(Product.running().address(), session.code())
                .body()
                .at("/classes/0/cards/5");
        var tablet = new Tablet();
        tablet.join(session.code(), card.get("name").asText());
        session.end();
        var ending = tablet.page().locator("[data-ending]");
        assertThat(ending.getByText("Your teacher has ended the lesson.")).isVisible();
        assertThat(ending.getByText(Pattern.compile("Well done"))).hasCount(2);
        for (var praise : ending.getByText(Pattern.compile("Well done")).all()) {
            assertThat(praise).isHidden();
        }
        assertThat(ending.locator(".md li").first()).isVisible();
        tablet.close();
        tess.context().close();
    }
}
