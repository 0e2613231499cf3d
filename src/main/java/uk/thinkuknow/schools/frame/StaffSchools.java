package uk.thinkuknow.schools.frame;

import uk.thinkuknow.identity.staff.StaffMember;

/**
 * Says whether a member of staff has several schools, administers one or may see its held data, and whether a school
 * has a safeguarding lead. The top of every staff page asks it.
 */
public interface StaffSchools {
    /** Returns whether the person is a member of several schools. */
    boolean hasSeveralSchools(long staffId);

    /** Returns whether the person is an administrator of the school. */
    boolean isAdministratorOf(long staffId, long schoolId);

    /**
     * Returns whether the person may see everything held about the school: they are an administrator of the
     * installation or of the school, or its safeguarding lead or deputy.
     */
    boolean maySeeHeldData(StaffMember me, long schoolId);

    /** Returns whether the school has a safeguarding lead or deputy. */
    boolean hasLead(long schoolId);
}
