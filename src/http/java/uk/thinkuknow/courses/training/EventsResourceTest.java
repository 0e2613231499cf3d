package uk.thinkuknow.courses.training;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.identity.staff.StaffErased;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests training events: planning, booking, waiting list, changes and cancellation, and the emails sent for each. */
@QuarkusTest
class EventsResourceTest {
    private static final int LINK_BEFORE_SEAL = "/training-places/".length() + 10;

    @Inject
    GivenTraining given;

    @Inject
    Event<StaffErased> erased;

    @Test
    void aPlannedEventIsInTheProgrammeAndAnyoneSignedInCanBookIt() {
        var region = given.region();
        var event = given.planned(region);
        var page = "/training/" + event;
        var teacher = given.somebody();
        assertTrue(teacher.as("teacher")
                .get("/training?region=" + region.key())
                .asString()
                .contains(page));
        assertEquals(303, teacher.as("teacher").post(page, page + "/book").statusCode());
        assertTrue(teacher.as("teacher").get(page).asString().contains("You have a place."));
        assertTrue(teacher.as("teacher").get("/training").asString().contains("Your places"));
        assertEquals(
                List.of("Your place is booked: First steps for safeguarding leads"), given.lettersTo(teacher.email()));
        assertEquals(List.of("REQUEST"), given.calendarsOf(teacher.email()));
    }

    @Test
    void theLinkOfAnOnlineEventIsAnHttpsAddressOrItIsRefused() {
        var region = given.region();
        for (var link : List.of(
                "javascript:alert(1)//",
                "data:text/html,x",
                "http://meet.example.org/a",
                "//meet.example.org",
                "https://a\"b")) {
            var answer = region.asManager()
                    .post("/training/new", "/training", given.plan(region, "kind", "link", "link", link));
            assertEquals(422, answer.statusCode(), link);
            assertTrue(answer.asString().contains("it begins with https://"), link);
        }
    }

    @Test
    void onceAllPlacesAreTakenPeopleWaitAndMoveUpWhenOneIsGivenUp() {
        var region = given.region();
        var event = given.planned(region, "places", "1");
        var page = "/training/" + event;
        var first = given.somebody();
        var second = given.somebody();
        var third = given.somebody();
        for (var each : List.of(first, second, third)) {
            each.as("teacher").post(page, page + "/book");
        }
        assertTrue(third.as("teacher").get(page).asString().contains("Waiting list"));
        first.as("teacher").post(page, page + "/give-up");
        assertTrue(second.as("teacher").get(page).asString().contains("You have a place."));
        assertTrue(third.as("teacher").get(page).asString().contains("Waiting list"));
        assertEquals(List.of("REQUEST", "CANCEL"), given.calendarsOf(first.email()));
        assertEquals(List.of("-", "REQUEST"), given.calendarsOf(second.email()));
        assertEquals(
                List.of(
                        "You are on the waiting list: First steps for safeguarding leads",
                        "A place is yours now: First steps for safeguarding leads"),
                given.lettersTo(second.email()));
        assertEquals(List.of("-"), given.calendarsOf(third.email()));
    }

    @Test
    void bookingTwiceIsBookingOnceAndBookingAFullEventAgainAfterGivingUpJoinsTheWaitingList() {
        var region = given.region();
        var event = given.planned(region, "places", "1");
        var page = "/training/" + event;
        var first = given.somebody();
        var second = given.somebody();
        first.as("teacher").post(page, page + "/book");
        first.as("teacher").post(page, page + "/book");
        assertEquals(1, given.lettersTo(first.email()).size());
        second.as("teacher").post(page, page + "/book");
        first.as("teacher").post(page, page + "/give-up");
        first.as("teacher").post(page, page + "/book");
        assertTrue(first.as("teacher").get(page).asString().contains("Waiting list"));
        assertTrue(second.as("teacher").get(page).asString().contains("You have a place."));
    }

    @Test
    void anAdultWithoutAnAccountCanGiveAPlaceUpByTheLinkInTheirEmail() {
        var region = given.region();
        var event = given.planned(region);
        var people = "/training/" + event + "/people";
        var email = "sam" + region.key() + "@police.example";
        region.asManager()
                .post(people, people, "name", "Sam Okoro", "email", email.toUpperCase(), "organisation", "The police")
                .then()
                .statusCode(303);
        assertTrue(region.asManager().get(people).asString().contains("Sam Okoro"));
        var link = linkIn(letterTo(email));
        var place = StaffBrowser.as("nobody").get(link);
        assertEquals(200, place.statusCode());
        assertFalse(place.asString().contains(email) || place.asString().contains("Okoro"), "it names nobody");
        assertEquals(
                303, StaffBrowser.as("nobody").post(link, link + "/give-up").statusCode());
        assertFalse(region.asManager().get(people).asString().contains("Sam Okoro"));
        assertEquals(List.of("REQUEST", "CANCEL"), given.calendarsOf(email));
        assertEquals(
                link,
                linkIn(given.rows("select text_body from letter where recipient = '" + email + "' order by id desc")
                        .getFirst()),
                "each email has the same link");
    }

    @Test
    void aPersonWithANameThatACalendarCannotHaveGetsTheirPlaceAndIsShownAsTyped() {
        var region = given.region();
        var people = "/training/" + given.planned(region) + "/people";
        var email = "annie" + region.key() + "@police.example";
        region.asManager()
                .post(people, people, "name", "Ann \"Annie\" Lee", "email", email, "organisation", "The police")
                .then()
                .statusCode(303);
        assertEquals(List.of("REQUEST"), given.calendarsOf(email));
        assertTrue(region.asManager().get(people).asString().contains("Ann &quot;Annie&quot; Lee"));
    }

    @Test
    void theIdOfAPlaceOpensNothingAndNorDoesTheSealOfAnotherOne() {
        var region = given.region();
        var people = "/training/" + given.planned(region) + "/people";
        var links = new ArrayList<String>();
        for (var email : List.of("one" + region.key() + "@police.example", "two" + region.key() + "@police.example")) {
            region.asManager().post(people, people, "name", "Sam", "email", email, "organisation", "The police");
            links.add(linkIn(letterTo(email)));
        }
        int seal = LINK_BEFORE_SEAL;
        for (var link : List.of(
                links.getFirst().substring(0, seal),
                links.getFirst().substring(0, seal) + links.getLast().substring(seal),
                links.getFirst().substring(0, links.getFirst().length() - 1),
                links.getFirst().toLowerCase())) {
            assertEquals(404, StaffBrowser.as("nobody").get(link).statusCode(), link);
        }
        assertEquals(200, StaffBrowser.as("nobody").get(links.getFirst()).statusCode());
    }

    @Test
    void aLinkOfAnEarlierVersionOpensItsPlaceUntilTheEventIsOver() {
        var region = given.region();
        var event = given.planned(region);
        var people = "/training/" + event + "/people";
        var email = "early" + region.key() + "@police.example";
        region.asManager().post(people, people, "name", "Sam", "email", email, "organisation", "The police");
        var link = linkIn(letterTo(email));
        var earlier = link.substring(0, LINK_BEFORE_SEAL);
        given.run("update training_place set earlier_link = true where public_id = '" + earlier.replaceAll(".*/", "")
                + "'");
        assertEquals(200, StaffBrowser.as("nobody").get(earlier).statusCode());
        given.run("update training_event set starts_at = utc_timestamp(6) - interval 1 day where public_id = '" + event
                + "'");
        assertEquals(404, StaffBrowser.as("nobody").get(earlier).statusCode());
        assertEquals(200, StaffBrowser.as("nobody").get(link).statusCode());
    }

    private String letterTo(String email) {
        return given.rows("select text_body from letter where recipient = '" + email + "'")
                .getFirst();
    }

    /** The path of a place whose code has the form of the link in an email. */
    private static String linkIn(String letter) {
        return letter.replaceAll("(?s).*(/training-places)#([a-z0-9]{10}[A-Za-z0-9_-]{43})\\s.*", "$1/$2");
    }

    @Test
    void aBookingWithABlankNameAnInvalidEmailAddressAndNoOrganisationIsRefused() {
        var region = given.region();
        var people = "/training/" + given.planned(region) + "/people";
        var answer = region.asManager().post(people, people, "name", " ", "email", "nowhere", "organisation", "");
        assertEquals(422, answer.statusCode());
        assertTrue(answer.asString().contains("Give a work e-mail address, like name@school.example"));
        assertTrue(region.asManager().get(people).asString().contains("Nobody has a place yet."));
    }

    @Test
    void aPersonBookedUnderTheirVerifiedAddressIsRecognisedWhenTheySignIn() {
        var region = given.region();
        var event = given.planned(region);
        var page = "/training/" + event;
        var teacher = given.somebody();
        region.asManager()
                .post(
                        page + "/people",
                        page + "/people",
                        "name",
                        "Pat",
                        "email",
                        teacher.email(),
                        "organisation",
                        "Oakfield");
        assertTrue(teacher.as("teacher").get(page).asString().contains("You have a place."));
        teacher.as("teacher").post(page, page + "/book");
        assertEquals(1, given.lettersTo(teacher.email()).size());
    }

    /** The address of a role goes from one person to the next. */
    @Test
    void trainingStaysWithItsAccountIfItsAddressBecomesThatOfAnother() {
        var region = given.region();
        var page = "/training/" + given.planned(region);
        var first = given.somebody();
        var second = given.somebody();
        first.as("teacher").post(page, page + "/book");
        given.run("update staff set email = 'moved-" + first.email() + "' where id = " + first.id());
        given.run("update staff set email = '" + first.email() + "' where id = " + second.id());
        assertEquals(303, second.as("teacher").post(page, page + "/book").statusCode());
        assertEquals(
                List.of(first.id() + " -", second.id() + " " + first.email()),
                given.rows("select concat(staff_id, ' ', coalesce(email, '-')) from professional where staff_id in ("
                        + first.id() + ", " + second.id() + ") order by id"));
        given.run("update professional set email = null where staff_id = " + second.id());
        given.run("update professional set email = '" + first.email() + "' where staff_id = " + first.id());
        QuarkusTransaction.requiringNew().run(() -> erased.fire(new StaffErased(second.id(), first.email())));
        assertEquals(
                List.of(first.id() + " -"),
                given.rows("select concat(staff_id, ' ', coalesce(email, '-')) from professional where staff_id in ("
                        + first.id() + ", " + second.id() + ") order by id"));
    }

    @Test
    void aManagerCanReadAnotherRegionsEventsButNotManageThemOrSeeTheirPeople() {
        var here = given.region();
        var elsewhere = given.region();
        var page = "/training/" + given.planned(here);
        assertEquals(200, elsewhere.asManager().get(page).statusCode());
        for (var path : List.of("/change", "/people")) {
            assertEquals(404, elsewhere.asManager().get(page + path).statusCode(), path);
        }
        for (var path : List.of("/change", "/cancel", "/attendance", "/people/none/revoke")) {
            assertEquals(
                    404,
                    elsewhere
                            .asManager()
                            .post("/targets", page + path, "why", "x", "reason", "in-error")
                            .statusCode(),
                    path);
        }
        assertEquals(
                404,
                elsewhere
                        .asManager()
                        .post("/targets", page + "/people", "name", "A", "email", "a@b.example", "organisation", "C")
                        .statusCode());
        assertEquals(
                422,
                elsewhere
                        .asManager()
                        .post("/training/new", "/training", given.plan(elsewhere, "region", here.key()))
                        .statusCode(),
                "planned for another region");
    }

    @Test
    void anAuditorSeesWhoComesAndCannotBookAnybody() {
        var page = "/training/" + given.planned(given.region());
        var auditor = StaffBrowser.as("aoife auditor");
        assertEquals(200, auditor.get(page + "/people").statusCode());
        assertFalse(auditor.get(page + "/people").asString().contains("Book a place for somebody"));
        assertEquals(403, auditor.post("/training", page + "/people").statusCode());
    }

    @Test
    void aTrainerSeesThePeopleOnlyOfEventsThatTheyLead() {
        var region = given.region();
        var trainer = given.somebody();
        var led = given.held(region, trainer.id(), Duration.ofHours(3));
        var others = given.planned(region);
        assertEquals(
                200, trainer.as("trainer").get("/training/" + led + "/people").statusCode());
        assertEquals(
                404,
                trainer.as("trainer").get("/training/" + others + "/people").statusCode());
    }

    @Test
    void aNewTimeIsSentToEveryoneMorePlacesMovePeopleUpAndFewerThanTakenAreRefused() {
        var region = given.region();
        var event = given.planned(region, "places", "1");
        var page = "/training/" + event;
        var booked = given.somebody();
        var waiting = given.somebody();
        booked.as("teacher").post(page, page + "/book");
        waiting.as("teacher").post(page, page + "/book");
        assertEquals(303, change(region, event, "time", "14:00", "places", "1", "version", version(event)));
        assertEquals(List.of("REQUEST", "REQUEST"), given.calendarsOf(booked.email()));
        assertEquals(List.of("-", "-"), given.calendarsOf(waiting.email()));
        assertEquals(303, change(region, event, "time", "14:00", "version", version(event)));
        assertEquals(List.of("-", "-", "REQUEST"), given.calendarsOf(waiting.email()), "moved up");
        assertEquals(422, change(region, event, "time", "14:00", "places", "1", "version", version(event)));
        assertEquals(422, change(region, event, "time", "15:00", "version", "0"), "an old form");
    }

    @Test
    void cancellingAnEventNeedsAReasonRemovesItFromCalendarsAndEndsBooking() {
        var region = given.region();
        var page = "/training/" + given.planned(region);
        var booked = given.somebody();
        booked.as("teacher").post(page, page + "/book");
        assertEquals(
                422, region.asManager().post(page, page + "/cancel", "why", " ").statusCode());
        assertEquals(
                303,
                region.asManager()
                        .post(page, page + "/cancel", "why", "The hall is flooded.")
                        .statusCode());
        assertEquals(List.of("REQUEST", "CANCEL"), given.calendarsOf(booked.email()));
        assertTrue(booked.as("teacher").get(page).asString().contains("The hall is flooded."));
        assertFalse(booked.as("teacher").get("/training").asString().contains(page));
        var late = given.somebody();
        assertEquals(409, late.as("teacher").post("/training", page + "/book").statusCode());
    }

    @Test
    void theFormReportsAllProblemsAtOnceAndRefusesAPastDay() {
        var region = given.region();
        var answer = region.asManager()
                .post(
                        "/training/new",
                        "/training",
                        given.plan(
                                region,
                                "title",
                                "",
                                "kind",
                                "link",
                                "link",
                                "http://x",
                                "date",
                                "soon",
                                "minutes",
                                "long",
                                "leader",
                                "nobody"));
        assertEquals(422, answer.statusCode());
        for (var words : List.of(
                "Give the event a title.",
                "it begins with https://",
                "Give a date and the time",
                "Give the length in minutes",
                "Choose who leads the event.")) {
            assertTrue(answer.asString().contains(words), words);
        }
        assertEquals(
                422,
                region.asManager()
                        .post("/training/new", "/training", given.plan(region, "date", "2020-02-03"))
                        .statusCode(),
                "a day that is over");
        for (var where : List.of("venue", "link")) {
            var nowhere = region.asManager()
                    .post("/training/new", "/training", given.plan(region, "kind", where, "venue", "", "link", ""));
            assertEquals(422, nowhere.statusCode(), where);
            assertTrue(nowhere.asString().contains("<a href=\"#" + where + "\">Give the "), nowhere.asString());
        }
    }

    @Test
    void theLinkToAnOnlineEventIsShownOnlyToPeopleWithAPlace() {
        var region = given.region();
        var address = "https://rooms.example/" + region.key();
        var page = "/training/" + given.planned(region, "kind", "link", "link", address, "places", "1");
        var booked = given.somebody();
        var waiting = given.somebody();
        booked.as("teacher").post(page, page + "/book");
        waiting.as("teacher").post(page, page + "/book");
        assertTrue(booked.as("teacher").get(page).asString().contains(address));
        assertFalse(waiting.as("teacher").get(page).asString().contains(address));
        assertTrue(given.rows("select text_body from letter where recipient = '" + booked.email() + "'")
                .getFirst()
                .contains(address));
        assertFalse(given.rows("select text_body from letter where recipient = '" + waiting.email() + "'")
                .getFirst()
                .contains(address));
    }

    private int change(GivenTraining.Region region, PublicId event, String... others) {
        var page = "/training/" + event + "/change";
        return region.asManager().post(page, page, given.plan(region, others)).statusCode();
    }

    private String version(PublicId event) {
        return given.rows("select cast(version as char) from training_event where public_id = '" + event + "'")
                .getFirst();
    }
}
