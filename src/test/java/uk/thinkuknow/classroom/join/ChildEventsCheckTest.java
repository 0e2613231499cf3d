package uk.thinkuknow.classroom.join;

import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.classroom.room.Event;
import uk.thinkuknow.classroom.room.LessonKeys;
import uk.thinkuknow.classroom.room.Pacing;
import uk.thinkuknow.classroom.room.SeatToken;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.lesson.Question;
import uk.thinkuknow.curriculum.lesson.Step;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that the events a device sends are checked against the lesson and dated. */
class ChildEventsCheckTest {
    private static final Instant TAKEN = Instant.parse("2026-11-25T09:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-25T09:10:00Z");
    private static final Lesson LESSON = new Lesson(
            "given",
            "Given",
            "8-10",
            "en",
            20,
            false,
            "",
            List.of(),
            List.of(),
            "",
            List.of(
                    new Step.Read("start", "Start", "Text", null, ""),
                    new Step.Ask("ask", "Ask", "", null, new Question.TrueFalse("q1", "So?", true, "Yes", "No"), "")),
            "",
            List.of(),
            List.of(),
            List.of(),
            null,
            "",
            Lesson.EDITION);

    private final SeatToken seat = new SeatToken(1, 2, 3, TAKEN.toEpochMilli());
    private final ChildEventsCheck progress = progress(null);

    @Test
    void anEventIsDatedByWhatTheDeviceSaysNeverBeforeTheSeatWasTakenNorAfterNow() {
        assertEquals(NOW.minusMillis(1200), at(1200));
        assertEquals(TAKEN, at(Long.MAX_VALUE));
        assertEquals(NOW, at(-60_000));
    }

    @Test
    void answersAreMarkedByTheServerAndNotByThePage() {
        progress.check(answer("true"));
        progress.check(answer("false"));
        assertEquals(
                List.of(true, false),
                progress.events().stream()
                        .map(event -> requireNonNull(event.given()).correct())
                        .toList());
        assertEquals(3, progress.events().getFirst().generation());
    }

    @Test
    void unknownStepsQuestionsAndAnswersAreRefusedWithACode() {
        progress.check(event("viewed", "nowhere", null));
        progress.check(event("answered", "start", "q1"));
        progress.check(event("answered", "ask", "q2"));
        progress.check(answer("perhaps"));
        progress.check(event("answered", "ask", "q1"));
        assertEquals(
                List.of("unknown-step", "unknown-question", "unknown-question", "bad-answer", "bad-answer"),
                progress.stored(List.of()).refused().stream()
                        .map(ProgressStored.RefusedEvent::why)
                        .toList());
        assertTrue(progress.events().isEmpty());
    }

    @Test
    void aFinishedEventNeedsNoStepAndIsOfTheLastOne() {
        progress.check(event("finished", null, null));
        assertEquals("ask", progress.events().getFirst().step());
    }

    @Test
    void aSeatThatMovedStillStoresEventsFromBefore() {
        var moved = progress(NOW.minusSeconds(60));
        moved.check(new ProgressForm.EventForm(key(), "viewed", "start", null, null, 90_000));
        moved.check(new ProgressForm.EventForm(key(), "viewed", "start", null, null, 30_000));
        moved.check(new ProgressForm.EventForm(key(), "viewed", "start", null, null, 60_000));
        assertEquals(1, moved.events().size());
        assertEquals("moved", moved.stored(List.of(Event.Outcome.STORED)).why());
    }

    @Test
    void tenViewsOfAStepAreTakenAndThoseThatCouldNotBeStoredAreTakenAgain() {
        for (int i = 0; i < 11; i++) {
            progress.check(event("viewed", "start", null));
        }
        progress.check(event("viewed", "ask", null));
        progress.check(event("finished", null, null));
        assertEquals(12, progress.events().size());
        assertEquals(
                List.of("too-many"),
                progress.stored(List.of()).refused().stream()
                        .map(ProgressStored.RefusedEvent::why)
                        .toList());
        progress.notStored();
        for (int i = 0; i < 10; i++) {
            progress.check(event("viewed", "start", null));
        }
        assertEquals(22, progress.events().size());
    }

    @Test
    void ifAllIsStoredTheResponseNamesNothingElse() {
        progress.check(event("viewed", "start", null));
        var stored = progress.stored(List.of(Event.Outcome.STORED));
        assertNull(stored.refused());
        assertNull(stored.why());
        assertEquals(1, stored.stored().size());
    }

    @Test
    void anEventWithoutAKnownKindOrAKeyIsRefused() {
        assertThrows(ApiRefusal.class, () -> progress.check(event("danced", "start", null)));
        assertThrows(ApiRefusal.class, () -> progress.check(event(null, "start", null)));
        assertThrows(
                ApiRefusal.class,
                () -> progress.check(new ProgressForm.EventForm("7", "viewed", "start", null, null, 0)));
    }

    private Instant at(long agoMs) {
        var one = progress(null);
        one.check(new ProgressForm.EventForm(key(), "viewed", "start", null, null, agoMs));
        return one.events().getFirst().at();
    }

    private ChildEventsCheck progress(Instant ended) {
        return new ChildEventsCheck(
                LessonKeys.of(LESSON),
                seat,
                ended,
                Pacing.FREE,
                new Event.ViewCounts(LESSON.steps().size()),
                NOW);
    }

    private static ProgressForm.EventForm answer(String answer) {
        return new ProgressForm.EventForm(key(), "answered", "ask", "q1", new TextNode(answer), 0);
    }

    private static ProgressForm.EventForm event(String kind, String step, String question) {
        return new ProgressForm.EventForm(key(), kind, step, question, null, 0);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
