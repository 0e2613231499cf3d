package uk.thinkuknow.attendance.check;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import uk.thinkuknow.common.London;

/** Stores the weekly draws of the figure checks, each once, with its seed and all sessions that it could have drawn. */
@Singleton
class FigureDraws {
    private final EntityManager database;
    private final Candidates candidates;
    private final RandomGenerator random;

    FigureDraws(EntityManager database, Candidates candidates, RandomGenerator random) {
        this.database = database;
        this.candidates = candidates;
        this.random = random;
    }

    /** A draw and the Monday of its week. */
    record WeeklyDraw(LocalDate week, RandomDraw draw) {}

    /** A stored draw, its database id, and the returns that it could have drawn. */
    record StoredDraw(long id, RandomDraw draw, List<Candidate> among) {
        List<Candidate> byChance() {
            return those(draw.byChance());
        }

        List<Candidate> byRisk() {
            return those(draw.byRisk());
        }

        private List<Candidate> those(List<String> sessions) {
            var drawn = Set.copyOf(sessions);
            return among.stream().filter(each -> drawn.contains(each.session())).toList();
        }
    }

    /**
     * Draws from the returns that began to count in the week from this Monday; empty if that week has a draw already, or
     * no returns.
     */
    Optional<StoredDraw> draw(LocalDate week, Instant at) {
        if (isDrawn(week)) {
            return Optional.empty();
        }
        var among = candidates.between(
                London.at(week.atStartOfDay()), London.at(week.plusWeeks(1).atStartOfDay()));
        return among.isEmpty() ? Optional.empty() : draw(week, among, at);
    }

    private boolean isDrawn(LocalDate week) {
        return !database.createNativeQuery("SELECT id FROM figure_draw WHERE week = ?1", Long.class)
                .setParameter(1, week)
                .getResultList()
                .isEmpty();
    }

    /** Draws among returns and stores the draw; empty if another instance has stored one for that week meanwhile. */
    Optional<StoredDraw> draw(LocalDate week, List<Candidate> among, Instant at) {
        var draw = RandomDraw.of(RandomDraw.seed(random), among);
        int kept = database.createNativeQuery(
                        "INSERT IGNORE INTO figure_draw (week, seed, among, risky, drawn_at) VALUES (?1, ?2, ?3, ?4, ?5)")
                .setParameter(1, week)
                .setParameter(2, draw.seed())
                .setParameter(3, String.join(" ", draw.among()))
                .setParameter(4, String.join(" ", draw.risky()))
                .setParameter(5, at)
                .executeUpdate();
        return kept == 0
                ? Optional.empty()
                : Optional.of(new StoredDraw(
                        (Long) database.createNativeQuery("SELECT id FROM figure_draw WHERE week = ?1", Long.class)
                                .setParameter(1, week)
                                .getSingleResult(),
                        draw,
                        among));
    }

    /** Returns the latest draws, 53 at most. */
    List<WeeklyDraw> latest() {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = database.createNativeQuery(
                        "SELECT CAST(week AS CHAR), seed, among, risky FROM figure_draw ORDER BY week DESC LIMIT 53",
                        Object[].class)
                .getResultList();
        return rows.stream()
                .map(row -> new WeeklyDraw(
                        LocalDate.parse((String) row[0]),
                        new RandomDraw((String) row[1], ids((String) row[2]), ids((String) row[3]))))
                .toList();
    }

    private static List<String> ids(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(" "));
    }
}
