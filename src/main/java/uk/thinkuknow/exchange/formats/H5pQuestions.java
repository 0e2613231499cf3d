package uk.thinkuknow.exchange.formats;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.exchange.content.ImportedQuestion;
import uk.thinkuknow.exchange.content.LessonBuilder;
import uk.thinkuknow.exchange.content.PairQuestions;
import uk.thinkuknow.exchange.content.PictureFinder;
import uk.thinkuknow.exchange.content.RichText;

import static uk.thinkuknow.exchange.formats.H5pParams.each;
import static uk.thinkuknow.exchange.formats.H5pParams.html;
import static uk.thinkuknow.exchange.formats.H5pParams.pictured;

/** Turns one H5P content, such as a multiple choice or an accordion, into questions and texts of the lesson. */
final class H5pQuestions {
    private final LessonBuilder draft;
    private final PictureFinder media;
    private final String name;

    H5pQuestions(LessonBuilder draft, PictureFinder media, String name) {
        this.draft = draft;
        this.media = media;
        this.name = name;
    }

    /** Returns the reader for an H5P content type; null if this product has no step for it. */
    @Nullable
    Consumer<JsonNode> readerFor(String kind) {
        return switch (kind) {
            case "H5P.MultiChoice" -> this::multiChoice;
            case "H5P.TrueFalse" -> this::trueFalse;
            case "H5P.SingleChoiceSet" -> this::singleChoices;
            case "H5P.DragText" -> texts()::dragged;
            case "H5P.Blanks" -> params -> texts().typed(params, this::taking);
            case "H5P.MarkTheWords" -> texts()::marked;
            case "H5P.Essay" ->
                params ->
                        quiz(pictured(params, html(params, "taskDescription"))).reflect();
            case "H5P.OpenEndedQuestion" ->
                params ->
                        quiz(RichText.ofPlain(params.path("question").asText())).reflect();
            case "H5P.Accordion" -> params -> panels(each(params, "panels"), "title", "");
            case "H5P.ImageHotspots" ->
                params -> panels(each(params, "hotspots"), "header", Words.of("formats.whereOnItsPictureIt"));
            case "H5P.AdvancedText", "H5P.Text", "H5P.Table" ->
                params -> quiz(html(params, "text")).read();
            case "H5P.Summary" -> this::summaries;
            case "H5P.SortParagraphs" -> this::paragraphs;
            case "H5P.DragQuestion" -> this::dragged;
            case "H5P.MultiMediaChoice" ->
                params -> H5pPictures.chosen(params, quiz(pictured(params, html(params, "question"))));
            case "H5P.ImageHotspotQuestion" -> this::found;
            case "H5P.Dialogcards" -> this::cards;
            case "H5P.SimpleMultiChoice" -> this::poll;
            default -> null;
        };
    }

    private void multiChoice(JsonNode params) {
        var quiz = quiz(pictured(params, html(params, "question")));
        var answers = each(params, "answers")
                .map(answer -> new ImportedQuestion.ImportedAnswer(
                        html(answer, "text"),
                        answer.path("correct").asBoolean() ? 1 : 0,
                        html(answer.path("tipsAndFeedback"), "chosenFeedback").plain()))
                .toList();
        if (each(params, "answers")
                .anyMatch(answer -> !html(answer.path("tipsAndFeedback"), "tip").isEmpty())) {
            quiz.lost().add(Words.of("formats.hintsBesideItsAnswers"));
        }
        var behaviour = params.path("behaviour");
        if (behaviour.path("randomAnswers").asBoolean()) {
            quiz.lost().add(Words.of("formats.theMixedOrderOfIts"));
        }
        long right = answers.stream().filter(answer -> answer.worth() > 0).count();
        var type = behaviour.path("type").asText("auto");
        boolean single = type.equals("single") || !type.equals("multi") && right <= 1;
        if (single && right > 1) {
            // H5P accepts any one of the right answers; our questions cannot say that.
            quiz.lost().add(Words.of("formats.thatAnyOneOfIts"));
            single = false;
        }
        quiz.choose(answers, single);
    }

    private void trueFalse(JsonNode params) {
        boolean right = params.path("correct").asText().equals("true");
        var behaviour = params.path("behaviour");
        var well = html(behaviour, "feedbackOnCorrect").plain();
        var wrong = html(behaviour, "feedbackOnWrong").plain();
        quiz(pictured(params, html(params, "question"))).statement(right, right ? well : wrong, right ? wrong : well);
    }

    /** H5P lists the right answer first and shuffles the answers for display. */
    private void singleChoices(JsonNode params) {
        each(params, "choices")
                .forEach(choice -> taking(html(choice, "question"), quiz -> mixed(quiz, each(choice, "answers"))));
    }

    private void summaries(JsonNode params) {
        var intro = html(params, "intro");
        // Every interactive video ends with a summary, which is often left empty.
        each(params, "summaries")
                .filter(panel -> !panel.path("summary").isEmpty())
                .forEach(panel -> taking(intro, quiz -> mixed(quiz, each(panel, "summary"))));
    }

    private static void mixed(ImportedQuestion quiz, Stream<JsonNode> told) {
        var answers = new ArrayList<ImportedQuestion.ImportedAnswer>();
        told.forEach(answer -> answers.add(
                new ImportedQuestion.ImportedAnswer(RichText.ofHtml(answer.asText()), answers.isEmpty() ? 1 : 0, "")));
        quiz.lost().add(Words.of("formats.theMixedOrderOfIts"));
        quiz.choose(answers, true);
    }

    private void paragraphs(JsonNode params) {
        var things = each(params, "paragraphs")
                .map(words -> RichText.ofHtml(words.asText()))
                .toList();
        quiz(pictured(params, html(params, "taskDescription"))).order(things, "", "");
    }

    private H5pTexts texts() {
        return new H5pTexts(this::quiz);
    }

    private void dragged(JsonNode params) {
        var asked = RichText.ofPlain(
                params.path("question").path("settings").path("questionTitle").asText(name));
        H5pPictures.laid(params, quiz(asked.isEmpty() ? RichText.ofPlain(name) : asked));
    }

    private void found(JsonNode params) {
        var task = html(params.path("imageHotspotQuestion").path("hotspotSettings"), "taskDescription");
        H5pPictures.found(params, quiz(task.isEmpty() ? RichText.ofPlain(name) : task), draft, media);
    }

    /**
     * Adds a step to read for each panel.
     *
     * @param called the field with the panel's title
     * @param lost the part of the panels that is dropped, in words; empty if there is none
     */
    private void panels(Stream<JsonNode> panels, String called, String lost) {
        panels.forEach(panel -> {
            var title = html(panel, called).plain();
            ImportedQuestion.readOrReport(draft, title.isEmpty() ? name : title, () -> {
                // Older files hold the text itself, newer ones an H5P text element.
                var own = html(panel, "content");
                var words = Stream.of("content", "action")
                        .flatMap(part -> panel.path(part).findValues("text").stream())
                        .map(text -> RichText.ofHtml(text.asText()))
                        .reduce(own, RichText::and);
                var quiz = new ImportedQuestion(draft, title.isEmpty() ? name : title, words, media, "");
                if (!lost.isEmpty()) {
                    quiz.lost().add(lost);
                }
                quiz.read();
            });
        });
    }

    /** Reads dialog cards as pairs: the two sides of a card belong together. */
    private void cards(JsonNode params) {
        var asked = html(params, "description");
        var quiz = quiz(asked.isEmpty() ? RichText.ofPlain(name) : asked);
        var pairs = each(params, "dialogs")
                .map(card -> new PairQuestions.Pair(quiz.thing(html(card, "text")), quiz.thing(html(card, "answer"))))
                .toList();
        quiz.pairs(
                pairs,
                pairs.stream().map(PairQuestions.Pair::one).toList(),
                pairs.stream().map(PairQuestions.Pair::other).toList());
    }

    private void poll(JsonNode params) {
        quiz(RichText.ofHtml(params.path("question").asText()))
                .choose(
                        each(params, "alternatives")
                                .map(answer -> new ImportedQuestion.ImportedAnswer(
                                        html(answer, "text"),
                                        0,
                                        html(answer, "feedback").plain()))
                                .toList(),
                        true);
    }

    private void taking(RichText question, Consumer<ImportedQuestion> reading) {
        ImportedQuestion.readOrReport(
                draft, name.isEmpty() ? question.asked() : name, () -> reading.accept(quiz(question)));
    }

    private ImportedQuestion quiz(RichText question) {
        return new ImportedQuestion(draft, name, question, media, "");
    }
}
