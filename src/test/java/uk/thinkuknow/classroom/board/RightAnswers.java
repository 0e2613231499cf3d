package uk.thinkuknow.classroom.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import uk.thinkuknow.curriculum.lesson.Question;

/** A right answer to any question, or some answer if the question has no right one, as a child's page sends it. */
public final class RightAnswers {
    private RightAnswers() {}

    public static Object rightFor(Question question) {
        return switch (question) {
            case Question.SingleChoice one -> rightOf(one.options());
            case Question.PictureChoice one -> rightOf(one.options());
            case Question.MultipleChoice several ->
                several.options().stream()
                        .filter(Question.Option::right)
                        .map(Question.Option::key)
                        .toList();
            case Question.TrueFalse statement -> String.valueOf(statement.right());
            case Question.PutInOrder order ->
                order.items().stream().map(Question.Item::key).toList();
            case Question.Match match ->
                match.pairs().stream()
                        .map(pair -> pair.key() + "=" + pair.key())
                        .toList();
            case Question.Sort sort ->
                sort.items().stream()
                        .map(item -> item.key() + "=" + item.group())
                        .toList();
            case Question.FillTheGap text ->
                IntStream.range(0, text.gaps().size())
                        .mapToObj(i -> (i + 1) + "=" + text.gaps().get(i))
                        .toList();
            case Question.SpotIt spots ->
                spots.spots().stream()
                        .filter(Question.Spot::right)
                        .map(Question.Spot::key)
                        .toList();
            case Question.Scale scale -> scale.points().size();
            case Question.Poll poll -> poll.choices().getFirst().key();
            case Question.Story story -> bestWay(story);
        };
    }

    private static String rightOf(List<Question.Option> options) {
        return options.stream()
                .filter(Question.Option::right)
                .findFirst()
                .orElseThrow()
                .key();
    }

    private static List<String> bestWay(Question.Story story) {
        var taken = new ArrayList<String>();
        var scene = Optional.of(story.scenes().getFirst());
        while (scene.isPresent() && !scene.get().turns().isEmpty()) {
            var turns = scene.get().turns();
            var turn = turns.stream().filter(Question.Turn::best).findFirst().orElse(turns.getFirst());
            taken.add(turn.key());
            scene = story.scene(turn.to());
        }
        return taken;
    }
}
