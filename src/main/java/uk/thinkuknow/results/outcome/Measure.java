package uk.thinkuknow.results.outcome;

/** What a question that is asked twice tells of. */
enum Measure {
    KNOWLEDGE("Knowledge", "right"),
    CONFIDENCE("Confidence", "in the upper half of the scale");

    private final String words;
    private final String high;

    Measure(String words, String high) {
        this.words = words;
        this.high = high;
    }

    static Measure of(boolean scored) {
        return scored ? KNOWLEDGE : CONFIDENCE;
    }

    String words() {
        return words;
    }

    /** What it is to be high: "so many were …". */
    String high() {
        return high;
    }
}
