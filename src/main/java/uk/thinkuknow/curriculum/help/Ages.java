package uk.thinkuknow.curriculum.help;

import java.util.Arrays;
import java.util.List;
import uk.thinkuknow.common.BandDesign;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.common.Words;

/** The ages offered as choices on the public help and privacy pages: those for which the pages have words. */
final class Ages {
    private static final List<Age> ALL = Arrays.stream(BandDesign.values())
            .map(design -> new Age(design.key()))
            .toList();

    private Ages() {}

    /** The ages of one design of pages. */
    record Age(String key) {
        /** Returns the label in a language. */
        public String in(Language language) {
            var ages = key.split("-");
            return Words.in(language, "help.ages", ages[0], ages[1]);
        }
    }

    static List<Age> all() {
        return ALL;
    }

    /** Returns the ages whose words an age band reads, else the given default. */
    static String known(String band, String otherwise) {
        return BandDesign.of(band).map(BandDesign::key).orElse(otherwise);
    }
}
