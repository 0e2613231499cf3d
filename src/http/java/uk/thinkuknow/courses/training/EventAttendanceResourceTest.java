package uk.thinkuknow.courses.training;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.common.PublicId;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests attendance at training events: the leader marks it, and people who were there for at least half the time get a
 * certificate.
 */
@QuarkusTest
class EventAttendanceResourceTest {
    @Inject
    GivenTraining given;

    @Test
    void halfTheTimeIsEnoughForACertificateAndAMinuteLessIsNot() {
        var region = given.region();
        var event = given.planned(region);
        var half = given.somebody();
        var less = given.somebody();
        book(event, half, less);
        given.begins(event);
        assertEquals(303, mark(region, event, half, GivenTraining.MINUTES / 2, less, GivenTraining.MINUTES / 2 - 1));
        var page = region.asManager().get("/training/" + event + "/people").asString();
        assertTrue(page.contains("Attended, 60 minutes"));
        assertTrue(page.contains("Less than half, 59 minutes"));
        assertEquals(
                List.of(
                        "Your place is booked: First steps for safeguarding leads",
                        "Your certificate: First steps for safeguarding leads"),
                given.lettersTo(half.email()));
        assertEquals(1, given.lettersTo(less.email()).size());
    }

    @Test
    void correctingAttendanceRevokesOneCertificateAndIssuesAnother() {
        var region = given.region();
        var event = given.planned(region);
        var one = given.somebody();
        var other = given.somebody();
        book(event, one, other);
        given.begins(event);
        mark(region, event, one, 120, other, 0);
        var badge = GivenTraining.badgeOn(
                region.asManager().get("/training/" + event + "/people").asString());
        mark(region, event, one, 0, other, 120);
        assertTrue(region.asManager().get("/badges/" + badge).asString().contains("it was issued in error"));
        mark(region, event, one, 0, other, 120);
        assertEquals(2, given.lettersTo(other.email()).size(), "marked again the same, nothing more goes out");
    }

    @Test
    void onlyTheLeaderMarksAttendanceAndOnlyOnceTheEventHasBegun() {
        var region = given.region();
        var trainer = given.somebody();
        var event = given.held(region, trainer.id(), Duration.ofHours(3));
        var marks = "/training/" + event + "/attendance";
        assertEquals(404, region.asManager().post("/training", marks).statusCode(), "the manager does not lead it");
        assertEquals(303, trainer.as("trainer").post("/training", marks).statusCode());
        var early = given.planned(region);
        assertEquals(
                422,
                region.asManager()
                        .post("/training", "/training/" + early + "/attendance")
                        .statusCode());
    }

    @Test
    void invalidMinutesAreRefusedAndNotStored() {
        var region = given.region();
        var event = given.planned(region);
        var one = given.somebody();
        book(event, one);
        given.begins(event);
        var people = "/training/" + event + "/people";
        for (var minutes : List.of("121", "-1", "all", "")) {
            var answer = region.asManager()
                    .post(people, "/training/" + event + "/attendance", "there-" + placeOf(event, one), minutes);
            assertEquals(422, answer.statusCode(), minutes);
            assertTrue(answer.asString().contains("Give minutes from 0 to 120"));
        }
        assertTrue(region.asManager().get(people).asString().contains("value=\"120\""), "nothing was stored");
    }

    @Test
    void aPersonWhoCameWithoutABookingIsAddedEvenIfTheEventIsFull() {
        var region = given.region();
        var event = given.planned(region, "places", "1");
        book(event, given.somebody());
        given.begins(event);
        var people = "/training/" + event + "/people";
        region.asManager()
                .post(
                        people,
                        people,
                        "name",
                        "Una Sked",
                        "email",
                        "una" + region.key() + "@b.example",
                        "organisation",
                        "The council");
        assertTrue(region.asManager().get(people).asString().contains("Minutes that Una Sked was there"));
        assertEquals(List.of(), given.lettersTo("una" + region.key() + "@b.example"), "they are there already");
    }

    @Test
    void theNameOfAPersonIsNotChangedByWhoBooksThemForAnotherEvent() {
        var here = given.region();
        var there = given.region();
        var event = given.planned(here);
        var other = given.planned(there);
        var email = "anna" + here.key() + "@b.example";
        assertEquals(303, booked(here, event, "Anna Lloyd", email));
        assertEquals(303, booked(here, event, "Anna M Lloyd", email), "put right by who booked them");
        assertEquals(303, booked(there, other, "Claim your prize", email));
        var page = here.asManager().get("/training/" + event + "/people").asString();
        assertTrue(page.contains("Anna M Lloyd") && !page.contains("Claim your prize"), page);
        for (var link : List.of("Claim at evil.example/win", "win@evil.example")) {
            assertEquals(422, booked(there, other, link, "una" + there.key() + "@b.example"));
        }
    }

    private static int booked(GivenTraining.Region region, PublicId event, String name, String email) {
        var people = "/training/" + event + "/people";
        return region.asManager()
                .post(people, people, "name", name, "email", email, "organisation", "The council")
                .statusCode();
    }

    @Test
    void theTrainingAndHomePagesAskTheLeaderForUnmarkedAttendance() {
        var region = given.region();
        var trainer = given.somebody();
        var event = given.held(region, trainer.id(), Duration.ofHours(3));
        assertTrue(trainer.as("trainer").get("/training").asString().contains("Waiting for you"));
        assertTrue(trainer.as("trainer").get("/staff").asString().contains("/training/" + event + "/people"));
        trainer.as("trainer").post("/training", "/training/" + event + "/attendance");
        assertFalse(trainer.as("trainer").get("/training").asString().contains("Waiting for you"));
    }

    @Test
    void placesCannotBeGivenUpOnceTheEventHasBegun() {
        var event = given.planned(given.region());
        var one = given.somebody();
        book(event, one);
        given.begins(event);
        assertEquals(
                409,
                one.as("teacher")
                        .post("/training", "/training/" + event + "/give-up")
                        .statusCode());
    }

    private void book(PublicId event, GivenTraining.Somebody... all) {
        for (var each : all) {
            each.as("teacher").post("/training/" + event, "/training/" + event + "/book");
        }
    }

    private int mark(
            GivenTraining.Region region,
            PublicId event,
            GivenTraining.Somebody one,
            int minutes,
            GivenTraining.Somebody other,
            int others) {
        return region.asManager()
                .post(
                        "/training/" + event + "/people",
                        "/training/" + event + "/attendance",
                        "there-" + placeOf(event, one),
                        "" + minutes,
                        "there-" + placeOf(event, other),
                        "" + others)
                .statusCode();
    }

    private String placeOf(PublicId event, GivenTraining.Somebody who) {
        return given.rows("select p.public_id from training_place p join training_event e on e.id = p.event_id"
                        + " join professional a on a.id = p.professional_id where e.public_id = '" + event
                        + "' and a.staff_id = " + who.id())
                .getFirst();
    }
}
