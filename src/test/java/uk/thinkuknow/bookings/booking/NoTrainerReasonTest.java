package uk.thinkuknow.bookings.booking;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.bookings.matching.Obstacle;
import uk.thinkuknow.bookings.matching.TrainerMatch;
import uk.thinkuknow.bookings.request.DeliveryKind;
import uk.thinkuknow.bookings.request.RequestDetails;
import uk.thinkuknow.classroom.session.Audience;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests the reason given to a school when no trainer was found. */
class NoTrainerReasonTest {
    @Test
    void theReasonIsTheLatestFailedCheckWithAccreditationTakenBeforeDistance() {
        assertEquals(NoTrainerReason.AGES, NoTrainerReason.of(List.of()));
        assertEquals(NoTrainerReason.DISTANCE, of(Obstacle.AGES, Obstacle.DISTANCE, Obstacle.LANGUAGE));
        assertEquals(NoTrainerReason.TIME, of(Obstacle.STANDING, Obstacle.TIME, Obstacle.AGES));
        assertEquals(
                NoTrainerReason.DISTANCE, of(Obstacle.STANDING, Obstacle.DISTANCE), "one of them could come by video");
        assertEquals(NoTrainerReason.STANDING, of(Obstacle.STANDING, Obstacle.LANGUAGE));
    }

    @Test
    void aTrainerWhoGaveTheBookingBackCountsAsNotFree() {
        assertEquals(NoTrainerReason.TIME, NoTrainerReason.of(List.of(match(7, null), match(8, Obstacle.AGES))));
    }

    @Test
    void theWordsOfTheReasonFitTheRequestedAgesLanguageAndDelivery() {
        assertEquals(
                "No trainer teaches ages 4 to 7", NoTrainerReason.AGES.words(asked(DeliveryKind.VISIT, "cy"), "4-7"));
        assertEquals(
                "No trainer near you teaches ages 4 to 7 in Welsh",
                NoTrainerReason.DISTANCE.words(asked(DeliveryKind.VISIT, "cy"), "4-7"));
        assertEquals(
                "No trainer near you who teaches ages 4 to 7 is free on the dates asked for",
                NoTrainerReason.TIME.words(asked(DeliveryKind.VISIT, "en"), "4-7"));
        assertEquals(
                "No trainer who teaches ages 4 to 7 is free on the dates asked for",
                NoTrainerReason.TIME.words(asked(DeliveryKind.REMOTE, "en"), "4-7"));
    }

    private static NoTrainerReason of(Obstacle... obstacles) {
        return NoTrainerReason.of(
                List.of(obstacles).stream().map(each -> match(1, each)).toList());
    }

    private static TrainerMatch match(long staffId, @Nullable Obstacle obstacle) {
        return new TrainerMatch(staffId, "A", 1, List.of(), obstacle, "");
    }

    private static RequestDetails asked(DeliveryKind delivery, String language) {
        return new RequestDetails("any", Audience.LESSON, delivery, language, null, 60, true, "", "", "");
    }
}
