package uk.thinkuknow.schools.years;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.AgeRange;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.AgeBand;
import uk.thinkuknow.counting.AgeBands;
import uk.thinkuknow.web.FormError;

/**
 * A change of age bands as typed: the day from which it holds, the bands that end on the day before, and new ones.
 *
 * @param fresh rows that are not empty
 */
record BandChange(String day, List<String> ending, List<NewBand> fresh) {
    static final int ROWS = 3;

    /** A new band: its ages, for example "14-16", and its youngest year group. */
    record NewBand(int row, String ages, String group) {}

    static BandChange of(MultivaluedMap<String, String> fields) {
        var rows = IntStream.rangeClosed(1, ROWS)
                .mapToObj(row -> new NewBand(
                        row,
                        text(fields, "ages-" + row).replace('–', '-').replace(" ", ""),
                        text(fields, "group-" + row)))
                .filter(row -> !row.ages().isEmpty())
                .toList();
        return new BandChange(text(fields, "from"), fields.getOrDefault("ends", List.of()), rows);
    }

    private static String text(MultivaluedMap<String, String> fields, String name) {
        return Objects.requireNonNullElse(fields.getFirst(name), "").strip();
    }

    /** The day; null if it cannot be read. */
    @Nullable
    LocalDate firstDay() {
        try {
            return LocalDate.parse(day);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** The new bands, from the day of the change; without those that cannot be read. */
    List<AgeBand> bands(LocalDate from) {
        return fresh.stream()
                .flatMap(row -> AgeRange.of(row.ages()).stream()
                        .filter(ages -> row.group().matches("\\d{1,2}"))
                        .map(ages -> new AgeBand(ages, Integer.parseInt(row.group()), from, null)))
                .toList();
    }

    /**
     * What is wrong with the change. From its day on, the bands must leave out no age between the youngest and the
     * oldest, and not overlap. The past is never changed, because figures stay in the band of their day.
     */
    List<FormError> problems(AgeBands all, LocalDate today) {
        var from = firstDay();
        if (from == null) {
            return List.of(error("from", "years.noDay"));
        }
        if (!from.isAfter(today)) {
            return List.of(error("from", "years.bandDayPast"));
        }
        if (all.all().stream().anyMatch(band -> band.from().isAfter(from))) {
            return List.of(error("from", "years.bandLater"));
        }
        if (ending.isEmpty() && fresh.isEmpty()) {
            return List.of(error("from", "years.bandNothing"));
        }
        var problems = new ArrayList<FormError>();
        for (var row : fresh) {
            if (AgeRange.of(row.ages()).isEmpty() || !row.group().matches("\\d{1,2}")) {
                problems.add(error("ages-" + row.row(), "years.bandAges", row.ages()));
            } else if (all.of(row.ages()).isPresent()) {
                problems.add(error("ages-" + row.row(), "years.bandExists", row.ages()));
            }
        }
        return problems.isEmpty() ? unconnected(all, from) : problems;
    }

    private List<FormError> unconnected(AgeBands all, LocalDate from) {
        var then = new AgeBands(Stream.concat(
                        all.on(from).all().stream().filter(band -> !ending.contains(band.key())), bands(from).stream())
                .toList());
        AgeBand last = null;
        for (var band : then.all()) {
            if (last != null && band.ages().lowest() != last.ages().highest() + 1) {
                return List.of(error("ages-1", "years.bandsUnconnected", last.key(), band.key()));
            }
            if (last != null && band.youngestGroup() <= last.youngestGroup()) {
                return List.of(error("group-1", "years.bandGroups", band.key(), last.key()));
            }
            last = band;
        }
        return last == null ? List.of(error("from", "years.bandNone")) : List.of();
    }

    private static FormError error(String field, String key, Object... arguments) {
        return new FormError(field, Words.of(key, arguments));
    }
}
