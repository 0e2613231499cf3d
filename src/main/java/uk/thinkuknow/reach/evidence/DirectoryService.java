package uk.thinkuknow.reach.evidence;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.frame.SchoolsOfStaff;
import uk.thinkuknow.schools.registers.Succession;
import uk.thinkuknow.schools.school.SchoolFinder;
import uk.thinkuknow.schools.school.SchoolFound;
import uk.thinkuknow.schools.school.SchoolRegister;
import uk.thinkuknow.schools.school.SchoolService;
import uk.thinkuknow.schools.school.SchoolSheet;

/** The door to the schools of the registers: finding one, and what is known of it. */
@Singleton
public class DirectoryService {
    private final SchoolFinder finder;
    private final SchoolRegister register;
    private final DrillDown drillDown;
    private final Succession succession;
    private final PeopleService people;
    private final SchoolService schools;
    private final SchoolsOfStaff staff;
    private final Clock clock;

    DirectoryService(
            SchoolFinder finder,
            SchoolRegister register,
            DrillDown drillDown,
            Succession succession,
            PeopleService people,
            SchoolService schools,
            SchoolsOfStaff staff,
            Clock clock) {
        this.finder = finder;
        this.register = register;
        this.drillDown = drillDown;
        this.succession = succession;
        this.people = people;
        this.schools = schools;
        this.staff = staff;
        this.clock = clock;
    }

    /** The schools that somebody may mean by a name, a town, a postcode or a number, best first; at most twenty. */
    public List<SchoolFound> find(String words) {
        return finder.find(words);
    }

    /** What it came to this year, for managers whose area it is, and for auditors. */
    Optional<SchoolFigures> figures(PublicId id) {
        return drillDown.figures(id);
    }

    /** The classes of which a manager must say where they went; for others there are none. */
    List<Succession.Undecided> undecided(PublicId id) {
        return isHers(id) ? succession.undecided(id) : List.of();
    }

    /**
     * Says to which of the schools that came after its own a class went.
     *
     * @throws NotFound if it is not hers to say, or the schools do not follow each other
     */
    @Transactional
    void send(PublicId school, PublicId classId, PublicId to) {
        if (!isHers(school)) {
            throw new NotFound();
        }
        succession.send(school, classId, to, London.today(clock));
        people.note(
                people.me().name(),
                "moved a class to the school that succeeded its own",
                "class " + classId,
                "from school " + school + " to " + to);
    }

    /** May she see what is held about it? */
    boolean maySeeHeld(StaffMember me, PublicId id) {
        return staff.mayLookThrough(me, schools.school(id).id());
    }

    private boolean isHers(PublicId id) {
        return people.me().is(Role.MANAGER) && figures(id).isPresent();
    }

    /** @throws NotFound if there is no such school */
    public SchoolSheet sheet(PublicId id) {
        return register.sheet(id);
    }
}
