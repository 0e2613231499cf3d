package uk.thinkuknow.classroom.worry;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that nobody but the safeguarding lead and deputy of the school finds the text of a child's worry anywhere. */
@QuarkusTest
class AWorryIsReadByItsLeadOnlyTest {
    private static final List<String> ROLES =
            List.of("teacher", "trainer", "manager", "administrator", "auditor", "reviewer", "dsl");

    @Inject
    GivenWorry given;

    @Inject
    DataSource database;

    private final String canary = "canary" + ThreadLocalRandom.current().nextLong(1_000_000_000L, Long.MAX_VALUE);
    private final List<String> logged = Collections.synchronizedList(new ArrayList<>());
    private final Handler log = new Handler() {
        @Override
        public void publish(LogRecord record) {
            logged.add(record.getMessage()
                    + List.of(record.getParameters() == null ? new Object[0] : record.getParameters())
                    + record.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private GivenWorry.Place place;
    private String worry;

    @BeforeEach
    void aChildSendsAWorry() {
        Logger.getLogger("").addHandler(log);
        place = given.school();
        worry = given.sent(place, 7, "I am worried: " + canary);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("").removeHandler(log);
    }

    @Test
    void theLeadReadsTheWorryAndThatLeavesItInNoTableOrLog() {
        var page = "/worries/" + worry;
        place.asLead().post(page, page + "/open").then().statusCode(303);
        place.asLead().get(page).then().statusCode(200).body(containsString(canary));
        assertEquals(List.of(), foundInTables(), "nor does reading leave it in clear");
        assertEquals(List.of(), foundInLog());
    }

    @Test
    void nobodyElseCanReachItInAnyRole() {
        var other = given.school();
        var ofAnotherSchool = StaffBrowser.as(other.lead() + " dsl teacher");
        ofAnotherSchool.get("/worries/" + worry).then().statusCode(404);
        for (var act : List.of("open", "take", "note", "swapped", "close", "reopen")) {
            ofAnotherSchool
                    .post(
                            "/worries/contact",
                            "/worries/" + worry + "/" + act,
                            "text",
                            "x",
                            "recorded",
                            "yes",
                            "by",
                            "x")
                    .then()
                    .statusCode(404);
        }
        var withTheRoleAlone = StaffBrowser.as(place.session().teacher() + " dsl teacher");
        withTheRoleAlone.get("/worries/" + worry).then().statusCode(404);
        for (var role : ROLES.subList(0, 6)) {
            StaffBrowser.as("someone" + role + " " + role)
                    .get("/worries/" + worry)
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void noPageListExportOrSearchOfAnyRoleHasIt() {
        var page = "/worries/" + worry;
        place.asLead().post(page, page + "/open");
        place.asLead().get(page);
        var session = "/sessions/" + place.session().publicId();
        var part = canary.substring(0, 15); // pages repeat the words that were searched for
        var paths = Stream.of(
                        "/staff",
                        "/sessions",
                        session,
                        session + "/progress",
                        session + "/register",
                        session + "/return",
                        session + "/projector",
                        "/classes",
                        "/classes/" + place.session().classPublicId(),
                        "/people",
                        "/bookings",
                        "/calendar",
                        "/catch-up",
                        "/audit",
                        "/audit?act=read a worry",
                        "/audit/csv",
                        "/audit?subject=worry " + worry,
                        "/letters",
                        "/letters?show=waiting",
                        "/letters?show=sent",
                        "/accounts",
                        "/accounts?words=" + part,
                        "/schools",
                        "/schools?q=" + part,
                        "/reach",
                        "/reach/csv",
                        "/api/reach?year=2026-27&by=school",
                        "/worry-counts",
                        "/missing-returns",
                        "/safeguards",
                        "/worries",
                        "/worries?show=closed",
                        "/worries/contact",
                        "/worries/" + worry,
                        "/q/openapi")
                .toList();
        var found = new TreeSet<String>();
        for (var role : ROLES) {
            // the teacher of this lesson, and for other roles a person of this school with that role
            var who = StaffBrowser.as(place.session().teacher() + " " + role);
            for (var path : paths) {
                if (who.get(path).body().asString().contains(canary)) {
                    found.add(role + " at " + path);
                }
            }
        }
        var another = given.seat(place, 8);
        for (var path : List.of("/", "/help", "/lesson", "/api/room")) {
            if (given().header("Seat", another).get(path).body().asString().contains(canary)) {
                found.add("another child at " + path);
            }
        }
        assertEquals(new TreeSet<>(), found);
        assertTrue(
                StaffBrowser.as("aud auditor")
                        .get("/audit?act=read a worry")
                        .body()
                        .asString()
                        .contains("worry " + worry),
                "that it was read is what the audit knows");
    }

    @Test
    void noTableEmailOrLogHasItInClear() {
        var page = "/worries/" + worry;
        place.asLead().post(page, page + "/open");
        place.asLead().post(page, page + "/note", "text", "noted " + canary);
        place.asLead().get(page).then().body(containsString("noted " + canary));
        assertEquals(List.of(), foundInTables());
        assertEquals(List.of(), foundInLog());
        assertTrue(tables().size() > 40, "tables were looked through");
    }

    @Test
    void noMetricOrHealthCheckHasIt() {
        var port = org.eclipse.microprofile.config.ConfigProvider.getConfig()
                .getOptionalValue("quarkus.management.port", Integer.class)
                .orElse(0);
        for (var path : List.of("/q/metrics", "/q/health")) {
            var text = given().port(port).get(path).body().asString();
            assertTrue(!text.contains(canary) && !text.contains("worry"), path);
        }
    }

    private List<String> foundInLog() {
        return logged.stream().filter(line -> line.contains(canary)).toList();
    }

    /** Looks through every row of every table as bytes, as a dump would write it. */
    private List<String> foundInTables() {
        var found = new ArrayList<String>();
        for (var table : tables()) {
            try (var db = database.getConnection();
                    var asked = db.createStatement();
                    var rows = asked.executeQuery("select * from `" + table + "`")) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    for (int column = 1; column <= columns; column++) {
                        var value = rows.getObject(column);
                        var text = value instanceof byte[] bytes
                                ? new String(bytes, StandardCharsets.ISO_8859_1)
                                : String.valueOf(value);
                        if (text.contains(canary)) {
                            found.add(table + "." + rows.getMetaData().getColumnName(column));
                        }
                    }
                }
            } catch (SQLException e) {
                throw new IllegalStateException(table, e);
            }
        }
        return found;
    }

    private List<String> tables() {
        try (var db = database.getConnection();
                var asked = db.createStatement();
                var rows = asked.executeQuery(
                        "select table_name from information_schema.tables where table_schema = database() and table_type = 'BASE TABLE'")) {
            var names = new ArrayList<String>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
