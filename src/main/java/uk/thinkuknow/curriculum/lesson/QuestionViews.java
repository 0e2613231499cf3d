package uk.thinkuknow.curriculum.lesson;

import io.quarkus.qute.RawString;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.lesson.StepView.AnswerView;
import uk.thinkuknow.curriculum.lesson.StepView.Part;
import uk.thinkuknow.curriculum.lesson.StepView.QuestionView;

/**
 * Converts each kind of question into the view that teachers read: the question, its answers with signs, and which are
 * right.
 */
public final class QuestionViews {
    private static final RawString NOTHING = new RawString("");

    private QuestionViews() {}

    static QuestionView of(Question question) {
        return switch (question) {
            case Question.SingleChoice q -> view(q, Words.of("lessonParts.oneIsRight"), options(q.options()));
            case Question.PictureChoice q -> view(q, Words.of("lessonParts.onePictureIsRight"), options(q.options()));
            case Question.MultipleChoice q -> view(q, Words.of("lessonParts.severalMayBeRight"), options(q.options()));
            case Question.TrueFalse q ->
                view(
                        q,
                        Words.of("lessonParts.trueOrFalse"),
                        List.of(
                                new AnswerView("A", "True", null, q.right(), q.feedbackTrue()),
                                new AnswerView("B", "False", null, !q.right(), q.feedbackFalse())));
            case Question.PutInOrder q ->
                new QuestionView(
                        q.stem(),
                        Words.of("lessonParts.putInOrder"),
                        List.of(placed(each(
                                q.items().size(), i -> item(i + 1, q.items().get(i))))),
                        List.of(
                                Words.of("lessonParts.inTheRightOrder", q.feedbackRight()),
                                Words.of("lessonParts.inAnotherOrder", q.feedbackOther())));
            case Question.Match q ->
                placed(
                        q,
                        Words.of("lessonParts.matchThePairs"),
                        each(q.pairs().size(), i -> pair(sign(i), q.pairs().get(i))));
            case Question.Sort q ->
                placed(
                        q,
                        Words.of("lessonParts.sortIntoGroups"),
                        each(q.items().size(), i -> sorted(sign(i), q.items().get(i), q)));
            case Question.FillTheGap q ->
                new QuestionView(
                        q.stem(),
                        Words.of("lessonParts.fillTheGap"),
                        List.of(new Part(Markdown.html(gapped(q)), null, List.of(), words(q), true)),
                        List.of());
            case Question.SpotIt q -> spotIt(q);
            case Question.Scale q ->
                view(
                        q,
                        Words.of("lessonParts.howDoYouFeelNot"),
                        each(q.points().size(), i -> point(i + 1, q.points().get(i))));
            case Question.Poll q ->
                view(
                        q,
                        Words.of("lessonParts.whatDoYouThinkNot"),
                        each(
                                q.choices().size(),
                                i -> choice(sign(i), q.choices().get(i))));
            case Question.Story q -> story(q);
        };
    }

    /** Returns the text with a numbered blank for each gap. */
    public static String gapped(Question.FillTheGap q) {
        var text = new StringBuilder(q.around().getFirst());
        for (int i = 1; i < q.around().size(); i++) {
            text.append("\\_\\_\\_\\_\\_\\_\\_\\_ (")
                    .append(i)
                    .append(')')
                    .append(q.around().get(i));
        }
        return text.toString();
    }

    /** Returns the letter of an answer: A for index 0. */
    public static String sign(int index) {
        return String.valueOf((char) ('A' + index));
    }

    /** Returns the number of a scene in its story, counted from 1; 0 if the story has no such scene, and so ends. */
    public static int numberOf(Question.Story story, String scene) {
        return story.scenes().stream().map(Question.Scene::key).toList().indexOf(scene) + 1;
    }

    private static QuestionView view(Question question, String kind, List<AnswerView> answers) {
        return new QuestionView(question.stem(), kind, List.of(part(answers)), List.of());
    }

    private static QuestionView placed(Question question, String kind, List<AnswerView> answers) {
        return new QuestionView(question.stem(), kind, List.of(placed(answers)), List.of());
    }

    private static Part part(List<AnswerView> answers) {
        return new Part(NOTHING, null, List.of(), answers, true);
    }

    private static Part placed(List<AnswerView> answers) {
        return new Part(NOTHING, null, List.of(), answers, false);
    }

    private static List<AnswerView> options(List<Question.Option> options) {
        return each(options.size(), i -> option(sign(i), options.get(i)));
    }

    private static AnswerView option(String sign, Question.Option option) {
        return new AnswerView(sign, option.text(), option.picture(), option.right(), option.feedback());
    }

    private static AnswerView item(int place, Question.Item item) {
        return new AnswerView(Integer.toString(place), item.text(), item.picture(), true, "");
    }

    private static AnswerView pair(String sign, Question.Pair pair) {
        return new AnswerView(sign, pair.text() + " – " + pair.partner(), pair.picture(), true, pair.feedback());
    }

    private static AnswerView sorted(String sign, Question.Sorted item, Question.Sort question) {
        var group = question.groups().stream()
                .filter(one -> one.key().equals(item.group()))
                .map(Question.Group::text)
                .findFirst()
                .orElse("");
        return new AnswerView(sign, item.text() + " – " + group, item.picture(), true, item.feedback());
    }

    /** Returns the words, each with the numbers of the gaps it fits. */
    private static List<AnswerView> words(Question.FillTheGap question) {
        var answers = new ArrayList<AnswerView>();
        for (var word : question.words()) {
            var gaps = IntStream.range(0, question.gaps().size())
                    .filter(i -> question.gaps().get(i).equals(word.key()))
                    .mapToObj(i -> Integer.toString(i + 1))
                    .toList();
            answers.add(new AnswerView(
                    gaps.isEmpty() ? "–" : String.join(", ", gaps),
                    word.text(),
                    null,
                    !gaps.isEmpty(),
                    word.feedback()));
        }
        return answers;
    }

    private static QuestionView spotIt(Question.SpotIt q) {
        var spots = q.spots();
        var drawn = IntStream.range(0, spots.size())
                .mapToObj(i -> new StepView.Drawn(
                        i + 1,
                        spots.get(i).x(),
                        spots.get(i).y(),
                        spots.get(i).width(),
                        spots.get(i).height()))
                .toList();
        var answers = each(
                spots.size(),
                i -> new AnswerView(
                        Integer.toString(i + 1),
                        spots.get(i).text(),
                        null,
                        spots.get(i).right(),
                        spots.get(i).feedback()));
        return new QuestionView(
                q.stem(),
                Words.of("lessonParts.spotItInThePicture"),
                List.of(new Part(NOTHING, q.picture(), drawn, answers, true)),
                List.of());
    }

    private static AnswerView point(int number, Question.Point point) {
        return new AnswerView(Integer.toString(number), point.text(), null, false, point.feedback());
    }

    private static AnswerView choice(String sign, Question.Choice choice) {
        return new AnswerView(sign, choice.text(), choice.picture(), false, choice.feedback());
    }

    private static QuestionView story(Question.Story q) {
        var parts = new ArrayList<Part>();
        for (var scene : q.scenes()) {
            int number = parts.size() + 1;
            parts.add(new Part(
                    Markdown.html("**Scene " + number + ".** " + scene.text()),
                    scene.picture(),
                    List.of(),
                    each(
                            scene.turns().size(),
                            i -> turn(number + sign(i), scene.turns().get(i), q)),
                    true));
        }
        return new QuestionView(q.stem(), Words.of("lessonParts.aStoryWithChoices"), parts, List.of());
    }

    private static AnswerView turn(String sign, Question.Turn turn, Question.Story story) {
        int next = numberOf(story, turn.to());
        var leads = next == 0
                ? Words.of("lessonParts.theStoryEnds", turn.feedback())
                : Words.of("lessonParts.goOnWithScene", turn.feedback(), next);
        return new AnswerView(sign, turn.text(), null, turn.best(), leads);
    }

    private static List<AnswerView> each(int size, IntFunction<AnswerView> how) {
        return IntStream.range(0, size).mapToObj(how).toList();
    }
}
