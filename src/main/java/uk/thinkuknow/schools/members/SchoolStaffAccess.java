package uk.thinkuknow.schools.members;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.school.SchoolFacts;
import uk.thinkuknow.schools.school.SchoolService;

/**
 * Access rules for a school's staff list. Its members, the managers of its area and the programme's administrators may
 * see it. Its administrators may change it; a manager of its area may while the school has no administrator; the
 * programme's administrators always may. Managers of its area may always name who leads safeguarding, because nobody
 * names themselves.
 */
@Singleton
public class SchoolStaffAccess {
    private final Memberships memberships;
    private final SchoolService schools;
    private final PeopleService people;

    SchoolStaffAccess(Memberships memberships, SchoolService schools, PeopleService people) {
        this.memberships = memberships;
        this.schools = schools;
        this.people = people;
    }

    /**
     * The school asked for, or else the member's own.
     *
     * @param asked the public id, or null for the member's own school
     * @throws NotFound if the member may not see it
     */
    public SchoolFacts school(StaffMember me, @Nullable PublicId asked) {
        var school = asked == null ? schools.school(me.school()) : schools.school(asked);
        if (!isMember(me, school) && !supervises(me, school)) {
            throw new NotFound();
        }
        return school;
    }

    /**
     * Returns whether the person may change the school's staff list. Nobody from outside joins a school that has closed, as its
     * staff go on to the school that takes over its classes, which has administrators of its own.
     */
    public boolean mayChangeStaff(StaffMember me, SchoolFacts school) {
        return memberships.isAdministrator(me.id(), school.id())
                || me.is(Role.ADMINISTRATOR)
                || supervises(me, school)
                        && memberships.administratorsOf(school.id()).isEmpty()
                        && !schools.isClosed(school.id());
    }

    /** Returns whether the person may name who leads safeguarding at the school, except themselves. */
    public boolean mayNameLeads(StaffMember me, SchoolFacts school) {
        return mayChangeStaff(me, school) || supervises(me, school) && !schools.isClosed(school.id());
    }

    /**
     * @throws NotFound if the member may not see the school
     * @throws Refused if they may see it but not change its staff
     */
    public void requireMayChangeStaff(StaffMember me, SchoolFacts school) {
        require(mayChangeStaff(me, school), me, school);
    }

    private void require(boolean allowed, StaffMember me, SchoolFacts school) {
        if (allowed) {
            return;
        }
        if (!isMember(me, school) && !supervises(me, school)) {
            throw new NotFound();
        }
        requireOpen(school);
        var names = memberships.administratorsOf(school.id()).stream()
                .map(each -> people.nameOf(each.staffId()))
                .collect(Collectors.joining(", "));
        throw names.isEmpty()
                ? new Refused("members.noAdministrator")
                : new Refused("members.administratorsOnly", names);
    }

    /**
     * Nobody from outside joins a school that has closed.
     *
     * @throws Refused if it has closed
     */
    public void requireOpen(SchoolFacts school) {
        if (schools.isClosed(school.id())) {
            throw new Refused("members.schoolClosed", school.name());
        }
    }

    /**
     * Locks the school's staff list until the transaction ends, and returns the school if the member may change it.
     * Call it before the first read of the transaction.
     *
     * @throws NotFound if the member may not see the school
     * @throws Refused if they may see it but not change its staff
     */
    public SchoolFacts lockForChange(StaffMember me, PublicId schoolId) {
        memberships.hold(schoolId);
        var school = school(me, schoolId);
        requireMayChangeStaff(me, school);
        return school;
    }

    /** As {@link #lockForChange}, for naming who leads safeguarding. */
    public SchoolFacts lockForLeads(StaffMember me, PublicId schoolId) {
        memberships.hold(schoolId);
        var school = school(me, schoolId);
        require(mayNameLeads(me, school), me, school);
        return school;
    }

    /** The schools that the member administers. */
    public List<SchoolFacts> administeredBy(StaffMember me) {
        return memberships.ofStaff(me.id()).stream()
                .filter(each -> each.part() == Membership.Part.ADMINISTRATOR)
                .map(each -> schools.school(each.schoolId()))
                .toList();
    }

    private boolean isMember(StaffMember me, SchoolFacts school) {
        return memberships.of(me.id(), school.id()).isPresent();
    }

    /**
     * Returns whether the person is an administrator of the programme, or a manager of an area that includes the
     * school.
     */
    public static boolean supervises(StaffMember me, SchoolFacts school) {
        return me.is(Role.ADMINISTRATOR) || (me.is(Role.MANAGER) && school.isIn(me.scope()));
    }
}
