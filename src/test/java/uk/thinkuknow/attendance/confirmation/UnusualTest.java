package uk.thinkuknow.attendance.confirmation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.attendance.returns.WaitingReturn;
import uk.thinkuknow.attendance.returns.WaitingReturn.ClassCame;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.counting.Ground;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests that each ground on which a return waits has its sentence, with the numbers of the return. */
class UnusualTest {
    private static final LocalDate SATURDAY = LocalDate.of(2026, 11, 28);

    @Test
    void eachGroundSaysItsNumbers() {
        assertEquals(
                List.of(
                        "The lesson took 9 minutes. It is made for 45.",
                        "It was entered 2 days after the lesson, and its cards may be newer than the lesson of Saturday 28 November.",
                        "Saturday 28 November is not a school day at the school.",
                        "Tess signed for 230 children on Saturday 28 November, 200 of them without devices.",
                        "The school has 241 cards in use, 260 made this year, and 200 children on its roll.",
                        "9 guests came with 6A Maple, which has 30 cards.",
                        "59 heads were counted, and 200 children are on the school’s roll.",
                        "Tess entered 6 lessons of one class afterwards, within seven days.",
                        "Tess entered this paper register, and was not a member of the school’s staff that day.",
                        "A return of this class was withdrawn, for the same lesson or for the same day. Look at why."),
                words(EnumSet.allOf(Ground.class), 200, false));
    }

    @Test
    void anUnknownRollAndTwoSessionsAtOnceAreSaid() {
        assertEquals(
                List.of(
                        "Another session of the same person ran at the same time.",
                        "The school has 241 cards in use, 260 made this year, and an unknown number of children on its roll."),
                words(EnumSet.of(Ground.SIGNER_LOAD, Ground.OVER_ROLL), -1, true));
    }

    @Test
    void theLinesMarkThoseThatAreUnusual() {
        var rows = FactRow.of(detail(EnumSet.of(Ground.SHORT, Ground.NO_SCHOOL_DAY), 200, false), Usual.UNKNOWN);
        assertEquals(
                List.of("Length", "Day"),
                rows.stream().filter(FactRow::unusual).map(FactRow::what).toList());
        assertEquals("9 minutes (11:02 to 11:11)", rows.getFirst().here());
        assertEquals("Made for 45 minutes.", rows.getFirst().usual());
        assertEquals("50 of 60 cards and 9 guests, 26 on a device", rows.get(1).here());
    }

    @Test
    void theHeadsOfAnAssemblyAreBesideTheRoll() {
        var lesson = detail(EnumSet.of(Ground.HEADS), 40, false);
        var assembly = new WaitingReturn.Detail(lesson.waiting(), List.of(), lesson.facts(), "");
        assertEquals(
                new FactRow("Heads", "59 heads", "40 children on roll", true),
                FactRow.of(assembly, Usual.UNKNOWN).get(1));
    }

    private static List<String> words(Set<Ground> grounds, int roll, boolean overlaps) {
        return Unusual.of(detail(grounds, roll, overlaps)).stream()
                .map(Unusual::what)
                .toList();
    }

    private static WaitingReturn.Detail detail(Set<Ground> grounds, int roll, boolean overlaps) {
        var start = Instant.parse("2026-11-28T11:02:00Z");
        var waiting = new WaitingReturn(
                new PublicId("abcdefghij"),
                new WaitingReturn.AtSchool(1, new PublicId("bcdefghijk"), "Oakfield"),
                new WaitingReturn.Taught(
                        "The group chat", "5B Rowan", SATURDAY, start, Duration.ofMinutes(9), true, false),
                new WaitingReturn.Signed(
                        new PublicId("cdefghijkm"), 7, "Tess", start.plus(Duration.ofDays(2)), true, false),
                grounds,
                new WaitingReturn.Came(59, 50, 26, 9));
        return new WaitingReturn.Detail(
                waiting,
                List.of(new ClassCame("5B Rowan", 25, 30, 0), new ClassCame("6A Maple", 34, 30, 9)),
                new WaitingReturn.Facts(Duration.ofMinutes(45), roll, 241, 260, 200, 230, overlaps, 6),
                "");
    }
}
