package uk.thinkuknow.classroom.answers;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import uk.thinkuknow.classroom.player.SeatSummary;
import uk.thinkuknow.curriculum.lesson.Lesson;

/**
 * Counts, for each question asked at the start and at the end of a lesson, how many seats moved from a low to a high
 * answer, from high to low, or not at all; the counts do not identify a child.
 */
@Singleton
public class MovesCounter {
    private final SeatEventQuery rows;

    MovesCounter(SeatEventQuery rows) {
        this.rows = rows;
    }

    /** A question asked twice: the key of the step at the end, and whether an answer can be right. */
    public record RepeatedQuestion(String step, boolean scored) {}

    /**
     * The counts of one session by question, without questions that no seat answered twice; empty once its answers are
     * deleted.
     */
    public Map<RepeatedQuestion, Moves> of(long session, CountedSeats counted, Lesson lesson) {
        var seats = rows.counted(Map.of(session, counted)).getOrDefault(session, List.of());
        var moves = new TreeMap<RepeatedQuestion, Moves>(Comparator.comparing(RepeatedQuestion::step));
        for (var question : CountedQuestion.of(lesson)) {
            var before = question.before();
            if (before == null) {
                continue;
            }
            var twice = new RepeatedQuestion(question.step(), question.scored());
            for (var seat : seats) {
                var then = level(seat.seen(), before, question);
                var now = level(seat.seen(), question.step(), question);
                if (then.isPresent() && now.isPresent()) {
                    moves.merge(twice, Moves.of(then.get(), now.get()), Moves::plus);
                }
            }
        }
        return moves;
    }

    /** True if the answer is high, false if it is low; empty if none was given. The middle of a scale counts as low. */
    private static Optional<Boolean> level(SeatSummary seat, String step, CountedQuestion question) {
        var answers =
                question.options().stream().map(CountedQuestion.Row::answer).toList();
        return seat.given().stream()
                .filter(given -> given.step().equals(step) && answers.contains(given.chosen()))
                .findFirst()
                .map(given -> {
                    int place = answers.indexOf(given.chosen());
                    return question.scored()
                            ? question.options().get(place).right()
                            : 2 * (place + 1) > answers.size() + 1;
                });
    }
}
