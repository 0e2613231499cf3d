package uk.thinkuknow.reach.targets;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.thinkuknow.reach.totals.AreaKind;

/** Finds targets in the database, and creates and locks their rows. */
@Singleton
class Targets implements PanacheRepository<Target> {
    /** A concurrent insert of the same cell waits for the first one and is then ignored. */
    private static final String INSERT = """
            INSERT IGNORE INTO target (year_key, measure, area_kind, area_key, term_key, slice_key)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6)""";

    List<Target> inForce(String year, Measure measure) {
        return list("from Target where year = ?1 and measure = ?2 and number is not null", year, measure.key());
    }

    List<String> slicesOf(String year) {
        return getEntityManager()
                .createQuery("select distinct slice from Target where year = ?1 and number is not null", String.class)
                .setParameter(1, year)
                .getResultList();
    }

    List<Target> of(String year, Measure measure, AreaKind kind) {
        return list("year = ?1 and measure = ?2 and areaKind = ?3", year, measure.key(), kind.key());
    }

    /** The targets of these cells, created where they are missing and locked until the end of the transaction. */
    Map<TargetCell, Target> locked(Collection<TargetCell> cells) {
        cells.stream().sorted(Comparator.comparing(TargetCell::toString)).forEach(this::make);
        var found = new HashMap<TargetCell, Target>();
        for (var cell : cells) {
            found.computeIfAbsent(cell, this::lock);
        }
        return found;
    }

    private void make(TargetCell cell) {
        getEntityManager()
                .createNativeQuery(INSERT)
                .setParameter(1, cell.year())
                .setParameter(2, cell.measure().key())
                .setParameter(3, cell.kind().key())
                .setParameter(4, cell.area())
                .setParameter(5, cell.term())
                .setParameter(6, cell.slice())
                .executeUpdate();
    }

    private Target lock(TargetCell cell) {
        return find(
                        "year = ?1 and measure = ?2 and areaKind = ?3 and areaKey = ?4 and term = ?5 and slice = ?6",
                        cell.year(),
                        cell.measure().key(),
                        cell.kind().key(),
                        cell.area(),
                        cell.term(),
                        cell.slice())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResult();
    }
}
