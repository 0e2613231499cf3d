package uk.thinkuknow.schools.school;

import jakarta.inject.Singleton;
import java.util.List;
import javax.sql.DataSource;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.schools.years.YearUse;

/** Says whether a nation's schools have classes in a school year. */
@Singleton
class ClassesOfYear implements YearUse {
    private static final String ANY = """
            SELECT 1 FROM class_group c
            JOIN school_area l ON l.school_id = c.school_id AND l.valid_to IS NULL
            JOIN authority a ON a.authority_key = l.authority_key
            JOIN region r ON r.region_key = a.region_key
            WHERE c.year_key = ? AND r.nation = ? LIMIT 1""";

    private final DataSource database;

    ClassesOfYear(DataSource database) {
        this.database = database;
    }

    @Override
    public String words() {
        return Words.of("school.classesOfYear");
    }

    @Override
    public boolean uses(String nation, String yearKey) {
        return Sql.first(database, ANY, List.of(yearKey, nation), row -> 1).isPresent();
    }
}
