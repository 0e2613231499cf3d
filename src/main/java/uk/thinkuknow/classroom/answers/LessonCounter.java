package uk.thinkuknow.classroom.answers;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.thinkuknow.classroom.answers.LessonCount.CountKind;
import uk.thinkuknow.classroom.player.LiveQuestion;
import uk.thinkuknow.classroom.player.SeatSummary;
import uk.thinkuknow.classroom.room.ConfidenceScales;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.lesson.Step;

/** Counts the steps seen and the answers given in a lesson, over many sessions; the counts do not identify a child. */
@Singleton
public class LessonCounter {
    private final SeatEventQuery rows;

    LessonCounter(SeatEventQuery rows) {
        this.rows = rows;
    }

    /** The counts over these sessions of one lesson; sessions whose answers were deleted add nothing. */
    public Map<LessonCount, Integer> of(Map<Long, CountedSeats> sessions, Lesson lesson) {
        var counts = new TreeMap<LessonCount, Integer>();
        rows.counted(sessions)
                .values()
                .forEach(seats ->
                        of(lesson, seats).forEach((what, children) -> counts.merge(what, children, Integer::sum)));
        return counts;
    }

    /** The counts of one session. */
    static Map<LessonCount, Integer> of(Lesson lesson, Collection<SeatTimeline> walks) {
        var counting = new SessionCounter(lesson);
        walks.forEach(counting::walked);
        counting.answered(walks.stream().map(SeatTimeline::seen).toList());
        counting.counts.values().removeIf(children -> children == 0);
        return counting.counts;
    }

    /** Adds up the counts of one session. */
    private static final class SessionCounter {
        private final Lesson lesson;
        private final Map<String, Integer> places = new HashMap<>();
        private final Map<LessonCount, Integer> counts = new TreeMap<>();

        SessionCounter(Lesson lesson) {
            this.lesson = lesson;
            lesson.steps().forEach(step -> places.put(step.key(), places.size() + 1));
        }

        private void add(LessonCount what, int children) {
            counts.merge(what, children, Integer::sum);
        }

        /** Counts the steps a child saw, how long each took until they first saw another, and where they stopped. */
        void walked(SeatTimeline walk) {
            String at = null;
            Instant since = Instant.MIN;
            int furthest = 0;
            for (var next : walk.steps().entrySet()) {
                int place = places.getOrDefault(next.getKey(), 0);
                if (at != null) {
                    took(at, since, next.getValue());
                }
                at = place == 0 ? null : next.getKey();
                since = next.getValue();
                furthest = Math.max(furthest, place);
                if (place > 0) {
                    add(LessonCount.of(next.getKey(), CountKind.REACHED), 1);
                }
            }
            if (walk.seen().finished() && at != null && walk.seen().last() != null) {
                took(at, since, walk.seen().last());
            } else if (!walk.seen().finished() && furthest > 0) {
                add(LessonCount.of(lesson.steps().get(furthest - 1).key(), CountKind.STOPPED), 1);
            }
        }

        private void took(String step, Instant from, Instant to) {
            add(
                    new LessonCount(
                            step,
                            CountKind.TOOK,
                            StepTime.of(Duration.between(from, to)).name()),
                    1);
        }

        /** Counts answers with {@link ClassAnswersQuery}, so that analysis and the class's result agree. */
        void answered(List<SeatSummary> seen) {
            var questions = LiveQuestion.of(lesson);
            var sure = new ConfidenceScales(lesson);
            var result = ClassAnswersQuery.of(seen, questions, Map.of(), sure::sureAndWrong);
            for (var asked : result.questions()) {
                var question = questions.stream()
                        .filter(one -> one.step() == asked.step())
                        .findFirst()
                        .orElseThrow();
                add(LessonCount.of(question.key(), CountKind.ANSWERED), asked.answered());
                add(LessonCount.of(question.key(), CountKind.SURE_AND_WRONG), asked.sureWrong());
                for (int i = 0; i < asked.answers().size(); i++) {
                    var option = question.options().get(i).key();
                    add(
                            new LessonCount(question.key(), CountKind.CHOSE, option),
                            asked.answers().get(i).times());
                }
            }
            for (var seat : seen) {
                seat.given().stream()
                        .filter(given -> Boolean.TRUE.equals(given.right()) && places.containsKey(given.step()))
                        .forEach(given -> add(LessonCount.of(given.step(), CountKind.RIGHT), 1));
                sure.answeredBoth(seat).forEach(place -> add(LessonCount.of(keyAt(place), CountKind.SAID_HOW_SURE), 1));
            }
            pairs(questions, result);
        }

        private void pairs(List<LiveQuestion> questions, ClassAnswers result) {
            var askedAgain = questions.stream()
                    .filter(one -> questions.stream().anyMatch(other -> Lesson.isBefore(other.key(), one.key())))
                    .toList();
            for (int i = 0; i < askedAgain.size(); i++) {
                var question = askedAgain.get(i);
                var pair = result.pairs().get(i);
                add(LessonCount.of(question.key(), CountKind.BOTH), pair.seats());
                add(LessonCount.of(question.key(), CountKind.HIGHER), pair.higher());
                add(LessonCount.of(question.key(), CountKind.SAME), pair.same());
                add(LessonCount.of(question.key(), CountKind.LOWER), pair.lower());
                for (int option = 0; option < pair.answers().size(); option++) {
                    var key = question.options().get(option).key();
                    var both = pair.answers().get(option);
                    add(new LessonCount(question.key(), CountKind.BEFORE, key), both.before());
                    add(new LessonCount(question.key(), CountKind.AFTER, key), both.after());
                }
            }
        }

        private String keyAt(int place) {
            Step step = lesson.steps().get(place - 1);
            return step.key();
        }
    }
}
