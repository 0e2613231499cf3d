package uk.thinkuknow.classroom.join;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.room.Event;
import uk.thinkuknow.classroom.room.LessonKeys;
import uk.thinkuknow.classroom.room.Pacing;
import uk.thinkuknow.classroom.room.SeatLookup;
import uk.thinkuknow.classroom.room.SeatToken;
import uk.thinkuknow.curriculum.lesson.Marking;

/**
 * Checks the events that a child's device sends against the lesson, marks the answers, and dates the events; it needs
 * no database.
 */
final class ChildEventsCheck {
    private static final int ANSWER_AT_MOST = 1000;

    private final LessonKeys lesson;
    private final SeatToken seat;
    private final @Nullable Instant ended;
    private final Pacing pacing;
    private final Event.ViewCounts views;
    private final Instant received;
    private final List<Integer> counted = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private final List<ProgressStored.RefusedEvent> refused = new ArrayList<>();
    private boolean moved;

    /**
     * Starts a check of the events that one call brought.
     *
     * @param ended when this generation of the seat ended; null if it is the current one
     * @param pacing which questions are closed, and since when
     * @param views how often this generation of the seat viewed each step before
     */
    ChildEventsCheck(
            LessonKeys lesson,
            SeatToken seat,
            @Nullable Instant ended,
            Pacing pacing,
            Event.ViewCounts views,
            Instant received) {
        this.lesson = lesson;
        this.seat = seat;
        this.ended = ended;
        this.pacing = pacing;
        this.views = views;
        this.received = received;
    }

    /** Checks what a seat sent, and records how many answers remain on its device. */
    static ChildEventsCheck of(ProgressForm form, SeatLookup.FoundSeat seat) {
        var room = seat.room();
        var token = seat.token();
        var progress = new ChildEventsCheck(
                room.lesson(),
                token,
                seat.ended(),
                room.standing().pacing(),
                room.viewsOf(token.seat(), token.generation()),
                seat.now());
        form.events().forEach(progress::check);
        if (form.waiting() != null) {
            seat.recordWaiting(form.waiting());
        }
        return progress;
    }

    /**
     * Checks one event and keeps it, or refuses it with a code. An event dated after the seat's generation ended is
     * dropped.
     *
     * @throws ApiRefusal 400 if the event has no key or no known kind, so no page of ours sent it
     */
    void check(ProgressForm.EventForm form) {
        var key = ChildCalls.key(form.key());
        var kind = form.knownKind();
        var at = dated(form.agoMs());
        if (ended != null && !at.isBefore(ended)) {
            moved = true;
            return;
        }
        var step = form.step() == null && kind == Event.Kind.finished ? lesson.last() : form.step();
        if (step == null || lesson.place(step) == 0) {
            refuse(form, "unknown-step");
        } else if (kind == Event.Kind.answered) {
            checkAnswer(form, key, step, at);
        } else if (isOneTooMany(kind, step)) {
            refuse(form, "too-many");
        } else {
            take(form, new Event(seat.seat(), key, seat.generation(), kind, step, null, at, ended != null));
        }
    }

    /** Counts a viewed step or a finished lesson until it is known that it could not be stored. */
    private boolean isOneTooMany(Event.Kind kind, String step) {
        int place = kind == Event.Kind.finished ? 0 : lesson.place(step);
        if (!views.add(place)) {
            return true;
        }
        counted.add(place);
        return false;
    }

    /** Takes back what was counted, because the events could not be stored and will be sent again. */
    void notStored() {
        counted.forEach(views::takeBack);
    }

    private void checkAnswer(ProgressForm.EventForm form, UUID key, String step, Instant at) {
        var question = lesson.question(step, form.question());
        if (question == null) {
            refuse(form, "unknown-question");
            return;
        }
        if (pacing.isClosed(question.key(), at)) {
            refuse(form, "closed");
            return;
        }
        var marked = form.answer() == null ? null : Marking.mark(question, form.answer());
        var chosen = marked == null ? "" : String.join(",", marked.chosen());
        if (marked == null || !marked.acceptable() || chosen.length() > ANSWER_AT_MOST) {
            refuse(form, "bad-answer");
            return;
        }
        take(
                form,
                new Event(
                        seat.seat(),
                        key,
                        seat.generation(),
                        Event.Kind.answered,
                        step,
                        new Event.Given(question.key(), chosen, marked.correct()),
                        at,
                        ended != null));
    }

    List<Event> events() {
        return events;
    }

    /** Returns whether some events were dropped because they are dated after the seat's generation ended. */
    boolean moved() {
        return moved;
    }

    /**
     * The answer to the device.
     *
     * @param outcomes the result of each of {@link #events()}, in order
     */
    ProgressStored stored(List<Event.Outcome> outcomes) {
        var stored = new ArrayList<String>(outcomes.size());
        for (int i = 0; i < outcomes.size(); i++) {
            switch (outcomes.get(i)) {
                case STORED -> stored.add(keys.get(i));
                case ANSWERED_BEFORE -> refused.add(new ProgressStored.RefusedEvent(keys.get(i), "answered"));
                case NOT_TAKEN -> refused.add(new ProgressStored.RefusedEvent(keys.get(i), "bad-answer"));
            }
        }
        return new ProgressStored(stored, refused.isEmpty() ? null : refused, moved ? "moved" : null);
    }

    private void take(ProgressForm.EventForm form, Event event) {
        keys.add(String.valueOf(form.key()));
        events.add(event);
    }

    private void refuse(ProgressForm.EventForm form, String why) {
        refused.add(new ProgressStored.RefusedEvent(String.valueOf(form.key()), why));
    }

    /** The device says how long ago the event was; the time is limited to between the taking of the seat and now. */
    private Instant dated(long agoMs) {
        long ago = Math.max(0, Math.min(agoMs, received.toEpochMilli() - seat.takenAtMillis()));
        return received.minusMillis(Math.max(0, ago));
    }
}
