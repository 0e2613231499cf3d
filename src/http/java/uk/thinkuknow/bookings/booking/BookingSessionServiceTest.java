package uk.thinkuknow.bookings.booking;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.bookings.request.GivenBooking;
import uk.thinkuknow.bookings.request.GivenVisit;
import uk.thinkuknow.classroom.session.SessionService;
import uk.thinkuknow.classroom.session.StartSession;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that a session started from a booking must meet the conditions of every session. */
@QuarkusTest
class BookingSessionServiceTest {
    @Inject
    GivenVisit given;

    @Inject
    BookingSessionService start;

    @Inject
    SessionService sessions;

    @BeforeEach
    void putEverySafeguardOnRecord() {
        var curriculum = given.given.curriculum;
        curriculum.recordReview(
                curriculum.current(GivenBooking.ANY).versionId(), "A. Reviewer", given.given.clock.instant());
        given.run("""
                insert ignore into safeguard (safeguard_key, recorded_by, recorded_at, note)
                values ('impact-assessment', 'ada', now(6), 'here'), ('deletion', 'ada', now(6), 'here'),
                ('help-words', 'ada', now(6), 'here')""");
    }

    @Test
    void aBookedSessionCannotStartWhileItsClassIsInAnotherSession() {
        var all = given.everyone();
        var id = today(all, 31);
        var schoolClass = all.school().schoolClass().publicId();
        var running = sessions.start(
                all.teacher(),
                new StartSession(
                        "now-" + id,
                        GivenBooking.ANY,
                        List.of(new StartSession.ChosenClass(schoolClass, null)),
                        true,
                        false,
                        false,
                        Language.ENGLISH));
        var refused = assertThrows(Refused.class, () -> start.start(all.trainer(), id));
        assertTrue(refused.why().startsWith("5B Rowan is in a session that is still running"), refused.why());
        sessions.end(all.teacher(), running);
        start.start(all.trainer(), id);
        assertEquals(2, sessions.count(all.school().school().id()));
    }

    @Test
    void aBookedSessionCannotStartWithoutASafeguardingLead() {
        var all = given.everyone();
        var id = today(all, 32);
        given.run("update safeguarding_lead set valid_to = current_date where school_id = "
                + all.school().school().id());
        var refused = assertThrows(Refused.class, () -> start.start(all.trainer(), id));
        assertTrue(refused.why().contains("leads safeguarding"), refused.why());
    }

    private PublicId today(GivenVisit.Everyone all, int weeks) {
        var id = given.confirmed(all, given.weekday(weeks, 10));
        given.run("update booking set starts_at = now(6), local_date = current_date where public_id = '" + id + "'");
        return id;
    }
}
