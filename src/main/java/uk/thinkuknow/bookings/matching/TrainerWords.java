package uk.thinkuknow.bookings.matching;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import uk.thinkuknow.common.TextFormat;

/** Formats trainers' times, age bands, languages and distances for pages and emails. */
public final class TrainerWords {
    /** The age bands, youngest first. */
    public static final List<String> BANDS = List.of("4-7", "8-10", "11-13", "14-18");

    public static final Map<String, String> LANGUAGES = Map.of("en", "English", "cy", "Welsh");

    private TrainerWords() {}

    /** "Tue 3 Mar 10:00", in London time. */
    public static String when(Instant at) {
        return TextFormat.shortWeekday(at) + " " + TextFormat.timeOfDay(at);
    }

    /** "ages 8 to 10". */
    public static String band(String band) {
        return "ages " + band.replace("-", " to ");
    }

    public static String language(String key) {
        return LANGUAGES.getOrDefault(key, key);
    }

    /** "4 to 7, 8 to 10". */
    public static String bands(Collection<String> bands) {
        return String.join(
                ", ",
                BANDS.stream()
                        .filter(bands::contains)
                        .map(band -> band.replace("-", " to "))
                        .toList());
    }

    public static String languages(Collection<String> languages) {
        return String.join(
                " and ",
                languages.stream().sorted().map(TrainerWords::language).sorted().toList());
    }

    static String kilometres(int kilometres) {
        return kilometres == 0 ? "at home" : kilometres + " km away";
    }
}
