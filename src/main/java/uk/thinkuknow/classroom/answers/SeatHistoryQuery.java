package uk.thinkuknow.classroom.answers;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.player.QuestionView;
import uk.thinkuknow.classroom.player.QuestionViewFactory;
import uk.thinkuknow.classroom.room.Keys;
import uk.thinkuknow.classroom.session.SessionService;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.lesson.Step;
import uk.thinkuknow.curriculum.library.CurriculumService;

/**
 * Reads the steps and answers of one seat in one session, for the safeguarding lead who reads a worry sent from that
 * seat.
 */
@Singleton
public class SeatHistoryQuery {
    private final DataSource database;
    private final SessionService sessions;
    private final CurriculumService curriculum;

    SeatHistoryQuery(DataSource database, SessionService sessions, CurriculumService curriculum) {
        this.database = database;
        this.sessions = sessions;
        this.curriculum = curriculum;
    }

    /**
     * The steps and answers of a seat in order of time; empty once the session's answers are deleted, 30 days after it.
     */
    public SeatHistory of(long sessionId, long seatId) {
        var lesson = curriculum
                .version(sessions.session(sessionId).moduleVersionId())
                .lesson();
        var sql = """
                SELECT e.at, e.step, e.question, e.answer, e.correct FROM event_v e JOIN seat_v s ON s.id = e.seat_id
                WHERE s.id = ? AND s.session_id = ? AND e.kind <> 'finished' ORDER BY e.at, e.event_key""";
        return new SeatHistory(Sql.list(database, sql, List.of(seatId, sessionId), row -> did(lesson, row)));
    }

    private static SeatHistory.HistoryEntry did(Lesson lesson, ResultSet row) throws SQLException {
        var key = row.getString(2);
        var step = lesson.step(key);
        var question = row.getString(3);
        var asked = step.filter(one -> question != null && one instanceof Step.Ask)
                .map(one -> QuestionViewFactory.of(((Step.Ask) one).question(), lesson.band()));
        return new SeatHistory.HistoryEntry(
                Keys.instant(row.getObject(1, LocalDateTime.class)),
                step.map(Step::title).orElse(key),
                asked.map(QuestionView::stem).orElse(question),
                question == null ? null : words(asked.orElse(null), row.getString(4)),
                row.getObject(5, Boolean.class));
    }

    private static String words(@Nullable QuestionView question, @Nullable String chosen) {
        return Arrays.stream(chosen == null ? new String[0] : chosen.split(","))
                .map(part -> question == null ? part : one(question, part))
                .collect(Collectors.joining("; "));
    }

    /** The words for one part of an answer: an option's key, or "thing=place". */
    private static String one(QuestionView question, String part) {
        int place = part.indexOf('=');
        return place < 0
                ? said(question.textOf(part), part)
                : said(question.textOf(part.substring(0, place)), part.substring(0, place)) + ": "
                        + said(question.placeOf(part.substring(place + 1)), part.substring(place + 1));
    }

    private static String said(String text, String key) {
        return text.isEmpty() ? key : text;
    }
}
