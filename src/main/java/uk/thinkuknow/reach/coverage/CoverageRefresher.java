package uk.thinkuknow.reach.coverage;

import io.quarkus.logging.Log;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import uk.thinkuknow.common.Jobs;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.RetryOnConflict;
import uk.thinkuknow.common.Schedule;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.common.Words;

/**
 * Checks every minute whether the sources of the coverage tables have changed, and then writes the tables again.
 * Coverage pages read one narrow row per school from them and show the time of the refresh.
 */
@Singleton
class CoverageRefresher {
    private static final int SECONDS_AT_MOST = 180;

    /**
     * A fingerprint of the day and of the source tables: counts, newest ids and versions, and checksums of links and of
     * retired cards, which are replaced without any of these. The tables are written again when it differs from the
     * stored one.
     */
    private static final String MADE_OF = """
            SELECT CONCAT_WS('/', ?,
              (SELECT changes FROM school_register_v), (SELECT CONCAT(COUNT(*), ',', COALESCE(MAX(id), 0)) FROM school_v),
              (SELECT CONCAT(COUNT(*), ',', COALESCE(MAX(id), 0)) FROM return_line_v),
              (SELECT CONCAT(COUNT(*), ',', COALESCE(MAX(id), 0), ',', SUM(version)) FROM class_group_v),
              (SELECT CONCAT(COUNT(*), ',', BIT_XOR(CRC32(CONCAT_WS('/', from_class, to_class, same_cards)))) FROM class_link_v),
              (SELECT CONCAT(COUNT(*), ',', BIT_XOR(CRC32(CONCAT(class_id, '/', number, '/', retired_on)))) FROM card_v),
              (SELECT CONCAT(COUNT(*), ',', SUM(version)) FROM trainer_v),
              (SELECT CONCAT(COUNT(*), ',', COUNT(withdrawn_at)) FROM trainer_accreditation_v),
              (SELECT CONCAT(COUNT(*), ',', COUNT(lifted_at)) FROM trainer_suspension_v),
              (SELECT COUNT(*) FROM school_fact_v WHERE valid_to IS NULL))""";

    private final DataSource database;
    private final DataSource reports;
    private final CoverageReader coverageReader;
    private final LeaversReader leavers;
    private final Clock clock;

    CoverageRefresher(
            DataSource database,
            @io.quarkus.agroal.DataSource("reports") DataSource reports,
            CoverageReader coverageReader,
            LeaversReader leavers,
            Clock clock) {
        this.database = database;
        this.reports = reports;
        this.coverageReader = coverageReader;
        this.leavers = leavers;
        this.clock = clock;
    }

    void register(@Observes Jobs jobs) {
        jobs.onOneInstance("coverage", Words.of("coverage.job"), Schedule.every("1m", "5s"), this::regularly);
    }

    void regularly() {
        if (isBehind()) {
            RetryOnConflict.run(SECONDS_AT_MOST, this::refresh);
        }
    }

    /** Returns whether the sources have changed since the last refresh. */
    boolean isBehind() {
        return !Sql.list(reports, "SELECT made_of FROM coverage_state", List.of(), row -> row.getString(1))
                .equals(List.of(madeOf()));
    }

    private String madeOf() {
        return Sql.list(reports, MADE_OF, List.of(London.today(clock)), row -> row.getString(1))
                .getFirst();
    }

    /**
     * Writes the tables if their sources have changed. If two instances do so at once, the second waits for the lock
     * and then finds nothing to do.
     */
    @Transactional
    void refresh() {
        Sql.run(database, connection -> {
            Sql.list(
                    connection,
                    "SELECT id FROM coverage_state WHERE id = 1 FOR UPDATE",
                    List.of(),
                    row -> row.getInt(1));
            if (!isBehind()) {
                return;
            }
            var madeOf = madeOf();
            var at = clock.instant();
            var year = coverageReader.year();
            int changed = new CoverageWriter(connection).schools(coverageReader.schools(year));
            new CoverageWriter(connection).leavers(leavers.leavers(year, London.today(clock)));
            Sql.update(
                    connection,
                    "UPDATE coverage_state SET year_key = ?, as_at = ?, made_of = ? WHERE id = 1",
                    List.of(year, Sql.utc(at), madeOf));
            Log.infof("coverage: %d schools have changed", changed);
        });
    }
}
