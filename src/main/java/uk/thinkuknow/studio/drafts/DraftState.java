package uk.thinkuknow.studio.drafts;

import java.util.Arrays;
import java.util.List;
import uk.thinkuknow.common.Words;

/** The states of a draft from writing through review to publication. */
public enum DraftState {
    DRAFT("draft"),
    SAFEGUARDING("safeguarding-review"),
    LANGUAGE("language-review"),
    APPROVED("approved"),
    PUBLISHED("published"),
    DISCARDED("discarded");

    private final String key;

    DraftState(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    public String words() {
        return Words.of(this);
    }

    /** Returns the states on the way to publication. */
    public List<DraftState> way() {
        return Arrays.stream(values()).filter(state -> state != DISCARDED).toList();
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
