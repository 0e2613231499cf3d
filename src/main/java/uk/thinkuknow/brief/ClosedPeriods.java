package uk.thinkuknow.brief;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import uk.thinkuknow.programme.ClosedPlaces;
import uk.thinkuknow.programme.Place;

/** Closed periods with what belongs to each: where schools lay, adjustments and briefs. */
@Singleton
class ClosedPeriods implements PanacheRepository<ClosedPeriod> {
    private static final int ROWS_AT_ONCE = 500;

    Optional<ClosedPeriod> called(String publicId) {
        return find("publicId", publicId).firstResultOptional();
    }

    /** The same, held: two who act at once are one after the other. */
    Optional<ClosedPeriod> held(String publicId) {
        return find("publicId", publicId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** The one that was not refused. */
    Optional<ClosedPeriod> ofPeriod(String periodKey) {
        return find("periodKey = ?1 and state <> ?2", periodKey, ClosedPeriod.State.REFUSED)
                .firstResultOptional();
    }

    List<ClosedPeriod> latestFirst() {
        return list("order by periodKey desc, id desc");
    }

    List<ClosedPeriod> approved() {
        return list("state", ClosedPeriod.State.APPROVED);
    }

    /**
     * Keeps where schools and classes lay; those that are kept already stay where they are.
     *
     * @param later whether they come after the period was closed: what was frozen did without them
     */
    void keep(ClosedPeriod closed, ClosedPlaces where, boolean later) {
        insert(
                "closed_place (closed_period_id, school_id, phase, authority_key, region_key, nation, later)",
                where.places().stream()
                        .map(place -> List.<Object>of(
                                closed.id(),
                                place.schoolId(),
                                place.phase(),
                                place.authorityKey(),
                                place.regionKey(),
                                place.nation(),
                                later))
                        .toList());
        insert(
                "closed_home (closed_period_id, class_id, school_id)",
                where.homes().entrySet().stream()
                        .map(home -> List.<Object>of(closed.id(), home.getKey(), home.getValue()))
                        .toList());
    }

    private void insert(String into, List<List<Object>> rows) {
        for (int from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
            var some = rows.subList(from, Math.min(rows.size(), from + ROWS_AT_ONCE));
            var values = some.stream()
                    .map(row -> "(" + String.join(", ", Collections.nCopies(row.size(), "?")) + ")")
                    .collect(Collectors.joining(", "));
            var query = getEntityManager().createNativeQuery("insert ignore into " + into + " values " + values);
            int at = 1;
            for (var row : some) {
                for (var value : row) {
                    query.setParameter(at++, value);
                }
            }
            query.executeUpdate();
        }
    }

    /** Where schools and classes lay when it was closed, those that came later beside them. */
    ClosedPlaces places(ClosedPeriod closed) {
        return places(closed, true);
    }

    /** Those alone of which was known when it was closed. */
    ClosedPlaces placesThen(ClosedPeriod closed) {
        return places(closed, false);
    }

    private ClosedPlaces places(ClosedPeriod closed, boolean later) {
        var places = new ArrayList<Place>();
        List<Object[]> rows = getEntityManager()
                .createNativeQuery(
                        "select school_id, phase, authority_key, region_key, nation from closed_place where closed_period_id = ?1 and (?2 or not later)",
                        Object[].class)
                .setParameter(1, closed.id())
                .setParameter(2, later)
                .getResultList();
        rows.forEach(row -> places.add(new Place(
                ((Number) row[0]).longValue(),
                row[0].toString(),
                "",
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4])));
        var homes = new HashMap<Long, Long>();
        List<Object[]> moved = getEntityManager()
                .createNativeQuery(
                        "select class_id, school_id from closed_home where closed_period_id = ?1", Object[].class)
                .setParameter(1, closed.id())
                .getResultList();
        moved.forEach(row -> homes.put(((Number) row[0]).longValue(), ((Number) row[1]).longValue()));
        return new ClosedPlaces(places, homes);
    }

    /** In the order they came. */
    List<Adjustment> adjustments(ClosedPeriod closed) {
        return getEntityManager()
                .createQuery("from Adjustment where closedPeriodId = ?1 order by number", Adjustment.class)
                .setParameter(1, closed.id())
                .getResultList();
    }

    /** In the order they were issued. */
    List<Brief> briefs(ClosedPeriod closed) {
        return getEntityManager()
                .createQuery("from Brief where closedPeriodId = ?1 order by number", Brief.class)
                .setParameter(1, closed.id())
                .getResultList();
    }

    void add(Adjustment adjustment) {
        getEntityManager().persist(adjustment);
    }

    void add(Brief brief) {
        getEntityManager().persist(brief);
    }
}
