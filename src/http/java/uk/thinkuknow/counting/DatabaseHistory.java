package uk.thinkuknow.counting;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import uk.thinkuknow.reach.report.NaiveCount;
import uk.thinkuknow.reach.report.RandomHistory;
import uk.thinkuknow.reach.totals.KeptTotals;
import uk.thinkuknow.reach.totals.ReachSums;
import uk.thinkuknow.reach.totals.RowKind;

/**
 * Writes a {@link RandomHistory} of lessons and returns into the database, act by act, and recounts the kept totals
 * after each act as the product does.
 */
public final class DatabaseHistory {
    private final Connection connection;
    private final RandomHistory history;
    private final String key;
    private final Map<Integer, Long> schools = new HashMap<>();
    private final Map<Long, Long> classIds = new HashMap<>();
    private final Map<Long, Long> lessons = new HashMap<>();

    /** @param key a prefix of its own for the names of its regions, authorities, schools and classes */
    public DatabaseHistory(Connection connection, RandomHistory history, String key) throws SQLException {
        this.connection = connection;
        this.history = history;
        this.key = key;
        places();
        for (var lesson : history.acts) {
            follow(lesson);
        }
    }

    long school(int id) {
        return schools.get(id);
    }

    String region(String name) {
        return key + name;
    }

    public RandomHistory history() {
        return history;
    }

    /** Returns whether a difference is about one of its classes. */
    public boolean isIn(String difference) {
        return classIds.values().stream().anyMatch(id -> difference.contains("class id " + id + ","));
    }

    private void places() throws SQLException {
        for (var school : history.schools) {
            var area = region(school.region());
            run("INSERT INTO region VALUES (?, ?, ?)", area, school.nation(), area);
            run("INSERT INTO authority VALUES (?, ?, ?)", area, area, area);
            schools.put(
                    school.id(),
                    run(
                            "INSERT INTO school (public_id, name, town, postcode, phase) VALUES (?, ?, 'Town', 'AA1 1AA', 'primary')",
                            key + school.id(),
                            key + school.id()));
            run(
                    "INSERT INTO school_area (school_id, authority_key, valid_from) VALUES (?, ?, '2020-09-01')",
                    school(school.id()),
                    area);
        }
        for (var schoolClass : history.rooms) {
            classIds.put(
                    schoolClass.id(),
                    run(
                            "INSERT INTO class_group (public_id, school_id, year_key, name, band_key) VALUES (?, ?, ?, ?, '8-10')",
                            key + "c" + schoolClass.id(),
                            school(schoolClass.school()),
                            schoolClass.year(),
                            key + schoolClass.id()));
        }
        for (var move : history.moves) {
            run(
                    "INSERT INTO class_move (class_id, from_school, to_school, moved_on, name_was) VALUES (?, ?, ?, ?, '')",
                    classIds.get(move.classId()),
                    school(move.from()),
                    school(move.to()),
                    move.on());
        }
    }

    private void follow(RandomHistory.Lesson lesson) throws SQLException {
        var term = RandomHistory.term(history.school(lesson.school()).nation(), lesson.day());
        if (!lessons.containsKey(lesson.id())) {
            lessons.put(
                    lesson.id(),
                    run(
                            """
                            INSERT INTO session (public_id, start_key, school_id, module_version_id, audience, devices, state, started_by, started_at, ended_at, returned_at, local_date, year_key, term_key)
                            SELECT ?, ?, ?, (SELECT MAX(id) FROM module_version), 'lesson', TRUE, 'ENDED', MIN(id), ?, ?, ?, ?, ?, ? FROM staff""",
                            key + "s" + lesson.id(),
                            key + "s" + lesson.id(),
                            school(lesson.school()),
                            lesson.day(),
                            lesson.day(),
                            lesson.day(),
                            lesson.day(),
                            term.year(),
                            Period.TERMS.get(term.place())));
        }
        long session = lessons.get(lesson.id());
        run("DELETE FROM return_line WHERE session_id = ?", session);
        run("UPDATE signed_return SET superseded_at = signed_at WHERE session_id = ?", session);
        if (lesson.state() == RandomHistory.State.SIGNED) {
            long signed = run("""
                    INSERT INTO signed_return (public_id, session_id, number, state, signed_by, signed_at, rules)
                    SELECT CONCAT(?, COUNT(*)), ?, 1 + COUNT(*), 'COUNTED', 'Tess', '2026-01-01', 1 FROM signed_return WHERE session_id = ?""", key + lesson.id() + "r", session, session);
            for (var part : lesson.parts()) {
                line(signed, session, part);
            }
        }
        var classes = new TreeSet<Long>();
        lesson.parts()
                .forEach(part -> classes.add(classIds.get(part.schoolClass().id())));
        KeptTotals.keep(connection, term.year(), classes);
    }

    private void line(long signed, long session, RandomHistory.Part part) throws SQLException {
        var lesson = history.acts.stream()
                .filter(each -> lessons.get(each.id()) != null && lessons.get(each.id()) == session)
                .findFirst()
                .orElseThrow();
        Long group = part.group() == 0
                ? null
                : Long.valueOf(run(
                        "INSERT INTO card_group (public_id, class_id, name, cards_low, cards_high, created_at) VALUES (?, ?, ?, ?, 0, '2025-09-01')",
                        "g" + signed + "x" + part.group(),
                        classIds.get(part.schoolClass().id()),
                        signed + " " + part.group(),
                        CardSet.of(part.cards()).low()));
        run(
                """
                INSERT INTO return_line (return_id, session_id, school_id, class_id, card_group_id, local_date, year_key, term_key, audience, band_key, module_version_id,
                  named_a_low, named_a_high, named_b_low, named_b_high, in_force_low, in_force_high, for_low, for_high, unnamed, guests, heads, not_taking_part)
                SELECT ?, id, school_id, ?, ?, local_date, year_key, term_key, 'lesson', ?, module_version_id, ?, 0, 0, 0, ?, 0, ?, 0, ?, ?, ?, 0
                FROM session WHERE id = ?""",
                signed,
                classIds.get(part.schoolClass().id()),
                group,
                lesson.band(),
                CardSet.of(part.named()).low(),
                CardSet.of(part.inForce()).low(),
                CardSet.of(part.group() == 0 ? part.inForce() : part.cards()).low(),
                part.unnamed(),
                part.guests(),
                part.named().size() + part.unnamed() + part.guests(),
                session);
    }

    private long run(String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql, java.sql.Statement.RETURN_GENERATED_KEYS)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(1 + i, values[i]);
            }
            statement.executeUpdate();
            try (var keys = statement.getGeneratedKeys()) {
                return keys.next() ? keys.getLong(1) : 0;
            }
        }
    }

    /** Adds every figure of its schools and regions, under the names of {@link NaiveCount}. */
    public void read(Period period, ReachSums sums, Map<String, int[]> figures) {
        var name = NaiveCount.name(period.year(), period.first(), period.last());
        for (var school : history.schools) {
            put(
                    figures,
                    name + " school " + school.id(),
                    sums.by(RowKind.SCHOOL).get(key + school.id()));
            put(
                    figures,
                    name + " region " + school.region(),
                    sums.by(RowKind.REGION).get(region(school.region())));
        }
    }

    private static void put(Map<String, int[]> figures, String name, Figures row) {
        if (row != null) {
            figures.put(name, KeptTotalsCount.numbers(row));
        }
    }
}
