package uk.thinkuknow.reach.evidence;

import uk.thinkuknow.common.Words;

/** How far a lesson is: whether it runs, awaits its return or its confirmation, or has one that counts. */
enum SessionStanding {
    WITHDRAWN("grey"),
    SIGNED("green"),
    IN_PROGRESS("grey"),
    AWAITING("orange"),
    TO_CONFIRM("purple"),
    NOBODY("grey");

    private final String tone;

    SessionStanding(String tone) {
        this.tone = tone;
    }

    /** The colour of its tag. */
    public String tone() {
        return tone;
    }

    public String words() {
        return Words.of(this);
    }
}
