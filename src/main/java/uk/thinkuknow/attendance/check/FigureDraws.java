package uk.thinkuknow.attendance.check;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Stores the weekly draws of the figure checks, each once, with its seed and all sessions that it could have drawn. */
@Singleton
class FigureDraws {
    private final EntityManager database;
    private final RandomGenerator random;

    FigureDraws(EntityManager database, RandomGenerator random) {
        this.database = database;
        this.random = random;
    }

    /** A draw and the Monday of its week. */
    record WeeklyDraw(LocalDate week, RandomDraw draw) {}

    /** A stored draw and its database id. */
    record StoredDraw(long id, RandomDraw draw) {}

    boolean isDrawn(LocalDate week) {
        return !database.createNativeQuery("SELECT id FROM figure_draw WHERE week = ?1", Long.class)
                .setParameter(1, week)
                .getResultList()
                .isEmpty();
    }

    /** Draws among sessions and stores the draw; empty if another instance has stored one for that week meanwhile. */
    Optional<StoredDraw> draw(LocalDate week, List<String> among, Instant at) {
        var draw = new RandomDraw(RandomDraw.seed(random), among);
        int kept = database.createNativeQuery(
                        "INSERT IGNORE INTO figure_draw (week, seed, among, drawn_at) VALUES (?1, ?2, ?3, ?4)")
                .setParameter(1, week)
                .setParameter(2, draw.seed())
                .setParameter(3, String.join(" ", draw.among()))
                .setParameter(4, at)
                .executeUpdate();
        return kept == 0
                ? Optional.empty()
                : Optional.of(new StoredDraw(
                        (Long) database.createNativeQuery("SELECT id FROM figure_draw WHERE week = ?1", Long.class)
                                .setParameter(1, week)
                                .getSingleResult(),
                        draw));
    }

    /** Returns the latest draws, 53 at most. */
    List<WeeklyDraw> latest() {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = database.createNativeQuery(
                        "SELECT CAST(week AS CHAR), seed, among FROM figure_draw ORDER BY week DESC LIMIT 53",
                        Object[].class)
                .getResultList();
        return rows.stream()
                .map(row -> new WeeklyDraw(
                        LocalDate.parse((String) row[0]),
                        new RandomDraw((String) row[1], List.of(((String) row[2]).split(" ")))))
                .toList();
    }
}
