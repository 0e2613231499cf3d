package uk.thinkuknow.classroom;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import uk.thinkuknow.curriculum.CurriculumService;
import uk.thinkuknow.curriculum.Lesson;

/** A running session of a class of thirty, for each test a new one. */
abstract class ClassroomTest {
    @Inject
    DataSource database;

    @Inject
    JoinCodes codes;

    @Inject
    Clock clock;

    @Inject
    CurriculumService curriculum;

    GivenSession session;
    Lesson lesson;

    @BeforeEach
    void aSessionHasStarted() throws SQLException {
        try (var db = database.getConnection()) {
            long version = GivenSession.anyModule(db);
            lesson = curriculum.version(version).lesson();
            session = GivenSession.start(db, codes, version, 30, clock.instant());
        }
    }

    int update(String sql) throws SQLException {
        try (var db = database.getConnection();
                var statement = db.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    long number(String sql) throws SQLException {
        try (var db = database.getConnection();
                var row = db.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
