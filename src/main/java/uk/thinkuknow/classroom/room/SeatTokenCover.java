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
 * Returns whether new seat tokens hide their content: always, except on the day of an update from a version that cannot
 * read such tokens, as its instances may still run.
 */
@Singleton
class SeatTokenCover implements BooleanSupplier {
    private final DataSource database;
    private final Clock clock;
    private volatile Instant from = Instant.MAX;

    SeatTokenCover(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void read(@Observes StartupEvent start) {
        from = Sql.list(
                        database,
                        "SELECT covered_from FROM seat_token_cover",
                        List.of(),
                        row -> Keys.instant(row.getObject(1, LocalDateTime.class)))
                .getFirst();
    }

    @Override
    public boolean getAsBoolean() {
        return !clock.instant().isBefore(from);
    }
}
