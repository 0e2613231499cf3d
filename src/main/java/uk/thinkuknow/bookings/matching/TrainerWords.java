package uk.thinkuknow.bookings.matching;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import uk.thinkuknow.common.AgeRange;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.web.FormOption;

/** Formats trainers' times, age bands, languages and distances for pages and emails. */
public final class TrainerWords {
    public static final Map<String, String> LANGUAGES =
            Map.of("en", Words.of("matching.english"), "cy", Words.of("matching.welsh"));

    private TrainerWords() {}

    /** "Tue 3 Mar 10:00", in London time. */
    public static String when(Instant at) {
        return TextFormat.shortWeekday(at) + " " + TextFormat.timeOfDay(at);
    }

    /** "ages 8 to 10". */
    public static String band(String band) {
        return Words.of("matching.ages", range(band));
    }

    public static String language(String key) {
        return LANGUAGES.getOrDefault(key, key);
    }

    /** "4 to 7, 8 to 10". */
    public static String bands(Collection<String> bands) {
        return String.join(
                ", ",
                bands.stream().sorted(AgeRange.OF_KEYS).map(TrainerWords::range).toList());
    }

    /** The age bands to choose from: those given, and chosen ones that have ended. */
    public static List<FormOption> bandOptions(Collection<String> bands, Collection<String> chosen) {
        return Stream.concat(bands.stream(), chosen.stream())
                .filter(band -> AgeRange.of(band).isPresent())
                .distinct()
                .sorted(AgeRange.OF_KEYS)
                .map(band -> new FormOption(band, range(band), chosen.contains(band)))
                .toList();
    }

    /** The languages to choose from. */
    public static List<FormOption> languageOptions(Collection<String> chosen) {
        return Stream.of("en", "cy")
                .map(key -> new FormOption(key, language(key), chosen.contains(key)))
                .toList();
    }

    public static String languages(Collection<String> languages) {
        return String.join(
                " and ",
                languages.stream().sorted().map(TrainerWords::language).sorted().toList());
    }

    static String kilometres(int kilometres) {
        return kilometres == 0 ? Words.of("matching.atHome") : Words.of("matching.kilometres", kilometres);
    }

    private static String range(String band) {
        int dash = band.indexOf('-');
        return dash < 0 ? band : Words.of("matching.fromTo", band.substring(0, dash), band.substring(dash + 1));
    }
}
