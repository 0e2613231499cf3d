package uk.thinkuknow.bench;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Fills an empty database with 52,000 schools, 100,000 bookings and 100,000 sessions, using MariaDB's sequence tables.
 */
final class BookingsFill {
    static final int SCHOOLS = 52_000;
    static final int BOOKINGS = 100_000;
    /** How many bookings the busiest school has; the busiest trainer has {@link #BUSY_TRAINER}. */
    static final int BUSY_SCHOOL = 500;

    static final int BUSY_TRAINER = 400;

    private BookingsFill() {}

    static void fill(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var sql : SQL.split(";\n")) {
                statement.execute(sql.replace("{schools}", "" + SCHOOLS).replace("{bookings}", "" + BOOKINGS));
            }
        }
    }

    private static final String SQL = """
            SET SESSION foreign_key_checks = 0, unique_checks = 0;
            INSERT INTO region SELECT CONCAT('r', seq), 'england', CONCAT('Region ', seq) FROM seq_1_to_10;
            INSERT INTO authority SELECT CONCAT('a', seq), CONCAT('r', 1 + seq MOD 10), CONCAT('Authority ', seq) FROM seq_1_to_150;
            INSERT INTO school (id, public_id, name, town, postcode, phase, roll, easting, northing)
              SELECT seq, CONCAT('h', LPAD(seq, 9, 'z')),
                CONCAT(ELT(1 + seq MOD 12, 'St Mary''s', 'Oakfield', 'Holy Trinity', 'Ashgrove', 'St John''s', 'Park Lane', 'Hillside', 'Meadowbank', 'St Peter''s', 'Riverside', 'The Grange', 'Queen Elizabeth''s'), ' ',
                  ELT(1 + seq MOD 7, 'Church of England', 'Catholic', 'Community', 'Junior', 'Infant', 'Academy', 'Primary'), ' School ', CONV(seq, 10, 26)),
                CONCAT(ELT(1 + seq MOD 9, 'Harrow', 'Brook', 'Kings', 'Ash', 'West', 'Nether', 'Upper', 'Saint ', 'Long'), ELT(1 + seq DIV 9 MOD 8, 'beck', 'ton', 'ford', 'ley', 'ham', 'field', 'wick', 'bury')),
                CONCAT(CHAR(65 + seq MOD 26 USING utf8mb4), CHAR(65 + seq DIV 26 MOD 26 USING utf8mb4), 1 + seq MOD 20, ' ', seq MOD 10, CHAR(65 + seq MOD 19 USING utf8mb4), CHAR(65 + seq MOD 23 USING utf8mb4)),
                ELT(1 + seq MOD 3, 'primary', 'secondary', 'special'), 200, 300000 + seq MOD 300000, 200000 + seq * 7 MOD 300000
              FROM seq_1_to_{schools};
            INSERT INTO school_identifier (school_id, scheme, value, is_key, valid_from) SELECT seq, 'urn', 100000 + seq, 1, '2020-09-01' FROM seq_1_to_{schools};
            INSERT INTO school_area (school_id, authority_key, valid_from, valid_to) SELECT seq, CONCAT('a', 1 + seq MOD 150), '2020-09-01', NULL FROM seq_1_to_{schools};
            INSERT INTO staff (id, public_id, username, name, school_id) SELECT 1000 + seq, CONCAT('p', LPAD(seq, 9, 'z')), CONCAT('teacher', seq), CONCAT('Teacher ', seq), seq FROM seq_1_to_3000;
            INSERT INTO staff (id, public_id, username, name) SELECT 10000 + seq, CONCAT('q', LPAD(seq, 9, 'z')), CONCAT('trainer', seq), CONCAT('Trainer ', seq) FROM seq_1_to_250;
            INSERT INTO staff (id, public_id, username, name, area_kind, area_key) VALUES (20001, 'manager001', 'regional', 'Regional Manager', 'region', 'r1'), (20002, 'manager002', 'national', 'National Manager', NULL, NULL);
            INSERT INTO staff_school (staff_id, school_id, part, valid_from) SELECT 1000 + seq, seq, 'TEACHER', '2020-09-01' FROM seq_1_to_3000;
            INSERT INTO class_group (id, public_id, school_id, year_key, name, band_key) SELECT seq, CONCAT('c', LPAD(seq, 9, 'z')), seq, '2026-27', '5B Rowan', '8-10' FROM seq_1_to_3000;
            CREATE TEMPORARY TABLE wanted (id BIGINT PRIMARY KEY, school BIGINT, trainer BIGINT, at DATETIME, state VARCHAR(12));
            INSERT INTO wanted SELECT seq, IF(seq <= 500, 1, 1 + seq MOD {schools}), 10001 + seq MOD 250,
              TIMESTAMP(CURRENT_DATE + INTERVAL (CAST(CRC32(seq) MOD 600 AS SIGNED) - 400) DAY, '09:30'), '' FROM seq_1_to_{bookings};
            UPDATE wanted SET state = IF(at < NOW(), 'RETURNED', IF(id MOD 20 = 0, 'OFFERED', IF(id MOD 20 = 1, 'ACCEPTED', 'CONFIRMED')));
            INSERT INTO session (id, public_id, start_key, school_id, module_version_id, audience, devices, state, started_by, started_at, ended_at, signed_at, returned_at, local_date, year_key, term_key)
              SELECT w.id, CONCAT('s', LPAD(w.id, 9, 'z')), w.id, w.school, (SELECT MIN(id) FROM module_version), 'lesson', 1, 'ENDED', 10001 + w.id MOD 250, w.at, w.at + INTERVAL 50 MINUTE,
                IF(w.id MOD 50 = 0, NULL, w.at), IF(w.id MOD 50 = 0, NULL, w.at), DATE(w.at), IF(w.at < '2026-09-01', '2025-26', '2026-27'), 'autumn' FROM wanted w;
            INSERT INTO booking (id, public_id, request_key, school_id, module_key, audience, delivery, language, devices, room, needs, avoid, state, requested_by, requested_at, in_charge, minutes, trainer_id, starts_at, local_date, dsl_id, dsl_name, dsl_told_at, dsl_told_how, session_id)
              SELECT w.id, CONCAT('b', LPAD(w.id, 9, 'z')), w.id, w.school, (SELECT MIN(module_key) FROM module), 'LESSON', 'VISIT', 'en', 1, '', '', '', w.state, 1000 + LEAST(w.school, 3000), w.at - INTERVAL 60 DAY, 1000 + LEAST(w.school, 3000), 60,
                IF(w.state = 'OFFERED', NULL, w.trainer), IF(w.state = 'OFFERED', NULL, w.at), IF(w.state = 'OFFERED', NULL, DATE(w.at)),
                IF(w.state IN ('CONFIRMED', 'RETURNED'), 1000 + LEAST(w.school, 3000), NULL), IF(w.state IN ('CONFIRMED', 'RETURNED'), 'Lead', NULL), IF(w.state IN ('CONFIRMED', 'RETURNED'), w.at - INTERVAL 30 DAY, NULL), IF(w.state IN ('CONFIRMED', 'RETURNED'), 'said so', NULL),
                IF(w.state = 'RETURNED', w.id, NULL)
              FROM wanted w;
            INSERT INTO booking_choice SELECT id, 1, at FROM wanted;
            INSERT INTO booking_class SELECT id, 1 + (school - 1) MOD 3000, NULL FROM wanted;
            INSERT INTO booking_offer (booking_id, round, place, trainer_id, state, why, offered_at, expires_at)
              SELECT id, 1, 1, trainer, IF(state = 'OFFERED', 'OFFERED', 'ACCEPTED'), '', NOW(), NOW() + INTERVAL 2 DAY FROM wanted;
            UPDATE booking SET trainer_id = 10001 WHERE id MOD 250 = 0 AND state <> 'OFFERED';
            SET SESSION foreign_key_checks = 1, unique_checks = 1;
            ANALYZE TABLE booking, booking_class, booking_offer, booking_choice, session, school, school_area, staff""";
}
