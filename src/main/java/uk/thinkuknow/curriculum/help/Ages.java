package uk.thinkuknow.curriculum.help;

import java.util.List;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.common.Words;

/** The age bands offered as choices on the public help and privacy pages. */
final class Ages {
    private static final List<Age> BANDS = List.of(new Age("4-7"), new Age("8-10"), new Age("11-13"), new Age("14-18"));

    private Ages() {}

    /** An age band. */
    record Age(String key) {
        /** Returns the label in a language. */
        public String in(Language language) {
            var ages = key.split("-");
            return Words.in(language, "help.ages", ages[0], ages[1]);
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
