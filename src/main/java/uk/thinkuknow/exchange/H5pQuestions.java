package uk.thinkuknow.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import uk.thinkuknow.shared.Refused;

/** The kinds of question and text of H5P that have a like here. */
final class H5pQuestions {
    private static final Set<String> KNOWN = Set.of(
            "H5P.MultiChoice",
            "H5P.TrueFalse",
            "H5P.SingleChoiceSet",
            "H5P.DragText",
            "H5P.Blanks",
            "H5P.Essay",
            "H5P.AdvancedText",
            "H5P.Text",
            "H5P.Table",
            "H5P.Accordion",
            "H5P.ImageHotspots",
            "H5P.Summary",
            "H5P.SortParagraphs",
            "H5P.DragQuestion",
            "H5P.Dialogcards",
            "H5P.SimpleMultiChoice",
            "H5P.OpenEndedQuestion");
    private static final int MOST_GAPS = 4;
    /** What can be laid nowhere only stands there. */
    private static final JsonNode NOWHERE = JsonNodeFactory.instance.arrayNode();

    private final Draft draft;
    private final Media media;
    private final String name;

    H5pQuestions(Draft draft, Media media, String name) {
        this.draft = draft;
        this.media = media;
        this.name = name;
    }

    boolean knows(String kind) {
        return KNOWN.contains(kind);
    }

    void read(String kind, JsonNode params) {
        switch (kind) {
            case "H5P.MultiChoice" -> multiChoice(params);
            case "H5P.TrueFalse" -> trueFalse(params);
            case "H5P.SingleChoiceSet" -> singleChoices(params);
            case "H5P.DragText" -> dragText(params);
            case "H5P.Blanks" -> blanks(params);
            case "H5P.Essay" ->
                quiz(pictured(params, html(params, "taskDescription"))).reflect();
            case "H5P.OpenEndedQuestion" ->
                quiz(Rich.ofPlain(params.path("question").asText())).reflect();
            case "H5P.Accordion" -> panels(each(params, "panels"), "title", "");
            case "H5P.ImageHotspots" -> panels(each(params, "hotspots"), "header", "where on its picture it stands");
            case "H5P.AdvancedText", "H5P.Text", "H5P.Table" ->
                quiz(html(params, "text")).read();
            case "H5P.Summary" -> summaries(params);
            case "H5P.SortParagraphs" -> paragraphs(params);
            case "H5P.DragQuestion" -> dragged(params);
            case "H5P.Dialogcards" -> cards(params);
            case "H5P.SimpleMultiChoice" -> poll(params);
            default -> throw new Refused("is of a kind that has no like here");
        }
    }

    private void multiChoice(JsonNode params) {
        var quiz = quiz(pictured(params, html(params, "question")));
        var answers = each(params, "answers")
                .map(answer -> new Quiz.Answer(
                        html(answer, "text"),
                        answer.path("correct").asBoolean() ? 1 : 0,
                        html(answer.path("tipsAndFeedback"), "chosenFeedback").plain()))
                .toList();
        if (each(params, "answers")
                .anyMatch(answer -> !html(answer.path("tipsAndFeedback"), "tip").isEmpty())) {
            quiz.lost().add("hints beside its answers");
        }
        var behaviour = params.path("behaviour");
        if (behaviour.path("randomAnswers").asBoolean()) {
            quiz.lost().add("the mixed order of its answers");
        }
        long right = answers.stream().filter(answer -> answer.worth() > 0).count();
        var type = behaviour.path("type").asText("auto");
        boolean single = type.equals("single") || !type.equals("multi") && right <= 1;
        if (single && right > 1) {
            // One of them is enough there; here that cannot be said.
            quiz.lost().add("that any one of its right answers is enough");
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

    /** The first answer is the right one, and they come mixed. */
    private void singleChoices(JsonNode params) {
        each(params, "choices")
                .forEach(choice -> taking(html(choice, "question"), quiz -> {
                    var answers = new ArrayList<Quiz.Answer>();
                    each(choice, "answers")
                            .forEach(answer -> answers.add(
                                    new Quiz.Answer(Rich.ofHtml(answer.asText()), answers.isEmpty() ? 1 : 0, "")));
                    quiz.lost().add("the mixed order of its answers");
                    quiz.choose(answers, true);
                }));
    }

    private void summaries(JsonNode params) {
        var intro = html(params, "intro");
        each(params, "summaries")
                .forEach(panel -> taking(intro, quiz -> {
                    var answers = new ArrayList<Quiz.Answer>();
                    each(panel, "summary")
                            .forEach(answer -> answers.add(
                                    new Quiz.Answer(Rich.ofHtml(answer.asText()), answers.isEmpty() ? 1 : 0, "")));
                    quiz.lost().add("the mixed order of its answers");
                    quiz.choose(answers, true);
                }));
    }

    private void dragText(JsonNode params) {
        var gaps = new Gaps();
        var quiz = quiz(pictured(params, html(params, "taskDescription")));
        var task = html(params, "taskDescription");
        var lines = Rich.ofPlain(H5pGaps.marked(params.path("textField").asText(), gaps, quiz.lost(), false)
                .replaceAll("\\R", "\n\n"));
        var others = H5pGaps.GAP.matcher(params.path("distractors").asText());
        while (others.find()) {
            var word =
                    Rich.ofHtml(others.group(1).replaceAll("(?<!\\\\):.*", "")).plain();
            gaps.word(word, word, "");
        }
        quiz.gaps(gaps, task.and(lines));
    }

    private void blanks(JsonNode params) {
        var task = pictured(params, html(params, "text"));
        var texts = each(params, "questions").map(JsonNode::asText).toList();
        long count = texts.stream()
                .mapToLong(text -> H5pGaps.GAP.matcher(text).results().count())
                .sum();
        var parts = count > MOST_GAPS ? texts : List.of(String.join("\n", texts));
        for (var part : parts) {
            taking(task, quiz -> {
                var gaps = new Gaps();
                quiz.lost().add("typing: children choose from the words that the file lists");
                quiz.gaps(gaps, task.and(Rich.ofHtml(H5pGaps.marked(part, gaps, quiz.lost(), true))));
            });
        }
    }

    private void paragraphs(JsonNode params) {
        var things = each(params, "paragraphs")
                .map(words -> Rich.ofHtml(words.asText()))
                .toList();
        quiz(pictured(params, html(params, "taskDescription"))).order(things, "", "");
    }

    /** Words and pictures with words that are laid on named zones are pairs or groups; without words they are not. */
    private void dragged(JsonNode params) {
        var task = params.path("question").path("task");
        var asked = Rich.ofPlain(
                params.path("question").path("settings").path("questionTitle").asText(name));
        var quiz = quiz(asked.isEmpty() ? Rich.ofPlain(name) : asked);
        var things = new TreeMap<Integer, Thing>();
        var elements = each(task, "elements").toList();
        for (int at = 0; at < elements.size(); at++) {
            if (!elements.get(at).path("dropZones").equals(NOWHERE)) {
                things.put(at, quiz.thing(laid(elements.get(at).path("type").path("params"))));
            }
        }
        var pairs = new ArrayList<Pairs.Pair>();
        var places = new ArrayList<Thing>();
        each(task, "dropZones").forEach(zone -> {
            var place = quiz.thing(html(zone, "label"));
            places.add(place);
            each(zone, "correctElements").forEach(number -> {
                var thing = things.get(number.asInt(-1));
                if (thing == null || thing.text().isEmpty() || place.text().isEmpty()) {
                    throw new Refused("asks for things to be laid on a picture");
                }
                pairs.add(new Pairs.Pair(thing, place));
            });
        });
        quiz.pairs(pairs, List.copyOf(things.values()), places);
    }

    /** Words, or a picture with the words that stand for it. */
    private static Rich laid(JsonNode shown) {
        var path = shown.path("file").path("path").asText();
        return path.isEmpty() ? html(shown, "text") : picture(path, shown);
    }

    /** A screen to read for each, with what it is called. */
    private void panels(Stream<JsonNode> panels, String called, String lost) {
        panels.forEach(panel -> {
            var title = html(panel, called).plain();
            Quiz.taking(draft, title.isEmpty() ? name : title, () -> {
                var words = panel.path("content").findValues("text").stream()
                        .map(text -> Rich.ofHtml(text.asText()))
                        .reduce(Rich.NONE, Rich::and);
                var quiz = new Quiz(draft, title.isEmpty() ? name : title, words, media, "");
                if (!lost.isEmpty()) {
                    quiz.lost().add(lost);
                }
                quiz.read();
            });
        });
    }

    /** Two sides of a card belong together. */
    private void cards(JsonNode params) {
        var asked = html(params, "description");
        var quiz = quiz(asked.isEmpty() ? Rich.ofPlain(name) : asked);
        var pairs = each(params, "dialogs")
                .map(card -> new Pairs.Pair(quiz.thing(html(card, "text")), quiz.thing(html(card, "answer"))))
                .toList();
        quiz.pairs(
                pairs,
                pairs.stream().map(Pairs.Pair::one).toList(),
                pairs.stream().map(Pairs.Pair::other).toList());
    }

    private void poll(JsonNode params) {
        quiz(Rich.ofHtml(params.path("question").asText()))
                .choose(
                        each(params, "alternatives")
                                .map(answer -> new Quiz.Answer(
                                        html(answer, "text"),
                                        0,
                                        html(answer, "feedback").plain()))
                                .toList(),
                        true);
    }

    private void taking(Rich question, Consumer<Quiz> reading) {
        Quiz.taking(draft, name.isEmpty() ? question.asked() : name, () -> reading.accept(quiz(question)));
    }

    private Quiz quiz(Rich question) {
        return new Quiz(draft, name, question, media, "");
    }

    /** The question with the picture that stands above it. */
    private Rich pictured(JsonNode params, Rich question) {
        var type = params.path("media").path("type").isObject()
                ? params.path("media").path("type")
                : params.path("media");
        var shown = type.path("params");
        var path = shown.path("file").path("path").asText();
        if (path.isEmpty()) {
            return type.path("library").asText().matches("H5P\\.(Video|Audio).*")
                            && !shown.path("sources").isEmpty()
                    ? question.and(new Rich(List.of(), List.of(), Set.of("its film or sound")))
                    : question;
        }
        return question.and(picture(path, shown));
    }

    private static Rich picture(String path, JsonNode shown) {
        return new Rich(
                List.of(), List.of(new Rich.Image(path, shown.path("alt").asText())), Set.of());
    }

    private static Rich html(JsonNode node, String field) {
        return Rich.ofHtml(node.path(field).asText());
    }

    private static Stream<JsonNode> each(JsonNode node, String field) {
        return StreamSupport.stream(node.path(field).spliterator(), false);
    }
}
