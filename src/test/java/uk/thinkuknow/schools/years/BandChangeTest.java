package uk.thinkuknow.schools.years;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.common.AgeRange;
import uk.thinkuknow.counting.AgeBand;
import uk.thinkuknow.counting.AgeBands;
import uk.thinkuknow.web.FormError;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests which changes of the age bands are refused. */
class BandChangeTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
    private static final AgeBands NOW = new AgeBands(
            List.of(band("4-7", 0, 2025), band("8-10", 3, 2025), band("11-13", 7, 2025), band("14-18", 10, 2025)));

    @Test
    void aBandCanBeReplacedByTwo() {
        assertEquals(List.of(), problems(change("2027-08-01", List.of("14-18"), "14-16", "10", "17-18", "12")));
    }

    @Test
    void thePastIsNotChanged() {
        assertEquals(
                List.of("Choose a day to come: figures stay in the band that was in force on their day."),
                problems(change("2026-11-30", List.of("14-18"), "14-16", "10")));
    }

    @Test
    void agesMayNotBeMissingOrInTwoBands() {
        assertEquals(
                List.of("After 14-16 comes 14-18: ages are missing or in both."),
                problems(change("2027-08-01", List.of(), "14-16", "10")));
        assertEquals(
                List.of("After 11-13 comes 15-18: ages are missing or in both."),
                problems(change("2027-08-01", List.of("14-18"), "15-18", "10")));
    }

    @Test
    void yearGroupsFollowTheAges() {
        assertEquals(
                List.of("The classes of 17-18 begin with a year group that is not above the first one of 14-16."),
                problems(change("2027-08-01", List.of("14-18"), "14-16", "10", "17-18", "10")));
    }

    @Test
    void aBandIsTwoAgesThatAreNoBandYet() {
        assertEquals(
                List.of(
                        "“old” is no band: write two ages from 3 to 19, such as 14-16, and choose its youngest year group."),
                problems(change("2027-08-01", List.of("14-18"), "old", "10")));
        assertEquals(
                List.of("The band 14-18 is there already."),
                problems(change("2027-08-01", List.of("14-18"), "14-18", "10")));
    }

    @Test
    void aChangeBeforeAnotherThatIsToComeIsRefused() {
        var later = new AgeBands(Stream.concat(NOW.all().stream(), Stream.of(band("19-19", 14, 2028)))
                .toList());
        assertEquals(
                List.of("Another change begins after that day. Take it back first."),
                words(change("2027-08-01", List.of("14-18"), "14-16", "10").problems(later, TODAY)));
    }

    @Test
    void aChangeChangesSomethingOnADay() {
        assertEquals(List.of("Choose a band that ends, or give a new one."), problems(change("2027-08-01", List.of())));
        assertEquals(List.of("Give a day, such as 03/09/2029."), problems(change("soon", List.of("14-18"))));
    }

    private static List<String> problems(BandChange change) {
        return words(change.problems(NOW, TODAY));
    }

    private static List<String> words(List<FormError> problems) {
        return problems.stream().map(FormError::words).toList();
    }

    private static BandChange change(String day, List<String> ending, String... agesAndGroups) {
        var fresh = Stream.iterate(0, at -> at < agesAndGroups.length, at -> at + 2)
                .map(at -> new BandChange.NewBand(at / 2 + 1, agesAndGroups[at], agesAndGroups[at + 1]))
                .toList();
        return new BandChange(day, ending, fresh);
    }

    private static AgeBand band(String key, int group, int year) {
        var ends = key.split("-");
        return new AgeBand(
                new AgeRange(Integer.parseInt(ends[0]), Integer.parseInt(ends[1])),
                group,
                LocalDate.of(year, 8, 1),
                null);
    }
}
