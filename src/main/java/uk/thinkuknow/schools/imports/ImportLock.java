package uk.thinkuknow.schools.imports;

import java.util.Optional;
import javax.sql.DataSource;

/**
 * A database lock that allows one import at a time in the whole cluster; the database releases it if the holder dies.
 */
final class ImportLock implements AutoCloseable {
    private static final String NAME = "concat(database(), '.school-import')";

    private final ImportConnection held;

    private ImportLock(ImportConnection held) {
        this.held = held;
    }

    /**
     * Takes the lock; empty if it is held. It waits up to 2 seconds, because a finished import may hold it for a
     * moment.
     */
    static Optional<ImportLock> take(DataSource database) {
        var sql = new ImportConnection(database);
        if (sql.number("select get_lock(" + NAME + ", 2)") == 1) {
            return Optional.of(new ImportLock(sql));
        }
        sql.close();
        return Optional.empty();
    }

    @Override
    public void close() {
        try (held) {
            held.number("select release_lock(" + NAME + ")");
        }
    }
}
