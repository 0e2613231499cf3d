package uk.thinkuknow.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Measures MariaDB's CPU for inserting the rows of lessons without the application: the lower limit of any design.
 * A class of thirty is one statement for its seats and eleven statements of thirty events, each committed and flushed.
 */
final class BareInserts {
    private static final int CLASS = 30;
    private static final int EVENTS = 11;

    private BareInserts() {}

    /** Returns the CPU that MariaDB uses per child's lesson, in milliseconds. */
    static double cpuPerLesson(Connection database, long mariadb, int seconds) throws SQLException, IOException {
        try (var statement = database.createStatement()) {
            statement.execute("CREATE OR REPLACE TABLE bench_seat LIKE seat");
            statement.execute("CREATE OR REPLACE TABLE bench_event LIKE event");
        }
        try (var seats = database.prepareStatement(
                        "INSERT INTO bench_seat (id, session_id, class_id, card_number, seat_key, generation, taken_at) VALUES "
                                + rows("(?,?,1,?,RANDOM_BYTES(16),1,UTC_TIMESTAMP(6))"));
                var events = database.prepareStatement(
                        "INSERT INTO bench_event (seat_id, event_key, generation, kind, step, question, answer, correct, at) VALUES "
                                + rows("(?,?,1,'answered','a-step',?,'\"an-answer\"',TRUE,UTC_TIMESTAMP(6))"))) {
            double before = ProcessUse.cpuSeconds(mariadb);
            long until = System.nanoTime() + seconds * 1_000_000_000L;
            long classes = 0;
            for (; System.nanoTime() < until; classes++) {
                addClass(classes, seats, events);
            }
            return 1000 * (ProcessUse.cpuSeconds(mariadb) - before) / (classes * CLASS);
        } finally {
            try (var statement = database.createStatement()) {
                statement.execute("DROP TABLE bench_seat, bench_event");
            }
        }
    }

    private static void addClass(long number, PreparedStatement seats, PreparedStatement events) throws SQLException {
        for (int child = 0; child < CLASS; child++) {
            seats.setLong(3 * child + 1, number * CLASS + child + 1);
            seats.setLong(3 * child + 2, number);
            seats.setInt(3 * child + 3, child + 1);
        }
        seats.executeUpdate();
        byte[] key = new byte[16];
        for (int event = 0; event < EVENTS; event++) {
            for (int child = 0; child < CLASS; child++) {
                ThreadLocalRandom.current().nextBytes(key);
                events.setLong(3 * child + 1, number * CLASS + child + 1);
                events.setBytes(3 * child + 2, key.clone());
                events.setString(3 * child + 3, "question-" + event);
            }
            events.executeUpdate();
        }
    }

    private static String rows(String row) {
        return (row + ",").repeat(CLASS - 1) + row;
    }
}
