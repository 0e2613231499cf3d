package uk.thinkuknow.journey;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * {@code scripts/drill axe}: runs the accessibility checker axe on every kind of step in each age band, colour theme,
 * width and state.
 */
@Tag("journey")
class AxeDrill {
    private static final List<String> BANDS = List.of("4-7", "8-10", "11-13", "14-18");

    @Test
    void axeFindsNothingOnAnyKindOfStep() throws Exception {
        var axe = new AxeLessonCheck(List.of("", "white", "dark", "contrast"), List.of(320, 1024));
        for (var band : BANDS) {
            int before = axe.looked();
            int found = axe.found().size();
            over(axe, band, List.of(false, true));
            System.out.printf(
                    "%s  %s: %d looks, %d with something found%n",
                    axe.found().size() == found ? "PASS" : "FAIL",
                    band,
                    axe.looked() - before,
                    axe.found().size() - found);
        }
        axe.found().forEach(one -> System.out.println("FAIL  " + one.replace("\n", " ")));
        assertEquals(List.of(), axe.found());
    }

    static void over(AxeLessonCheck axe, String band, List<Boolean> withoutNetwork) throws Exception {
        var tess = Chromium.signedIn("tess", "/sessions/new");
        var session = TeacherSession.start(tess, TeacherSession.publishEveryKind(tess, band), "6A Maple", true);
        var cards = ApiChild.lookUp(Product.running().address(), session.code())
                .body()
                .at("/classes/0/cards");
        for (var offline : withoutNetwork) {
            var tablet = new Tablet();
            tablet.join(session.code(), cards.get(offline ? 1 : 0).get("name").asText());
            tablet.awaitKept();
            if (offline) {
                axe.goOffline(tablet, band);
            } else {
                axe.go(tablet, band);
            }
            tablet.close();
        }
        session.end();
        tess.context().close();
    }
}
