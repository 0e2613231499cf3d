package uk.thinkuknow.classroom.session;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.counting.CardSet;
import uk.thinkuknow.counting.NationTerm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the state changes and the date of a session. */
class SessionTest {
    private static final NationTerm AUTUMN =
            new NationTerm("england", "2026-27", "autumn", LocalDate.of(2026, 9, 1), LocalDate.of(2027, 1, 3));
    private static final CardSet THIRTY = new CardSet((1L << 30) - 1, 0);

    @Test
    void aSessionEndsOnlyOnce() {
        var session = startedAt("2026-11-25T09:00:00Z");
        assertTrue(session.end(Instant.parse("2026-11-25T09:45:00Z")));
        assertFalse(session.end(Instant.parse("2026-11-25T10:00:00Z")));
    }

    @Test
    void theDayOfASessionIsTheDateInLondon() {
        // after 23:00 UTC in summer time it is the next day in London
        assertEquals(2, startedAt("2026-10-01T23:30:00Z").localDate().getDayOfMonth());
        assertEquals(1, startedAt("2026-11-01T23:30:00Z").localDate().getDayOfMonth());
    }

    @Test
    void aSessionKeepsItsOwnCopyOfTheClassesGivenAtStart() {
        var classes = new ArrayList<>(List.of(new ClassInSession(1, null, THIRTY, THIRTY)));
        var session = Session.startLesson(
                new PublicId("aaaaaaaaaa"),
                "key",
                Session.Delivery.lesson(1, 1, true, classes),
                new Session.Starting(1, Instant.parse("2026-11-25T09:00:00Z"), AUTUMN));
        classes.clear();
        assertEquals(THIRTY, session.classes().getFirst().forCards());
    }

    private static Session startedAt(String instant) {
        return Session.startLesson(
                new PublicId("aaaaaaaaaa"),
                "key",
                Session.Delivery.lesson(1, 1, true, List.of(new ClassInSession(1, null, THIRTY, THIRTY))),
                new Session.Starting(1, Instant.parse(instant), AUTUMN));
    }
}
