package uk.thinkuknow.classroom.worry;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.common.RetentionSweep;
import uk.thinkuknow.schools.school.SchoolService;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests {@code WorryRetention}: it deletes a worry 30 days after it was closed, and never one that is not closed. */
@QuarkusTest
class WorryRetentionTest {
    @Inject
    GivenWorry given;

    @Inject
    Worries worries;

    @Inject
    SchoolService schools;

    @Inject
    Clock clock;

    @Test
    void thirtyDaysAfterItWasClosedAWorryIsDeletedWithItsNotesAndATallyStays() {
        after(Duration.ofDays(31)); // deletes the closed worries of other tests
        var place = given.school();
        var page = "/worries/" + given.sent(place, 7, "words");
        place.asLead().post(page, page + "/open");
        place.asLead().post(page, page + "/note", "text", "a note");
        place.asLead().post(page, page + "/close", "recorded", "yes", "by", "Dee");
        long tallies = tallies();
        after(Duration.ofDays(30).minusMinutes(5));
        assertEquals(1, given.count(place));
        after(Duration.ofDays(30).plusMinutes(5));
        assertEquals(0, given.count(place));
        assertEquals(tallies + 1, tallies());
        place.asLead().get(page).then().statusCode(404);
    }

    @Test
    void aWorryThatIsNotClosedIsNeverDeleted() {
        var place = given.school();
        var page = "/worries/" + given.sent(place, 7, "unread");
        after(Duration.ofDays(400));
        place.asLead().post(page, page + "/open");
        after(Duration.ofDays(400));
        assertEquals(1, given.count(place));
    }

    @Test
    void noStatementDeletesAWorryThatIsNotClosed() {
        var place = given.school();
        given.sent(place, 7, "unread");
        var refused = assertThrows(
                RuntimeException.class,
                () -> QuarkusTransaction.requiringNew()
                        .run(() -> worries.getEntityManager()
                                .createNativeQuery("delete from worry where closed_at is null")
                                .executeUpdate()));
        assertTrue(refused.getMessage().contains("never deleted"), refused.getMessage());
        assertEquals(1, given.count(place));
    }

    private void after(Duration time) {
        RetentionSweep.deleteAll(new WorryRetention(worries, schools, Clock.offset(clock, time)));
    }

    private long tallies() {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) worries.getEntityManager()
                                .createNativeQuery("select count(*) from worry_tally", Long.class)
                                .getSingleResult())
                        .longValue());
    }
}
