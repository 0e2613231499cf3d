package uk.thinkuknow.bookings.matching;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.bookings.trainers.TrainerActivity;
import uk.thinkuknow.bookings.trainers.YearlyRequirement;
import uk.thinkuknow.schools.school.GridPlace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests on which days a trainer is accredited, the warning before the accreditation ends, how much a trainer must
 * deliver in a year, and travel times.
 */
class AccreditationStatusTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-25");

    @Test
    void theWarningStartsSixtyDaysBeforeTheAccreditationEndsAndChangesAtThirtyAndSeven() {
        assertEquals(Optional.empty(), endingIn(61).warningOn(TODAY));
        assertEquals(Optional.of(60), endingIn(60).warningOn(TODAY));
        assertEquals(Optional.of(60), endingIn(31).warningOn(TODAY));
        assertEquals(Optional.of(30), endingIn(30).warningOn(TODAY));
        assertEquals(Optional.of(7), endingIn(7).warningOn(TODAY));
        assertEquals(Optional.of(7), endingIn(0).warningOn(TODAY));
        assertEquals(Optional.empty(), endingIn(-1).warningOn(TODAY));
    }

    @Test
    void aRenewalEndsTheWarningOnlyIfItFollowsWithoutAGap() {
        var renewed = standing(span(-300, 5), span(6, 300));
        assertEquals(TODAY.plusDays(300), renewed.until(TODAY));
        assertEquals(Optional.empty(), renewed.warningOn(TODAY));
        var gap = standing(span(-300, 5), span(7, 300));
        assertEquals(TODAY.plusDays(5), gap.until(TODAY));
        assertEquals(Optional.of(7), gap.warningOn(TODAY));
        assertTrue(gap.against(TODAY.plusDays(6)).isPresent());
    }

    @Test
    void aSuspensionThatIsNotLiftedCoversItsFirstDayAndEveryLaterOneButNoneBefore() {
        var accreditationStatus = new AccreditationStatus(
                List.of(span(-300, 300)),
                List.of(new AccreditationStatus.SuspendedDays(Instant.parse("2026-11-25T00:10:00Z"), null)));
        assertEquals(Optional.of("suspended"), accreditationStatus.against(TODAY));
        assertEquals(Optional.of("suspended"), accreditationStatus.against(TODAY.plusDays(200)));
        assertEquals(Optional.empty(), accreditationStatus.against(TODAY.minusDays(1)));
    }

    @Test
    void aSuspensionStartsOnTheLondonDate() {
        // 23:30 UTC is 00:30 the next day in London's summer
        var accreditationStatus = new AccreditationStatus(
                List.of(span(-300, 300)),
                List.of(new AccreditationStatus.SuspendedDays(Instant.parse("2026-07-01T23:30:00Z"), null)));
        assertFalse(accreditationStatus.isSuspendedOn(LocalDate.parse("2026-07-01")));
        assertTrue(accreditationStatus.isSuspendedOn(LocalDate.parse("2026-07-02")));
    }

    @Test
    void fewerThanFourSessionsAreTooFewOnlyForTrainersWhoAreAccreditedAndHaveBeenForAYear() {
        assertTrue(TrainerActivity.of(standing(span(-366, 100)), 3, null, TODAY).tooFew());
        assertFalse(
                TrainerActivity.of(standing(span(-366, 100)), 4, null, TODAY).tooFew());
        assertFalse(
                TrainerActivity.of(standing(span(-100, 100)), 0, null, TODAY).tooFew());
        assertFalse(TrainerActivity.of(standing(span(-800, -1)), 0, null, TODAY).tooFew());
    }

    @Test
    void theNextActivityIsDueSixtyDaysBeforeTheYearEndsAndOverdueAfterIt() {
        var accreditationStatus = standing(span(-1000, 500));
        var done = YearlyRequirement.of(accreditationStatus, TODAY.minusDays(200), TODAY);
        assertEquals(YearlyRequirement.State.DONE, done.state());
        assertEquals(TODAY.minusDays(200).plusYears(1), done.by());
        assertTrue(YearlyRequirement.of(accreditationStatus, TODAY.minusYears(1).plusDays(60), TODAY)
                .isDue());
        assertTrue(
                YearlyRequirement.of(accreditationStatus, TODAY.minusYears(1), TODAY)
                        .isDue(),
                "the last day itself");
        assertTrue(YearlyRequirement.of(accreditationStatus, TODAY.minusYears(1).minusDays(1), TODAY)
                .isOverdue());
    }

    @Test
    void newlyAccreditedTrainersHaveAYearForTheirFirstActivityAndUnaccreditedOnesAreNotAsked() {
        assertEquals(
                YearlyRequirement.State.DONE,
                YearlyRequirement.of(standing(span(-30, 700)), TODAY.minusYears(3), TODAY)
                        .state());
        assertTrue(YearlyRequirement.of(standing(span(-400, 700)), null, TODAY).isOverdue());
        assertEquals(
                YearlyRequirement.State.NOT_ASKED,
                YearlyRequirement.of(standing(span(-800, -1)), null, TODAY).state());
    }

    @Test
    void travelTimeIsZeroAtTheSamePlaceElseRoadDistanceAtFiftyKilometresAnHourPlusTenMinutes() {
        var here = new GridPlace(0, 0);
        assertEquals(0, TravelTime.minutes(here, here));
        assertEquals(10 + 16, TravelTime.minutes(here, new GridPlace(6_000, 8_000)));
        assertEquals(
                TravelTime.minutes(here, new GridPlace(5_000, 0)), TravelTime.minutes(new GridPlace(5_000, 0), here));
    }

    private static AccreditationStatus endingIn(int days) {
        return standing(span(-300, days));
    }

    private static AccreditationStatus standing(AccreditationStatus.AccreditedDays... spans) {
        return new AccreditationStatus(List.of(spans), List.of());
    }

    private static AccreditationStatus.AccreditedDays span(int from, int to) {
        return new AccreditationStatus.AccreditedDays(TODAY.plusDays(from), TODAY.plusDays(to));
    }
}
