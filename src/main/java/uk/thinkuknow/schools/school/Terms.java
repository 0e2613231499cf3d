package uk.thinkuknow.schools.school;

import jakarta.inject.Singleton;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.counting.Holiday;
import uk.thinkuknow.counting.NationTerm;

/** Reads each nation's terms, school years and usual holidays from the database. */
@Singleton
class Terms {
    private final Session database;

    Terms(Session database) {
        this.database = database;
    }

    Optional<NationTerm> on(String nation, LocalDate day) {
        return select("where nation = ?1 and first_day <= ?2 and last_day >= ?2", nation, day).stream()
                .findFirst();
    }

    List<NationTerm> ofYear(String nation, String yearKey) {
        return select("where nation = ?1 and year_key = ?2 order by first_day", nation, yearKey);
    }

    List<String> years(String nation) {
        return database.createNativeQuery(
                        "select year_key from academic_year where nation = ?1 order by year_key", String.class)
                .setParameter(1, nation)
                .getResultList();
    }

    List<Holiday> holidays(String nation, String yearKey) {
        return database.createNativeQuery(
                        "select holiday_key, first_day, last_day from holiday where nation = ?1 and year_key = ?2 order by first_day",
                        Object[].class)
                .setParameter(1, nation)
                .setParameter(2, yearKey)
                .getResultStream()
                .map(row -> new Holiday((String) row[0], day(row[1]), day(row[2])))
                .toList();
    }

    private List<NationTerm> select(String where, Object first, Object second) {
        return database.createNativeQuery(
                        "select nation, year_key, term_key, first_day, last_day from term " + where, Object[].class)
                .setParameter(1, first)
                .setParameter(2, second)
                .getResultStream()
                .map(row -> new NationTerm((String) row[0], (String) row[1], (String) row[2], day(row[3]), day(row[4])))
                .toList();
    }

    private static LocalDate day(Object value) {
        return switch (value) {
            case LocalDate date -> date;
            case Date date -> date.toLocalDate();
            default -> throw new NotFound();
        };
    }
}
