package uk.thinkuknow.schools.frame;

import uk.thinkuknow.identity.staff.StaffMember;

/** A feature in which something may wait for whoever is signed in: its line of the menu says how much. */
public interface MenuCount {
    /** The key of the line. */
    String key();

    long count(StaffMember me);
}
