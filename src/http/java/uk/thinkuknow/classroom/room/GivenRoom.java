package uk.thinkuknow.classroom.room;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import uk.thinkuknow.classroom.board.ApiCalls;
import uk.thinkuknow.curriculum.library.CurriculumService;

/** A running session with its room, for tests of other packages. */
@Singleton
public class GivenRoom {
    @Inject
    DataSource database;

    @Inject
    JoinCodes codes;

    @Inject
    CurriculumService curriculum;

    @Inject
    Clock clock;

    public GivenSession running() {
        try (var db = database.getConnection()) {
            return running(GivenSession.anyModule(db));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public GivenSession running(long moduleVersion) {
        try (var db = database.getConnection()) {
            return GivenSession.start(db, codes, moduleVersion, 30, clock.instant());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The token of a seat taken for this card. */
    public String seat(GivenSession session, int card) {
        return ApiCalls.seat(session, card);
    }

    /** The card views the first step and answers a question. */
    public void answers(GivenSession session, String seat) {
        try (var db = database.getConnection()) {
            var lesson = curriculum.version(GivenSession.anyModule(db)).lesson();
            ApiCalls.send(seat, ApiCalls.viewed(lesson, 0), ApiCalls.answered(lesson))
                    .then()
                    .statusCode(200);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public Response post(String path, Map<String, Object> body) {
        return ApiCalls.post(path, body);
    }
}
