package uk.thinkuknow.curriculum.lesson;

import java.util.Arrays;
import java.util.Optional;

/** An age band and its limits on reading and on the number of answers. */
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

    /** The most words in a sentence. */
    public int wordsInASentence() {
        return wordsInASentence;
    }

    /** The most answers on one screen. */
    public int answers() {
        return answers;
    }

    /** The most items to sort, which are shown one after the other. */
    public int things() {
        return things;
    }

    /**
     * The highest reading level of a text, in years of school, see {@link ReadingGrade}; texts are read aloud to the
     * youngest.
     */
    public int readingGrade() {
        return readingGrade;
    }

    /** The speed, in words a minute, at which a text is read, or read aloud to the youngest. */
    public int wordsAMinute() {
        return wordsAMinute;
    }

    public static Optional<Band> of(String key) {
        return Arrays.stream(values()).filter(band -> band.key.equals(key)).findFirst();
    }
}
