package uk.thinkuknow.attendance.paper;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import uk.thinkuknow.attendance.paper.CheckedRow.PaperRegister;
import uk.thinkuknow.attendance.returns.PastReturn;
import uk.thinkuknow.attendance.returns.ReturnImporter;
import uk.thinkuknow.classroom.session.PastSession;
import uk.thinkuknow.classroom.session.PastSessions;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.RetryOnConflict;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.CardSet;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.school.SchoolFacts;

/** Enters paper registers as delivered sessions with signed returns: all of them or none. */
@Singleton
class PaperRegisterService {
    /** The assumed start: paper does not say when a lesson began. */
    private static final LocalTime NOON = LocalTime.NOON;

    private final PaperRegisterCheck registerCheck;
    private final PastSessions pastSessions;
    private final ReturnImporter returns;
    private final EntityManager database;
    private final Clock clock;

    PaperRegisterService(
            PaperRegisterCheck registerCheck,
            PastSessions pastSessions,
            ReturnImporter returns,
            EntityManager database,
            Clock clock) {
        this.registerCheck = registerCheck;
        this.pastSessions = pastSessions;
        this.returns = returns;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Enters every row, or none if any row has an error.
     *
     * @return the checked rows; if all are right, all were entered
     */
    List<CheckedRow> enter(StaffMember by, SchoolFacts school, List<PaperRow> rows) {
        try {
            return RetryOnConflict.call(() -> {
                var understood = registerCheck.check(school, rows);
                if (understood.stream().allMatch(CheckedRow::isRight)) {
                    understood.forEach(each -> enter(by, school, Objects.requireNonNull(each.register())));
                }
                return understood;
            });
        } catch (PersistenceException e) {
            var now = RetryOnConflict.call(() -> registerCheck.check(school, rows));
            if (now.stream().allMatch(CheckedRow::isRight)) {
                throw e;
            }
            return now; // somebody else entered one of them at the same moment
        }
    }

    private void enter(StaffMember by, SchoolFacts school, PaperRegister register) {
        var minutes = Duration.ofMinutes(register.lesson().lesson().minutes());
        var start = startOf(register, minutes);
        var key = UUID.nameUUIDFromBytes(register.key().getBytes(StandardCharsets.UTF_8)) + "-"
                + registerCheck.had(register).ever();
        var session = pastSessions.deliver(
                new PastSession(
                        by,
                        school.id(),
                        register.lesson().versionId(),
                        false,
                        start,
                        minutes,
                        List.of(new PastSession.PastClass(register.schoolClass().id(), null))),
                key);
        database.flush();
        returns.signPaper(
                by,
                new PastReturn(
                        session.id(),
                        by.name(),
                        clock.instant(),
                        List.of(new PastReturn.ClassMarks(
                                register.schoolClass().id(),
                                CardSet.NONE,
                                register.ticked(),
                                register.unnamed(),
                                0,
                                0))),
                Words.of("entry.auditDetail", register.schoolClass().name(), register.inWords()));
    }

    /** A paper register names no time: noon, or earlier if its lesson would not be over yet. */
    private Instant startOf(PaperRegister register, Duration minutes) {
        var morning = London.at(register.day().atStartOfDay());
        var noon = London.at(register.day().atTime(NOON));
        var latest = clock.instant().minus(minutes);
        return Collections.max(List.of(morning, Collections.min(List.of(noon, latest))));
    }
}
