package uk.thinkuknow.curriculum.help;

import java.util.List;
import uk.thinkuknow.common.Language;

/** The ages one can choose between on a page that stands alone. */
final class Ages {
    private static final List<Age> BANDS = List.of(
            new Age("4-7", "4 to 7"),
            new Age("8-10", "8 to 10"),
            new Age("11-13", "11 to 13"),
            new Age("14-18", "14 to 18"));

    private Ages() {}

    /** A band's key and how it is called. */
    record Age(String key, String words) {
        /** How it is called in a language. */
        public String in(Language language) {
            return language.isWelsh() ? words.replace(" to ", " i ") : words;
        }
    }

    static List<Age> all() {
        return BANDS;
    }

    /** The band, or the other where there is no such band. */
    static String known(String band, String otherwise) {
        return BANDS.stream().anyMatch(age -> age.key().equals(band)) ? band : otherwise;
    }
}
