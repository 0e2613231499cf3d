package uk.thinkuknow.attendance.returns;

import uk.thinkuknow.common.PublicId;

/**
 * Returns the paths of a manager's pages of a session, of a school and of the list of schools; implemented by the
 * package that has those pages.
 */
public interface ManagerPaths {
    String ofSession(PublicId session);

    String ofSchool(PublicId school);

    String schools();
}
