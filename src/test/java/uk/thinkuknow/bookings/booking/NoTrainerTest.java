package uk.thinkuknow.bookings.booking;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.bookings.matching.Match;
import uk.thinkuknow.bookings.matching.Obstacle;
import uk.thinkuknow.bookings.request.Asked;
import uk.thinkuknow.bookings.request.DeliveryKind;
import uk.thinkuknow.classroom.session.Audience;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The reason given to a school when no trainer was found. */
class NoTrainerTest {
    @Test
    void theLatestCheckReachedByAnyTrainerIsTheReason() {
        assertEquals(NoTrainer.AGES, NoTrainer.of(List.of()));
        assertEquals(NoTrainer.DISTANCE, of(Obstacle.AGES, Obstacle.DISTANCE, Obstacle.LANGUAGE));
        assertEquals(NoTrainer.TIME, of(Obstacle.STANDING, Obstacle.TIME, Obstacle.AGES));
        assertEquals(NoTrainer.DISTANCE, of(Obstacle.STANDING, Obstacle.DISTANCE), "one of them could come by video");
        assertEquals(NoTrainer.STANDING, of(Obstacle.STANDING, Obstacle.LANGUAGE));
    }

    @Test
    void aTrainerWhoGaveItBackCountsAsNotFree() {
        assertEquals(NoTrainer.TIME, NoTrainer.of(List.of(match(7, null), match(8, Obstacle.AGES))));
    }

    @Test
    void theReasonNamesTheSchoolsOwnRequest() {
        assertEquals("No trainer teaches ages 4 to 7", NoTrainer.AGES.words(asked(DeliveryKind.VISIT, "cy"), "4-7"));
        assertEquals(
                "No trainer near you teaches ages 4 to 7 in Welsh",
                NoTrainer.DISTANCE.words(asked(DeliveryKind.VISIT, "cy"), "4-7"));
        assertEquals(
                "No trainer near you who teaches ages 4 to 7 is free on the dates asked for",
                NoTrainer.TIME.words(asked(DeliveryKind.VISIT, "en"), "4-7"));
        assertEquals(
                "No trainer who teaches ages 4 to 7 is free on the dates asked for",
                NoTrainer.TIME.words(asked(DeliveryKind.REMOTE, "en"), "4-7"));
    }

    private static NoTrainer of(Obstacle... obstacles) {
        return NoTrainer.of(
                List.of(obstacles).stream().map(each -> match(1, each)).toList());
    }

    private static Match match(long staffId, @Nullable Obstacle obstacle) {
        return new Match(staffId, "A", 1, List.of(), obstacle, "");
    }

    private static Asked asked(DeliveryKind delivery, String language) {
        return new Asked("any", Audience.LESSON, delivery, language, null, 60, true, "", "", "");
    }
}
