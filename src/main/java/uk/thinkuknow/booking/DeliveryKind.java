package uk.thinkuknow.booking;

/** Who stands before the class: a trainer in the room, a trainer on a screen, or the school's own teacher. */
public enum DeliveryKind {
    VISIT("A trainer visits us"),
    REMOTE("A trainer joins us by video"),
    SELF("We teach it ourselves");

    private final String words;

    DeliveryKind(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** Does it need a trainer of the programme? */
    public boolean needsTrainer() {
        return this != SELF;
    }
}
