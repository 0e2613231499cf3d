package uk.thinkuknow.classroom.join;

import com.fasterxml.jackson.databind.ObjectReader;
import java.time.Instant;
import java.util.Collections;
import uk.thinkuknow.classroom.room.Event;
import uk.thinkuknow.classroom.room.Json;
import uk.thinkuknow.classroom.room.LessonKeys;
import uk.thinkuknow.classroom.room.Pacing;
import uk.thinkuknow.classroom.room.SeatToken;
import uk.thinkuknow.curriculum.files.EveryKindLesson;

/**
 * Fuzzes the events that a device sends: every input is refused with an {@link ApiRefusal}, or becomes events of this
 * lesson dated while the seat was held.
 */
public final class ProgressFuzz {
    private static final ObjectReader READER = ChildCalls.readerFor(ProgressForm.class);
    private static final int AT_MOST = 64 * 1024;
    private static final Instant TAKEN = Instant.parse("2026-11-25T09:00:00Z");
    private static final Instant NOW = TAKEN.plusSeconds(600);
    private static final LessonKeys LESSON = LessonKeys.of(EveryKindLesson.lesson("8-10"));

    private ProgressFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        var progress = new ChildEventsCheck(
                LESSON,
                new SeatToken(1, 2, 3, TAKEN.toEpochMilli()),
                null,
                Pacing.FREE,
                new Event.ViewCounts(LESSON.stepCount()),
                NOW);
        try {
            ProgressForm form = ChildCalls.read(READER, bytes, AT_MOST);
            form.requireEvents();
            form.events().forEach(progress::check);
        } catch (ApiRefusal inOneWord) {
            return;
        }
        for (var event : progress.events()) {
            if (event.at().isBefore(TAKEN) || event.at().isAfter(NOW) || LESSON.place(event.step()) == 0) {
                throw new AssertionError("an event that cannot have been");
            }
        }
        Json.bytes(progress.stored(Collections.nCopies(progress.events().size(), Event.Outcome.STORED)));
    }
}
