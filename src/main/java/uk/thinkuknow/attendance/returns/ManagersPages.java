package uk.thinkuknow.attendance.returns;

import uk.thinkuknow.common.PublicId;

/** The paths of a manager's pages about sessions and schools, given by the room that has those pages. */
public interface ManagersPages {
    String ofSession(PublicId session);

    String ofSchool(PublicId school);

    String schools();
}
