package uk.thinkuknow.schools.years;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.AgeBand;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.web.FormError;

/** Changes the age bands from a day to come, takes such a change back, and audits both. */
@Singleton
class BandService {
    private final SchoolYears years;
    private final PeopleService people;
    private final DataSource database;
    private final Clock clock;

    BandService(SchoolYears years, PeopleService people, DataSource database, Clock clock) {
        this.years = years;
        this.people = people;
        this.database = database;
        this.clock = clock;
    }

    /** @return what is wrong with the change; it is made if nothing is */
    @Transactional
    List<FormError> change(String by, BandChange change) {
        hold();
        var problems = change.problems(years.bands(), London.today(clock));
        if (problems.isEmpty()) {
            var from = Objects.requireNonNull(change.firstDay());
            Sql.run(database, connection -> {
                end(connection, change.ending(), from);
                for (var band : change.bands(from)) {
                    insert(connection, band);
                }
            });
            people.noteChange(
                    by,
                    Words.of("years.actBands"),
                    "bands " + from,
                    String.join(", ", years.bands().on(from.minusDays(1)).keys()),
                    String.join(", ", years.bands().on(from).keys()));
        }
        return problems;
    }

    /**
     * Takes back the change of a day to come: its bands go, and those that ended before it go on.
     *
     * @throws Refused if no change of that day is to come, another follows, or a class, lesson or trainer has one of its bands
     */
    @Transactional
    void undo(String by, LocalDate day) {
        hold();
        var begun = years.bands().all().stream()
                .filter(band -> band.from().equals(day))
                .toList();
        if (!day.isAfter(London.today(clock)) || begun.isEmpty()) {
            throw new Refused("years.bandNoChange", TextFormat.day(day));
        }
        if (years.bands().all().stream().anyMatch(band -> band.from().isAfter(day))) {
            throw new Refused("years.bandLater");
        }
        Sql.run(database, connection -> {
            for (var band : begun) {
                remove(connection, band);
            }
            Sql.update(connection, "UPDATE age_band SET valid_to = NULL WHERE valid_to = ?", List.of(day.minusDays(1)));
        });
        people.note(
                by,
                Words.of("years.actBandsUndone"),
                "bands " + day,
                String.join(", ", begun.stream().map(AgeBand::key).toList()));
    }

    private static void remove(Connection connection, AgeBand band) throws SQLException {
        try {
            Sql.update(connection, "DELETE FROM age_band WHERE band_key = ?", List.of(band.key()));
        } catch (java.sql.SQLIntegrityConstraintViolationException e) {
            throw new Refused("years.bandInUse", band.key());
        }
    }

    private static void end(Connection connection, List<String> ending, LocalDate from) throws SQLException {
        for (var key : ending) {
            Sql.update(
                    connection,
                    "UPDATE age_band SET valid_to = ? WHERE band_key = ? AND valid_to IS NULL",
                    List.of(from.minusDays(1), key));
        }
    }

    private static void insert(Connection connection, AgeBand band) throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO age_band (band_key, lowest_age, highest_age, youngest_group, valid_from) VALUES (?, ?, ?, ?, ?)",
                Stream.of(band.key(), band.ages().lowest(), band.ages().highest(), band.youngestGroup(), (Object)
                                band.from())
                        .toList());
    }

    private void hold() {
        Sql.list(database, "SELECT band_key FROM age_band FOR UPDATE", List.of(), row -> row.getString(1));
    }
}
