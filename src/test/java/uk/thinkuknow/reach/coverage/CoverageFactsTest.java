package uk.thinkuknow.reach.coverage;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.thinkuknow.bookings.matching.TrainerLimits;
import uk.thinkuknow.bookings.trainers.TrainerFacts;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.schools.school.GridPlace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

/**
 * Tests how coverage reads the terms of the national registers and the links between schools, and how it finds the
 * nearest trainer.
 */
class CoverageFactsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "0, UNDER_10",
                "9.9, UNDER_10",
                "10, UNDER_20",
                "19.99, UNDER_20",
                "25.8, UNDER_30",
                "39.4, UNDER_40",
                "40, FROM_40",
                "100, FROM_40",
                "'', UNKNOWN",
                "-1, UNKNOWN",
                "null, UNKNOWN"
            })
    void sharesOfFreeSchoolMealsHaveBandsOfTenPerCentBelowFortyAndOneFromForty(String said, FreeMealsBand band) {
        assertEquals(band, FreeMealsBand.of(said));
    }

    @ParameterizedTest
    @CsvSource({
        "(England/Wales) Urban city and town, URBAN",
        "Urban: Nearer to a major town or city, URBAN",
        "(England/Wales) Rural town and fringe, RURAL",
        "(England/Wales) Rural hamlet and isolated dwellings in a sparse setting, RURAL",
        "(Scotland) Accessible Small Town, TOWN",
        "(Scotland) Remote Rural, RURAL",
        "Not recorded, UNKNOWN"
    })
    void theTermsOfTheRegistersMapToUrbanTownRuralOrUnknown(String said, Surroundings surroundings) {
        assertEquals(surroundings, Surroundings.of(said));
    }

    @Test
    void theLastLessonOfASchoolIsTheLatestOfItAndItsPredecessors() {
        var line = new SchoolLineage(
                List.of(new SchoolLineage.Link(1, 2), new SchoolLineage.Link(2, 3), new SchoolLineage.Link(3, 1)));
        assertEquals(DAY, line.last(3, Map.of(1L, DAY)));
        assertEquals(DAY, line.last(3, Map.of(1L, DAY.minusYears(1), 3L, DAY)));
        assertNull(line.last(4, Map.of(1L, DAY)));
        assertNull(line.last(3, Map.of()));
    }

    @Test
    void theNearestTrainerWhoTravelsThatFarAndTeachesThoseAgesIsFound() {
        var school = new GridPlace(400_000, 400_000);
        var nearestTrainerFinder = new NearestTrainerFinder(List.of(
                trainer(1, 20, 50, "8-10"),
                trainer(2, 5, 50, "11-13"),
                trainer(3, 8, 7, "8-10"),
                trainer(4, 12, 50, "8-10")));
        var primary = nearestTrainerFinder.to(school, "primary");
        assertNotNull(primary);
        assertEquals(4, primary.trainer(), "2 teaches others, 3 does not go so far, 1 is further away");
        assertEquals(12, primary.kilometres());
        assertEquals(
                2 * (10 + 19),
                primary.minutes(),
                "12 km times 1.3 at 50 km/h, rounded up, and ten to arrive; both ways");
        assertEquals(2, assertNotNullTo(nearestTrainerFinder, school, "special"), "of any age");
        assertNull(nearestTrainerFinder.to(null, "primary"));
        assertNull(nearestTrainerFinder.to(new GridPlace(500_000, 400_000), "primary"));
    }

    @Test
    void aSchoolAtTheTrainersHomeStillTakesTenMinutesEachWay() {
        var there = new NearestTrainerFinder(List.of(trainer(1, 0, 5, "8-10")))
                .to(new GridPlace(400_000, 400_000), "primary");
        assertNotNull(there);
        assertEquals(20, there.minutes());
        assertEquals(600, there.perHour(200));
    }

    private static long assertNotNullTo(NearestTrainerFinder nearestTrainerFinder, GridPlace school, String phase) {
        var journey = nearestTrainerFinder.to(school, phase);
        assertNotNull(journey);
        return journey.trainer();
    }

    private static TrainerFacts trainer(long number, int away, int travels, String band) {
        return new TrainerFacts(
                number,
                new PublicId("abcdefghj" + number),
                new GridPlace(400_000 - away * 1000, 400_000),
                new TrainerLimits(travels, 2, Set.of(band), Set.of("en")));
    }
}
