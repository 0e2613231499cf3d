package uk.thinkuknow.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import uk.thinkuknow.classroom.room.GivenSession;
import uk.thinkuknow.classroom.room.JoinCodes;
import uk.thinkuknow.classroom.room.Secret;
import uk.thinkuknow.common.PublicId;

/** Creates the running sessions that a benchmark needs, all for the same class of thirty. */
final class BenchSessions {
    private BenchSessions() {}

    static List<BenchSession> start(Connection db, String secret, long moduleVersion, int count) throws SQLException {
        var codes = new JoinCodes(new Secret(secret));
        var now = Instant.now();
        var first = GivenSession.start(db, codes, moduleVersion, 30, now);
        var lessons = new ArrayList<BenchSession>();
        lessons.add(
                new BenchSession(first.id(), first.code(), first.classPublicId().value()));
        db.setAutoCommit(false);
        for (int i = 1; i < count; i++) {
            lessons.add(another(db, codes, first, now));
        }
        db.commit();
        db.setAutoCommit(true);
        return lessons;
    }

    /** Looks up codes one after the other, because a bench is one address and all its first codes at once are guesses. */
    static void lookUp(URI base, List<BenchSession> sessions) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            for (var session : sessions) {
                var asked = HttpRequest.newBuilder(base.resolve("/api/classroom"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"code\":\"" + session.code() + "\"}"))
                        .build();
                int status = http.send(asked, BodyHandlers.discarding()).statusCode();
                if (status != 200) {
                    throw new IllegalStateException("a code was answered " + status);
                }
            }
        }
    }

    private static BenchSession another(Connection db, JoinCodes codes, GivenSession like, Instant now)
            throws SQLException {
        var id = PublicId.draw();
        // seven symbols, which the version before 1.3.0 reads too
        var symbols = codes.symbolsOf(id, 1).substring(0, 7);
        long session;
        try (var insert = db.prepareStatement("""
                INSERT INTO session (public_id, start_key, school_id, module_version_id, audience, devices, state,
                  started_by, started_at, local_date, year_key, term_key)
                SELECT ?, ?, school_id, module_version_id, audience, devices, state, started_by, started_at, local_date,
                  year_key, term_key FROM session WHERE id = ? RETURNING id""")) {
            insert.setString(1, id.value());
            insert.setString(2, "bench-" + id.value());
            insert.setLong(3, like.id());
            try (var row = insert.executeQuery()) {
                row.next();
                session = row.getLong(1);
            }
        }
        try (var insert = db.prepareStatement("""
                INSERT INTO session_class (session_id, class_id, for_low, for_high, in_force_low, in_force_high)
                SELECT ?, class_id, for_low, for_high, in_force_low, in_force_high FROM session_class WHERE session_id = ?""")) {
            insert.setLong(1, session);
            insert.setLong(2, like.id());
            insert.executeUpdate();
        }
        try (var insert = db.prepareStatement(
                "INSERT INTO room (session_id, code_hash, code_serial, open_until, state, revision) VALUES (?,?,1,?,'open',1)")) {
            insert.setLong(1, session);
            insert.setBytes(2, HexFormat.of().parseHex(codes.hashOf(id, 1, symbols.length())));
            insert.setObject(3, LocalDateTime.ofInstant(like.openUntil(now), ZoneOffset.UTC));
            insert.executeUpdate();
        }
        return new BenchSession(session, symbols, like.classPublicId().value());
    }
}
