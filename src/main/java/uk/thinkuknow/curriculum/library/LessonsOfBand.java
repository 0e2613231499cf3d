package uk.thinkuknow.curriculum.library;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.lesson.PublishedModule;

/**
 * The lessons of one age band, for a list that is grouped by age.
 *
 * @param fits whether the band was asked for; such bands are listed first
 */
public record LessonsOfBand(String band, boolean fits, List<PublishedModule> lessons) {
    /** Formats as, for example, "Ages 8–10". */
    public String ages() {
        return Words.of("library.ages", band.replace('-', '–'));
    }

    /**
     * Groups lessons by age band: the wanted bands first, then the others from the youngest. A band without lessons is
     * left out.
     */
    public static List<LessonsOfBand> of(List<PublishedModule> youngestFirst, Collection<String> wanted) {
        var byBand = new LinkedHashMap<String, List<PublishedModule>>();
        for (var module : youngestFirst) {
            byBand.computeIfAbsent(module.lesson().band(), band -> new ArrayList<>())
                    .add(module);
        }
        var first = new ArrayList<LessonsOfBand>();
        var rest = new ArrayList<LessonsOfBand>();
        byBand.forEach((band, lessons) -> {
            var fits = wanted.contains(band);
            (fits ? first : rest).add(new LessonsOfBand(band, fits, List.copyOf(lessons)));
        });
        first.addAll(rest);
        return first;
    }
}
