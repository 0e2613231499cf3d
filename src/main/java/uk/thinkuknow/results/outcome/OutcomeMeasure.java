package uk.thinkuknow.results.outcome;

/** What a question that is asked before and after a lesson measures: knowledge if it is scored, else confidence. */
enum OutcomeMeasure {
    KNOWLEDGE("Knowledge", "right"),
    CONFIDENCE("Confidence", "in the upper half of the scale");

    private final String words;
    private final String high;

    OutcomeMeasure(String words, String high) {
        this.words = words;
        this.high = high;
    }

    static OutcomeMeasure of(boolean scored) {
        return scored ? KNOWLEDGE : CONFIDENCE;
    }

    String words() {
        return words;
    }

    /** Returns the words for a high answer, as in "75% were right". */
    String high() {
        return high;
    }
}
