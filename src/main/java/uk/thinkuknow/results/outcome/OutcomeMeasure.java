package uk.thinkuknow.results.outcome;

/** What a question that is asked before and after a lesson measures: knowledge if it is scored, else confidence. */
enum OutcomeMeasure {
    KNOWLEDGE,
    CONFIDENCE;

    static OutcomeMeasure of(boolean scored) {
        return scored ? KNOWLEDGE : CONFIDENCE;
    }
}
