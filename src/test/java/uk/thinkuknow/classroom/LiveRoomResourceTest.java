package uk.thinkuknow.classroom;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffForm;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

@QuarkusTest
class LiveRoomResourceTest {
    @Inject
    DataSource database;

    @Inject
    JoinCodes codes;

    @Inject
    Clock clock;

    private GivenSession session;
    private StaffForm teacher;

    @BeforeEach
    void aSessionHasStarted() throws SQLException {
        try (var db = database.getConnection()) {
            session = GivenSession.start(db, codes, GivenSession.anyModule(db), 30, clock.instant());
        }
        teacher = StaffForm.as(session.teacher() + " teacher");
    }

    @Test
    void theRoomShowsTheCodeAndATileForEachCard() {
        teacher.get(room())
                .then()
                .statusCode(200)
                .body(containsString("<dd class=\"tuk-code\">" + session.code().substring(0, 3) + " "
                        + session.code().substring(3) + "</dd>"))
                .body(containsString("data-key=\"" + session.classPublicId() + "/30\""))
                .body(containsString(here(0)));
    }

    @Test
    void aCardThatCameInIsHere() {
        take(7);
        teacher.get(room()).then().body(containsString(here(1))).body(containsString("Has joined"));
    }

    @Test
    void aBarOfAStepIsAShareOfThoseWhoAreHere() {
        take(7);
        take(8);
        teacher.get(room())
                .then()
                .body(containsString("A bar is a share of those who are here."))
                .body(containsString("<svg class=\"tuk-optbar\" viewBox=\"0 0 2 1\""))
                .body(not(containsString("viewBox=\"0 0 30 1\"")));
    }

    @Test
    void aVisitorHasATileButIsNoCard() {
        given().contentType("application/json")
                .body("{\"code\":\"%s\",\"key\":\"%s\",\"class\":\"%s\",\"card\":null,\"visitor\":\"guest\"}"
                        .formatted(session.code(), UUID.randomUUID(), session.classPublicId()))
                .post("/api/classroom/seats")
                .then()
                .statusCode(201);
        teacher.get(room()).then().body(containsString("data-key=\"v/1\"")).body(containsString(here(0)));
    }

    @Test
    void theWallShowsTheCodeAndWhoHasArrivedButNoAnswer() {
        take(1);
        teacher.get(room() + "/projector")
                .then()
                .statusCode(200)
                .body(containsString("aria-label=\""
                        + String.join(" ", session.code().substring(0, 3).split("")) + ", "))
                .body(containsString("class=\"c-blue in\""))
                .body(not(containsString("Right")));
    }

    @Test
    void theWallShowsTheStepsOneByOneAndThenTheEnd() {
        teacher.get(room() + "/projector?step=1").then().statusCode(200).body(containsString("Step 1 of "));
        teacher.get(room() + "/projector?step=99").then().statusCode(404);
        teacher.get(room() + "/projector?step=-1").then().statusCode(404);
    }

    @Test
    void aTeacherOfAnotherSchoolGetsNotFound() throws SQLException {
        try (var db = database.getConnection()) {
            var other = GivenSession.start(db, codes, GivenSession.anyModule(db), 5, clock.instant());
            var stranger = StaffForm.as(other.teacher() + " teacher");
            stranger.get(room()).then().statusCode(404);
            stranger.get(room() + "/projector").then().statusCode(404);
        }
    }

    @Test
    void aRoomThatHasEndedLeadsToItsRegister() {
        teacher.post(room(), room() + "/end").then().statusCode(303);
        teacher.get(room()).then().statusCode(303).header("Location", endsWith(room() + "/register"));
    }

    /** A wall that is left on must not turn into the register in front of the class. */
    @Test
    void theWallOfARoomThatHasEndedShowsTheEndOfTheLessonAndLeadsNowhere() {
        teacher.get(room() + "/projector?step=1").then().statusCode(200).body(containsString("href=\"?step=2\""));
        teacher.post(room(), room() + "/end").then().statusCode(303);
        for (var wall : List.of("/projector", "/projector?step=1", "/projector?step=1&answer=shown")) {
            teacher.get(room() + wall)
                    .then()
                    .statusCode(200)
                    .body(containsString("The end"))
                    .body(not(containsString("href=\"/sessions/")))
                    .body(not(containsString("href=\"?step")));
        }
    }

    private void take(int card) {
        given().contentType("application/json")
                .body(Map.of(
                        "code",
                        session.code(),
                        "key",
                        UUID.randomUUID(),
                        "class",
                        session.classPublicId().value(),
                        "card",
                        card))
                .post("/api/classroom/seats")
                .then()
                .statusCode(201);
    }

    private String here(int cards) {
        return "<span data-part=\"here\" data-of=\"%s\">%d</span> of 30".formatted(session.publicId(), cards);
    }

    private String room() {
        return "/sessions/" + session.publicId();
    }
}
