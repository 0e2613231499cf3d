package uk.thinkuknow.reach.periods;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import uk.thinkuknow.common.Nations;
import uk.thinkuknow.common.TextFormat;

/** Reads from when each version of the counting rules applies. */
@Singleton
class CountingVersions {
    private static final String STARTS = """
            SELECT r.nation, CAST(r.first_day AS CHAR) FROM counting_rules_v r WHERE r.version = :version""";

    private final EntityManager database;

    CountingVersions(EntityManager database) {
        this.database = database;
    }

    /** The day of the first lesson that is judged by a version, in a nation. */
    record Start(String nation, String firstDay) {}

    @Transactional
    int latest() {
        return (Integer) database.createNativeQuery("SELECT MAX(r.version) FROM counting_rules_v r", Integer.class)
                .getSingleResult();
    }

    /** Returns the first days of the latest version, in the order of {@link Nations#KEYS}. */
    @Transactional
    List<Start> startsOfLatest() {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = database.createNativeQuery(STARTS, Object[].class)
                .setParameter("version", latest())
                .getResultList();
        return Nations.KEYS.stream()
                .flatMap(nation -> rows.stream().filter(row -> nation.equals(row[0])))
                .map(row -> new Start(Nations.name((String) row[0]), TextFormat.day(LocalDate.parse((String) row[1]))))
                .toList();
    }
}
