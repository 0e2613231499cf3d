package uk.thinkuknow.schools.frame;

import uk.thinkuknow.identity.staff.StaffMember;

/** Knows to which schools a member of staff belongs, and as what: asked for the head of every page. */
public interface SchoolsOfStaff {
    /** Does she belong to more than one? */
    boolean several(long staffId);

    /** Is she the administrator of this one? */
    boolean isAdministratorOf(long staffId, long schoolId);

    /** May she see all that is held about it: as an administrator of the installation or of the school, or as a lead of its safeguarding? */
    boolean mayLookThrough(StaffMember me, long schoolId);

    /** Is somebody named who leads its safeguarding, or stands in? */
    boolean hasLead(long schoolId);
}
