package uk.thinkuknow.classroom.worry;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.logging.Logger;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.LogCapture;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.operations.system.TraceCapture;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests that the code, cards, answers and words of a class appear in no log, trace, metric, email, audit entry or
 * export, except the cards in the file of their own school. The class is taught with clumsy and hostile devices as
 * well.
 */
@QuarkusTest
class ClassroomLeaksTest {
    private static final String ADDRESS = "203.0.113.77";
    private static final int TOO_MANY = 300;

    @Inject
    GivenWorry given;

    @Inject
    DataSource database;

    private static final List<String> TOLD =
            List.of("letter", "audit_entry", "webhook_call", "retention_run", "account_order");

    @Inject
    TraceCapture traces;

    private final Map<String, Long> before = new TreeMap<>();
    private final LogCapture log = new LogCapture();
    private final String words = "canarywords" + UUID.randomUUID();
    private final String answer = "canaryanswer" + UUID.randomUUID();
    private final String key = UUID.randomUUID().toString();
    private final Map<String, String> canaries = new TreeMap<>();
    private GivenWorry.Place place;

    @BeforeEach
    void aClassIsTaught() throws SQLException {
        log.listen();
        traces.listen(true);
        for (var table : TOLD) {
            before.put(table, last(table));
        }
        place = given.school();
        var session = place.session();
        var seat =
                post("/api/classroom/seats", seatForm(7)).then().statusCode(201).extract();
        String token = seat.path("seat");
        canaries.put("code", session.code());
        canaries.put(
                "code as it is shown",
                session.code().substring(0, 4) + "-" + session.code().substring(4));
        canaries.put("card", seat.path("name"));
        canaries.put("seat", token);
        canaries.put("answer", answer);
        canaries.put("event", key);
        canaries.put("words", words);
        canaries.put("address", ADDRESS);
        canaries.put("e-mail", place.lead() + "@school.example");
        whatWorks(token);
        whatIsRefused(token);
        place.asLead().post("/worries", "/worries/" + given.newest(place) + "/open");
    }

    @AfterEach
    void stopListening() {
        log.close();
        traces.listen(false);
    }

    @Test
    void noClassroomDataIsInTheLog() {
        Logger.getLogger("canary").info("the log is heard");
        assertTrue(log.text().contains("the log is heard"));
        canaries.put("address of the connection", "127.0.0.1");
        assertEquals(Map.of(), found("log", log.text()));
    }

    @Test
    void noClassroomDataIsInTheTraces() {
        var told = traces.heard();
        assertTrue(
                told.stream().anyMatch(span -> span.getName().equals("ClassroomApi.progress")),
                told.stream().map(SpanData::getName).distinct().toList().toString());
        assertEquals(Map.of(), found("traces", told.toString()));
    }

    @Test
    void noClassroomDataIsInMetricsHealthChecksOrTheApiDescription() {
        var port = ConfigProvider.getConfig().getValue("quarkus.management.port", Integer.class);
        for (var path : List.of("/q/metrics", "/q/health", "/q/health/live", "/q/health/ready")) {
            var answered = given().port(port).get(path).asString();
            assertTrue(!answered.isEmpty(), path);
            assertEquals(Map.of(), found(path, answered));
        }
        assertEquals(Map.of(), found("/q/openapi", given().get("/q/openapi").asString()));
    }

    @Test
    void noClassroomDataIsInEmailsOrTheAudit() throws SQLException {
        canaries.remove("e-mail"); // emails are sent to it
        for (var table : TOLD) {
            assertEquals(Map.of(), found(table, rows(table, before.getOrDefault(table, 0L))));
        }
        canaries.remove("card"); // other tests have marked a card with the same picture
        assertEquals(
                Map.of(),
                found(
                        "audit.csv",
                        StaffBrowser.as("aud auditor").get("/audit/csv").asString()));
    }

    @Test
    void noClassroomDataIsInExportsButTheSchoolsOwnLeadAndCardsInItsFile() throws IOException {
        for (var path : List.of(
                "/reach/csv?year=2026-27",
                "/reach/between/csv",
                "/reach/between/json",
                "/reach/between/ods",
                "/reach/lines/csv?year=2026-27",
                "/coverage/tables.csv",
                "/coverage/tables.ods",
                "/coverage/schools.csv",
                "/outcomes/tables.csv",
                "/outcomes/tables.ods",
                "/targets/csv",
                "/api/reach?year=2026-27&by=school")) {
            var answered = StaffBrowser.as("mina manager").get(path);
            assertEquals(200, answered.statusCode(), path);
            assertEquals(Map.of(), found(path, text(answered)));
        }
        canaries.keySet()
                .removeAll(List.of("e-mail", "card")); // the school's own file may name its own lead and its own cards
        var id = schoolId();
        for (var file : List.of("ods", "json")) {
            var answered = StaffBrowser.as("ada administrator").get("/schools/" + id + "/held/" + file);
            assertEquals(200, answered.statusCode(), file);
            assertEquals(Map.of(), found(file, text(answered)));
        }
    }

    @Test
    void noTableHoldsTheCodeTheSeatTokenTheWordsOrTheAddress() throws SQLException {
        canaries.keySet().retainAll(List.of("code", "words", "address", "seat"));
        for (var table : uk.thinkuknow.identity.staff.HeldTable.ALL.keySet()) {
            assertEquals(Map.of(), found(table, rows(table)));
        }
    }

    private void whatWorks(String token) {
        post("/api/classroom", Map.of("code", place.session().code())).then().statusCode(200);
        post("/api/progress", Map.of("seat", token, "events", List.of()));
        call().header("Seat", token).get("/lesson").then().statusCode(200);
        call().header("Seat", token).get("/api/room").then().statusCode(200);
        post("/api/worry", GivenWorry.form(token, UUID.randomUUID(), "I am worried: " + words, true))
                .then()
                .statusCode(201);
        for (var page : List.of("", "/progress", "/register", "/projector")) {
            StaffBrowser.as(place.session().teacher() + " teacher")
                    .get("/sessions/" + place.session().publicId() + page);
        }
    }

    /** Sends every kind of bad input, so that all error messages are checked too. */
    private void whatIsRefused(String token) {
        post("/api/classroom", Map.of("code", answer)).then().statusCode(404);
        post("/api/classroom/seats", seatForm(7)).then().statusCode(409);
        post("/api/classroom/seats", seatForm(9999));
        for (var kind : List.of("viewed", "answered", "finished", answer)) {
            post(
                    "/api/progress",
                    Map.of(
                            "seat",
                            token,
                            "events",
                            List.of(Map.of(
                                    "key",
                                    key,
                                    "kind",
                                    kind,
                                    "step",
                                    answer,
                                    "question",
                                    answer,
                                    "answer",
                                    answer,
                                    "agoMs",
                                    5))));
        }
        post("/api/progress", Map.of("seat", answer, "events", List.of()));
        post("/api/progress", Map.of("seat", token, "events", answer));
        call().contentType("application/json")
                .body("{\"seat\":\"" + token + "\",\"events\":[{" + answer)
                .post("/api/progress");
        call().contentType("text/plain").body(answer).post("/api/progress");
        call().contentType("application/json")
                .body("{\"seat\":\"" + token + "\",\"key\":\"" + answer + "\",\"words\":\"" + words
                        + "\",\"mine\":7e99999}")
                .post("/api/worry");
        post("/api/worry", GivenWorry.form(token, UUID.randomUUID(), words.repeat(TOO_MANY), true));
        call().header("Seat", token + "x").get("/lesson");
        call().header("Cookie", "seat=" + token + "; " + answer).get("/api/room?since=" + answer);
        call().get("/" + UUID.randomUUID());
    }

    private Map<String, Object> seatForm(int card) {
        return Map.of(
                "code",
                place.session().code(),
                "key",
                UUID.randomUUID().toString(),
                "class",
                place.session().classPublicId().value(),
                "card",
                card);
    }

    private static io.restassured.specification.RequestSpecification call() {
        return given().header("X-Forwarded-For", ADDRESS).redirects().follow(false);
    }

    private static Response post(String path, Object body) {
        return call().contentType("application/json").body(body).post(path);
    }

    private Map<String, String> found(String where, String text) {
        var found = new TreeMap<String, String>();
        canaries.forEach((what, canary) -> {
            if (text.contains(canary)) {
                found.put(what, where);
            }
        });
        return found;
    }

    /** A spreadsheet is a zip file. */
    private static String text(Response answered) throws IOException {
        if (!String.valueOf(answered.contentType()).contains("opendocument")) {
            return answered.asString();
        }
        var text = new StringBuilder();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(answered.asByteArray()))) {
            while (zip.getNextEntry() != null) {
                text.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }

    private String rows(String table) throws SQLException {
        return told("select * from `" + table + "`");
    }

    private String rows(String table, long after) throws SQLException {
        return told("select * from " + table + " where id > " + after);
    }

    private long last(String table) throws SQLException {
        return Long.parseLong(told("select coalesce(max(id), 0) from " + table).strip());
    }

    private String told(String sql) throws SQLException {
        try (var db = database.getConnection();
                var asked = db.createStatement();
                var rows = asked.executeQuery(sql)) {
            var text = new StringBuilder();
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    var value = rows.getObject(column);
                    text.append(value instanceof byte[] bytes ? new String(bytes, StandardCharsets.ISO_8859_1) : value)
                            .append('\n');
                }
            }
            return text.toString();
        }
    }

    private String schoolId() {
        try (var db = database.getConnection();
                var asked = db.createStatement();
                var row = asked.executeQuery("select public_id from school where id = "
                        + place.session().schoolId())) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
