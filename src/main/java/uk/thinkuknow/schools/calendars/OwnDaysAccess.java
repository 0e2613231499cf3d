package uk.thinkuknow.schools.calendars;

import jakarta.inject.Singleton;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.frame.StaffSchools;
import uk.thinkuknow.schools.members.SchoolStaffAccess;
import uk.thinkuknow.schools.school.SchoolFacts;

/**
 * Access rules for a school's days and roll. Its staff and the managers of its area may see its days; its
 * administrators may change them from today on, and managers also in the past. Only managers see and record its roll.
 */
@Singleton
class OwnDaysAccess {
    private final SchoolStaffAccess staffAccess;
    private final StaffSchools staffSchools;

    OwnDaysAccess(SchoolStaffAccess staffAccess, StaffSchools staffSchools) {
        this.staffAccess = staffAccess;
        this.staffSchools = staffSchools;
    }

    /** The days that a person may change. */
    enum Changes {
        NONE,
        FROM_TODAY,
        ALL
    }

    /** @throws NotFound if the person neither belongs to the school nor supervises it */
    SchoolFacts school(StaffMember me, PublicId id) {
        return staffAccess.school(me, id);
    }

    /** @throws NotFound if the person is no manager of the school's area */
    SchoolFacts managedSchool(StaffMember me, PublicId id) {
        var school = school(me, id);
        if (!manages(me, school)) {
            throw new NotFound();
        }
        return school;
    }

    Changes changes(StaffMember me, SchoolFacts school) {
        if (manages(me, school)) {
            return Changes.ALL;
        }
        return staffSchools.isAdministratorOf(me.id(), school.id()) ? Changes.FROM_TODAY : Changes.NONE;
    }

    private static boolean manages(StaffMember me, SchoolFacts school) {
        return me.is(Role.MANAGER) && school.isIn(me.scope());
    }
}
