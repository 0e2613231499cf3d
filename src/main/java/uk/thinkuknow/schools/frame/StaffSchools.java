package uk.thinkuknow.schools.frame;

import uk.thinkuknow.identity.staff.StaffMember;

/** Answers what a member of staff is at their schools; every page header asks it. */
public interface StaffSchools {
    /** Whether the person is a member of several schools. */
    boolean hasSeveralSchools(long staffId);

    /** Whether the person is an administrator of the school. */
    boolean isAdministratorOf(long staffId, long schoolId);

    /**
     * Whether the person may see everything held about the school: an administrator of the installation or the school,
     * or its safeguarding lead or deputy.
     */
    boolean maySeeHeldData(StaffMember me, long schoolId);

    /** Whether the school has a safeguarding lead or deputy. */
    boolean hasLead(long schoolId);
}
