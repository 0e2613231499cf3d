package uk.thinkuknow.attendance.returns;

import uk.thinkuknow.common.PublicId;

/** The paths of a manager's pages about sessions and schools, told by the room that has them. */
public interface ManagersPages {
    String ofSession(PublicId session);

    String ofSchool(PublicId school);

    String schools();
}
