package uk.thinkuknow.reach.periods;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.reach.frozen.FrozenFigures;
import uk.thinkuknow.reach.report.ReachTable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests counting rule 8: frozen figures do not change, and later returns become dated adjustments. */
@QuarkusTest
class ClosedPeriodServiceTest {
    private static final Instant THEN = Instant.parse("2026-10-01T06:00:00Z");
    private static final Instant BEFORE = THEN.minusSeconds(86_400);
    private static final Instant AFTER = THEN.plusSeconds(86_400);
    private static final Instant LATER = THEN.plusSeconds(2 * 86_400);

    @Inject
    GivenTerm given;

    @Inject
    ClosedPeriodService closedPeriodService;

    @Inject
    ClosedPeriods periods;

    @Inject
    EntityManager database;

    @Test
    void lateAndWithdrawnReturnsBecomeAdjustmentsAndTheFrozenFigureStays() {
        var school = given.school();
        var schoolClass = given.addClass(school, 30);
        given.lesson(school, schoolClass, "2025-11-03", 1, 12, BEFORE);
        given.ended(school, schoolClass, "2025-11-10");
        var id = approved("2025-26-autumn");
        assertEquals(12, region(frozen(id), school).reach());
        assertEquals(1, region(frozen(id), school).awaiting());
        var hash = hash(id);

        given.lesson(school, schoolClass, "2025-11-17", 1, 30, AFTER);
        assertTrue(closedPeriodService.adjust(id, THEN).isEmpty(), "nothing had come by then");
        var adjustment = closedPeriodService.adjust(id, LATER).orElseThrow();
        assertEquals(30, region(adjustment.figures().figures(), school).reach());
        assertEquals(18, change(id).reach());
        assertEquals(30, change(id).attendances());
        assertEquals("Region " + school.key(), change(id).areas().getFirst().name());
        assertTrue(closedPeriodService.adjust(id, LATER).isEmpty(), "the same is told once");

        given.lesson(school, schoolClass, "2025-11-24", 1, 30, LATER);
        assertTrue(closedPeriodService.adjust(id, LATER).isPresent());
        assertEquals(30, last(id, school).reach(), "the same thirty, sent once more");
        assertEquals(72, last(id, school).attendances());

        given.withdrawn(school, "2025-11-24");
        given.withdrawn(school, "2025-11-17");
        assertTrue(closedPeriodService.adjust(id, LATER).isEmpty(), "as at then they had not been withdrawn");
        assertTrue(closedPeriodService.adjust(id, Instant.now()).isPresent());
        assertEquals(12, last(id, school).reach(), "a withdrawn return no longer counts");
        assertEquals(12, last(id, school).attendances());
        assertEquals(1, last(id, school).awaiting(), "and is not awaited");
        assertEquals(0, change(id).reach());

        assertEquals(12, region(frozen(id), school).reach());
        assertEquals(hash, hash(id));
        assertTrue(
                closedPeriodService.recount(given.manager("closing-mina"), id),
                "counted again from the returns as they were");
    }

    @Test
    void aSchoolKeepsTheAreaItHadAtTheClosingAndOneWithoutAnAreaIsAddedByAnAdjustment() {
        var school = given.school();
        var schoolClass = given.addClass(school, 20);
        given.lesson(school, schoolClass, "2026-02-03", 1, 20, BEFORE);
        var unplaced = given.school();
        given.lesson(unplaced, given.addClass(unplaced, 10), "2026-02-03", 1, 10, BEFORE);
        run("update school_area set valid_to = '2025-12-31' where school_id = " + unplaced.id());
        var id = approved("2025-26-spring");
        var elsewhere = given.school();
        run("update school_area set valid_to = null where school_id = " + unplaced.id());
        run("update region set name = 'Renamed' where region_key = '%s'".formatted(school.key()));
        run("update school_area set authority_key = '%s' where school_id = %d".formatted(elsewhere.key(), school.id()));

        assertTrue(closedPeriodService.recount(given.manager("closing-mina"), id));
        assertTrue(closedPeriodService.adjust(id, LATER).isPresent());
        assertEquals(10, last(id, unplaced).reach(), "of a school whose area was not known then");
        assertTrue(closedPeriodService.recount(given.manager("closing-mina"), id), "frozen without that school");
        assertTrue(closedPeriodService.adjust(id, LATER).isEmpty());
        var late = given.addClass(elsewhere, 25);
        given.lesson(elsewhere, late, "2026-02-10", 1, 25, AFTER);
        assertTrue(closedPeriodService.adjust(id, LATER).isPresent());
        assertEquals(20, last(id, school).reach());
        assertEquals("Region " + school.key(), last(id, school).name(), "as it was called then");
        assertEquals(25, last(id, elsewhere).reach());
        assertTrue(closedPeriodService.recount(given.manager("closing-mina"), id));
    }

    @Test
    void approvalNeedsASecondManagerARefusedPeriodCanBeClosedAgainAndApprovedFiguresCannotChange() {
        var school = given.school();
        given.lesson(school, given.addClass(school, 30), "2026-01-19", 1, 12, BEFORE);
        var mina = given.manager("closing-mina");
        var other = given.manager("closing-noor");
        var period = "2025-26-q2";
        var first = closedPeriodService.close(mina, period, "as asked", THEN).publicId();
        assertWhy("a second manager approves", () -> closedPeriodService.approve(mina, first));
        assertWhy("closed already", () -> closedPeriodService.close(other, period, "", THEN));
        assertWhy("begin when the figures are approved", () -> closedPeriodService.adjust(first, THEN));
        assertWhy("Say why", () -> closedPeriodService.refuse(other, first, " "));
        closedPeriodService.refuse(other, first, "Two schools are still missing.");
        assertWhy("decided already", () -> closedPeriodService.approve(other, first));

        var second = closedPeriodService.close(mina, period, "", AFTER).publicId();
        closedPeriodService.approve(other, second);
        assertWhy("decided already", () -> closedPeriodService.refuse(mina, second, "After all"));
        assertWhy("closed already", () -> closedPeriodService.close(mina, period, "", LATER));
        assertWhy("over in every nation", () -> closedPeriodService.close(mina, "2026-27-summer", "", THEN));
        assertWhy("over in every nation", () -> closedPeriodService.close(mina, "nonsense", "", THEN));
        var regional = new StaffMember(
                mina.id(), mina.username(), mina.name(), mina.roles(), null, Scope.region("some-region"), null);
        assertWhy("You manage a part of it", () -> closedPeriodService.close(regional, "2025-26-year", "", THEN));

        for (var sql : new String[] {
            "update closed_period set figures = '{}' where public_id = '%s'",
            "update closed_period set state = 'REFUSED' where public_id = '%s'",
            "update closed_period set hash = 'x' where public_id = '%s'",
            "delete from closed_period where public_id = '%s'"
        }) {
            assertThrows(PersistenceException.class, () -> run(sql.formatted(second)), sql);
        }
    }

    private String approved(String period) {
        var id = closedPeriodService
                .close(given.manager("closing-mina"), period, "", THEN)
                .publicId();
        closedPeriodService.approve(given.manager("closing-noor"), id);
        return id;
    }

    private FrozenFigures frozen(String id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> periods.called(id).orElseThrow().figures().figures());
    }

    private String hash(String id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> periods.called(id).orElseThrow().figures().hash());
    }

    private ReachTable.Row last(String id, GivenTerm.School school) {
        return QuarkusTransaction.requiringNew()
                .call(() -> region(periods.latest(periods.called(id).orElseThrow()), school));
    }

    private FiguresDifference change(String id) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var closed = periods.called(id).orElseThrow();
            return FiguresDifference.of(closed.figures().figures(), periods.latest(closed));
        });
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

    private static void assertWhy(String words, Runnable act) {
        var refused = assertThrows(Refused.class, act::run);
        assertTrue(refused.why().contains(words), refused.why());
        assertFalse(refused.why().isBlank());
    }
}
