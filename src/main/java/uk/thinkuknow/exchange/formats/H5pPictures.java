package uk.thinkuknow.exchange.formats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.lesson.Question;
import uk.thinkuknow.exchange.content.ImportedQuestion;
import uk.thinkuknow.exchange.content.LessonBuilder;
import uk.thinkuknow.exchange.content.MatchItem;
import uk.thinkuknow.exchange.content.PairQuestions;
import uk.thinkuknow.exchange.content.PictureFinder;
import uk.thinkuknow.exchange.content.RichText;
import uk.thinkuknow.exchange.content.UniqueKeys;
import uk.thinkuknow.exchange.qti.PictureScene;

import static uk.thinkuknow.exchange.formats.H5pParams.each;
import static uk.thinkuknow.exchange.formats.H5pParams.html;

/**
 * Reads H5P questions about pictures: choosing pictures, dragging things onto named zones, finding spots in a picture.
 */
final class H5pPictures {
    /** The empty list of drop zones: an element that has it is only decoration. */
    private static final JsonNode NOWHERE = JsonNodeFactory.instance.arrayNode();

    private H5pPictures() {}

    /**
     * Reads a choice among pictures.
     *
     * @throws Refused if an answer has no picture, or its picture has no alternative text
     */
    static void chosen(JsonNode params, ImportedQuestion quiz) {
        var answers = each(params, "options")
                .map(option -> new ImportedQuestion.ImportedAnswer(
                        shown(option.path("media").path("params")),
                        option.path("correct").asBoolean() ? 1 : 0,
                        ""))
                .toList();
        if (answers.stream()
                .anyMatch(answer -> answer.words().images().isEmpty()
                        || answer.words().images().getFirst().words().isEmpty())) {
            throw new Refused("formats.hasPicturesToChooseFrom");
        }
        quiz.choose(
                answers, answers.stream().filter(answer -> answer.worth() > 0).count() <= 1);
    }

    /**
     * Reads a question in which things are dragged onto zones as a match or sort question.
     *
     * @throws Refused if a thing or its zone has no words
     */
    static void laid(JsonNode params, ImportedQuestion quiz) {
        var task = params.path("question").path("task");
        var things = new TreeMap<Integer, MatchItem>();
        var elements = each(task, "elements").toList();
        for (int at = 0; at < elements.size(); at++) {
            if (!elements.get(at).path("dropZones").equals(NOWHERE)) {
                things.put(at, quiz.thing(shown(elements.get(at).path("type").path("params"))));
            }
        }
        var pairs = new ArrayList<PairQuestions.Pair>();
        var places = new ArrayList<MatchItem>();
        each(task, "dropZones").forEach(zone -> {
            var place = quiz.thing(html(zone, "label"));
            places.add(place);
            each(zone, "correctElements").forEach(number -> {
                var matchItem = things.get(number.asInt(-1));
                if (matchItem == null
                        || matchItem.text().isEmpty()
                        || place.text().isEmpty()) {
                    throw new Refused("formats.asksForThingsToBe");
                }
                pairs.add(new PairQuestions.Pair(matchItem, place));
            });
        });
        quiz.pairs(pairs, List.copyOf(things.values()), places);
    }

    /**
     * Reads a question that asks for spots in a picture; the file gives them in percent of its width and height.
     *
     * @throws Refused if no spot is right
     */
    static void found(JsonNode params, ImportedQuestion quiz, LessonBuilder draft, PictureFinder media) {
        var question = params.path("imageHotspotQuestion");
        var image = question.path("backgroundImageSettings");
        var file = image.path("path").isMissingNode() ? image.path("backgroundImage") : image;
        var source = file.path("path").asText();
        var settings = question.path("hotspotSettings");
        double width = file.path("width").asDouble();
        double height = file.path("height").asDouble();
        var scene = PictureScene.of(width, height, source.endsWith(".svg") ? media.find(source) : null);
        var keys = new UniqueKeys();
        var spots = new ArrayList<Question.Spot>();
        each(settings, "hotspot").forEach(spot -> {
            var place = spot.path("computedSettings");
            double left = place.path("x").asDouble() * scene.width() / 100;
            double top = place.path("y").asDouble() * scene.height() / 100;
            double across = place.path("width").asDouble() * scene.width() / 100;
            double down = place.path("height").asDouble() * scene.height() / 100;
            var user = spot.path("userSettings");
            spots.add(scene.spot(
                    keys.keyFor("spot", "spot"),
                    "",
                    new double[] {left, top, left + across, top + down},
                    user.path("correct").asBoolean(),
                    html(user, "feedbackText").plain()));
        });
        if (spots.stream().noneMatch(Question.Spot::right)) {
            throw new Refused("formats.doesNotSayWhichPlace");
        }
        quiz.lost().add(Words.of("formats.whatItsPlacesAreCalled"));
        if (!html(settings, "noneSelectedFeedback").isEmpty()) {
            quiz.lost().add(Words.of("formats.whatItSaysToA"));
        }
        quiz.spots(spots, scene.picture(draft, media, source, "", quiz.lost()));
    }

    /** Returns the text of an element, or its picture with the alternative text. */
    private static RichText shown(JsonNode shown) {
        var path = shown.path("file").path("path").asText();
        return path.isEmpty() ? html(shown, "text") : H5pParams.picture(path, shown);
    }
}
