package uk.thinkuknow.curriculum.lesson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Generates random answers to a question, right and wrong, such as a child's page can send. */
public final class GivenAnswers {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Random chance;

    private GivenAnswers(Random chance) {
        this.chance = chance;
    }

    /** Returns a number of random answers to a question. */
    public static List<JsonNode> to(Question question, int many, Random chance) {
        var answers = new GivenAnswers(chance);
        return Stream.generate(() -> JSON.<JsonNode>valueToTree(answers.to(question)))
                .limit(many)
                .toList();
    }

    private Object to(Question question) {
        return switch (question) {
            case Question.SingleChoice q -> one(q.options()).key();
            case Question.PictureChoice q -> one(q.options()).key();
            case Question.MultipleChoice q -> some(q.options(), Question.Option::key);
            case Question.TrueFalse q -> String.valueOf(chance.nextBoolean());
            case Question.PutInOrder q -> mixed(q.items(), Question.Item::key);
            case Question.Match q -> {
                var partners = mixed(q.pairs(), Question.Pair::key);
                yield IntStream.range(0, partners.size())
                        .mapToObj(i -> q.pairs().get(i).key() + "=" + partners.get(i))
                        .toList();
            }
            case Question.Sort q ->
                mixed(q.items(), item -> item.key() + "=" + one(q.groups()).key());
            case Question.FillTheGap q ->
                IntStream.rangeClosed(1, q.gaps().size())
                        .mapToObj(gap -> gap + "=" + one(q.words()).key())
                        .toList();
            case Question.SpotIt q -> some(q.spots(), Question.Spot::key);
            case Question.Scale q -> 1 + chance.nextInt(q.points().size());
            case Question.Poll q -> one(q.choices()).key();
            case Question.Story q -> way(q);
        };
    }

    private List<String> way(Question.Story story) {
        var taken = new ArrayList<String>();
        var scene = story.scenes().getFirst();
        while (!scene.turns().isEmpty()) {
            var turn = one(scene.turns());
            taken.add(turn.key());
            if (turn.to().isEmpty()) {
                break;
            }
            scene = story.scene(turn.to()).orElseThrow();
        }
        return taken;
    }

    private <T> T one(List<T> things) {
        return things.get(chance.nextInt(things.size()));
    }

    private <T> List<String> mixed(List<T> things, Function<T, String> word) {
        var words = new ArrayList<>(things.stream().map(word).toList());
        Collections.shuffle(words, chance);
        return words;
    }

    private <T> List<String> some(List<T> things, Function<T, String> key) {
        return mixed(things, key).subList(0, 1 + chance.nextInt(things.size()));
    }
}
