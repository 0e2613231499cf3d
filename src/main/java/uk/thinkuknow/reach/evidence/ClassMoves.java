package uk.thinkuknow.reach.evidence;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.imports.SuccessionService;
import uk.thinkuknow.schools.school.SchoolService;

/**
 * Lets managers of a school's area say to which successor school each class went, when a closed school has several
 * successors.
 */
@Singleton
class ClassMoves {
    private final SchoolService schools;
    private final SuccessionService succession;
    private final PeopleService people;
    private final Clock clock;

    ClassMoves(SchoolService schools, SuccessionService succession, PeopleService people, Clock clock) {
        this.schools = schools;
        this.succession = succession;
        this.people = people;
        this.clock = clock;
    }

    /** The classes whose successor school is still to be chosen; empty unless the user is a manager of the area. */
    List<SuccessionService.Undecided> undecided(StaffMember me, PublicId school) {
        return mayDecide(me, school) ? succession.undecided(school) : List.of();
    }

    /**
     * Moves a class to one of the successors of its school, and records it in the audit.
     *
     * @throws NotFound if the user may not choose, or the schools are not predecessor and successor
     */
    @Transactional
    void send(StaffMember by, PublicId school, PublicId classId, PublicId to) {
        if (!mayDecide(by, school)) {
            throw new NotFound();
        }
        succession.moveToSuccessor(school, classId, to, London.today(clock));
        people.note(
                by.name(),
                Words.of("evidence.moved"),
                "class " + classId,
                Words.of("evidence.movedBetween", school, to));
    }

    boolean mayDecide(StaffMember me, PublicId school) {
        return me.is(Role.MANAGER) && schools.school(school).isIn(me.scope());
    }
}
