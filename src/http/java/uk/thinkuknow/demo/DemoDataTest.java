package uk.thinkuknow.demo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.common.Sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests an installation that is no demo, as that of all these tests is. */
@QuarkusTest
class DemoDataTest {
    @Inject
    DataSource database;

    @Test
    void outsideADemoThereAreNoInventedSchoolsAndPeople() {
        for (var school : DemoContents.read().schools()) {
            assertEquals(0, number("SELECT COUNT(*) FROM school WHERE name = ?", school.name()), school.name());
        }
        assertEquals(0, number("SELECT COUNT(*) FROM staff WHERE username LIKE ?", "demo-%"));
    }

    private int number(String sql, String name) {
        return Sql.first(database, sql, List.of(name), row -> row.getInt(1)).orElseThrow();
    }
}
