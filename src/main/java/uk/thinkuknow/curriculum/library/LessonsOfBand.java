package uk.thinkuknow.curriculum.library;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import uk.thinkuknow.curriculum.lesson.PublishedModule;

/**
 * The lessons for one age band, where there are any.
 *
 * @param fits is it a band that was asked for? Those stand first
 */
public record LessonsOfBand(String band, boolean fits, List<PublishedModule> lessons) {
    /** For example "Ages 8–10". */
    public String ages() {
        return "Ages " + band.replace('-', '–');
    }

    /** Lessons by band, those of the wanted bands first and otherwise from the youngest. */
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
