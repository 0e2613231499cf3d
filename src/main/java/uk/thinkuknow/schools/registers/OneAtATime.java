package uk.thinkuknow.schools.registers;

import java.util.Optional;
import javax.sql.DataSource;

/** Held by whoever reads or takes in a register, in whatever process: the database lets go when its holder is gone. */
final class OneAtATime implements AutoCloseable {
    private static final String NAME = "concat(database(), '.school-import')";

    private final OneConnection held;

    private OneAtATime(OneConnection held) {
        this.held = held;
    }

    /** Nothing if somebody else has it; one that has just said it is done may hold it for a moment longer. */
    static Optional<OneAtATime> take(DataSource database) {
        var sql = new OneConnection(database);
        if (sql.number("select get_lock(" + NAME + ", 2)") == 1) {
            return Optional.of(new OneAtATime(sql));
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
