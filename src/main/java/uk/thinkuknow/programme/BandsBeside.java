package uk.thinkuknow.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is set for each band beside what is set for all bands together: shown, and never forced to agree. */
final class BandsBeside {
    private final List<One> all = new ArrayList<>();

    private record One(String band, String term, int children) {}

    /** @param regions those that are shown */
    BandsBeside(TargetService targets, String year, Set<String> regions) {
        for (var band : Target.BANDS) {
            targets.ofYear(year, band).forEach((cell, target) -> {
                if (regions.contains(cell.regionKey())) {
                    all.add(new One(band, cell.term(), target.children()));
                }
            });
        }
    }

    List<TargetGrid.Band> bands(String chosen) {
        return Target.BANDS.stream()
                .map(band -> new TargetGrid.Band(band, name(band), written(sum(band, null)), band.equals(chosen)))
                .toList();
    }

    /** A sentence for each term in which bands have targets, and one for the year. */
    List<String> between() {
        var sentences = new ArrayList<String>();
        for (var term : Period.TERMS) {
            say(sentences, term.substring(0, 1).toUpperCase(Locale.ROOT) + term.substring(1), term);
        }
        if (sentences.size() > 1) {
            say(sentences, "Year", null);
        }
        return sentences;
    }

    private void say(List<String> sentences, String when, @Nullable String term) {
        var bands = all.stream()
                .filter(one -> !one.band().equals(Target.EVERY_BAND)
                        && (term == null || one.term().equals(term)))
                .mapToInt(One::children)
                .reduce(Integer::sum);
        if (bands.isPresent()) {
            sentences.add("%s: the bands add up to %s, %s."
                    .formatted(when, written(bands), beside(bands.getAsInt(), sum(Target.EVERY_BAND, term))));
        }
    }

    private static String beside(int bands, OptionalInt together) {
        if (together.isEmpty()) {
            return "and nothing is set for all bands together";
        }
        int more = bands - together.getAsInt();
        if (more == 0) {
            return "as much as is set for all bands together";
        }
        return "%s %s than the %s set for all bands together"
                .formatted(InWords.number(Math.abs(more)), more > 0 ? "more" : "fewer", written(together));
    }

    private OptionalInt sum(String band, @Nullable String term) {
        return all.stream()
                .filter(one ->
                        one.band().equals(band) && (term == null || one.term().equals(term)))
                .mapToInt(One::children)
                .reduce(Integer::sum);
    }

    private static String name(String band) {
        return band.equals(Target.EVERY_BAND) ? "All bands" : "Ages " + band.replace('-', '–');
    }

    private static String written(OptionalInt sum) {
        return sum.isPresent() ? InWords.number(sum.getAsInt()) : "–";
    }
}
