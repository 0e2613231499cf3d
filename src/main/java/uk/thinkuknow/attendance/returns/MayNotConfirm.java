package uk.thinkuknow.attendance.returns;

import uk.thinkuknow.common.Refused;

/**
 * Thrown because this person may not confirm a return: they had a part in it or are too new at the school; or, at a visit,
 * somebody else is expected to confirm the heads and they do not say that they were in the classroom.
 */
public final class MayNotConfirm extends Refused {
    private MayNotConfirm(String code, Object... arguments) {
        super(code, arguments);
    }

    static MayNotConfirm instead(String confirmer) {
        return new MayNotConfirm("returns.confirmedInstead", confirmer);
    }

    static MayNotConfirm notSecond() {
        return new MayNotConfirm("returns.notSecond");
    }

    static MayNotConfirm delivered() {
        return new MayNotConfirm("returns.delivered");
    }
}
