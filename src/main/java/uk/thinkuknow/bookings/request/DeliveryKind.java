package uk.thinkuknow.bookings.request;

/** Who delivers a session: a trainer at the school, a trainer by video, or the school's own teacher. */
public enum DeliveryKind {
    VISIT("A trainer visits us", "A trainer visits the school"),
    REMOTE("A trainer joins us by video", "A trainer joins the school by video"),
    SELF("We teach it ourselves", "The school teaches it itself");

    private final String words;
    private final String toOthers;

    DeliveryKind(String words, String toOthers) {
        this.words = words;
        this.toOthers = toOthers;
    }

    /** The label for people outside the school. */
    public String toOthers() {
        return toOthers;
    }

    public String words() {
        return words;
    }

    /** Returns whether a trainer of the programme is needed. */
    public boolean needsTrainer() {
        return this != SELF;
    }
}
