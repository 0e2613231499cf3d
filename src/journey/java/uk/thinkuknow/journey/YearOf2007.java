package uk.thinkuknow.journey;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Loads the school year 2006-07 as the programme reported it to ministers: 750,000 children reached by March 2007
 * against a target of one million, and 1,500 professionals trained. The schools are invented and have one lesson for
 * each of 25,000 classes of thirty. SQL inserts them into a demo installation, since nobody signs 25,000 returns by
 * hand.
 */
final class YearOf2007 {
    static final int CLASSES = 25_000;
    static final int CHILDREN_A_CLASS = 30;
    static final int TARGET = 1_000_000;
    static final int PROFESSIONALS = 1_500;

    /** Children in the late return: ten classes of thirty; four of them had a lesson before. */
    static final int LATE = 300;

    static final int LATE_AND_COUNTED_BEFORE = 120;

    /** Above the ids of all demo rows. */
    private static final int BASE = 20_070_000;

    private static final int A_SCHOOL = 20;

    private YearOf2007() {}

    static void load(Connection database) throws SQLException {
        for (var statement : YEAR.split(";\n")) {
            run(database, statement);
        }
    }

    /** Adds a late return of ten classes, six without an earlier lesson, signed at the given moment. */
    static void signLate(Connection database, Instant at) throws SQLException {
        var time = Timestamp.valueOf(LocalDateTime.ofInstant(at, ZoneOffset.UTC));
        for (var statement : LATE_RETURN.split(";\n")) {
            run(database, statement.replace("{signed}", time.toString()));
        }
    }

    private static void run(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql.replace("{base}", "" + BASE)
                    .replace("{classes}", "" + CLASSES)
                    .replace("{all_classes}", "" + (CLASSES + LATE_NEW_CLASSES))
                    .replace("{schools}", "" + CLASSES / A_SCHOOL)
                    .replace("{a_school}", "" + A_SCHOOL)
                    .replace("{here}", "" + ((1L << CHILDREN_A_CLASS) - 1))
                    .replace("{children}", "" + CHILDREN_A_CLASS)
                    .replace("{target}", "" + TARGET)
                    .replace("{events}", "" + PROFESSIONALS / CHILDREN_A_CLASS)
                    .replace("{professionals}", "" + PROFESSIONALS));
        }
    }

    private static final int LATE_NEW_CLASSES = (LATE - LATE_AND_COUNTED_BEFORE) / CHILDREN_A_CLASS;

    private static final String YEAR = """
            INSERT INTO academic_year (nation, year_key, first_day, last_day)
              SELECT DISTINCT nation, '2006-07', '2006-09-01', '2007-08-31' FROM region;
            INSERT INTO term (nation, year_key, term_key, first_day, last_day)
              SELECT n.nation, '2006-07', t.term, t.first_day, t.last_day FROM (SELECT DISTINCT nation FROM region) n,
                (SELECT 'autumn' term, '2006-09-01' first_day, '2007-01-03' last_day
                 UNION ALL SELECT 'spring', '2007-01-04', '2007-04-15' UNION ALL SELECT 'summer', '2007-04-16', '2007-08-31') t;
            INSERT INTO school (id, public_id, name, town, postcode, phase, roll)
              SELECT {base} + seq, CONCAT('k7', LPAD(seq, 8, '0')), CONCAT('Year 2007 School ', seq), 'Harrowbeck', 'HB1 1HB',
                IF(seq MOD 5 < 3, 'secondary', 'primary'), {a_school} * {children} FROM seq_1_to_{schools};
            INSERT INTO school_area (school_id, authority_key, valid_from)
              SELECT {base} + seq, a.authority_key, '2000-09-01' FROM seq_1_to_{schools}
              JOIN (SELECT authority_key, ROW_NUMBER() OVER (ORDER BY authority_key) - 1 place, COUNT(*) OVER () many FROM authority) a
                ON a.place = seq MOD a.many;
            INSERT INTO class_group (id, public_id, school_id, year_key, name, band_key)
              SELECT {base} + seq, CONCAT('k8', LPAD(seq, 8, '0')), {base} + 1 + LEAST((seq - 1) DIV {a_school}, {schools} - 1), '2006-07', CONCAT('Class ', seq),
                IF((1 + (seq - 1) DIV {a_school}) MOD 5 < 3, '11-13', '8-10') FROM seq_1_to_{all_classes};
            SET @version = (SELECT MIN(id) FROM module_version), @staff = (SELECT MIN(id) FROM staff);
            INSERT INTO session (id, public_id, start_key, school_id, module_version_id, audience, devices, state, started_by, started_at, ended_at, returned_at, local_date, year_key, term_key)
              SELECT {base} + seq, CONCAT('k9', LPAD(seq, 8, '0')), CONCAT('2007-', seq), {base} + 1 + (seq - 1) DIV {a_school}, @version, 'lesson', TRUE, 'ENDED', @staff,
                TIMESTAMP(d.day, '09:30'), TIMESTAMP(d.day, '10:20'), TIMESTAMP(d.day, '10:25'), d.day, '2006-07', IF(d.day < '2007-01-04', 'autumn', 'spring')
              FROM seq_1_to_{classes} JOIN (SELECT seq - 1 n, DATE('2006-09-11') + INTERVAL 7 * ((seq - 1) DIV 5) + (seq - 1) MOD 5 DAY day FROM seq_1_to_145) d
                ON d.n = CRC32(seq) MOD 145;
            INSERT INTO signed_return (id, public_id, session_id, state, signed_by, signer, signed_at, rules)
              SELECT id, CONCAT('k6', LPAD(id - {base}, 8, '0')), id, 'COUNTED', 'Pat Example', 'pat', returned_at, 1 FROM session WHERE id BETWEEN {base} + 1 AND {base} + {classes};
            INSERT INTO return_line (return_id, session_id, school_id, class_id, local_date, year_key, term_key, audience, band_key, module_version_id,
                named_a_low, named_a_high, named_b_low, named_b_high, in_force_low, in_force_high, for_low, for_high, unnamed, guests, heads, not_taking_part)
              SELECT s.id, s.id, s.school_id, c.id, s.local_date, s.year_key, s.term_key, 'lesson', c.band_key, s.module_version_id,
                {here}, 0, 0, 0, {here}, 0, {here}, 0, 0, 0, {children}, 0
              FROM session s JOIN class_group c ON c.id = s.id WHERE s.id BETWEEN {base} + 1 AND {base} + {classes};
            INSERT INTO target (year_key, measure, area_kind, area_key, term_key, slice_key, number)
              SELECT '2006-07', 'children', 'region', region_key, 'year', 'all', {target} DIV COUNT(*) OVER () + IF(ROW_NUMBER() OVER (ORDER BY region_key) <= {target} MOD COUNT(*) OVER (), 1, 0) FROM region;
            INSERT INTO training_event (id, public_id, title, covers, venue, starts_at, local_date, minutes, places, leader_id, marked_at)
              SELECT {base} + seq, CONCAT('k5', LPAD(seq, 8, '0')), CONCAT('Protecting children online ', seq), 'What children meet online, and who helps.', 'The Old Library',
                DATE('2006-09-12') + INTERVAL 4 * seq DAY + INTERVAL 9 HOUR, DATE('2006-09-12') + INTERVAL 4 * seq DAY, 180, {children}, @staff, DATE('2006-09-13') + INTERVAL 4 * seq DAY
              FROM seq_1_to_{events};
            INSERT INTO professional (id, public_id, kept_until, erased_at)
              SELECT {base} + seq, CONCAT('k4', LPAD(seq, 8, '0')), '2009-09-01', '2009-09-01' FROM seq_1_to_{professionals};
            INSERT INTO training_place (public_id, event_id, professional_id, state, asked_at, minutes_there, attended)
              SELECT CONCAT('k3', LPAD(seq, 8, '0')), {base} + 1 + (seq - 1) DIV {children}, {base} + seq, 'BOOKED', '2006-09-01', 180, TRUE FROM seq_1_to_{professionals};
            INSERT INTO training_mark (place_id, attended, marked_at)
              SELECT p.id, TRUE, e.marked_at FROM training_place p JOIN training_event e ON e.id = p.event_id WHERE e.id BETWEEN {base} + 1 AND {base} + {events};
            INSERT INTO target (year_key, measure, area_kind, area_key, term_key, slice_key, number)
              SELECT '2006-07', 'professionals', 'region', region_key, 'year', 'all', {professionals} DIV COUNT(*) OVER () FROM region""";

    private static final String LATE_RETURN = """
            SET @id = {base} + {all_classes} + 1, @version = (SELECT MIN(id) FROM module_version), @staff = (SELECT MIN(id) FROM staff);
            INSERT INTO session (id, public_id, start_key, school_id, module_version_id, audience, devices, state, started_by, started_at, ended_at, returned_at, local_date, year_key, term_key)
              SELECT @id, 'k900late07', '2007-late', {base} + {schools}, @version, 'lesson', FALSE, 'ENDED', @staff, '2007-03-22 09:30', '2007-03-22 10:20', '{signed}', '2007-03-22', '2006-07', 'spring';
            INSERT INTO signed_return (id, public_id, session_id, state, signed_by, signer, signed_at, rules)
              VALUES (@id, 'k600late07', @id, 'COUNTED', 'Pat Example', 'pat', '{signed}', 1);
            INSERT INTO return_line (return_id, session_id, school_id, class_id, local_date, year_key, term_key, audience, band_key, module_version_id,
                named_a_low, named_a_high, named_b_low, named_b_high, in_force_low, in_force_high, for_low, for_high, unnamed, guests, heads, not_taking_part)
              SELECT @id, @id, {base} + {schools}, c.id, '2007-03-22', '2006-07', 'spring', 'lesson', c.band_key, @version,
                0, 0, {here}, 0, {here}, 0, {here}, 0, 0, 0, {children}, 0
              FROM class_group c WHERE c.id BETWEEN {base} + {classes} - 3 AND {base} + {all_classes}""";
}
