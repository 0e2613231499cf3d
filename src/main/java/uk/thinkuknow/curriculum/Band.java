package uk.thinkuknow.curriculum;

import java.util.Arrays;
import java.util.Optional;

/** What a lesson may ask of a child's eyes and head, by age band. */
enum Band {
    FOUR_TO_SEVEN("4-7", 8, 3, 4),
    EIGHT_TO_TEN("8-10", 12, 4, 6),
    ELEVEN_TO_THIRTEEN("11-13", 15, 5, 8),
    FOURTEEN_TO_EIGHTEEN("14-18", 20, 6, 8);

    private final String key;
    private final int wordsInASentence;
    private final int answers;
    private final int things;

    Band(String key, int wordsInASentence, int answers, int things) {
        this.key = key;
        this.wordsInASentence = wordsInASentence;
        this.answers = answers;
        this.things = things;
    }

    String key() {
        return key;
    }

    /** The longest sentence, in words. */
    int wordsInASentence() {
        return wordsInASentence;
    }

    /** The most answers on one screen. */
    int answers() {
        return answers;
    }

    /** The most things to sort, which come one after the other. */
    int things() {
        return things;
    }

    static Optional<Band> of(String key) {
        return Arrays.stream(values()).filter(band -> band.key.equals(key)).findFirst();
    }
}
