package uk.thinkuknow.reach.totals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.classroom.room.GivenSession;
import uk.thinkuknow.classroom.room.JoinCodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

/** Tests that the cache of cohorts reads a class again after its cohorts or its school change. */
@QuarkusTest
class CohortsCacheTest {
    private static final String YEAR = "2026-27";

    @Inject
    CohortsCache cohorts;

    @Inject
    DataSource database;

    @Inject
    JoinCodes codes;

    @Inject
    Clock clock;

    private GivenSession one;
    private GivenSession other;

    @BeforeEach
    void twoClassesOfTwoSchools() throws SQLException {
        try (var db = database.getConnection()) {
            long module = GivenSession.anyModule(db);
            one = GivenSession.start(db, codes, module, 2, clock.instant());
            other = GivenSession.start(db, codes, module, 2, clock.instant());
        }
        update("INSERT INTO class_cohort VALUES (" + one.classId() + ", 2019), (" + other.classId() + ", 2021)");
    }

    @Test
    void aClassIsReadAgainAfterItsCohortsChange() throws SQLException {
        assertEquals(Set.of(2019), ofClass(one));
        update("INSERT INTO class_cohort VALUES (" + one.classId() + ", 2020)");
        assertEquals(Set.of(2019, 2020), ofClass(one));
        update("DELETE FROM class_cohort WHERE class_id = " + one.classId() + " AND reception_year = 2019");
        assertEquals(Set.of(2020), ofClass(one));
        assertEquals(Set.of(2021), ofClass(other));
    }

    @Test
    void aClassThatMovesTakesItsCohortsToTheOtherSchool() throws SQLException {
        assertEquals(Set.of(2021), both().ofSchool(YEAR, other.schoolId()));
        update("UPDATE class_group SET school_id = " + other.schoolId() + ", name = 'moved' WHERE id = "
                + one.classId());
        assertEquals(Set.of(2019, 2021), both().ofSchool(YEAR, other.schoolId()));
        assertEquals(Set.of(), both().ofSchool(YEAR, one.schoolId()));
    }

    @Test
    void unchangedCohortsAreReturnedAsTheSameObject() {
        assertSame(both(), both());
    }

    private Set<Integer> ofClass(GivenSession of) {
        return both().ofClass(of.classId());
    }

    private CohortsCache.TwoYears both() {
        return cohorts.of("2025-26", YEAR);
    }

    private void update(String sql) throws SQLException {
        try (var db = database.getConnection();
                var statement = db.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
