package uk.thinkuknow.classroom.worry;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.AtOnce;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.operations.mail.LetterGivenUp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the alerts, the emails about worries that nobody has opened or nobody deals with. */
@QuarkusTest
class WorryAlertJobTest {
    @Inject
    GivenWorry given;

    @Inject
    Worries worries;

    @Inject
    WorryAlerts alerts;

    @Inject
    PeopleService people;

    @Inject
    Event<LetterGivenUp> givenUp;

    private final Map<GivenWorry.Place, String> ids = new HashMap<>();

    @Inject
    Clock clock;

    @BeforeEach
    void nothingElseIsDue() {
        given.run("update worry set alert_due_at = null");
    }

    @Test
    void anUnreadWorryIsEmailedToTheDeputyAfterHalfAnHourAndToAllAfterAnHourAndThenDaily() {
        var place = given.school();
        place.asLead()
                .post(
                        "/worries/contact",
                        "/worries/contact",
                        "name",
                        "Head",
                        "email",
                        "head" + place.lead() + "@x.example");
        var id = given.sent(place, 7, "words");
        var lead = place.lead() + "@school.example";
        var deputy = place.deputy() + "@school.example";
        var head = "head" + place.lead() + "@x.example";
        after(Duration.ofMinutes(29));
        assertEquals(List.of(lead, deputy), given.alertRecipients(id));
        after(Duration.ofMinutes(31));
        assertEquals(List.of(lead, deputy, deputy), given.alertRecipients(id));
        after(Duration.ofMinutes(62));
        assertEquals(List.of(lead, deputy, deputy, lead, deputy, head), given.alertRecipients(id));
        after(Duration.ofHours(24));
        assertEquals(6, given.alertRecipients(id).size());
        after(Duration.ofHours(26));
        assertEquals(9, given.alertRecipients(id).size());
    }

    @Test
    void anOpenedWorryIsEmailedAgainAfterADayUntilSomebodyDealsWithIt() {
        var place = given.school();
        var id = given.sent(place, 7, "words");
        place.asLead().post("/worries/" + id, "/worries/" + id + "/open");
        after(Duration.ofHours(23));
        assertEquals(2, given.alertRecipients(id).size());
        assertTrue(home(place).contains("A worry was opened, and nobody deals with it yet"));
        QuarkusTransaction.requiringNew().run(() -> givenUp.fire(new LetterGivenUp("worry " + id)));
        after(Duration.ofHours(23));
        assertEquals(2, given.alertRecipients(id).size(), "an undeliverable email brings forward unread worries only");
        after(Duration.ofHours(25));
        var lead = place.lead() + "@school.example";
        var deputy = place.deputy() + "@school.example";
        assertEquals(List.of(lead, deputy, lead, deputy), given.alertRecipients(id), "and not the school's contact");
        place.asLead().post("/worries/" + id, "/worries/" + id + "/take");
        after(Duration.ofDays(3));
        assertEquals(4, given.alertRecipients(id).size());
        assertFalse(home(place).contains("nobody deals with it yet"));
    }

    /** Two leads can have one name, and a name can change: neither decides who deals with a worry. */
    @Test
    void nobodyDealsWithTheWorriesOfWhoLeadsNoMoreOrIsShutOut() {
        var left = taken();
        var disabled = taken();
        var renamed = taken();
        given.run("update safeguarding_lead set valid_to = current_date where staff_id = ?1", staffId(left));
        given.run("update staff set name = ?2 where id = ?1", staffId(left), "Person " + left.deputy());
        given.run("update staff set disabled_at = utc_timestamp(6) where id = ?1", staffId(disabled));
        given.run("update staff set name = 'Una Newname' where id = ?1", staffId(renamed));
        assertFalse(home(left).contains("nobody deals with it yet"));
        after(Duration.ZERO);
        for (var place : List.of(left, disabled)) {
            assertTrue(home(place).contains("nobody deals with it yet"));
        }
        assertFalse(home(renamed).contains("nobody deals with it yet"));
        var deputy = left.deputy() + "@school.example";
        var lead = left.lead() + "@school.example";
        assertEquals(List.of(lead, deputy, deputy), given.alertRecipients(String.valueOf(ids.get(left))));
        assertEquals(3, given.alertRecipients(String.valueOf(ids.get(disabled))).size());
        assertEquals(2, given.alertRecipients(String.valueOf(ids.get(renamed))).size());
    }

    private GivenWorry.Place taken() {
        var place = given.school();
        var id = given.sent(place, 7, "words");
        ids.put(place, id);
        place.asLead().post("/worries/" + id, "/worries/" + id + "/open");
        place.asLead().post("/worries/" + id, "/worries/" + id + "/take");
        return place;
    }

    private long staffId(GivenWorry.Place place) {
        return people.byUsername(String.valueOf(place.lead())).orElseThrow().id();
    }

    private static String home(GivenWorry.Place place) {
        return place.asDeputy().get("/staff").then().statusCode(200).extract().asString();
    }

    @Test
    void withoutADeputyTheLeadIsEmailedAgainAfterHalfAnHour() {
        var place = given.schoolWithALeadOnly();
        var id = given.sent(place, 7, "words");
        after(Duration.ofMinutes(31));
        var lead = place.lead() + "@school.example";
        assertEquals(List.of(lead, lead), given.alertRecipients(id));
    }

    @Test
    void twoInstancesAtOnceSendTheDueAlertOnce() {
        var place = given.school();
        var id = given.sent(place, 7, "words");
        var ahead = Clock.offset(clock, Duration.ofMinutes(31));
        AtOnce.each(List.of(1, 2), instance -> {
            new WorryAlertJob(worries, alerts, people, ahead).run();
            return instance;
        });
        assertEquals(3, given.alertRecipients(id).size());
    }

    @Test
    void afterAnUndeliverableEmailTheNextAlertIsSentAtOnce() {
        var place = given.school();
        var id = given.sent(place, 7, "words");
        QuarkusTransaction.requiringNew().run(() -> givenUp.fire(new LetterGivenUp("worry " + id)));
        after(Duration.ofSeconds(1));
        assertEquals(3, given.alertRecipients(id).size());
    }

    @Test
    void aReminderIsNotedOnlyIfALetterIsWritten() {
        var place = given.school();
        var first = given.sent(place, 7, "words");
        var second = given.sent(place, 8, "words");
        given.run("update worry w join worry f on f.public_id = '" + first
                + "' set w.device = f.device where w.public_id = '" + second + "'");
        after(Duration.ofMinutes(31));
        assertEquals(1, remindersOf(first));
        assertEquals(0, remindersOf(second), "who reads the first finds it there");
    }

    private long remindersOf(Object worry) {
        return people.trailOf("worry " + worry).stream()
                .filter(act -> act.act().equals(Words.of("worries.actReminded")))
                .count();
    }

    private void after(Duration time) {
        new WorryAlertJob(worries, alerts, people, Clock.offset(clock, time)).run();
    }
}
