package uk.thinkuknow.journey;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Tests the pages of running rooms, and of a module with every kind of step, with {@link PageCheck}. Other journeys
 * teach the same classes, so this one does not run beside them.
 */
@Tag("journey")
class RoomPagesJourneyTest {
    @Test
    void pagesOfRunningRoomsPassTheChecks() throws IOException {
        var page = Chromium.signedIn("tess", "/sessions/new");
        var older = TeacherSession.start(page, "The group chat", "6A Maple", true);
        var younger = TeacherSession.start(page, "Who is really there", "5B Rowan", true);
        var both = "/sessions/" + older.id() + "/with/" + younger.id();
        PageCheck.at(
                page,
                List.of(
                        "/sessions/" + older.id(),
                        both,
                        "/sessions/" + older.id() + "/projector?with=" + younger.id(),
                        "/sessions/" + older.id() + "/projector?step=1"));
        page.setViewportSize(1280, 900);
        older.end();
        younger.end();
        var wall = TeacherSession.start(page, "Who is really there", "5B Rowan", false);
        PageCheck.at(
                page,
                List.of(
                        "/sessions/" + wall.id(),
                        "/sessions/" + wall.id() + "/projector?step=2",
                        "/sessions/" + wall.id() + "/projector?step=11"));
        page.setViewportSize(1280, 900);
        wall.end();
        page.context().close();
    }

    @Test
    void pagesOfAModuleWithEveryKindOfStepPassTheChecks() throws Exception {
        var page = Chromium.signedIn("tess", "/modules");
        TeacherSession.publishEveryKind(page, "4-7");
        PageCheck.at(page, List.of("/modules/every-kind-4-7", "/modules/every-kind-4-7/try"));
        page.context().close();
    }
}
