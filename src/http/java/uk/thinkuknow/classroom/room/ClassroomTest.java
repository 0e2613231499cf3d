package uk.thinkuknow.classroom.room;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.library.CurriculumService;

/** Base class of tests: each test has its own running session of a class of 30 cards. */
public abstract class ClassroomTest {
    @Inject
    public DataSource database;

    @Inject
    public JoinCodes codes;

    @Inject
    public Clock clock;

    @Inject
    public CurriculumService curriculum;

    public GivenSession session;
    public Lesson lesson;

    @BeforeEach
    void aSessionHasStarted() throws SQLException {
        try (var db = database.getConnection()) {
            long version = GivenSession.anyModule(db);
            lesson = curriculum.version(version).lesson();
            session = GivenSession.start(db, codes, version, 30, clock.instant());
        }
    }

    public int update(String sql) throws SQLException {
        try (var db = database.getConnection();
                var statement = db.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    public long number(String sql) throws SQLException {
        try (var db = database.getConnection();
                var asked = db.createStatement();
                var row = asked.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
