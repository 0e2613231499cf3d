package uk.thinkuknow.exchange.formats;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.lesson.Question;
import uk.thinkuknow.curriculum.lesson.QuestionKind;
import uk.thinkuknow.curriculum.lesson.Step;
import uk.thinkuknow.web.SpreadsheetText;

/** Writes the questions of a lesson as CSV, with a line for each answer. */
final class QuestionsCsv {
    private static final List<String> HEADER =
            List.of("screen", "title", "kind", "key", "question", "answer", "belongs to", "right", "feedback");

    private QuestionsCsv() {}

    /**
     * One answer: its text, the place, group or gap where it belongs, whether it is right, and its feedback. A field
     * that does not apply is empty.
     */
    private record Answer(String text, String place, String right, String feedback) {}

    static byte[] write(Lesson lesson) {
        var text = new StringWriter();
        text.write(SpreadsheetText.BYTE_ORDER_MARK);
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(HEADER);
            for (int i = 0; i < lesson.steps().size(); i++) {
                if (lesson.steps().get(i) instanceof Step.Ask ask) {
                    var number = String.valueOf(i + 1);
                    answers(ask.question()).forEach(answer -> csv.writeRecord(cells(number, ask, answer)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> cells(String number, Step.Ask ask, Answer answer) {
        var question = ask.question();
        return Stream.of(
                        number,
                        ask.title(),
                        QuestionKind.of(question).key(),
                        question.key(),
                        question.stem(),
                        answer.text,
                        answer.place,
                        answer.right,
                        answer.feedback)
                .map(SpreadsheetText::harmless)
                .toList();
    }

    private static Stream<Answer> answers(Question question) {
        return switch (question) {
            case Question.SingleChoice q -> options(q.options());
            case Question.PictureChoice q -> options(q.options());
            case Question.MultipleChoice q -> options(q.options());
            case Question.TrueFalse q ->
                Stream.of(
                        new Answer("True", "", yes(q.right()), q.feedbackTrue()),
                        new Answer("Not true", "", yes(!q.right()), q.feedbackFalse()));
            case Question.PutInOrder q ->
                IntStream.range(0, q.items().size())
                        .mapToObj(i -> new Answer(q.items().get(i).text(), String.valueOf(i + 1), "", ""));
            case Question.Match q ->
                q.pairs().stream().map(pair -> new Answer(pair.text(), pair.partner(), "", pair.feedback()));
            case Question.Sort q ->
                q.items().stream().map(item -> new Answer(item.text(), group(q, item), "", item.feedback()));
            case Question.FillTheGap q -> q.words().stream().map(word -> word(q, word));
            case Question.SpotIt q ->
                q.spots().stream().map(spot -> new Answer(spot.text(), "", yes(spot.right()), spot.feedback()));
            case Question.Poll q ->
                q.choices().stream().map(choice -> new Answer(choice.text(), "", "", choice.feedback()));
            case Question.Scale q ->
                q.points().stream().map(point -> new Answer(point.text(), "", "", point.feedback()));
            case Question.Story q ->
                q.scenes().stream()
                        .flatMap(scene -> scene.turns().stream()
                                .map(turn -> new Answer(
                                        turn.text(),
                                        scene.text(),
                                        q.scored() ? yes(turn.best()) : "",
                                        turn.feedback())));
        };
    }

    private static Stream<Answer> options(List<Question.Option> options) {
        return options.stream().map(option -> new Answer(option.text(), "", yes(option.right()), option.feedback()));
    }

    /** Returns the line of a word: its place names the gaps that it fills. */
    private static Answer word(Question.FillTheGap q, Question.Word word) {
        var gaps = IntStream.range(0, q.gaps().size())
                .filter(i -> q.gaps().get(i).equals(word.key()))
                .mapToObj(i -> "gap " + (i + 1))
                .toList();
        return new Answer(word.text(), String.join(", ", gaps), yes(!gaps.isEmpty()), word.feedback());
    }

    private static String group(Question.Sort q, Question.Sorted item) {
        return q.groups().stream()
                .filter(group -> group.key().equals(item.group()))
                .map(Question.Group::text)
                .findFirst()
                .orElse("");
    }

    private static String yes(boolean right) {
        return right ? "yes" : "no";
    }
}
