package uk.thinkuknow.attendance.paper;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.attendance.paper.CheckedRow.PaperRegister;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.counting.NationTerm;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.members.StaffingService;
import uk.thinkuknow.schools.school.ClassFacts;
import uk.thinkuknow.schools.school.SchoolFacts;
import uk.thinkuknow.schools.school.SchoolService;

/** Checks rows of paper registers against a school's classes, terms, lessons and sessions; changes nothing. */
@Singleton
class PaperRegisterCheck {
    private static final String HAD = """
            SELECT COALESCE(SUM(s.state NOT IN ('CANCELLED', 'WITHDRAWN')), 0), COUNT(*) FROM session_v s
            JOIN session_class_v c ON c.session_id = s.id
            JOIN module_version_v v ON v.id = s.module_version_id
            JOIN module_v m ON m.id = v.module_id
            WHERE c.class_id = ?1 AND s.local_date = ?2 AND m.module_key = ?3""";

    private final SchoolService schools;
    private final CurriculumService curriculum;
    private final StaffingService staffing;
    private final EntityManager database;
    private final Clock clock;

    PaperRegisterCheck(
            SchoolService schools,
            CurriculumService curriculum,
            StaffingService staffing,
            EntityManager database,
            Clock clock) {
        this.schools = schools;
        this.curriculum = curriculum;
        this.staffing = staffing;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Returns the school whose registers the user enters: their own if they are its administrator, or the one that a
     * manager names.
     *
     * @throws NotFound if there is no such school, or it is outside the manager's area
     * @throws Refused if the user is neither the school's administrator nor a manager
     */
    @Transactional
    SchoolFacts school(StaffMember by, @Nullable String named) {
        if (!by.is(Role.MANAGER)) {
            if (!staffing.isAdministratorOf(by.id(), by.school())) {
                throw new Refused("entry.notYours");
            }
            return schools.school(by.school());
        }
        var school = schools.school(new PublicId(named == null ? "" : named));
        if (!school.isIn(by.scope())) {
            throw new NotFound();
        }
        return school;
    }

    /** Returns the classes that the school has now, by name. */
    @Transactional
    List<ClassFacts> classes(SchoolFacts school) {
        return schools.classesNow(school.id());
    }

    /** Returns the titles of the lessons in use, sorted. */
    List<String> lessons() {
        return curriculum.current().stream()
                .map(each -> each.lesson().title())
                .distinct()
                .sorted()
                .toList();
    }

    /** Checks rows: each gives a register that can be entered, or errors. Empty rows are skipped. */
    @Transactional
    List<CheckedRow> check(SchoolFacts school, List<PaperRow> rows) {
        var years = new HashMap<LocalDate, Optional<String>>();
        var classes = new HashMap<String, List<ClassFacts>>();
        return new PaperRowRules(
                        London.today(clock),
                        curriculum.current(),
                        day -> years.computeIfAbsent(
                                day,
                                each -> schools.termBy(school.nation(), each).map(NationTerm::yearKey)),
                        day -> schools.isClosedBefore(school.id(), day),
                        year -> classes.computeIfAbsent(year, each -> schools.classesOf(school.id(), each)),
                        register -> had(register).now() > 0)
                .of(rows);
    }

    /**
     * The number of sessions of one lesson that a class has on a day: {@code now} without cancelled and withdrawn ones,
     * {@code ever} with them.
     */
    record Had(long now, long ever) {}

    Had had(PaperRegister register) {
        var row = (Object[]) database.createNativeQuery(HAD, Object[].class)
                .setParameter(1, register.schoolClass().id())
                .setParameter(2, register.day())
                .setParameter(3, register.lesson().key())
                .getSingleResult();
        return new Had(((Number) row[0]).longValue(), ((Number) row[1]).longValue());
    }
}
