package uk.thinkuknow.bookings.calendar;

import jakarta.inject.Singleton;
import java.util.List;
import javax.sql.DataSource;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.schools.years.YearUse;

/** Says whether a nation's schools have bookings with a date in a school year. */
@Singleton
class BookingsOfYear implements YearUse {
    private static final String ANY = """
            SELECT 1 FROM academic_year_v y
            JOIN booking_v b ON b.local_date BETWEEN y.first_day AND y.last_day AND b.state NOT IN ('DECLINED', 'CANCELLED')
            JOIN school_area_v l ON l.school_id = b.school_id AND l.valid_to IS NULL
            JOIN authority_v a ON a.authority_key = l.authority_key
            JOIN region_v r ON r.region_key = a.region_key AND r.nation = y.nation
            WHERE y.year_key = ? AND y.nation = ? LIMIT 1""";

    private final DataSource database;

    BookingsOfYear(DataSource database) {
        this.database = database;
    }

    @Override
    public String words() {
        return Words.of("calendar.bookingsOfYear");
    }

    @Override
    public boolean uses(String nation, String yearKey) {
        return Sql.first(database, ANY, List.of(yearKey, nation), row -> 1).isPresent();
    }
}
