package uk.thinkuknow.privacy.held;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.attendance.returns.GivenCountedReturns;
import uk.thinkuknow.common.London;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.schools.school.GivenSchool;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** Tests the page and the files of everything that is held about a school. */
@QuarkusTest
class HeldDataResourceTest {
    private static final StaffBrowser ADA = StaffBrowser.as("ada administrator");

    @Inject
    GivenSchool schools;

    @Inject
    GivenCountedReturns counted;

    @Inject
    PeopleService people;

    @Inject
    EntityManager database;

    @Inject
    Clock clock;

    @Test
    void thePageSaysHowLongDataAreKept() {
        var taught = taught();
        ADA.get(path(taught))
                .then()
                .statusCode(200)
                .body(containsString("What is held about " + taught.school().name()))
                .body(containsString("not said"))
                .body(containsString("30 days after the day of the session"))
                .body(containsString("For good: a figure is defended by it"));
    }

    @Test
    void theFilesHaveTheRowsButNoAnswersAndNoWorriesAndAreAudited() {
        var taught = taught();
        ADA.get(path(taught) + "/json")
                .then()
                .statusCode(200)
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"held-%s.json\""
                                .formatted(taught.school().publicId()))
                .body("held.find { it.what == 'Sessions' }.'how many'", equalTo(1))
                .body("sessions", hasSize(1))
                .body("returns[0].state", equalTo("COUNTED"))
                .body("lines[0].named", equalTo(20))
                .body("audit.act", hasItem("did"))
                .body("leads", hasSize(1))
                .body("held.find { it.what.startsWith('Worries') }.'how many'", nullValue())
                .body("answers", nullValue())
                .body("worries", nullValue())
                .body("classes", notNullValue());
        ADA.get(path(taught) + "/ods").then().statusCode(200).header("Content-Type", containsString("opendocument"));
        assertEquals(
                "took a copy of all that is held",
                people.trailOf("school " + taught.school().publicId())
                        .getFirst()
                        .act());
    }

    @Test
    void theFilesDoNotSayWhatSomebodyIsCalledAfterTheyHaveLeft() {
        var taught = taught();
        var username = "left" + taught.school().publicId();
        QuarkusTransaction.requiringNew()
                .run(() -> people.join(username, "Lea Ver", taught.school().id(), null));
        ADA.get(path(taught) + "/json").then().body("staff.name", hasItem("Lea Ver"));
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "update staff_school set valid_to = '2026-09-02' where staff_id = (select id from staff where username = '"
                                        + username + "')")
                        .executeUpdate());
        ADA.get(path(taught) + "/json")
                .then()
                .body("staff.name", not(hasItem("Lea Ver")))
                .body("staff.to", hasItem("2026-09-02"));
    }

    /** A school that knew them could stop just short of them; and a note is for the person who confirms. */
    @Test
    void theFilesHaveNoSignsOfRiskAndNoNotesOfSigners() {
        for (var section : Section.ALL) {
            assertFalse(section.columns().contains("signs"));
            assertFalse(section.key().equals("notes") && section.columns().contains("note"));
        }
    }

    /** A column without a name of its own would overwrite another one in JSON. */
    @Test
    void theColumnsOfASectionHaveDifferentNames() {
        for (var section : Section.ALL) {
            assertEquals(section.columns().size(), new HashSet<>(section.columns()).size(), section.key());
        }
    }

    @Test
    void theSchoolsOwnLeadSeesItButTeachersOtherSchoolsAndManagersDoNot() {
        var taught = taught();
        var other = taught();
        for (var rest : new String[] {"", "/ods", "/json"}) {
            StaffBrowser.as(taught.teacher() + " dsl")
                    .get(path(taught) + rest)
                    .then()
                    .statusCode(200);
            StaffBrowser.as(other.teacher() + " dsl teacher")
                    .get(path(taught) + rest)
                    .then()
                    .statusCode(404);
        }
        var colleague = schools.withClassOf(3);
        colleague.asTeacher().get(path(colleague)).then().statusCode(404);
        StaffBrowser.as("mina manager").get(path(taught)).then().statusCode(403);
    }

    @Test
    void theSchoolsPageLinksToItOnlyForThoseWhoMaySeeIt() {
        var taught = taught();
        var page = "/schools/" + taught.school().publicId();
        ADA.get("/safeguards").then().body(containsString("<a href=\"/schools\">Schools</a>"));
        ADA.get(page).then().body(containsString("href=\"" + path(taught) + "\""));
        StaffBrowser.as(taught.teacher() + " dsl")
                .get(page)
                .then()
                .body(containsString("href=\"" + path(taught) + "\""));
        for (var other : new String[] {"mina manager", "somebody teacher", "aoife-holds auditor"}) {
            StaffBrowser.as(other).get(page).then().statusCode(200).body(not(containsString(path(taught))));
        }
    }

    private GivenSchool.TaughtClass taught() {
        var taught = schools.withClassOf(3);
        schools.appointLead(taught);
        counted.lesson(taught.school(), London.today(clock).minusDays(3), 20);
        people.note("Somebody", "did", "school " + taught.school().publicId(), "something");
        return taught;
    }

    private static String path(GivenSchool.TaughtClass taught) {
        return "/schools/" + taught.school().publicId() + "/held";
    }
}
