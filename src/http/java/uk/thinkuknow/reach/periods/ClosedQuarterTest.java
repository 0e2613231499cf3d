package uk.thinkuknow.reach.periods;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.courses.training.NewEvent;
import uk.thinkuknow.courses.training.TrainingEventImporter;
import uk.thinkuknow.reach.frozen.FrozenFigures;
import uk.thinkuknow.reach.frozen.FrozenReach;
import uk.thinkuknow.reach.report.ReachTable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests the counting of quarters of the financial year, in which counting rule 7 applies if a quarter crosses the start
 * of a school year, and of the professionals trained in a period.
 */
@QuarkusTest
class ClosedQuarterTest {
    private static final String SUMMER = "2026-27-q2";
    private static final Instant THEN = Instant.parse("2026-11-01T06:00:00Z");
    private static final Instant BEFORE = THEN.minusSeconds(86_400);
    private static final Instant AFTER = THEN.plusSeconds(86_400);
    private static final Instant LATER = THEN.plusSeconds(2 * 86_400);

    @Inject
    GivenTerm given;

    @Inject
    ClosedPeriodService closedPeriodService;

    @Inject
    PeriodCounter counter;

    @Inject
    FrozenReach reach;

    @Inject
    ClosedPeriods periods;

    @Inject
    TrainingEventImporter training;

    @Inject
    EntityManager database;

    @Test
    void aQuarterOverTwoSchoolYearsCountsAChildOnceByTheClassLinksAtTheClosing() {
        var school = given.school();
        var fourth = given.addClass(school, "2025-26", "4A", 2021, 30);
        given.lesson(school, fourth.id(), "2026-06-30", 1, 30, BEFORE);
        given.lesson(school, fourth.id(), "2026-07-06", 1, 20, BEFORE);
        var fifth = given.goesOn(school, fourth, "5A", 2021);
        given.lesson(school, fifth.id(), "2026-09-14", 11, 25, BEFORE);
        given.lesson(school, given.addClass(school, "2025-26", "3B", 2022, 25).id(), "2026-07-07", 1, 25, BEFORE);
        given.lesson(school, given.addClass(school, "2026-27", "4B", 2022, 28).id(), "2026-09-30", 1, 28, BEFORE);
        given.lesson(school, fifth.id(), "2026-10-01", 26, 30, BEFORE);
        given.ended(school, fifth.id(), "2026-09-28");
        var split = split();

        var id = closedPeriodService
                .close(given.manager("closing-mina"), SUMMER, "", THEN)
                .publicId();
        closedPeriodService.approve(given.manager("closing-noor"), id);
        var row = region(frozen(id), school);
        assertEquals(
                25 + 28, row.reach(), "cards that go on are one child, and of classes without a link the larger year");
        assertEquals(25 + 25 + 28, row.reachUpper());
        assertEquals(20 + 15 + 25 + 28, row.attendances());
        assertEquals(List.of(4, 1), List.of(row.sessions(), row.awaiting()));
        assertEquals(row.reach(), row.fresh(), "a quarter has none who are new to a year");
        assertEquals(28, region(frozen(id), split).reach(), "one cohort, sent to two schools");

        run("update class_link set same_cards = false where from_class = " + fourth.id());
        run("update class_cohort set reception_year = 2019 where class_id = " + fifth.id());
        given.addClass(school, "2025-26", "6Z", 2012, 9);
        run("delete from class_move where from_school = " + split.id());
        assertTrue(
                closedPeriodService.recount(given.manager("closing-mina"), id),
                "by the links and classes as they were");
        assertTrue(closedPeriodService.adjust(id, THEN.plusSeconds(60)).isEmpty(), "no return has come");
        given.lesson(school, fourth.id(), "2026-07-13", 26, 30, AFTER);
        var adjusted =
                closedPeriodService.adjust(id, LATER).orElseThrow().figures().figures();
        assertEquals(30 + 28, region(adjusted, school).reach(), "five who were not counted before");
        assertTrue(closedPeriodService.recount(given.manager("closing-mina"), id));
    }

    /** A school whose classes of one cohort went to two others. */
    private GivenTerm.School split() {
        var school = given.school();
        var third = given.addClass(school, "2025-26", "3B", 2022, 25);
        var fourth = given.addClass(school, "2026-27", "4B", 2022, 28);
        given.lesson(school, third.id(), "2026-07-07", 1, 25, BEFORE);
        given.lesson(school, fourth.id(), "2026-09-30", 1, 28, BEFORE);
        for (var each : List.of(third, fourth)) {
            long to = given.schoolNextTo(school).id();
            run("update class_group set school_id = %d where id = %d".formatted(to, each.id()));
            run(
                    "insert into class_move (class_id, from_school, to_school, moved_on, name_was) values (%d, %d, %d, '2026-09-01', '')"
                            .formatted(each.id(), school.id(), to));
        }
        return school;
    }

    @Test
    void aQuarterWithinOneSchoolYearCountsTheSumOfWhatItsWeeksAdded() {
        var school = given.school();
        var schoolClass = given.addClass(school, 30);
        given.lesson(school, schoolClass, "2025-09-29", 1, 30, BEFORE);
        given.lesson(school, schoolClass, "2025-10-06", 1, 10, BEFORE);
        given.lesson(school, schoolClass, "2025-12-15", 5, 18, BEFORE);
        var figures = counted("2025-26-q3");
        assertEquals(18, region(figures, school).reach());
        assertEquals(figures.total().reach(), figures.weeks().getLast().soFar());
        assertEquals(
                figures.total().reach(),
                figures.weeks().stream().mapToInt(FrozenFigures.Week::added).sum());
        assertFalse(reach.isOverYears("2025-26-q3"));
        assertTrue(reach.isOverYears(SUMMER));
    }

    @Test
    void trainedProfessionalsOfATermAreCountedWithTheirTargetAlsoAfterANameIsErased() {
        var region = given.school().key();
        run("""
                insert into target (year_key, measure, area_kind, area_key, term_key, slice_key, number)
                values ('2025-26', 'professionals', 'region', '%s', 'spring', 'all', 40)""".formatted(region));
        training.importEvent(new NewEvent(
                "Held in " + region,
                "What was covered.",
                new NewEvent.Where("The Old Library", null, region),
                Instant.parse("2026-03-03T10:00:00Z"),
                120,
                20,
                new NewEvent.Guests(
                        given.manager("closing-mina").id(),
                        List.of(guest(region + "-a", 120), guest(region + "-b", 60), guest(region + "-c", 10)))));
        assertEquals(2, professionals("2025-26-spring", region).people());
        assertEquals(40, professionals("2025-26-spring", region).target());
        assertNull(professionals("2025-26-q4", region).target());
        run("update professional set staff_id = null, name = null, email = null, organisation = null, job = null,"
                + " erased_at = utc_timestamp(6) where email = '" + region + "-a@police.example'");
        assertEquals(2, professionals("2025-26-spring", region).people());
        assertTrue(counted("2025-26-spring").trained() >= 2);
        assertNotNull(counted("2025-26-spring").professionals());
    }

    private FrozenFigures.TrainedRow professionals(String period, String region) {
        return counted(period).professionals().regions().stream()
                .filter(row -> row.key().equals(region))
                .findFirst()
                .orElseThrow();
    }

    private static NewEvent.Guest guest(String name, int minutes) {
        return new NewEvent.Guest(null, name, name + "@police.example", "Police", "Officer", minutes);
    }

    private FrozenFigures counted(String period) {
        return QuarkusTransaction.requiringNew()
                .call(() -> counter.count(period, Instant.now().plusSeconds(1), reach.places(period)));
    }

    private FrozenFigures frozen(String id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> periods.called(id).orElseThrow().figures().figures());
    }

    private static ReachTable.Row region(FrozenFigures figures, GivenTerm.School school) {
        return figures.tables().get("region").stream()
                .filter(row -> row.key().equals(school.key()))
                .findFirst()
                .orElseThrow();
    }

    private void run(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(sql).executeUpdate());
    }
}
