package uk.thinkuknow.courses.training;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.courses.trained.TrainedProfessionals;
import uk.thinkuknow.identity.staff.Scope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests that one person alone does not invent trained professionals: attendance that is added or marked late waits for a
 * manager who does not lead the event, and nobody adds more people than an event can have.
 */
@QuarkusTest
class LateAttendanceTest {
    @Inject
    GivenTraining given;

    @Inject
    TrainedProfessionals trained;

    @Inject
    Clock clock;

    @Test
    void whoIsAddedAfterTheDayCountsAndGetsACertificateOnceAManagerHasConfirmedIt() {
        var region = given.region();
        var trainer = given.somebody();
        var event = given.held(region, trainer.id(), Duration.ofDays(3), GivenTraining.adult("Came Intime", 120));
        var address = add(trainer.as("trainer"), event, "Invented Person");
        assertEquals(303, markAll(trainer.as("trainer"), event, 120).statusCode());
        assertEquals(1, trained(region), "as before");
        assertEquals(1, asAtNow(region), "nor would a period that is closed now count them");
        assertEquals(List.of(), given.lettersTo(address));
        var forLeader = page(trainer.as("trainer"), event);
        assertTrue(forLeader.contains("120 minutes, to be confirmed"), forLeader);
        assertTrue(forLeader.contains("after the day of the event."), forLeader);
        assertFalse(forLeader.contains("Confirm the chosen people"), forLeader);
        var kept = "kept until " + TextFormat.day(London.today(clock).plusDays(90));
        assertTrue(region.asManager()
                .get("/training/people?name=Invented")
                .asString()
                .contains(kept));
        assertTrue(region.asManager().get("/staff").asString().contains("/training/" + event + "/people"));
        assertTrue(region.asManager().get("/training").asString().contains("Confirm attendance"));

        assertEquals(
                303,
                decide(region.asManager(), event, unconfirmed(event).getFirst()).statusCode());
        assertEquals(2, trained(region));
        assertEquals(List.of("Your certificate: Held in " + region.key()), given.lettersTo(address));
        assertFalse(region.asManager().get("/staff").asString().contains("/training/" + event + "/people"));
        assertEquals(
                List.of(
                        "marked who took part: 1 person for at least half the time, 1 more to be confirmed",
                        "confirmed that somebody took part: person " + person(address)),
                given.rows("select concat(act, ': ', detail) from audit_entry where subject = 'training " + event
                        + "' and act not like 'booked%' order by id"));
    }

    @Test
    void whoLeadsAnEventDoesNotConfirmItAlsoAsItsManager() {
        var region = given.region();
        var event = given.held(region, Duration.ofDays(3), GivenTraining.adult("Came Intime", 120));
        add(region.asManager(), event, "Invented Person");
        markAll(region.asManager(), event, 120);
        var place = unconfirmed(event).getFirst();
        assertFalse(page(region.asManager(), event).contains("Confirm the chosen people"));
        assertEquals(404, decide(region.asManager(), event, place).statusCode());
        assertEquals(404, decide(given.region().asManager(), event, place).statusCode(), "of another region");
        assertEquals(303, decide(StaffBrowser.as("mo manager"), event, place).statusCode(), "of the whole programme");
        assertEquals(2, trained(region));
    }

    @Test
    void marksOfTheFourteenthDayCountAtOnceAndThoseOfTheNextDayWait() {
        var region = given.region();
        var trainer = given.somebody();
        for (int days : List.of(14, 15)) {
            var event =
                    given.held(region, trainer.id(), Duration.ofDays(days), GivenTraining.adult("Unmarked Yet", null));
            markAll(trainer.as("trainer"), event, 120);
            assertEquals(days == 14 ? 0 : 1, unconfirmed(event).size(), days + " days");
        }
        assertEquals(1, trained(region));
    }

    @Test
    void attendanceFromBeforeStaysAndIsLoweredAtOnceButNotRaisedAgain() {
        var region = given.region();
        var trainer = given.somebody();
        var event = given.held(region, trainer.id(), Duration.ofDays(40), GivenTraining.adult("Was There", 120));
        markAll(trainer.as("trainer"), event, 90);
        assertEquals(1, trained(region), "corrected, and still more than half");
        markAll(trainer.as("trainer"), event, 0);
        assertEquals(0, trained(region));
        markAll(trainer.as("trainer"), event, 120);
        assertEquals(0, trained(region));
        assertEquals(1, unconfirmed(event).size());
    }

    @Test
    void whoIsDeclinedStaysOnTheListAndDoesNotCountWhenTheSameIsSavedAgain() {
        var region = given.region();
        var trainer = given.somebody();
        var event = given.held(region, trainer.id(), Duration.ofDays(3), GivenTraining.adult("Came Intime", 120));
        var address = add(trainer.as("trainer"), event, "Invented Person");
        markAll(trainer.as("trainer"), event, 120);
        var place = unconfirmed(event).getFirst();
        assertEquals(422, decide(region.asManager(), event).statusCode(), "nobody is chosen");
        assertEquals(
                303, decide(region.asManager(), event, place, "decline", "yes").statusCode());
        markAll(trainer.as("trainer"), event, 120);
        assertTrue(page(trainer.as("trainer"), event).contains("declined by Mina " + region.key()));
        assertEquals(List.of(), unconfirmed(event));
        assertEquals(1, trained(region));
        assertEquals(List.of(), given.lettersTo(address));
        assertEquals(303, decide(region.asManager(), event, place).statusCode());
        assertEquals(1, trained(region), "decided already");
    }

    @Test
    void theLeaderDoesNotBringBackACertificateThatAManagerHasRevoked() {
        var region = given.region();
        var trainer = given.somebody();
        var event = given.held(region, trainer.id(), Duration.ofDays(3), GivenTraining.adult("Came Intime", 120));
        var place = places(event, "").getFirst();
        var people = "/training/" + event + "/people";
        assertEquals(
                303,
                region.asManager()
                        .post(people, people + "/" + place + "/revoke", "reason", "withdrawn")
                        .statusCode());
        markAll(trainer.as("trainer"), event, 120);
        markAll(trainer.as("trainer"), event, 0);
        markAll(trainer.as("trainer"), event, 120);
        assertEquals(1, certificates(event), "no second one");
        assertTrue(page(region.asManager(), event).contains("a certificate of this person was revoked"));
        assertEquals(303, decide(region.asManager(), event, place).statusCode());
        assertEquals(2, certificates(event));
    }

    @Test
    void nobodyGivesAPersonWhoHasACertificateAnotherName() {
        var region = given.region();
        var trainer = given.somebody();
        var earlier = given.held(region, trainer.id(), Duration.ofDays(3), GivenTraining.adult("Came Intime", 120));
        var address = given.rows("select a.email from professional a join training_place p on p.professional_id = a.id"
                        + " join training_event e on e.id = p.event_id where e.public_id = '" + earlier + "'")
                .getFirst();
        var other = given.held(region, given.somebody().id(), Duration.ofDays(2), GivenTraining.adult("Else", 120));
        var people = "/training/" + other + "/people";
        region.asManager().post(people, people, "name", "Another Name", "email", address, "organisation", "None");
        assertEquals(
                List.of("Came Intime"), given.rows("select name from professional where email = '" + address + "'"));
    }

    @Test
    void anEventHasAtMostItsPlacesAndATenthInPeople() {
        var region = given.region();
        var event = given.planned(region, "places", "2");
        given.begins(event);
        for (var name : List.of("One Came", "Two Came", "Three Came")) {
            add(region.asManager(), event, name);
        }
        var refused = post(region.asManager(), event, "Four Came");
        assertEquals(422, refused.statusCode());
        assertTrue(refused.asString().contains("The event has 2 places, so at most 3 people can be on its list."));
        var fields = fields(event, 120);
        fields[1] = "0";
        assertEquals(303, mark(region.asManager(), event, fields).statusCode());
        add(region.asManager(), event, "Four Came");
        var all = markAll(region.asManager(), event, 120);
        assertEquals(422, all.statusCode());
        assertTrue(all.asString().contains("so at most 3 people can have attended."));
        assertEquals(2, trained(region), "on the day, those who came without a booking count at once");
    }

    /** @return the person's address */
    private static String add(StaffBrowser who, PublicId event, String name) {
        assertEquals(303, post(who, event, name).statusCode());
        return address(event, name);
    }

    private static Response post(StaffBrowser who, PublicId event, String name) {
        var people = "/training/" + event + "/people";
        return who.post(people, people, "name", name, "email", address(event, name), "organisation", "None");
    }

    private static String address(PublicId event, String name) {
        return name.toLowerCase(Locale.UK).replace(' ', '.') + event + "@nowhere.example";
    }

    private Response markAll(StaffBrowser who, PublicId event, int minutes) {
        return mark(who, event, fields(event, minutes));
    }

    private static Response mark(StaffBrowser who, PublicId event, String... fields) {
        return who.post("/training/" + event + "/people", "/training/" + event + "/attendance", fields);
    }

    private String[] fields(PublicId event, int minutes) {
        return places(event, "").stream()
                .flatMap(place -> List.of("there-" + place, "" + minutes).stream())
                .toArray(String[]::new);
    }

    private static Response decide(StaffBrowser who, PublicId event) {
        return who.post("/training", "/training/" + event + "/attendance/confirm");
    }

    private static Response decide(StaffBrowser who, PublicId event, String place, String... more) {
        var fields = new String[more.length + 2];
        fields[0] = "person";
        fields[1] = place;
        System.arraycopy(more, 0, fields, 2, more.length);
        return who.post("/training", "/training/" + event + "/attendance/confirm", fields);
    }

    private List<String> unconfirmed(PublicId event) {
        return places(event, " and p.waits_since is not null");
    }

    private List<String> places(PublicId event, String more) {
        return given.rows("select p.public_id from training_place p join training_event e on e.id = p.event_id"
                + " where e.public_id = '" + event + "'" + more + " order by p.id");
    }

    private int certificates(PublicId event) {
        return given.rows("select b.public_id from training_badge b join training_place p on p.id = b.place_id"
                        + " join training_event e on e.id = p.event_id where e.public_id = '" + event + "'")
                .size();
    }

    private String person(String address) {
        return given.rows("select public_id from professional where email = '" + address + "'")
                .getFirst();
    }

    private static String page(StaffBrowser who, PublicId event) {
        return who.get("/training/" + event + "/people").asString();
    }

    private int trained(GivenTraining.Region region) {
        var today = London.today(clock);
        return trained.in(today.minusDays(60), today, Scope.region(region.key()));
    }

    private int asAtNow(GivenTraining.Region region) {
        var today = London.today(clock);
        return trained.asAt(today.minusDays(60), today, clock.instant().plusSeconds(1))
                .regions()
                .getOrDefault(region.key(), 0);
    }
}
