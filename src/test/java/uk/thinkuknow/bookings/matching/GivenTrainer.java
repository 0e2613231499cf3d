package uk.thinkuknow.bookings.matching;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.London;
import uk.thinkuknow.schools.school.GridPlace;

/**
 * Builds a test trainer: accredited for years, free daily 9:00–16:00, English, ages 8–10, 40 km, two sessions a day.
 */
final class GivenTrainer {
    private final String name;
    private long number = 1;
    private int metres = 1000;
    private boolean home = true;
    private Set<String> languages = Set.of("en");
    private final List<Commitment> promised = new ArrayList<>();
    private final List<AccreditationStatus.SuspendedDays> suspended = new ArrayList<>();
    private AccreditationStatus.AccreditedDays accredited =
            new AccreditationStatus.AccreditedDays(LocalDate.parse("2020-01-01"), LocalDate.parse("2029-12-31"));
    private @Nullable Instant lastOffered;
    private int sessions;

    private GivenTrainer(String name) {
        this.name = name;
    }

    static GivenTrainer called(String name) {
        return new GivenTrainer(name);
    }

    GivenTrainer numbered(long staffId) {
        number = staffId;
        return this;
    }

    GivenTrainer at(int kilometres) {
        return atMetres(kilometres * 1000);
    }

    GivenTrainer atMetres(int away) {
        metres = away;
        return this;
    }

    GivenTrainer withoutHome() {
        home = false;
        return this;
    }

    GivenTrainer speaking(String... keys) {
        languages = Set.of(keys);
        return this;
    }

    GivenTrainer accredited(String first, String last) {
        accredited = new AccreditationStatus.AccreditedDays(LocalDate.parse(first), LocalDate.parse(last));
        return this;
    }

    GivenTrainer suspended(String from, @Nullable String lifted) {
        suspended.add(new AccreditationStatus.SuspendedDays(
                Instant.parse(from), lifted == null ? null : Instant.parse(lifted)));
        return this;
    }

    GivenTrainer lastOffered(String at) {
        lastOffered = Instant.parse(at);
        return this;
    }

    GivenTrainer sessions(int thisTerm) {
        sessions = thisTerm;
        return this;
    }

    GivenTrainer promised(String wall, int minutes, @Nullable GridPlace place) {
        var from = London.at(LocalDateTime.parse(wall));
        promised.add(new Commitment(number, from, from.plusSeconds(minutes * 60L), "St Cuthbert's", place));
        return this;
    }

    Candidate candidate(GridPlace school) {
        return new Candidate(
                number,
                name,
                home ? new GridPlace(school.easting() - metres, school.northing()) : null,
                new TrainerLimits(40, 2, Set.of("8-10"), languages),
                new AccreditationStatus(List.of(accredited), suspended),
                new TrainerWeek(allWeek(), List.of()),
                new Candidate.Workload(lastOffered, sessions, promised));
    }

    static List<WeekdayHours> allWeek() {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> WeekdayHours.on(day, LocalTime.of(9, 0), LocalTime.of(16, 0)))
                .toList();
    }
}
