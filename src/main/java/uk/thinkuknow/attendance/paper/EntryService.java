package uk.thinkuknow.attendance.paper;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.attendance.paper.Understood.Register;
import uk.thinkuknow.attendance.returns.PastReturn;
import uk.thinkuknow.attendance.returns.SignedElsewhere;
import uk.thinkuknow.classroom.session.PastSession;
import uk.thinkuknow.classroom.session.PastSessions;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.RetryOnConflict;
import uk.thinkuknow.counting.CardSet;
import uk.thinkuknow.counting.TermOf;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.members.StaffingService;
import uk.thinkuknow.schools.school.ClassFacts;
import uk.thinkuknow.schools.school.SchoolFacts;
import uk.thinkuknow.schools.school.SchoolService;

/** The door to paper registers: what rows come to, and entering all of them or none. */
@Singleton
class EntryService {
    /** Paper does not say when a lesson began. */
    private static final LocalTime NOON = LocalTime.NOON;

    private static final String HAD = """
            SELECT COALESCE(SUM(s.state NOT IN ('CANCELLED', 'WITHDRAWN')), 0), COUNT(*) FROM session_v s
            JOIN session_class_v c ON c.session_id = s.id
            JOIN module_version_v v ON v.id = s.module_version_id
            JOIN module_v m ON m.id = v.module_id
            WHERE c.class_id = ?1 AND s.local_date = ?2 AND m.module_key = ?3""";

    private final SchoolService schools;
    private final PastSessions pastSessions;
    private final CurriculumService curriculum;
    private final SignedElsewhere elsewhere;
    private final StaffingService staffing;
    private final PeopleService people;
    private final EntityManager database;
    private final Clock clock;

    EntryService(
            SchoolService schools,
            PastSessions pastSessions,
            CurriculumService curriculum,
            SignedElsewhere elsewhere,
            StaffingService staffing,
            PeopleService people,
            EntityManager database,
            Clock clock) {
        this.schools = schools;
        this.pastSessions = pastSessions;
        this.curriculum = curriculum;
        this.elsewhere = elsewhere;
        this.staffing = staffing;
        this.people = people;
        this.database = database;
        this.clock = clock;
    }

    /**
     * The school whose registers she enters: her own if she keeps its staff, or the one that a manager names.
     *
     * @throws NotFound for no school, or one outside a manager's area
     * @throws Refused if she does not keep her school's staff
     */
    @Transactional
    SchoolFacts school(StaffMember by, @Nullable String named) {
        if (!by.is(Role.MANAGER)) {
            if (!staffing.isAdministratorOf(by.id(), by.school())) {
                throw new Refused(
                        "Paper registers are entered by your school’s administrator, or by a manager of the programme. You can enter a single lesson under “Enter a lesson taught before”.");
            }
            return schools.school(by.school());
        }
        var school = schools.school(new PublicId(named == null ? "" : named));
        if (!school.liesIn(by.scope())) {
            throw new NotFound();
        }
        return school;
    }

    /** The classes that the school has now, by name. */
    @Transactional
    List<ClassFacts> classes(SchoolFacts school) {
        return schools.classesNow(school.id());
    }

    /** The titles of the lessons in use. */
    List<String> lessons() {
        return curriculum.current().stream()
                .map(each -> each.lesson().title())
                .distinct()
                .sorted()
                .toList();
    }

    /** What rows come to; nothing is changed. */
    @Transactional
    List<Understood> understand(SchoolFacts school, List<PaperRow> rows) {
        var years = new HashMap<LocalDate, Optional<String>>();
        var classes = new HashMap<String, List<ClassFacts>>();
        return new Understanding(
                        London.today(clock),
                        curriculum.current(),
                        day -> years.computeIfAbsent(
                                day,
                                each -> schools.termOn(school.nation(), each).map(TermOf::yearKey)),
                        year -> classes.computeIfAbsent(year, each -> schools.classesOf(school.id(), each)),
                        register -> had(register).now() > 0)
                .of(rows);
    }

    /**
     * Enters every row, or, where one of them cannot be entered, none.
     *
     * @return what the rows come to; all were entered if all are right
     */
    List<Understood> enter(StaffMember by, SchoolFacts school, List<PaperRow> rows) {
        try {
            return RetryOnConflict.call(() -> {
                var understood = understand(school, rows);
                if (understood.stream().allMatch(Understood::isRight)) {
                    understood.forEach(each -> enter(by, school, Objects.requireNonNull(each.register())));
                }
                return understood;
            });
        } catch (PersistenceException e) {
            var now = RetryOnConflict.call(() -> understand(school, rows));
            if (now.stream().allMatch(Understood::isRight)) {
                throw e;
            }
            return now; // somebody entered one of them at the same moment
        }
    }

    private void enter(StaffMember by, SchoolFacts school, Register register) {
        var start = London.at(register.day().atTime(NOON));
        var minutes = Duration.ofMinutes(register.lesson().lesson().minutes());
        var key = UUID.nameUUIDFromBytes(register.key().getBytes(StandardCharsets.UTF_8)) + "-"
                + had(register).ever();
        var session = pastSessions.deliver(
                new PastSession(
                        by,
                        school.id(),
                        register.lesson().versionId(),
                        false,
                        start,
                        minutes,
                        List.of(new PastSession.PastClass(register.room().id(), null))),
                key);
        database.flush();
        elsewhere.signPaper(
                by,
                new PastReturn(
                        session.id(),
                        by.name(),
                        clock.instant(),
                        List.of(new PastReturn.ClassMarks(
                                register.room().id(), CardSet.NONE, register.ticked(), register.unnamed(), 0, 0))));
        people.note(
                by.name(),
                "entered a paper register and signed it",
                "session " + session.publicId(),
                register.room().name() + ", " + register.inWords());
    }

    /** How many sessions of that lesson the class has on that day, and how many with those that were cancelled or withdrawn. */
    private record Had(long now, long ever) {}

    private Had had(Register register) {
        var row = (Object[]) database.createNativeQuery(HAD, Object[].class)
                .setParameter(1, register.room().id())
                .setParameter(2, register.day())
                .setParameter(3, register.lesson().key())
                .getSingleResult();
        return new Had(((Number) row[0]).longValue(), ((Number) row[1]).longValue());
    }
}
