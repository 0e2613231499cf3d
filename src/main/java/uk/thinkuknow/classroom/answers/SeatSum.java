package uk.thinkuknow.classroom.answers;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.player.SeatSummary;
import uk.thinkuknow.classroom.room.Event;

/** Adds up the events of one seat. They come in any order, and an event may come again. */
final class SeatSum {
    private final Map<String, Instant> steps = new HashMap<>();
    private final Map<String, Answer> answers = new HashMap<>();
    private boolean finished;
    private @Nullable Instant last;
    private @Nullable SeatSummary summary;

    private record Answer(Instant at, boolean late, SeatSummary.Given given) {}

    void add(Event event) {
        summary = null;
        var at = event.at();
        last = last == null || at.isAfter(last) ? at : last;
        steps.merge(event.step(), at, (one, other) -> one.isBefore(other) ? one : other);
        finished |= event.kind() == Event.Kind.finished;
        var given = event.given();
        if (given != null) {
            var answer =
                    new Answer(at, event.late(), new SeatSummary.Given(event.step(), given.chosen(), given.correct()));
            // the database, too, keeps an answer of the device that has the seat
            answers.merge(given.question(), answer, (was, is) -> is.late() && !was.late() ? was : is);
        }
    }

    SeatSummary summary() {
        if (summary == null) {
            var given = answers.values().stream()
                    .sorted(Comparator.comparing(Answer::at))
                    .map(Answer::given)
                    .toList();
            summary = new SeatSummary(
                    stepsInOrder().keySet(),
                    given.size(),
                    (int) given.stream()
                            .filter(one -> Boolean.TRUE.equals(one.right()))
                            .count(),
                    given.isEmpty() ? null : given.getLast().right(),
                    finished,
                    last,
                    given);
        }
        return summary;
    }

    /** Returns the keys of the steps and when each was first seen, in that order. */
    Map<String, Instant> stepsInOrder() {
        var ordered = new LinkedHashMap<String, Instant>();
        steps.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(step -> ordered.put(step.getKey(), step.getValue()));
        return ordered;
    }
}
