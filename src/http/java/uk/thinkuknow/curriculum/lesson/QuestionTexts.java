package uk.thinkuknow.curriculum.lesson;

import java.util.ArrayList;
import java.util.List;

/** Lists the texts of a question that must appear on a page: what it asks and offers, and its feedback. */
public final class QuestionTexts {
    private QuestionTexts() {}

    /** Returns the texts a class needs in order to answer: the question and what there is to choose from. */
    public static List<String> asked(Question question) {
        var words = new ArrayList<String>();
        words.add(question.stem());
        switch (question) {
            case Question.SingleChoice q -> q.options().forEach(option -> words.add(option.text()));
            case Question.PictureChoice q -> q.options().forEach(option -> words.add(option.text()));
            case Question.MultipleChoice q -> q.options().forEach(option -> words.add(option.text()));
            case Question.TrueFalse q -> words.add("True");
            case Question.PutInOrder q -> q.items().forEach(item -> words.add(item.text()));
            case Question.Match q -> q.pairs().forEach(pair -> words.addAll(List.of(pair.text(), pair.partner())));
            case Question.Sort q -> {
                q.groups().forEach(group -> words.add(group.text()));
                q.items().forEach(item -> words.add(item.text()));
            }
            case Question.FillTheGap q -> {
                q.words().forEach(word -> words.add(word.text()));
                q.around().forEach(part -> words.add(part.strip()));
            }
            case Question.SpotIt q -> q.spots().forEach(spot -> words.add(spot.text()));
            case Question.Scale q -> q.points().forEach(point -> words.add(point.text()));
            case Question.Poll q -> q.choices().forEach(choice -> words.add(choice.text()));
            case Question.Story q ->
                q.scenes().forEach(scene -> {
                    words.add(scene.text());
                    scene.turns().forEach(turn -> words.add(turn.text()));
                });
        }
        return words;
    }

    /** Returns the feedback texts. */
    public static List<String> said(Question question) {
        return switch (question) {
            case Question.SingleChoice q ->
                q.options().stream().map(Question.Option::feedback).toList();
            case Question.PictureChoice q ->
                q.options().stream().map(Question.Option::feedback).toList();
            case Question.MultipleChoice q ->
                q.options().stream().map(Question.Option::feedback).toList();
            case Question.TrueFalse q -> List.of(q.feedbackTrue(), q.feedbackFalse());
            case Question.PutInOrder q -> List.of(q.feedbackRight(), q.feedbackOther());
            case Question.Match q ->
                q.pairs().stream().map(Question.Pair::feedback).toList();
            case Question.Sort q ->
                q.items().stream().map(Question.Sorted::feedback).toList();
            case Question.FillTheGap q ->
                q.words().stream().map(Question.Word::feedback).toList();
            case Question.SpotIt q ->
                q.spots().stream().map(Question.Spot::feedback).toList();
            case Question.Scale q ->
                q.points().stream().map(Question.Point::feedback).toList();
            case Question.Poll q ->
                q.choices().stream().map(Question.Choice::feedback).toList();
            case Question.Story q ->
                q.scenes().stream()
                        .flatMap(scene -> scene.turns().stream())
                        .map(Question.Turn::feedback)
                        .toList();
        };
    }
}
