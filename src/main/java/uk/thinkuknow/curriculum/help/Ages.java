package uk.thinkuknow.curriculum.help;

import java.util.List;
import uk.thinkuknow.common.Language;

/** The age bands offered as choices on the public help and privacy pages. */
final class Ages {
    private static final List<Age> BANDS = List.of(
            new Age("4-7", "4 to 7"),
            new Age("8-10", "8 to 10"),
            new Age("11-13", "11 to 13"),
            new Age("14-18", "14 to 18"));

    private Ages() {}

    /** An age band's key and its label. */
    record Age(String key, String words) {
        /** Returns the label in a language. */
        public String in(Language language) {
            return language.isWelsh() ? words.replace(" to ", " i ") : words;
        }
    }

    static List<Age> all() {
        return BANDS;
    }

    /** Returns the band if its key exists, else the given default. */
    static String known(String band, String otherwise) {
        return BANDS.stream().anyMatch(age -> age.key().equals(band)) ? band : otherwise;
    }
}
