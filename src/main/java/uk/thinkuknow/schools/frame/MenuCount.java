package uk.thinkuknow.schools.frame;

import uk.thinkuknow.identity.staff.StaffMember;

/** Counts the pending items of the signed-in person for one entry of the menu, which shows the number. */
public interface MenuCount {
    /** The key of the menu entry. */
    String key();

    long count(StaffMember me);
}
