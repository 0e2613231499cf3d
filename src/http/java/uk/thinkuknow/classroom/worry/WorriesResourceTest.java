package uk.thinkuknow.classroom.worry;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.classroom.room.GivenRoom;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests the pages on which a safeguarding lead reads and handles worries. */
@QuarkusTest
class WorriesResourceTest {
    private static final String WORDS = "A boy in another class wants me to send him a photo.";

    @Inject
    GivenWorry given;

    @Inject
    GivenRoom rooms;

    @Test
    void theWordsAreHiddenUntilTheWorryIsOpenedAndThenEachReadingIsListed() {
        var place = given.school();
        var id = given.sent(place, 7, WORDS);
        var page = "/worries/" + id;
        place.asLead()
                .get("/worries")
                .then()
                .statusCode(200)
                .body(containsString("1 is new"))
                .body(containsString(page));
        place.asLead().get(page).then().statusCode(200).body(not(containsString("send him a photo")));
        place.asLead().post(page, page + "/open").then().statusCode(303);
        place.asLead()
                .get(page)
                .then()
                .statusCode(200)
                .body(containsString("send him a photo"))
                .body(containsString("their card today"))
                .body(containsString("can be swapped or borrowed"));
        place.asDeputy().get(page).then().body(containsString("send him a photo"));
        place.asLead()
                .get(page)
                .then()
                .body(containsString("Person " + place.lead() + " read a worry"))
                .body(containsString("Person " + place.deputy() + " read a worry"));
        place.asLead().get("/worries").then().body(containsString("Nothing is unread"));
    }

    @Test
    void aLeadOfTwoSchoolsSeesTheSchoolOfEachWorry() {
        var place = given.school();
        var id = given.sent(place, 7, WORDS);
        var name = given.schoolName(place);
        place.asLead().get("/worries").then().body(not(containsString("<b>" + name)));
        given.leadsAlso(place.lead(), given.school());
        place.asLead().get("/worries").then().body(containsString("<b>" + name + "</b>"));
        place.asLead().get("/worries/" + id).then().body(containsString("<b>" + name + "</b>"));
        place.asLead().post("/worries/" + id, "/worries/" + id + "/open").then().statusCode(303);
        place.asLead().get("/worries").then().body(containsString(name + ". Sent"));
        place.asLead().get("/worries/" + id).then().body(containsString("<b>" + name + "</b>"));
    }

    @Test
    void aWorryIsClosedOnlyOnceItIsInTheSchoolsOwnRecord() {
        var place = given.school();
        var page = "/worries/" + given.sent(place, 7, WORDS);
        place.asLead()
                .post(page, page + "/close", "recorded", "yes", "by", "Dee")
                .then()
                .statusCode(422);
        place.asLead().post(page, page + "/open").then().statusCode(303);
        place.asLead().post(page, page + "/take").then().statusCode(303);
        place.asLead()
                .post(page, page + "/note", "text", " ")
                .then()
                .statusCode(422)
                .body(containsString("Write 1 to"));
        place.asLead()
                .post(page, page + "/note", "text", "Spoke with her at lunch.")
                .then()
                .statusCode(303);
        place.asLead().post(page, page + "/swapped").then().statusCode(303);
        place.asLead()
                .post(page, page + "/close", "by", "Dee")
                .then()
                .statusCode(422)
                .body(containsString("Until then it stays open"));
        place.asLead()
                .post(page, page + "/close", "recorded", "yes", "by", " ")
                .then()
                .statusCode(422)
                .body(containsString("Until then it stays open"));
        place.asLead()
                .post(page, page + "/close", "recorded", "yes", "by", "Dee M")
                .then()
                .statusCode(303);
        place.asLead()
                .get(page)
                .then()
                .body(containsString("Spoke with her at lunch."))
                .body(containsString("Recorded by Dee M"))
                .body(containsString("Cards were swapped"));
        place.asLead().post(page, page + "/note", "text", "More").then().statusCode(422);
        place.asLead().get("/worries?show=closed").then().body(containsString(page));
        place.asLead().post(page, page + "/reopen").then().statusCode(303);
        place.asLead().get(page).then().body(containsString("I take over from them"));
    }

    @Test
    void anUnreadWorryCanBeNeitherTakenOnNorNotedOn() {
        var place = given.school();
        var page = "/worries/" + given.sent(place, 7, WORDS);
        place.asLead().post(page, page + "/take").then().statusCode(422).body(not(containsString("send him a photo")));
        place.asLead().post(page, page + "/note", "text", "x").then().statusCode(422);
    }

    @Test
    void thePageOfAWorryShowsWhatItsCardDidInTheLesson() {
        var place = given.school();
        var seat = given.seat(place, 7);
        rooms.answers(place.session(), seat);
        given.send(seat, UUID.randomUUID(), WORDS).then().statusCode(201);
        var page = "/worries/" + given.newest(place);
        place.asLead().post(page, page + "/open");
        place.asLead()
                .get(page)
                .then()
                .body(containsString("What this card did in that lesson"))
                .body(containsString("(right)"));
    }

    @Test
    void aChildWhoSaysTheCardIsNotTheirsIsShownAsSuch() {
        var place = given.school();
        rooms.post("/api/worry", GivenWorry.form(given.seat(place, 9), UUID.randomUUID(), WORDS, false))
                .then()
                .statusCode(201);
        var page = "/worries/" + given.newest(place);
        place.asLead().post(page, page + "/open");
        place.asLead().get(page).then().body(containsString("it is somebody else’s card"));
    }

    @Test
    void markupInTheWordsIsEscaped() {
        var place = given.school();
        var page = "/worries/" + given.sent(place, 7, "<script>alert(1)</script>");
        place.asLead().post(page, page + "/open");
        place.asLead().get(page).then().body(containsString("&lt;script&gt;alert(1)&lt;/script&gt;"));
    }

    @Test
    void theContactForWorriesIsChosenByTheLeadAndByNoOtherTeacher() {
        var place = given.school();
        place.asLead()
                .post("/worries/contact", "/worries/contact", "name", "Hana Head", "email", "head@school.example")
                .then()
                .statusCode(303);
        place.asLead().get("/worries/contact").then().body(containsString("head@school.example"));
        place.asLead()
                .post("/worries/contact", "/worries/contact", "name", "", "email", "nobody")
                .then()
                .statusCode(422);
        var teacher = uk.thinkuknow.StaffBrowser.as(place.session().teacher() + " teacher");
        teacher.get("/worries/contact").then().statusCode(200).body(containsString("Hana Head"));
        assertEquals(
                422,
                teacher.post("/sessions/new", "/worries/contact", "name", "Me", "email", "me@school.example")
                        .statusCode());
    }
}
