package uk.thinkuknow.bookings.request;

import uk.thinkuknow.common.Words;

/** Who delivers a session: a trainer at the school, a trainer by video, or the school's own teacher. */
public enum DeliveryKind {
    VISIT,
    REMOTE,
    SELF;

    /** The label for people outside the school. */
    public String toOthers() {
        return Words.of("request.toOthers." + name());
    }

    public String words() {
        return Words.of(this);
    }

    /** Returns whether a trainer of the programme is needed. */
    public boolean needsTrainer() {
        return this != SELF;
    }
}
