package uk.thinkuknow.attendance.check;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.attendance.returns.PastReturn;
import uk.thinkuknow.counting.CardSet;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static uk.thinkuknow.attendance.check.RiskReason.ALWAYS_FIVE_GUESTS;
import static uk.thinkuknow.attendance.check.RiskReason.ALWAYS_FULL;
import static uk.thinkuknow.attendance.check.RiskReason.AMENDED;
import static uk.thinkuknow.attendance.check.RiskReason.CONFIRMED_LATE;
import static uk.thinkuknow.attendance.check.RiskReason.FIRST_OF_SCHOOL;
import static uk.thinkuknow.attendance.check.RiskReason.NO_DEVICES;
import static uk.thinkuknow.attendance.check.RiskReason.QUICK;
import static uk.thinkuknow.attendance.check.RiskReason.SAME_PAIR;

/** Tests which returns can be drawn and the signs of risk found from them; each test has a school of its own. */
@QuarkusTest
class CandidatesTest {
    /** A day of the autumn; each school has its first lesson before. */
    private static final Instant DAY = Instant.parse("2025-11-04T10:00:00Z");

    @Inject
    GivenCheck given;

    @Inject
    Candidates candidates;

    @Test
    void onlyTheFirstReturnOfASchoolIsItsFirst() {
        var school = given.school();
        var first = given.lesson(school, DAY, 20);
        var second = given.lesson(school, DAY.plus(Duration.ofDays(1)), 20);
        assertEquals(Map.of(first, List.of(FIRST_OF_SCHOOL), second, List.of()), signs(school));
    }

    @Test
    void aLateConfirmationIsFoundAndOneAfterADayIsNot() {
        var school = olderSchool();
        var late = given.lesson(school, DAY, 20);
        var soon = given.lesson(school, DAY.plus(Duration.ofHours(3)), 20);
        given.confirmed(late, "Cleo", 15);
        given.confirmed(soon, "Dan", 1);
        assertEquals(Map.of(late, List.of(CONFIRMED_LATE), soon, List.of()), signs(school));
    }

    @Test
    void anAmendedReturnIsFound() {
        var school = olderSchool();
        var changed = given.lesson(school, DAY, 20);
        given.amended(changed);
        assertEquals(Map.of(changed, List.of(AMENDED)), signs(school));
    }

    @Test
    void theThirdFullLessonRunningIsFoundAndAClassWithOneChildAwayIsLeftAlone() {
        var school = olderSchool();
        var other = olderSchool();
        var full = IntStream.range(0, 3)
                .mapToObj(day -> given.lesson(school, DAY.plus(Duration.ofDays(day)), 30))
                .toList();
        IntStream.range(0, 3).forEach(day -> given.lesson(other, DAY.plus(Duration.ofDays(day)), day == 1 ? 29 : 30));
        assertEquals(
                Map.of(full.get(0), List.of(), full.get(1), List.of(), full.get(2), List.of(ALWAYS_FULL)),
                signs(school));
        assertEquals(
                List.of(List.of(), List.of(), List.of()),
                List.copyOf(signs(other).values()));
    }

    @Test
    void guestsDoNotMakeAClassFullAndFiveOfThemThreeTimesRunningAreFound() {
        var school = olderSchool();
        var other = olderSchool();
        var five = IntStream.range(0, 3)
                .mapToObj(day -> given.lesson(school, DAY.plus(Duration.ofDays(day)), guests(school, 5)))
                .toList();
        IntStream.range(0, 3)
                .forEach(day -> given.lesson(other, DAY.plus(Duration.ofDays(day)), guests(other, day == 1 ? 4 : 5)));
        assertEquals(
                Map.of(five.get(0), List.of(), five.get(1), List.of(), five.get(2), List.of(ALWAYS_FIVE_GUESTS)),
                signs(school));
        assertEquals(
                List.of(List.of(), List.of(), List.of()),
                List.copyOf(signs(other).values()));
    }

    @Test
    void moreThan120ChildrenWithoutDevicesOnADayAreFoundAndMarksOfDevicesAreNotAmongThem() {
        var school = olderSchool();
        var other = olderSchool();
        lessons(school, 25, 25, 25, 25, 21);
        lessons(other, 25, 25, 25, 25, 20);
        given.lesson(other, DAY.plus(Duration.ofHours(10)), devices(other));
        assertEquals(
                Collections.nCopies(5, List.of(NO_DEVICES)),
                List.copyOf(signs(school).values()));
        assertEquals(Collections.nCopies(6, List.of()), List.copyOf(signs(other).values()));
    }

    @Test
    void theSamePairIsFoundFromItsThirdReturnAndAnotherConfirmerIsNot() {
        var school = olderSchool();
        var pair = IntStream.range(0, 4)
                .mapToObj(day -> given.lesson(school, DAY.plus(Duration.ofDays(day)), 20))
                .toList();
        given.confirmed(pair.get(0), "Cleo", 1);
        given.confirmed(pair.get(1), "Cleo", 1);
        given.confirmed(pair.get(2), "Dan", 1);
        given.confirmed(pair.get(3), "Cleo", 1);
        assertEquals(
                Map.ofEntries(
                        entry(pair.get(0), List.of()),
                        entry(pair.get(1), List.of()),
                        entry(pair.get(2), List.of()),
                        entry(pair.get(3), List.of(SAME_PAIR))),
                signs(school));
    }

    @Test
    void whatASignerHandedOnAfterwardsIsStillTheirs() {
        var school = olderSchool();
        lessons(school, 25, 25, 25, 25, 21);
        given.sessionsOf(school).stream()
                .skip(1)
                .limit(2)
                .forEach(each -> given.signedAndHandedOn(each, school.key(), school.colleague()));
        assertEquals(
                Collections.nCopies(5, List.of(NO_DEVICES)),
                List.copyOf(signs(school).values()));
    }

    @Test
    void aLessonOfNineMinutesIsQuick() {
        var school = olderSchool();
        var quick = given.lesson(school, DAY, devices(school), Duration.ofMinutes(9));
        assertEquals(Map.of(quick, List.of(QUICK)), signs(school));
    }

    @Test
    void aReturnDrawnByChanceCannotBeDrawnAgainAndOneDrawnByRiskCanByChance() {
        var school = olderSchool();
        var chance = given.lesson(school, DAY, 20);
        var risk = given.lesson(school, DAY.plus(Duration.ofHours(3)), 20);
        given.run("insert into figure_draw (week, seed, among, drawn_at) values ('2001-01-01', 'a1', '', now(6))");
        question(chance, "CHANCE", "");
        question(risk, "RISK", "AMENDED");
        assertEquals(Map.of(risk, List.of()), signs(school));
        given.run("delete from figure_question where public_id like 'cand%'");
        given.run("delete from figure_draw where week = '2001-01-01'");
    }

    private void question(String session, String kind, String reasons) {
        given.run("""
                insert into figure_question (public_id, draw_id, session_id, draw_kind, reasons, state, due_at)
                select 'cand%.4s', d.id, s.id, '%s', '%s', 'LAPSED', now(6) from figure_draw d, session s
                where d.week = '2001-01-01' and s.public_id = '%s'""".formatted(kind, kind, reasons, session));
    }

    /** A school whose first return is from an earlier week than {@link #DAY}. */
    private GivenCheck.School olderSchool() {
        var school = given.school();
        given.lesson(school, DAY.minus(Duration.ofDays(30)), 20);
        return school;
    }

    private void lessons(GivenCheck.School school, int... heads) {
        for (int i = 0; i < heads.length; i++) {
            given.lesson(school, DAY.minus(Duration.ofHours(2)).plus(Duration.ofHours(i)), heads[i]);
        }
    }

    private static PastReturn.ClassMarks guests(GivenCheck.School school, int guests) {
        return new PastReturn.ClassMarks(school.classId(), CardSet.NONE, CardSet.NONE, 26, guests, 0);
    }

    private static PastReturn.ClassMarks devices(GivenCheck.School school) {
        var cards = CardSet.of(IntStream.rangeClosed(1, 28).boxed().toList());
        return new PastReturn.ClassMarks(school.classId(), cards, CardSet.NONE, 0, 0, 0);
    }

    /** The signs of the school's returns in the week of {@link #DAY}, by session. */
    private Map<String, List<RiskReason>> signs(GivenCheck.School school) {
        var own = given.sessionsOf(school);
        return QuarkusTransaction.requiringNew()
                .call(() -> candidates.between(DAY.minus(Duration.ofDays(3)), DAY.plus(Duration.ofDays(5))))
                .stream()
                .filter(each -> own.contains(each.session()))
                .collect(Collectors.toMap(Candidate::session, Candidate::reasons));
    }
}
