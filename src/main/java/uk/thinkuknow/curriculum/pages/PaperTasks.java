package uk.thinkuknow.curriculum.pages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.lesson.Markdown;
import uk.thinkuknow.curriculum.lesson.Picture;
import uk.thinkuknow.curriculum.lesson.Question;
import uk.thinkuknow.curriculum.lesson.QuestionViews;
import uk.thinkuknow.curriculum.lesson.Shuffle;

/**
 * Chooses, for each kind of question, the instruction on the paper answer sheet and the boxes or lines to fill in. A
 * new kind does not compile until it has them.
 */
final class PaperTasks {
    private PaperTasks() {}

    /** Boxes to tick, one below the other; wide ones where a number is written. */
    @CheckedTemplate(basePath = "curriculum/pages", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PaperTicks(List<Answer> answers, boolean wide) implements TemplateInstance {}

    /** Boxes to tick, side by side. */
    @CheckedTemplate(basePath = "curriculum/pages", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PaperRow(List<Answer> answers) implements TemplateInstance {}

    /** Two columns to connect with lines. */
    @CheckedTemplate(basePath = "curriculum/pages", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PaperPairs(List<PairRow> rows) implements TemplateInstance {}

    /** A table with a box for each item and group. */
    @CheckedTemplate(basePath = "curriculum/pages", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PaperGroups(List<Question.Group> groups, List<Question.Sorted> items) implements TemplateInstance {}

    /** A text with blank lines to write on, and the words to choose from. */
    @CheckedTemplate(basePath = "curriculum/pages", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PaperGaps(RawString text, String words) implements TemplateInstance {}

    /** A picture to search, and boxes to tick. */
    @CheckedTemplate(basePath = "curriculum/pages", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PaperSpots(Picture picture, List<Answer> answers) implements TemplateInstance {}

    /** Scenes, each with boxes to tick and the next scene for each. */
    @CheckedTemplate(basePath = "curriculum/pages", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PaperStory(List<PaperScene> scenes) implements TemplateInstance {}

    /** An answer with a sign that the class can call out. */
    record Answer(String sign, String text, @Nullable Picture picture) {}

    /** A row with an item on the left and a partner, often of another item, on the right. */
    record PairRow(Question.Pair left, Question.Pair right) {}

    /** A scene of a story on paper. */
    record PaperScene(int number, RawString text, @Nullable Picture picture, List<Answer> answers) {}

    /** Returns the instruction, in a few words. */
    static String how(Question question, Language language) {
        return switch (question) {
            case Question.SingleChoice q -> Words.in(language, "onpaper.tickOne");
            case Question.PictureChoice q -> Words.in(language, "onpaper.tickOne");
            case Question.MultipleChoice q -> Words.in(language, "onpaper.tickAll");
            case Question.TrueFalse q -> Words.in(language, "onpaper.tickOne");
            case Question.PutInOrder q -> Words.in(language, "onpaper.writeOrder");
            case Question.Match q -> Words.in(language, "onpaper.drawLines");
            case Question.Sort q -> Words.in(language, "onpaper.tickGroup");
            case Question.FillTheGap q -> Words.in(language, "onpaper.writeWords");
            case Question.SpotIt q -> Words.in(language, "onpaper.lookAndTick");
            case Question.Scale q -> Words.in(language, "onpaper.noRightOrWrong");
            case Question.Poll q ->
                q.comesBack()
                        ? Words.in(language, "onpaper.answerAtTheEnd")
                        : Words.in(language, "onpaper.noRightOrWrong");
            case Question.Story q -> Words.in(language, "onpaper.story");
        };
    }

    /** Returns the boxes or lines of a question to fill in. */
    static TemplateInstance of(Question question, Language language) {
        return switch (question) {
            case Question.SingleChoice q -> new PaperTicks(options(q.options()), false);
            case Question.PictureChoice q -> new PaperTicks(options(q.options()), false);
            case Question.MultipleChoice q -> new PaperTicks(options(q.options()), false);
            case Question.TrueFalse q ->
                new PaperRow(List.of(
                        answer("A", Words.in(language, "onpaper.isTrue")),
                        answer("B", Words.in(language, "onpaper.isFalse"))));
            case Question.PutInOrder q ->
                new PaperTicks(
                        q.startingOrder().stream()
                                .map(item -> new Answer("", item.text(), item.picture()))
                                .toList(),
                        true);
            case Question.Match q -> new PaperPairs(pairs(q));
            case Question.Sort q ->
                new PaperGroups(q.groups(), Shuffle.shuffledOutOfOrder(q.items(), q.key(), Question.Sorted::key));
            case Question.FillTheGap q -> new PaperGaps(Markdown.html(QuestionViews.gapped(q)), words(q));
            case Question.SpotIt q ->
                new PaperSpots(
                        q.picture(),
                        each(q.spots().size(), i -> answer("", q.spots().get(i).text())));
            case Question.Scale q ->
                new PaperRow(each(
                        q.points().size(), i -> answer("", q.points().get(i).text())));
            case Question.Poll q ->
                new PaperTicks(
                        each(
                                q.choices().size(),
                                i -> new Answer(
                                        QuestionViews.sign(i),
                                        q.choices().get(i).text(),
                                        q.choices().get(i).picture())),
                        false);
            case Question.Story q -> new PaperStory(scenes(q, language));
        };
    }

    private static List<Answer> options(List<Question.Option> options) {
        return each(
                options.size(),
                i -> new Answer(
                        QuestionViews.sign(i),
                        options.get(i).text(),
                        options.get(i).picture()));
    }

    private static Answer answer(String sign, String text) {
        return new Answer(sign, text, null);
    }

    /** Partners are shifted by one row, so that no right pair is on the same row. */
    private static List<PairRow> pairs(Question.Match question) {
        var pairs = question.pairs();
        return IntStream.range(0, pairs.size())
                .mapToObj(i -> new PairRow(pairs.get(i), pairs.get((i + 1) % pairs.size())))
                .toList();
    }

    private static String words(Question.FillTheGap question) {
        return String.join(
                " · ",
                question.words().stream()
                        .map(Question.Word::text)
                        .sorted(Comparator.naturalOrder())
                        .toList());
    }

    private static List<PaperScene> scenes(Question.Story story, Language language) {
        return IntStream.range(0, story.scenes().size())
                .mapToObj(i -> paperScene(i + 1, story.scenes().get(i), story, language))
                .toList();
    }

    private static PaperScene paperScene(int number, Question.Scene scene, Question.Story story, Language language) {
        return new PaperScene(
                number,
                Markdown.html(scene.text()),
                scene.picture(),
                each(scene.turns().size(), i -> turn(scene.turns().get(i), story, language)));
    }

    private static Answer turn(Question.Turn turn, Question.Story story, Language language) {
        int next = QuestionViews.numberOf(story, turn.to());
        return answer(
                next == 0 ? Words.in(language, "onpaper.theEnd") : Words.in(language, "onpaper.goTo", next),
                turn.text());
    }

    private static List<Answer> each(int size, IntFunction<Answer> how) {
        return IntStream.range(0, size).mapToObj(how).toList();
    }
}
