package uk.thinkuknow.attendance.returns;

import uk.thinkuknow.common.Refused;

/**
 * Thrown because this person may not confirm the heads of a visit, because they signed its register, or because somebody else
 * is expected to and they do not say that they were in the classroom.
 */
public final class MayNotConfirm extends Refused {
    private MayNotConfirm(String code, Object... arguments) {
        super(code, arguments);
    }

    static MayNotConfirm instead(String confirmer) {
        return new MayNotConfirm("returns.confirmedInstead", confirmer);
    }

    static MayNotConfirm delivered() {
        return new MayNotConfirm("returns.delivered");
    }
}
