package uk.thinkuknow.common;

import java.util.Arrays;
import java.util.Optional;

/**
 * The look and the words of children's pages, with limits on reading and on the number of answers. There are four, each
 * from an age upwards; an age band has the design of its youngest children.
 */
public enum BandDesign {
    FROM_FOUR("4-7", 8, 3, 4, 3, 70),
    FROM_EIGHT("8-10", 12, 4, 6, 4, 110),
    FROM_ELEVEN("11-13", 15, 5, 8, 6, 150),
    FROM_FOURTEEN("14-18", 20, 6, 8, 8, 180);

    private final String key;
    private final int wordsInASentence;
    private final int answers;
    private final int things;
    private final int readingGrade;
    private final int wordsAMinute;

    BandDesign(String key, int wordsInASentence, int answers, int things, int readingGrade, int wordsAMinute) {
        this.key = key;
        this.wordsInASentence = wordsInASentence;
        this.answers = answers;
        this.things = things;
        this.readingGrade = readingGrade;
        this.wordsAMinute = wordsAMinute;
    }

    /** The ages it was made for, as styles and the files of children's help name it: "4-7", "8-10", "11-13" or "14-18". */
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

    /** The design of an age band, by the band's key; empty if that is no key of a band. */
    public static Optional<BandDesign> of(String band) {
        return AgeRange.of(band)
                .map(ages -> Arrays.stream(values())
                        .filter(each -> each.from() <= ages.lowest())
                        .reduce((younger, older) -> older)
                        .orElse(FROM_FOUR));
    }

    /** Returns whether an age band has this design. */
    public boolean isOf(String band) {
        return of(band).filter(this::equals).isPresent();
    }

    /** Returns whether it is for children of at most 10 years, who get shorter words: a grown-up, not an adult. */
    public boolean isYoung() {
        return compareTo(FROM_EIGHT) <= 0;
    }

    private int from() {
        return Integer.parseInt(key.substring(0, key.indexOf('-')));
    }
}
