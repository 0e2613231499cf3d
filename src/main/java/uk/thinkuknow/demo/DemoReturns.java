package uk.thinkuknow.demo;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import uk.thinkuknow.attendance.check.DemoFigureChecks;
import uk.thinkuknow.attendance.returns.AttendanceService;
import uk.thinkuknow.attendance.returns.DemoReturnChanges;
import uk.thinkuknow.classroom.session.SessionFacts;
import uk.thinkuknow.classroom.session.SessionService;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.demo.DemoPart.Demo;
import uk.thinkuknow.identity.staff.PeopleService;

/**
 * Asks to withdraw a past return of the teacher Tom, which then waits for a second signature, and creates two figure
 * checks of returns of the teacher Tess, one answered and one open.
 */
@Singleton
@Priority(30)
class DemoReturns implements DemoPart {
    private static final int LATEST = 40;

    private final SessionService sessions;
    private final AttendanceService attendance;
    private final DemoReturnChanges changes;
    private final DemoFigureChecks checks;
    private final PeopleService people;

    DemoReturns(
            SessionService sessions,
            AttendanceService attendance,
            DemoReturnChanges changes,
            DemoFigureChecks checks,
            PeopleService people) {
        this.sessions = sessions;
        this.attendance = attendance;
        this.changes = changes;
        this.checks = checks;
        this.people = people;
    }

    @Override
    public void bringIn(Demo demo) {
        var today = demo.today();
        signed("tom").stream()
                .findFirst()
                .ifPresent(session ->
                        changes.bringIn(people.byUsername("tom").orElseThrow(), session, Words.of("demo.wrongClass")));
        // only weeks before the last one, for which the product itself picks returns to check
        var before =
                today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(1);
        var past = signed("tess").stream()
                .filter(session -> session.localDate().isBefore(before))
                .toList();
        past.stream().findFirst().ifPresent(waits -> {
            checks.bringIn(week(waits), waits.publicId(), null);
            past.stream()
                    .filter(session -> !week(session).equals(week(waits)))
                    .findFirst()
                    .ifPresent(other -> checks.bringIn(week(other), other.publicId(), "Dee Marchetti"));
        });
    }

    private static LocalDate week(SessionFacts session) {
        return session.localDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private List<SessionFacts> signed(String teacher) {
        var by = people.byUsername(teacher).orElseThrow();
        return sessions.sessionsOf(by.school(), 0, LATEST).stream()
                .filter(session -> session.signer().staffId() == by.id() && attendance.isSigned(session.id()))
                .toList();
    }
}
