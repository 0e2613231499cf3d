package uk.thinkuknow.classroom.answers;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.board.RightAnswers;
import uk.thinkuknow.classroom.room.GivenSession;
import uk.thinkuknow.classroom.room.JoinCodes;
import uk.thinkuknow.classroom.room.Keys;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.RetentionSweep;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.lesson.Marking;
import uk.thinkuknow.curriculum.lesson.Question;
import uk.thinkuknow.curriculum.lesson.Step;
import uk.thinkuknow.curriculum.library.CurriculumService;

/** Classes that have taken a lesson on devices, each in its own module version. */
@Singleton
public class GivenAnswered {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    DataSource database;

    @Inject
    JoinCodes codes;

    @Inject
    CurriculumService curriculum;

    @Inject
    ClassAnswersQuery results;

    @Inject
    Clock clock;

    @Inject
    Event<AnswersExpired> gone;

    /** A new module with the content of a real one; it is withdrawn from 2999 on, so that no other test picks it. */
    public long version(String key) throws SQLException {
        return version(key, "v.content");
    }

    /** The same with the questions of an earlier edition. */
    public long versionOfEarlierQuestions(String key) throws SQLException {
        return version(key, "JSON_SET(v.content, '$.edition', 1)");
    }

    private long version(String key, String content) throws SQLException {
        update("INSERT INTO module (module_key, band_key) VALUES ('" + key + "', '8-10')");
        update("""
                INSERT INTO module_version (module_id, number, language, title, content_hash, content, published_at, withdrawn_at, withdrawn_by, withdrawn_why)
                SELECT n.id, 1, v.language, v.title, v.content_hash, %s, v.published_at, '2999-01-01', 'Given', 'given'
                FROM module n, module_version v JOIN module m ON m.id = v.module_id
                WHERE n.module_key = '%s' AND m.module_key = 'who-is-really-there'
                ORDER BY v.number DESC LIMIT 1""".formatted(content, key));
        return number("SELECT v.id FROM module_version v JOIN module m ON m.id = v.module_id WHERE m.module_key = '"
                + key + "'");
    }

    public Lesson lesson(long version) {
        return curriculum.version(version).lesson();
    }

    /** A class whose session is running. */
    public GivenSession running(long version) throws SQLException {
        try (var db = database.getConnection()) {
            return GivenSession.start(db, codes, version, 30, clock.instant());
        }
    }

    /** A class with a return that counts, in which this many cards answered the whole lesson right. */
    public GivenSession taught(long version, int cards) throws SQLException {
        var session = unsigned(version, cards);
        sign(session, "COUNTED");
        return session;
    }

    /** A class without a return yet, in which this many cards answered the whole lesson right. */
    public GivenSession unsigned(long version, int cards) throws SQLException {
        var session = running(version);
        for (int card = 1; card <= cards; card++) {
            goesThrough(session, version, card, (any, question) -> Optional.of(RightAnswers.rightFor(question)));
        }
        end(session);
        return session;
    }

    /**
     * A card that sees one step a minute and finishes.
     *
     * @param answers its answer by card and question; empty for none
     */
    public void goesThrough(
            GivenSession session, long version, int card, BiFunction<Integer, Question, Optional<Object>> answers)
            throws SQLException {
        var at = clock.instant().minus(Duration.ofMinutes(45));
        long seat = seat(session, card, at);
        var lesson = lesson(version);
        for (var step : lesson.steps()) {
            at = at.plus(Duration.ofMinutes(1));
            event(seat, "viewed", step.key(), null, null, null, at);
            if (step instanceof Step.Ask ask) {
                var answer = answers.apply(card, ask.question());
                if (answer.isPresent()) {
                    var marked = Marking.mark(ask.question(), JSON.valueToTree(answer.get()));
                    event(
                            seat,
                            "answered",
                            step.key(),
                            ask.question().key(),
                            String.join(",", marked.chosen()),
                            marked.correct(),
                            at.plusSeconds(20));
                }
            }
        }
        event(seat, "finished", lesson.steps().getLast().key(), null, null, null, at.plusSeconds(30));
    }

    /** A card that sees this many steps and no more. */
    public void stopsAt(GivenSession session, long version, int card, int steps) throws SQLException {
        var at = clock.instant().minus(Duration.ofMinutes(45));
        long seat = seat(session, card, at);
        for (var step : lesson(version).steps().subList(0, steps)) {
            at = at.plus(Duration.ofMinutes(1));
            event(seat, "viewed", step.key(), null, null, null, at);
        }
    }

    public long seat(GivenSession session, int card, Instant at) throws SQLException {
        try (var db = database.getConnection();
                var insert = db.prepareStatement(
                        "INSERT INTO seat (session_id, class_id, card_number, seat_key, generation, taken_at) VALUES (?,?,?,?,1,?) RETURNING id")) {
            insert.setLong(1, session.id());
            insert.setLong(2, session.classId());
            insert.setInt(3, card);
            insert.setBytes(4, Keys.bytes(UUID.randomUUID()));
            insert.setObject(5, LocalDateTime.ofInstant(at, ZoneOffset.UTC));
            try (var row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private void event(
            long seat,
            String kind,
            String step,
            @Nullable String question,
            @Nullable String answer,
            @Nullable Boolean correct,
            Instant at)
            throws SQLException {
        try (var db = database.getConnection();
                var insert = db.prepareStatement(
                        "INSERT INTO event (seat_id, event_key, generation, kind, step, question, answer, correct, at) VALUES (?,?,1,?,?,?,?,?,?)")) {
            insert.setLong(1, seat);
            insert.setBytes(2, Keys.bytes(UUID.randomUUID()));
            insert.setString(3, kind);
            insert.setString(4, step);
            insert.setString(5, question);
            insert.setString(6, answer);
            insert.setObject(7, correct);
            insert.setObject(8, LocalDateTime.ofInstant(at, ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    public void end(GivenSession session) throws SQLException {
        update("UPDATE session SET state = 'ENDED', ended_at = UTC_TIMESTAMP(6) WHERE id = " + session.id());
    }

    /** Signs its register with a return in this state, in which its cards 1 to 30 were present. */
    public void sign(GivenSession session, String state) throws SQLException {
        sign(session, state, (1L << 30) - 1, 0, 0);
    }

    /**
     * Signs its register.
     *
     * @param cards a bit for each of its cards, from 1 to 30, that was present
     */
    public void sign(GivenSession session, String state, long cards, int unnamed, int guests) throws SQLException {
        update("INSERT INTO signed_return (public_id, session_id, state, signed_by, signed_at, rules) VALUES ('"
                + PublicId.draw() + "', " + session.id() + ", '" + state
                + "', 'Given Teacher', UTC_TIMESTAMP(6), 1)");
        long all = (1L << 30) - 1;
        update("""
                INSERT INTO return_line (return_id, session_id, school_id, class_id, local_date, year_key, term_key, audience, band_key,
                  module_version_id, named_a_low, named_a_high, named_b_low, named_b_high, in_force_low, in_force_high, for_low, for_high,
                  unnamed, guests, heads, not_taking_part)
                SELECT t.id, s.id, s.school_id, %d, s.local_date, s.year_key, s.term_key, 'lesson', m.band_key, s.module_version_id,
                  %d, 0, 0, 0, %d, 0, %d, 0, %d, %d, %d, 0
                FROM signed_return t JOIN session s ON s.id = t.session_id
                JOIN module_version v ON v.id = s.module_version_id JOIN module m ON m.id = v.module_id
                WHERE s.id = %d AND t.state = 'COUNTED'""".formatted(
                        session.classId(),
                        cards,
                        all,
                        all,
                        unnamed,
                        guests,
                        Long.bitCount(cards) + unnamed + guests,
                        session.id()));
    }

    /** Moves a session 40 days back, so that its answers are due for deletion. */
    public void longAgo(GivenSession session) throws SQLException {
        update("UPDATE session SET local_date = CURRENT_DATE - INTERVAL 40 DAY WHERE id = " + session.id());
    }

    /** Runs the nightly deletion. */
    public int night() throws SQLException {
        return RetentionSweep.deleteAll(new AnswerRetention(database, gone, clock));
    }

    /** The result that the class's teacher sees. */
    public ClassAnswers result(GivenSession session, long version) {
        return results.of(session.id(), lesson(version)).orElseThrow();
    }

    public int update(String sql) throws SQLException {
        try (var db = database.getConnection();
                var statement = db.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    public long number(String sql) throws SQLException {
        try (var db = database.getConnection();
                var asked = db.createStatement();
                var row = asked.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
