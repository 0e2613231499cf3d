package uk.thinkuknow.classroom.room;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import uk.thinkuknow.common.Sql;

/**
 * Says whether no instance of a version before 1.3.0 runs any more: always, except for a day after the upgrade from one. Until
 * then join codes have seven symbols and seat tokens tell their content, because those instances know no others.
 */
@Singleton
public class UpgradeDay implements BooleanSupplier {
    private final DataSource database;
    private final Clock clock;
    private volatile Instant from = Instant.MAX;
    private volatile Instant longSealsFrom = Instant.MAX;

    UpgradeDay(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void read(@Observes StartupEvent start) {
        var read = Sql.list(
                        database,
                        "SELECT over_from, long_seals_from FROM upgrade_day",
                        List.of(),
                        row -> List.of(
                                Keys.instant(row.getObject(1, LocalDateTime.class)),
                                Keys.instant(row.getObject(2, LocalDateTime.class))))
                .getFirst();
        from = read.getFirst();
        longSealsFrom = read.getLast();
    }

    @Override
    public boolean getAsBoolean() {
        return !clock.instant().isBefore(from);
    }

    /** Returns whether no instance of a version before 1.4.0 runs any more, which reads no long seal. */
    public boolean sealsAreLong() {
        return !clock.instant().isBefore(longSealsFrom);
    }
}
