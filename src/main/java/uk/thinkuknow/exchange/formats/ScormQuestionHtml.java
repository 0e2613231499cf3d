package uk.thinkuknow.exchange.formats;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.lesson.Question;

import static uk.thinkuknow.exchange.content.MarkupTemplates.each;
import static uk.thinkuknow.exchange.content.MarkupTemplates.lines;
import static uk.thinkuknow.exchange.content.MarkupTemplates.markup;
import static uk.thinkuknow.exchange.content.MarkupTemplates.words;
import static uk.thinkuknow.exchange.formats.ScormStepHtml.small;

/** Renders a question as HTML for the SCORM player. The HTML holds the right answers, because nobody is examined. */
final class ScormQuestionHtml {
    private static final String ARROW =
            "<svg viewBox=\"0 0 24 24\" width=\"24\" height=\"24\" fill=\"none\" stroke=\"currentColor\""
                    + " stroke-width=\"3\" stroke-linecap=\"round\" stroke-linejoin=\"round\" aria-hidden=\"true\"><path d=\"%s\"/></svg>";

    private ScormQuestionHtml() {}

    static String of(Question question) {
        return switch (question) {
            case Question.SingleChoice q -> options(q, q.options(), "radio", false);
            case Question.PictureChoice q -> options(q, q.options(), "radio", true);
            case Question.MultipleChoice q -> options(q, q.options(), "checkbox", false);
            case Question.TrueFalse q -> trueFalse(q);
            case Question.PutInOrder q -> order(q);
            case Question.Match q -> match(q);
            case Question.Sort q -> sort(q);
            case Question.FillTheGap q -> gaps(q);
            case Question.SpotIt q -> spots(q);
            case Question.Scale q -> scale(q);
            case Question.Poll q -> poll(q, q.choices());
            case Question.Story q -> story(q);
        };
    }

    private static String options(Question q, List<Question.Option> options, String way, boolean pictured) {
        var choices = each(options, one -> choice(way, q.key(), one.key(), small(one.picture()), one.text(), pictured));
        var told = each(
                options,
                one -> way.equals("radio")
                        ? feedback(one.key(), one.feedback())
                        : feedback(one.key(), one.text(), one.feedback()));
        var right = options.stream()
                .filter(Question.Option::right)
                .map(Question.Option::key)
                .toList();
        return form(q, "choice", right, field(q, pictured ? "picks" : "opts", choices), told);
    }

    private static String trueFalse(Question.TrueFalse q) {
        var statement = new Question.Option("true", "True", null, q.right(), q.feedbackTrue());
        var opposite = new Question.Option("false", "Not true", null, !q.right(), q.feedbackFalse());
        return options(q, List.of(statement, opposite), "radio", false);
    }

    private static String poll(Question q, List<Question.Choice> choices) {
        var shown = each(choices, one -> choice("radio", q.key(), one.key(), small(one.picture()), one.text(), false));
        var told = each(choices, one -> feedback(one.key(), one.feedback()));
        return form(q, "choice", List.of(), field(q, "opts", shown), told);
    }

    /** The answers of a scale are the numbers of its points. */
    private static String scale(Question.Scale q) {
        return poll(
                q,
                IntStream.range(0, q.points().size())
                        .mapToObj(i -> {
                            var point = q.points().get(i);
                            return new Question.Choice(String.valueOf(i + 1), point.text(), null, point.feedback());
                        })
                        .toList());
    }

    private static String order(Question.PutInOrder q) {
        var rows = lines(
                q.startingOrder(),
                item -> markup(
                        "<li class='row' data-key='{}'>{}<p>{}</p><span class='mv'>{}{}</span></li>",
                        item.key(),
                        small(item.picture()),
                        words(item.text()),
                        mover("-1", "up", item.text()),
                        mover("1", "down", item.text())));
        var told = feedback("right", q.feedbackRight()) + feedback("other", q.feedbackOther());
        var right = q.items().stream().map(Question.Item::key).toList();
        return form(q, "order", right, stem(q) + markup("<ol class='order'>{}</ol>", rows), told);
    }

    private static String mover(String way, String name, String text) {
        return markup(
                "<button type='button' data-move='{}' aria-label='{}'>{}</button>",
                way,
                Words.of("formats.move", text, name),
                ARROW.formatted(way.equals("1") ? "M12 4v15M5 12l7 7 7-7" : "M12 20V5M5 12l7-7 7 7"));
    }

    private static String match(Question.Match q) {
        var partners = q.pairs().stream()
                .map(pair -> new Place(pair.key(), pair.partner()))
                .sorted(Comparator.comparing(Place::text, String.CASE_INSENSITIVE_ORDER))
                .toList();
        var rows = each(
                q.pairs(),
                pair -> placing(q.key(), pair.key(), small(pair.picture()), pair.text(), partners, pair.key()));
        var told = each(q.pairs(), pair -> feedback(pair.key(), pair.text(), pair.feedback()));
        return placed(q, rows, told);
    }

    private static String sort(Question.Sort q) {
        var groups = q.groups().stream()
                .map(group -> new Place(group.key(), group.text()))
                .toList();
        var rows = each(
                q.items(),
                item -> placing(q.key(), item.key(), small(item.picture()), item.text(), groups, item.group()));
        var told = each(q.items(), item -> feedback(item.key(), item.text(), item.feedback()));
        return placed(q, rows, told);
    }

    private static String placed(Question q, String rows, String told) {
        return form(q, "places", List.of(), stem(q) + markup("<ul class='placing'>{}</ul>", rows), told);
    }

    private static String gaps(Question.FillTheGap q) {
        var places = q.words().stream()
                .map(word -> new Place(word.key(), word.text()))
                .toList();
        var around = q.around();
        var text = new StringBuilder(words(around.getFirst()));
        for (int i = 1; i <= q.gaps().size(); i++) {
            text.append(select("Gap " + i, q.key() + "-" + i, places, q.gaps().get(i - 1)))
                    .append(words(around.get(i)));
        }
        var told = each(q.words(), word -> feedback(word.key(), word.text(), word.feedback()));
        return form(q, "gaps", List.of(), stem(q) + markup("<div class='gapped'>{}</div>", text.toString()), told);
    }

    private static String spots(Question.SpotIt q) {
        var drawn = new StringBuilder();
        var choices = new StringBuilder();
        for (int i = 0; i < q.spots().size(); i++) {
            var spot = q.spots().get(i);
            drawn.append("<g class=\"spot\"><rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"12\"/>"
                    .formatted(spot.x(), spot.y(), spot.width(), spot.height()));
            drawn.append(
                    "<circle cx=\"%1$d\" cy=\"%2$d\" r=\"24\"/><text x=\"%1$d\" y=\"%3$d\" text-anchor=\"middle\">%4$d</text></g>"
                            .formatted(
                                    spot.x() + spot.width() / 2,
                                    spot.y() + spot.height() / 2,
                                    spot.y() + spot.height() / 2 + 12,
                                    i + 1));
            choices.append(choice("checkbox", q.key(), spot.key(), "", (i + 1) + ". " + spot.text(), false));
        }
        var told = each(q.spots(), spot -> feedback(spot.key(), spot.text(), spot.feedback()));
        var right = q.spots().stream()
                .filter(Question.Spot::right)
                .map(Question.Spot::key)
                .toList();
        var picture = "<svg class=\"spotted\" viewBox=\"0 0 640 400\" role=\"img\" aria-label=\""
                + words(q.picture().name()) + "\">"
                + markup(
                        "<image href='pictures/{}' width='640' height='400'/>{}</svg>",
                        q.picture().file(),
                        drawn.toString());
        return form(q, "choice", right, picture + field(q, "opts", choices.toString()), told);
    }

    /** Every scene is written as hidden; the player shows the first, and each other when a turn leads to it. */
    private static String story(Question.Story q) {
        var scenes = each(
                q.scenes(),
                scene -> markup(
                        "<div class='scene' data-scene='{}' hidden='hidden'>{}{}{}</div>",
                        scene.key(),
                        ScormStepHtml.picture(scene.picture()),
                        ScormStepHtml.text(scene.text()),
                        lines(scene.turns(), ScormQuestionHtml::turn)));
        return "<form data-kind=\"story\" data-scored=\"" + q.scored() + "\">" + stem(q) + scenes + "</form>";
    }

    /** A turn that ends the story has an empty target. */
    private static String turn(Question.Turn turn) {
        return "<button type=\"button\" class=\"btn plain turn\" data-to=\"" + words(turn.to()) + "\""
                + markup(
                        " data-best='{}'>{}</button><p class='turned' hidden='hidden'>{}</p>",
                        String.valueOf(turn.best()),
                        words(turn.text()),
                        words(turn.feedback()));
    }

    /** A place to choose for a thing, or a word to choose for a gap. */
    private record Place(String key, String text) {}

    private static String placing(
            String question, String key, String picture, String text, List<Place> places, String right) {
        return markup(
                "<li data-key='{}'>{}<span class='words'>{}</span>{}</li>",
                key,
                picture,
                words(text),
                select(text, question + "-" + key, places, right));
    }

    private static String select(String label, String name, List<Place> places, String right) {
        return markup(
                "<select name='{}' aria-label='{}' data-right='{}'><option value=''>Choose …</option>{}</select>",
                name,
                label,
                right,
                each(places, one -> markup("<option value='{}'>{}</option>", one.key(), words(one.text()))));
    }

    static String choice(String way, String question, String key, String picture, String text, boolean pictured) {
        var id = question + "-" + key;
        return markup(
                "<div class='{}' data-key='{}'><input type='{}' name='{}' id='{}' value='{}'>"
                        + "<label for='{}'>{}<span>{}</span></label></div>",
                pictured ? "pick" : "opt",
                key,
                way,
                question,
                id,
                key,
                id,
                picture,
                words(text));
    }

    private static String field(Question q, String shown, String choices) {
        return markup(
                "<fieldset><legend>{}</legend><div class='{}'>{}</div></fieldset>", words(q.stem()), shown, choices);
    }

    private static String stem(Question q) {
        return markup("<h2>{}</h2>", words(q.stem()));
    }

    private static String feedback(String key, String words) {
        return markup("<p data-for='{}' hidden='hidden'>{}</p>", key, words(words));
    }

    /** Where several feedback texts show at once, each begins with the thing it is about. */
    private static String feedback(String key, String thing, String words) {
        return markup(
                "<p data-for='{}' hidden='hidden'><strong>{}</strong> {}</p>",
                key,
                words(thing.replaceAll("[.!]$", "") + ":"),
                words(words));
    }

    private static String form(Question q, String kind, List<String> right, String content, String told) {
        boolean scored = kind.equals("places") || kind.equals("gaps") || !right.isEmpty();
        return markup(
                "<form data-kind='{}' data-scored='{}' data-right='{}'>{}"
                        + "<div class='fb' hidden='hidden' tabindex='-1'><div>{}</div></div>"
                        + "<button class='btn check'>{}</button></form>",
                kind,
                String.valueOf(scored),
                String.join(" ", right),
                content,
                told,
                scored ? Words.of("formats.check") : Words.of("formats.thatMyAnswer"));
    }
}
