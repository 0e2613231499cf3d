package uk.thinkuknow.bookings.request;

/** Who stands before the class: a trainer in the room, a trainer on a screen, or the school's own teacher. */
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

    /** The same, as somebody reads it who is not of the school. */
    public String toOthers() {
        return toOthers;
    }

    public String words() {
        return words;
    }

    /** Does it need a trainer of the programme? */
    public boolean needsTrainer() {
        return this != SELF;
    }
}
