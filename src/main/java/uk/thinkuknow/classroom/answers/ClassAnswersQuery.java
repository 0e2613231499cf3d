package uk.thinkuknow.classroom.answers;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.answers.ClassAnswers.Both;
import uk.thinkuknow.classroom.answers.ClassAnswers.Pair;
import uk.thinkuknow.classroom.player.LiveQuestion;
import uk.thinkuknow.classroom.player.SeatSummary;
import uk.thinkuknow.classroom.room.ConfidenceScales;
import uk.thinkuknow.curriculum.lesson.Lesson;

/**
 * Counts the answers of a session by option, and compares each seat's answers at the start and at the end of the
 * lesson.
 */
@Singleton
public class ClassAnswersQuery {
    private final SeatEventQuery rows;
    private final HandCounts hands;

    ClassAnswersQuery(SeatEventQuery rows, HandCounts hands) {
        this.rows = rows;
        this.hands = hands;
    }

    /**
     * The result of a session. A question that nobody answered on a device shows the hands counted in class.
     *
     * @return empty if nothing was answered or counted, or if the answers were deleted (30 days after the session)
     */
    public Optional<ClassAnswers> of(long session, Lesson lesson) {
        var seen = rows.seen(session).values().stream()
                .filter(each -> each.answered() > 0)
                .toList();
        var raised = hands.of(session);
        return seen.isEmpty() && raised.isEmpty()
                ? Optional.empty()
                : Optional.of(of(seen, LiveQuestion.of(lesson), raised, new ConfidenceScales(lesson)::sureAndWrong));
    }

    /**
     * Counts the answers of these seats; questions without an answer show the counted hands.
     *
     * @param hands step key → answer key → hands
     * @param sureAndWrong gives the step numbers of the questions that a seat answered wrong and was sure of
     */
    public static ClassAnswers of(
            Collection<SeatSummary> seen,
            List<LiveQuestion> questions,
            Map<String, Map<String, Integer>> hands,
            Function<SeatSummary, List<Integer>> sureAndWrong) {
        var sure =
                seen.stream().flatMap(seat -> sureAndWrong.apply(seat).stream()).toList();
        var asked = new ArrayList<ClassAnswers.Asked>();
        var pairs = new ArrayList<Pair>();
        for (var question : questions) {
            var before = questions.stream()
                    .filter(other -> Lesson.isBefore(other.key(), question.key()))
                    .findFirst();
            if (before.isPresent()) {
                var pair = pair(seen, before.get(), question);
                var raised = hands.getOrDefault(before.get().key(), Map.of());
                var raisedAfter = hands.getOrDefault(question.key(), Map.of());
                pairs.add(
                        pair.seats() > 0 || raised.isEmpty() && raisedAfter.isEmpty()
                                ? pair
                                : byHands(question, raised, raisedAfter));
            } else if (questions.stream().noneMatch(other -> Lesson.isBefore(question.key(), other.key()))) {
                asked.add(asked(
                        seen,
                        question,
                        hands.getOrDefault(question.key(), Map.of()),
                        Collections.frequency(sure, question.step())));
            }
        }
        return new ClassAnswers(seen.size(), asked, pairs);
    }

    private static ClassAnswers.Asked asked(
            Collection<SeatSummary> seen, LiveQuestion question, Map<String, Integer> hands, int sureWrong) {
        var counted = question.answers(seen);
        if (counted.answered() == 0 && !hands.isEmpty()) {
            return new ClassAnswers.Asked(
                    question.step(),
                    question.stem(),
                    hands.values().stream().mapToInt(Integer::intValue).sum(),
                    question.hands().stream()
                            .map(option -> new ClassAnswers.Given(
                                    option.text(), option.right(), hands.getOrDefault(option.key(), 0)))
                            .toList(),
                    0);
        }
        var answers = new ArrayList<ClassAnswers.Given>();
        for (int i = 0; i < question.options().size(); i++) {
            var option = question.options().get(i);
            answers.add(new ClassAnswers.Given(
                    option.text(), option.right(), counted.counts().get(i)));
        }
        return new ClassAnswers.Asked(question.step(), question.stem(), counted.answered(), answers, sureWrong);
    }

    /**
     * A pair from counted hands. They say nothing about single children, so the numbers of those who changed their
     * answer are 0.
     */
    private static Pair byHands(LiveQuestion question, Map<String, Integer> before, Map<String, Integer> after) {
        return new Pair(
                question.stem(),
                0,
                0,
                0,
                0,
                question.options().stream()
                        .map(option -> new Both(
                                option.text(),
                                option.right(),
                                before.getOrDefault(option.key(), 0),
                                after.getOrDefault(option.key(), 0)))
                        .toList());
    }

    private static Pair pair(Collection<SeatSummary> seen, LiveQuestion before, LiveQuestion after) {
        var both = seen.stream()
                .filter(seat -> placeOf(seat, before) != null && placeOf(seat, after) != null)
                .toList();
        var counts = before.answers(both).counts();
        var countsAfter = after.answers(both).counts();
        var answers = new ArrayList<Both>();
        for (int i = 0; i < after.options().size(); i++) {
            var option = after.options().get(i);
            answers.add(new Both(option.text(), option.right(), counts.get(i), countsAfter.get(i)));
        }
        var moves = both.stream()
                .map(seat -> Integer.signum(worth(seat, after, after) - worth(seat, before, after)))
                .toList();
        return new Pair(after.stem(), both.size(), count(moves, 1), count(moves, 0), count(moves, -1), answers);
    }

    /**
     * Points for an answer: 1 if right, 0 if wrong; on a scale or in a poll, which have no right answer, the index of
     * the chosen option, from 0.
     */
    private static int worth(SeatSummary seat, LiveQuestion asked, LiveQuestion judged) {
        int place = Objects.requireNonNull(placeOf(seat, asked));
        boolean scored = judged.options().stream().anyMatch(LiveQuestion.LiveOption::right);
        return scored ? judged.options().get(place).right() ? 1 : 0 : place;
    }

    private static @Nullable Integer placeOf(SeatSummary seat, LiveQuestion question) {
        return seat.given().stream()
                .filter(each -> each.step().equals(question.key()))
                .flatMap(each -> Stream.iterate(0, i -> i < question.options().size(), i -> i + 1)
                        .filter(i -> question.options().get(i).key().equals(each.chosen())))
                .findFirst()
                .orElse(null);
    }

    private static int count(List<Integer> moves, int way) {
        return (int) moves.stream().filter(move -> move == way).count();
    }
}
