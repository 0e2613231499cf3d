package uk.thinkuknow.attendance.returns;

import uk.thinkuknow.common.Refused;

/**
 * Thrown because this person may not confirm the heads of a visit, because they signed its register, or because somebody else
 * is expected to and they do not say that they were in the classroom.
 */
final class MayNotConfirm extends Refused {
    private MayNotConfirm(String why) {
        super(why);
    }

    static MayNotConfirm instead(String confirmer) {
        return new MayNotConfirm(
                "The heads are confirmed by whoever of the school’s staff was in the room. If that was you and not "
                        + confirmer + ", tick that you were there.");
    }

    static MayNotConfirm delivered() {
        return new MayNotConfirm(
                "You delivered this session: somebody else of the school’s staff, who was in the room, confirms its heads.");
    }
}
