package uk.thinkuknow.journey;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Runs the accessibility checker axe on every kind of step in one band, theme and width, as a sample of
 * {@code scripts/drill axe}.
 */
@Tag("journey")
class AxeJourneyTest {
    @Test
    void axeFindsNothingOnAnyKindOfStepInHighContrastOnAPhone() throws Exception {
        var axe = new AxeLessonCheck(List.of("contrast"), List.of(320));
        AxeDrill.over(axe, "8-10", List.of(false));
        assertEquals(List.of(), axe.found());
    }
}
