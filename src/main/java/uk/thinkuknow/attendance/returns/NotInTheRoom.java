package uk.thinkuknow.attendance.returns;

import uk.thinkuknow.common.Refused;

/**
 * Refusal: this person may not confirm the heads of a visit, because they signed its register, or because somebody else
 * is expected to and they do not say that they were in the classroom.
 */
final class NotInTheRoom extends Refused {
    private NotInTheRoom(String why) {
        super(why);
    }

    static NotInTheRoom instead(String confirmer) {
        return new NotInTheRoom(
                "The heads are confirmed by whoever of the school’s staff was in the room. If that was you and not "
                        + confirmer + ", tick that you were there.");
    }

    static NotInTheRoom delivered() {
        return new NotInTheRoom(
                "You delivered this session: somebody else of the school’s staff, who was in the room, confirms its heads.");
    }
}
