package uk.thinkuknow.classroom.room;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.counting.CardSet;
import uk.thinkuknow.schools.school.Deck;

/** A session with a class, its cards and a room, inserted straight into the database, with its join code. */
public record GivenSession(
        long id, PublicId publicId, long schoolId, String teacher, long classId, PublicId classPublicId, String code) {

    /** Starts a session for a new class of a new school. */
    public static GivenSession start(Connection db, JoinCodes codes, long moduleVersion, int cards, Instant at)
            throws SQLException {
        var year = "2026-27";
        var school = insert(
                db,
                "INSERT INTO school (public_id, name, town, postcode, phase) VALUES (?,?,?,?,?)",
                draw().value(),
                "Given School",
                "Givenham",
                "GV1 1GV",
                "primary");
        insert(db, "INSERT IGNORE INTO region (region_key, nation, name) VALUES ('given', 'england', 'Given Region')");
        insert(
                db,
                "INSERT IGNORE INTO authority (authority_key, region_key, name) VALUES ('given', 'given', 'Given Authority')");
        insert(
                db,
                "INSERT INTO school_area (school_id, authority_key, valid_from) VALUES (?,'given','2020-09-01')",
                school);
        var teacher = "given-" + draw();
        var staff = insert(
                db,
                "INSERT INTO staff (public_id, username, name, school_id) VALUES (?,?,?,?)",
                draw().value(),
                teacher,
                "Given Teacher",
                school);
        var classId = draw();
        var classRow = insert(
                db,
                "INSERT INTO class_group (public_id, school_id, year_key, name, band_key) VALUES (?,?,?,?,?)",
                classId.value(),
                school,
                year,
                "5B Rowan",
                "8-10");
        try (var insert =
                db.prepareStatement("INSERT INTO card (class_id, number, picture, issued_on) VALUES (?,?,?,?)")) {
            var deck = new Deck().all();
            for (int number = 1; number <= cards; number++) {
                set(insert, classRow, number, deck.get(number - 1).key(), "2026-09-01");
                insert.addBatch();
            }
            insert.executeBatch();
        }
        var publicId = draw();
        var session = insert(
                db,
                "INSERT INTO session (public_id, start_key, school_id, module_version_id, audience, devices, state, started_by, started_at, local_date, year_key, term_key) VALUES (?,?,?,?,'lesson',TRUE,'RUNNING',?,?,?,?,'autumn')",
                publicId.value(),
                draw().value(),
                school,
                moduleVersion,
                staff,
                utc(at),
                London.dateOf(at),
                year);
        var set = CardSet.of(
                java.util.stream.IntStream.rangeClosed(1, cards).boxed().toList());
        insert(
                db,
                "INSERT INTO session_class (session_id, class_id, for_low, for_high, in_force_low, in_force_high) VALUES (?,?,?,?,?,?)",
                session,
                classRow,
                set.low(),
                set.high(),
                set.low(),
                set.high());
        var midnight = midnightAfter(at);
        int length = codeLength(db);
        insert(
                db,
                "INSERT INTO room (session_id, code_hash, code_serial, open_until, state, revision) VALUES (?,?,1,?,'open',1)",
                session,
                HexFormat.of().parseHex(codes.hashOf(publicId, 1, length)),
                utc(midnight));
        if (length == 8) {
            update(db, "UPDATE room SET code_length = 8 WHERE session_id = " + session);
        }
        var code = codes.symbolsOf(publicId, 1).substring(0, length);
        return new GivenSession(session, publicId, school, teacher, classRow, classId, code);
    }

    /** When the room of a session that starts now stops accepting events. */
    public Instant openUntil(Instant startedAt) {
        return midnightAfter(startedAt);
    }

    private static Instant midnightAfter(Instant at) {
        return London.dateOf(at).plusDays(1).atStartOfDay(London.ZONE).toInstant();
    }

    /** The newest version of a lesson that comes with the product, even if other tests have published more. */
    public static long anyModule(Connection db) throws SQLException {
        try (var asked = db.createStatement();
                var row =
                        asked.executeQuery("SELECT MAX(v.id) FROM module_version v JOIN module m ON m.id = v.module_id"
                                + " WHERE m.module_key = 'who-is-really-there'")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static PublicId draw() {
        return PublicId.draw();
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static long insert(Connection db, String sql, Object... values) throws SQLException {
        try (var insert = db.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            set(insert, values);
            insert.executeUpdate();
            try (var keys = insert.getGeneratedKeys()) {
                return keys.next() ? keys.getLong(1) : 0;
            }
        }
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    /** Returns eight, or seven on a database of a version before 1.3.0, with which drills begin. */
    private static int codeLength(Connection db) throws SQLException {
        try (var asked = db.createStatement();
                var column = asked.executeQuery("SHOW COLUMNS FROM room LIKE 'code_length'")) {
            return column.next() ? 8 : 7;
        }
    }

    private static void update(Connection db, String sql) throws SQLException {
        try (var statement = db.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
