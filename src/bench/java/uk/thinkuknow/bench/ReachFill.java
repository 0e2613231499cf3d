package uk.thinkuknow.bench;

import java.sql.Connection;
import java.sql.SQLException;

/** Fills an empty database with three years of signed returns, using MariaDB's sequence tables and hash function. */
final class ReachFill {
    private static final int SCHOOLS = 24_000;
    private static final int CLASSES_A_SCHOOL = 3;
    private static final int YEARS = 3;

    /** Returns of 2026-27 that wait for a second person. */
    private static final int WAITING = 2_000;

    /** Average number of children per return line among the rows made here. */
    private static final double CHILDREN_A_LINE = 28.5;

    private ReachFill() {}

    /** @return the attendances created: about as many as requested */
    static long fill(Connection connection, int attendances) throws SQLException {
        int lines = (int) Math.round(attendances / CHILDREN_A_LINE);
        int sessions = lines + lines / 90;
        int classes = SCHOOLS * CLASSES_A_SCHOOL;
        try (var statement = connection.createStatement()) {
            for (var sql : SQL.split(";\n")) {
                statement.execute(sql.replace("{schools}", "" + SCHOOLS)
                        .replace("{classes}", "" + classes)
                        .replace("{all_classes}", "" + classes * YEARS)
                        .replace("{groups}", "" + classes * YEARS / 10)
                        .replace("{lines}", "" + lines)
                        .replace("{sessions}", "" + sessions)
                        .replace("{sessions_and_waiting}", "" + (sessions + YEARS * WAITING)));
            }
            try (var rows = statement.executeQuery("SELECT SUM(heads) FROM return_line")) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /**
     * Creates one row per child and session, with a suitable index: the table that a product without return lines would
     * keep, for comparing its queries in plain SQL.
     */
    static void fillPlainAttendances(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var sql : PLAIN.split(";\n")) {
                statement.execute(sql);
            }
        }
    }

    private static final String SQL = """
            SET SESSION foreign_key_checks = 0, unique_checks = 0;
            DELETE FROM region;
            INSERT INTO region SELECT CONCAT('r', seq), ELT(GREATEST(1, CAST(seq AS SIGNED) - 8), 'england', 'scotland', 'wales', 'northern-ireland'), CONCAT('Region ', seq) FROM seq_1_to_12;
            INSERT INTO authority SELECT CONCAT('a', seq), CONCAT('r', 1 + CAST(seq AS SIGNED) MOD 12), CONCAT('Authority ', seq) FROM seq_1_to_150;
            INSERT INTO school (id, public_id, name, town, postcode, phase, roll)
              SELECT seq, CONCAT('h', LPAD(seq, 9, 'z')), CONCAT('School ', seq), 'Town', 'AA1 1AA', ELT(1 + CAST(seq AS SIGNED) MOD 3, 'primary', 'secondary', 'special'), 90 FROM seq_1_to_{schools};
            INSERT INTO school_area (school_id, authority_key, valid_from, valid_to) SELECT seq, CONCAT('a', 1 + CAST(seq AS SIGNED) MOD 150), '2020-09-01', NULL FROM seq_1_to_{schools};
            INSERT INTO class_group (id, public_id, school_id, year_key, name, band_key)
              SELECT seq, CONCAT('c', LPAD(seq, 9, 'z')), 1 + ((seq - 1) MOD {classes}) DIV 3, ELT(1 + (seq - 1) DIV {classes}, '2025-26', '2026-27', '2027-28'), CONCAT('Class ', seq), ELT(1 + (1 + ((CAST(seq AS SIGNED) - 1) MOD {classes}) DIV 3) MOD 4, '8-10', '11-13', '14-18', '4-7') FROM seq_1_to_{all_classes};
            INSERT INTO class_cohort (class_id, reception_year) SELECT id, LEFT(year_key, 4) - 1 - id MOD 7 FROM class_group WHERE id <= {all_classes};
            INSERT INTO card_group (id, public_id, class_id, name, cards_low, cards_high, created_at)
              SELECT seq, CONCAT('g', LPAD(seq, 9, 'z')), 20 * (1 + (seq - 1) DIV 2), CONCAT('Half ', seq), IF(seq MOD 2 = 1, 32767, 32767 << 15), 0, '2025-09-01' FROM seq_1_to_{groups};
            INSERT INTO staff (id, public_id, username, name) VALUES (1, 'bench', 'bench', 'Bench');
            INSERT INTO module (id, module_key, band_key) VALUES (1001, 'm1', '8-10'), (1002, 'm2', '11-13'), (1003, 'm3', '14-18'), (1004, 'm4', '4-7');
            INSERT INTO module_version (id, module_id, number, language, title, content_hash, content, published_at, withdrawn_at, withdrawn_by, withdrawn_why)
              SELECT id, id, 1, 'en', module_key, module_key, JSON_OBJECT('key', module_key, 'title', module_key, 'band', band_key, 'language', 'en', 'minutes', 40, 'lessonOnly', FALSE, 'summary', '', 'objectives', JSON_ARRAY(), 'strands', JSON_ARRAY(), 'teacherNotes', '', 'steps', JSON_ARRAY(), 'ending', '', 'help', JSON_ARRAY()), '2025-09-01', '2025-09-01', 'Bench', 'Has no steps' FROM module WHERE id > 1000;
            CREATE TEMPORARY TABLE wanted (id BIGINT PRIMARY KEY, class_id BIGINT, school BIGINT, times INT, day DATE, nation VARCHAR(20));
            INSERT INTO wanted SELECT seq, ((seq - 1) MOD 3) * {classes} + 1 + ((seq - 1) DIV 3) MOD {classes}, 1 + (((seq - 1) DIV 3) MOD {classes}) DIV 3, ((seq - 1) DIV 3) DIV {classes},
                ELT(1 + (seq - 1) MOD 3, DATE('2025-09-08'), DATE('2026-09-07'), DATE('2027-09-06')) + INTERVAL (CRC32(seq) MOD 312) DAY, '' FROM seq_1_to_{sessions_and_waiting};
            DELETE FROM wanted WHERE id > {sessions} AND (id - 1) MOD 3 <> 1;
            UPDATE wanted SET nation = ELT(GREATEST(1, (1 + (1 + school MOD 150) MOD 12) - 8), 'england', 'scotland', 'wales', 'northern-ireland');
            INSERT INTO session (id, public_id, start_key, school_id, module_version_id, audience, devices, state, started_by, started_at, ended_at, returned_at, local_date, year_key, term_key)
              SELECT STRAIGHT_JOIN w.id, CONCAT('s', LPAD(w.id, 9, 'z')), w.id, w.school, 1001 + w.school MOD 4, 'lesson', 1, 'ENDED', 1, TIMESTAMP(w.day, '09:30'), TIMESTAMP(w.day, '10:20'), IF(w.id <= {lines}, TIMESTAMP(w.day, '10:25'), NULL), w.day, t.year_key, t.term_key
              FROM wanted w JOIN term t ON t.nation = w.nation AND w.day BETWEEN t.first_day AND t.last_day;
            INSERT INTO signed_return (id, public_id, session_id, state, signed_by, signed_at, rules, grounds)
              SELECT id, public_id, id, IF(id <= {lines}, 'COUNTED', 'UNCONFIRMED'), 'Bench', ended_at, 1, IF(id <= {lines}, '', 'SHORT')
              FROM session WHERE id <= {lines} OR id > {sessions};
            INSERT INTO return_line (return_id, session_id, school_id, class_id, card_group_id, local_date, year_key, term_key, audience, band_key, module_version_id,
                named_a_low, named_a_high, named_b_low, named_b_high, in_force_low, in_force_high, for_low, for_high, unnamed, guests, heads, not_taking_part)
              SELECT x.id, x.id, x.school_id, x.class_id, x.card_group_id, x.local_date, x.year_key, x.term_key, 'lesson', x.band, x.module_version_id,
                IF(x.id MOD 50 < 2, 0, x.here), 0, IF(x.id MOD 50 = 1, x.here, 0), 0, (1 << 30) - 1, 0, x.cards, 0,
                IF(x.id MOD 50 = 0, BIT_COUNT(x.here), 0), x.id MOD 97 = 0, BIT_COUNT(x.here) + (x.id MOD 97 = 0), 0
              FROM (SELECT s.id, s.school_id, w.class_id, g.id card_group_id, s.local_date, s.year_key, s.term_key,
                  ELT(s.module_version_id - 1000, '8-10', '11-13', '14-18', '4-7') band, s.module_version_id,
                  COALESCE(g.cards_low, (1 << 30) - 1) cards,
                  COALESCE(g.cards_low, (1 << 30) - 1) & ~(1 << (CRC32(s.id) MOD 30)) here
                FROM session s JOIN wanted w ON w.id = s.id LEFT JOIN card_group g
                  ON g.class_id = w.class_id AND g.id MOD 2 = w.times MOD 2 AND w.times < 2
                WHERE s.id <= {lines} OR s.id > {sessions}) x;
            INSERT INTO waiting_line SELECT * FROM return_line WHERE return_id > {sessions};
            DELETE FROM return_line WHERE return_id > {sessions};
            ANALYZE TABLE return_line, waiting_line, waiting_return, session, signed_return, school, school_area, authority, region, class_group""";

    private static final String PLAIN = """
            CREATE TABLE bench_attendance (session_id BIGINT NOT NULL, school_id BIGINT NOT NULL, class_id BIGINT NOT NULL, card INT NOT NULL, local_date DATE NOT NULL, year_key VARCHAR(7) NOT NULL, term_key VARCHAR(10) NOT NULL,
              PRIMARY KEY (session_id, class_id, card), KEY ix_bench_attendance (year_key, term_key, school_id, class_id, card))
              SELECT l.session_id, l.school_id, l.class_id, c.seq AS card, l.local_date, l.year_key, l.term_key
              FROM return_line l JOIN seq_1_to_30 c ON ((l.named_a_low | l.named_b_low) >> (c.seq - 1)) & 1 = 1
              ORDER BY l.session_id, l.class_id, c.seq;
            ANALYZE TABLE bench_attendance""";
}
