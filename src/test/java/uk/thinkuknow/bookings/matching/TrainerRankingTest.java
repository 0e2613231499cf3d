package uk.thinkuknow.bookings.matching;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.common.London;
import uk.thinkuknow.schools.school.GridPlace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests which trainers can take a session, in which order they are asked, and the reasons given. */
class TrainerRankingTest {
    private static final GridPlace SCHOOL = new GridPlace(371_000, 462_000);
    private static final Slot TUESDAY = slot("2027-03-02T10:00");
    private static final Slot WEDNESDAY = slot("2027-03-03T10:00");

    @Test
    void theReasonNamesDistanceTimesAndLanguage() {
        var match = only(
                visit("cy", TUESDAY),
                GivenTrainer.called("Siân").speaking("en", "cy").at(12));
        assertEquals("12 km away, free on Tue 2 Mar 10:00, speaks Welsh", match.why());
        assertEquals(12, match.kilometres());
        assertEquals(List.of(TUESDAY), match.possible());
        assertTrue(match.can());
    }

    @Test
    void trainersAreRankedByDistanceLastOfferSessionsAndName() {
        var order = names(
                visit("en", TUESDAY),
                GivenTrainer.called("Far").at(30),
                GivenTrainer.called("Asked today").at(5).lastOffered("2027-03-01T09:00:00Z"),
                GivenTrainer.called("Asked in January").at(5).lastOffered("2027-01-11T09:00:00Z"),
                GivenTrainer.called("Never asked, busy").at(5).sessions(9),
                GivenTrainer.called("Never asked").at(5),
                GivenTrainer.called("Also never asked").at(5));
        assertEquals(
                List.of(
                        "Also never asked",
                        "Never asked",
                        "Never asked, busy",
                        "Asked in January",
                        "Asked today",
                        "Far"),
                order);
    }

    @Test
    void theRankingDoesNotDependOnTheOrderOfTheInput() {
        var first = GivenTrainer.called("Same").numbered(7).at(5);
        var second = GivenTrainer.called("Same").numbered(8).at(5);
        var one = TrainerRanking.of(visit("en", TUESDAY), List.of(first.candidate(SCHOOL), second.candidate(SCHOOL)));
        var other = TrainerRanking.of(visit("en", TUESDAY), List.of(second.candidate(SCHOOL), first.candidate(SCHOOL)));
        assertEquals(one, other);
    }

    @Test
    void trainersWhoCannotComeAreLastWithTheReason() {
        var matches = TrainerRanking.of(
                visit("en", TUESDAY),
                List.of(
                        GivenTrainer.called("Suspended")
                                .at(1)
                                .suspended("2027-02-01T09:00:00Z", null)
                                .candidate(SCHOOL),
                        GivenTrainer.called("Can").at(39).candidate(SCHOOL)));
        assertEquals("Can", matches.getFirst().name());
        assertEquals("not on Tue 2 Mar 10:00: suspended", matches.getLast().why());
        assertFalse(matches.getLast().can());
        assertEquals(List.of(), matches.getLast().possible());
    }

    @Test
    void aTrainerCannotComeOnTheDayAfterTheirAccreditationEnds() {
        var trainer = GivenTrainer.called("Ends on Tuesday").at(5).accredited("2026-03-03", "2027-03-02");
        var match = only(visit("en", TUESDAY, WEDNESDAY), trainer);
        assertEquals(List.of(TUESDAY), match.possible());
        assertEquals(
                "5 km away, free on Tue 2 Mar 10:00; not on Wed 3 Mar 10:00: not accredited on 3 March 2027: the accreditation ended on 2 March 2027",
                match.why());
        assertFalse(only(visit("en", WEDNESDAY), trainer).can());
    }

    @Test
    void anAccreditationDoesNotCountBeforeItsFirstDay() {
        var trainer = GivenTrainer.called("New").at(5).accredited("2027-03-03", "2028-03-02");
        assertEquals(
                List.of(WEDNESDAY),
                only(visit("en", TUESDAY, WEDNESDAY), trainer).possible());
    }

    @Test
    void aLiftedSuspensionIsNoObstacle() {
        var trainer = GivenTrainer.called("Back").at(5).suspended("2027-02-01T09:00:00Z", "2027-03-02T08:00:00Z");
        assertTrue(only(visit("en", TUESDAY), trainer).can());
    }

    @Test
    void theTravelLimitAppliesToAVisitButNotToASessionByVideo() {
        var trainer = GivenTrainer.called("Far").at(41);
        var visit = only(visit("en", TUESDAY), trainer);
        assertEquals("41 km away, further than the 40 km this trainer travels", visit.why());
        var remote = only(new TrainerSearch(SCHOOL, "8-10", "en", false, List.of(TUESDAY)), trainer);
        assertEquals("by video link, free on Tue 2 Mar 10:00", remote.why());
    }

    @Test
    void exactlyTheTravelLimitIsAcceptedAndOneMetreMoreIsNot() {
        assertTrue(only(visit("en", TUESDAY), GivenTrainer.called("Exactly").atMetres(40_000))
                .can());
        assertFalse(only(visit("en", TUESDAY), GivenTrainer.called("Beyond").atMetres(40_001))
                .can());
    }

    @Test
    void distanceDoesNotAffectTheOrderForASessionByVideo() {
        var order = names(
                new TrainerSearch(SCHOOL, "8-10", "en", false, List.of(TUESDAY)),
                GivenTrainer.called("Near, asked").at(1).lastOffered("2027-03-01T09:00:00Z"),
                GivenTrainer.called("Without a home").withoutHome());
        assertEquals(List.of("Without a home", "Near, asked"), order);
    }

    @Test
    void theTravelLimitDoesNotApplyIfTheSchoolsPositionIsUnknown() {
        var match = only(
                new TrainerSearch(null, "8-10", "en", true, List.of(TUESDAY)),
                GivenTrainer.called("Somewhere").at(400));
        assertTrue(match.can());
        assertNull(match.kilometres());
        assertTrue(match.why().startsWith("distance not known, because the school has no place on the grid"));
    }

    @Test
    void aTrainerWhoHasNotGivenAHomeCannotMakeAVisit() {
        var match = only(visit("en", TUESDAY), GivenTrainer.called("New").withoutHome());
        assertEquals("has not said where a journey would start", match.why());
        assertFalse(match.can());
    }

    @Test
    void theObstacleIsTheFirstCheckThatFails() {
        var far = GivenTrainer.called("Far").at(41);
        assertEquals(
                Obstacle.AGES,
                only(new TrainerSearch(SCHOOL, "14-18", "cy", true, List.of(TUESDAY)), far)
                        .obstacle());
        assertEquals(Obstacle.LANGUAGE, only(visit("cy", TUESDAY), far).obstacle());
        assertEquals(Obstacle.DISTANCE, only(visit("en", TUESDAY), far).obstacle());
        var suspended = GivenTrainer.called("Suspended").at(1).suspended("2027-02-01T09:00:00Z", null);
        assertEquals(Obstacle.STANDING, only(visit("en", TUESDAY), suspended).obstacle());
        assertEquals(
                Obstacle.TIME,
                only(visit("en"), GivenTrainer.called("Asked nothing").at(1)).obstacle());
        assertNull(only(visit("en", TUESDAY), GivenTrainer.called("Near").at(1)).obstacle());
    }

    @Test
    void aTrainerForAnotherBandOrLanguageIsRefused() {
        assertEquals(
                "does not teach ages 14 to 18",
                only(
                                new TrainerSearch(SCHOOL, "14-18", "en", true, List.of(TUESDAY)),
                                GivenTrainer.called("A").at(1))
                        .why());
        assertEquals(
                "does not speak Welsh",
                only(visit("cy", TUESDAY), GivenTrainer.called("A").at(1)).why());
    }

    @Test
    void anOverlappingSessionIsRefusedAndTooLittleTravelTimeIsAWarning() {
        var there = new GridPlace(SCHOOL.easting() + 20_000, SCHOOL.northing());
        var overlapping = GivenTrainer.called("Busy").at(5).promised("2027-03-02T10:30", 45, there);
        assertEquals(
                "not on Tue 2 Mar 10:00: has a session then (St Cuthbert's)",
                only(visit("en", TUESDAY), overlapping).why());
        var before = GivenTrainer.called("Tight").at(5).promised("2027-03-02T09:00", 40, there);
        var match = only(visit("en", TUESDAY), before);
        assertTrue(match.can());
        assertEquals(
                "5 km away, free on Tue 2 Mar 10:00; check the time: 20 minutes after the session at St Cuthbert's, the journey takes about 42",
                match.why());
        var after = GivenTrainer.called("After").at(5).promised("2027-03-02T11:00", 40, there);
        assertTrue(only(visit("en", TUESDAY), after).why().contains("15 minutes before the session at St Cuthbert's"));
    }

    @Test
    void oneSessionThatEndsAsTheNextBeginsDoesNotOverlap() {
        var trainer = GivenTrainer.called("Back to back").at(5).promised("2027-03-02T09:15", 45, SCHOOL);
        assertEquals(
                "5 km away, free on Tue 2 Mar 10:00",
                only(visit("en", TUESDAY), trainer).why());
    }

    @Test
    void aTrainerAtTheirMaximumOfSessionsThatDayIsRefused() {
        var trainer = GivenTrainer.called("Full")
                .at(5)
                .promised("2027-03-02T12:00", 45, null)
                .promised("2027-03-02T14:00", 45, null);
        assertEquals(
                "not on Tue 2 Mar 10:00: has 2 sessions that day",
                only(visit("en", TUESDAY), trainer).why());
        assertEquals(
                List.of(WEDNESDAY),
                only(visit("en", TUESDAY, WEDNESDAY), trainer).possible());
    }

    @Test
    void withoutRequestedTimesNobodyCanCome() {
        assertFalse(only(visit("en"), GivenTrainer.called("A").at(1)).can());
    }

    private static TrainerSearch visit(String language, Slot... slots) {
        return new TrainerSearch(SCHOOL, "8-10", language, true, List.of(slots));
    }

    private static TrainerMatch only(TrainerSearch wanted, GivenTrainer trainer) {
        return TrainerRanking.of(wanted, List.of(trainer.candidate(SCHOOL))).getFirst();
    }

    private static List<String> names(TrainerSearch wanted, GivenTrainer... trainers) {
        return TrainerRanking.of(
                        wanted,
                        java.util.Arrays.stream(trainers)
                                .map(each -> each.candidate(SCHOOL))
                                .toList())
                .stream()
                .map(TrainerMatch::name)
                .toList();
    }

    static Slot slot(String wall) {
        return new Slot(London.at(LocalDateTime.parse(wall)), 45);
    }

    static @Nullable Instant instant(@Nullable String at) {
        return at == null ? null : Instant.parse(at);
    }

    static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
