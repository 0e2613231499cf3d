package uk.thinkuknow.studio.drafts;

import java.util.Arrays;

/** The states of a draft from writing through review to publication. */
public enum DraftState {
    DRAFT("draft", "Draft"),
    SAFEGUARDING("safeguarding-review", "Safeguarding review"),
    LANGUAGE("language-review", "Language review"),
    APPROVED("approved", "Approved"),
    PUBLISHED("published", "Published"),
    DISCARDED("discarded", "Thrown away");

    private final String key;
    private final String words;

    DraftState(String key, String words) {
        this.key = key;
        this.words = words;
    }

    public String key() {
        return key;
    }

    public String words() {
        return words;
    }

    /** Returns whether a reviewer has to decide now. */
    public boolean isInReview() {
        return this == SAFEGUARDING || this == LANGUAGE;
    }

    /** Returns whether the draft is neither published nor discarded. */
    public boolean isOpen() {
        return this != PUBLISHED && this != DISCARDED;
    }

    static DraftState of(String key) {
        return Arrays.stream(values())
                .filter(state -> state.key.equals(key))
                .findFirst()
                .orElseThrow();
    }
}
