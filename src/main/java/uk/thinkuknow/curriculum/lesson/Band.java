package uk.thinkuknow.curriculum.lesson;

import java.util.Arrays;
import java.util.Optional;

/** What a lesson may ask of a child's eyes and head, by age band. */
public enum Band {
    FOUR_TO_SEVEN("4-7", 8, 3, 4, 3, 70),
    EIGHT_TO_TEN("8-10", 12, 4, 6, 4, 110),
    ELEVEN_TO_THIRTEEN("11-13", 15, 5, 8, 6, 150),
    FOURTEEN_TO_EIGHTEEN("14-18", 20, 6, 8, 8, 180);

    private final String key;
    private final int wordsInASentence;
    private final int answers;
    private final int things;
    private final int readingGrade;
    private final int wordsAMinute;

    Band(String key, int wordsInASentence, int answers, int things, int readingGrade, int wordsAMinute) {
        this.key = key;
        this.wordsInASentence = wordsInASentence;
        this.answers = answers;
        this.things = things;
        this.readingGrade = readingGrade;
        this.wordsAMinute = wordsAMinute;
    }

    public String key() {
        return key;
    }

    /** The longest sentence, in words. */
    public int wordsInASentence() {
        return wordsInASentence;
    }

    /** The most answers on one screen. */
    public int answers() {
        return answers;
    }

    /** The most things to sort, which come one after the other. */
    public int things() {
        return things;
    }

    /** The most years of school a text may ask of its reader, see {@link ReadingGrade}; the youngest are read to. */
    public int readingGrade() {
        return readingGrade;
    }

    /** How fast a text is read, or read aloud to the youngest. */
    public int wordsAMinute() {
        return wordsAMinute;
    }

    public static Optional<Band> of(String key) {
        return Arrays.stream(values()).filter(band -> band.key.equals(key)).findFirst();
    }
}
