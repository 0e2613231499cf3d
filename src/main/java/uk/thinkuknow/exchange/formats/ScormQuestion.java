package uk.thinkuknow.exchange.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import uk.thinkuknow.curriculum.lesson.Question;

import static uk.thinkuknow.exchange.content.Markup.element;
import static uk.thinkuknow.exchange.content.Markup.words;

/** A question as the player of a package shows it. What is right stands in the page: nobody is examined here. */
final class ScormQuestion {
    private static final String ARROW =
            "<svg viewBox=\"0 0 24 24\" width=\"24\" height=\"24\" fill=\"none\" stroke=\"currentColor\""
                    + " stroke-width=\"3\" stroke-linecap=\"round\" stroke-linejoin=\"round\" aria-hidden=\"true\"><path d=\"%s\"/></svg>";

    private ScormQuestion() {}

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
            case Question.Poll q -> poll(q);
            case Question.Story q -> story(q);
        };
    }

    private static String options(Question q, List<Question.Option> options, String way, boolean pictured) {
        var choices = new StringBuilder();
        var told = new StringBuilder();
        for (var option : options) {
            choices.append(
                    choice(way, q.key(), option.key(), ScormScreen.small(option.picture()), option.text(), pictured));
            told.append(
                    way.equals("radio")
                            ? feedback(option.key(), option.feedback())
                            : feedback(option.key(), option.text(), option.feedback()));
        }
        var right = options.stream()
                .filter(Question.Option::right)
                .map(Question.Option::key)
                .toList();
        return form(
                q,
                "choice",
                right,
                field(q, element("div", choices.toString(), "class", pictured ? "picks" : "opts")),
                told);
    }

    private static String trueFalse(Question.TrueFalse q) {
        var choices = choice("radio", q.key(), "true", "", "True", false)
                + choice("radio", q.key(), "false", "", "Not true", false);
        var told = new StringBuilder(feedback("true", q.feedbackTrue())).append(feedback("false", q.feedbackFalse()));
        return form(
                q,
                "choice",
                List.of(String.valueOf(q.right())),
                field(q, element("div", choices, "class", "opts")),
                told);
    }

    private static String poll(Question.Poll q) {
        var choices = new StringBuilder();
        var told = new StringBuilder();
        for (var choice : q.choices()) {
            choices.append(
                    choice("radio", q.key(), choice.key(), ScormScreen.small(choice.picture()), choice.text(), false));
            told.append(feedback(choice.key(), choice.feedback()));
        }
        return form(q, "choice", List.of(), field(q, element("div", choices.toString(), "class", "opts")), told);
    }

    private static String scale(Question.Scale q) {
        var choices = new StringBuilder();
        var told = new StringBuilder();
        for (int i = 0; i < q.points().size(); i++) {
            var key = String.valueOf(i + 1);
            choices.append(choice("radio", q.key(), key, "", q.points().get(i).text(), false));
            told.append(feedback(key, q.points().get(i).feedback()));
        }
        return form(q, "choice", List.of(), field(q, element("div", choices.toString(), "class", "opts")), told);
    }

    private static String order(Question.PutInOrder q) {
        var rows = q.startingOrder().stream()
                .map(item -> element(
                        "li",
                        ScormScreen.small(item.picture())
                                + element("p", words(item.text()))
                                + element(
                                        "span",
                                        mover("-1", "up", item.text()) + mover("1", "down", item.text()),
                                        "class",
                                        "mv"),
                        "class",
                        "row",
                        "data-key",
                        item.key()))
                .collect(Collectors.joining("\n"));
        var told = new StringBuilder(feedback("right", q.feedbackRight())).append(feedback("other", q.feedbackOther()));
        var right = q.items().stream().map(Question.Item::key).toList();
        return form(q, "order", right, stem(q) + element("ol", rows, "class", "order"), told);
    }

    private static String mover(String way, String name, String text) {
        return element(
                "button",
                ARROW.formatted(way.equals("1") ? "M12 4v15M5 12l7 7 7-7" : "M12 20V5M5 12l7-7 7 7"),
                "type",
                "button",
                "data-move",
                way,
                "aria-label",
                text + ": move " + name);
    }

    private static String match(Question.Match q) {
        var partners = q.pairs().stream()
                .map(pair -> new Place(pair.key(), pair.partner()))
                .sorted()
                .toList();
        var rows = new StringBuilder();
        var told = new StringBuilder();
        for (var pair : q.pairs()) {
            rows.append(
                    placing(q.key(), pair.key(), ScormScreen.small(pair.picture()), pair.text(), partners, pair.key()));
            told.append(feedback(pair.key(), pair.text(), pair.feedback()));
        }
        return form(q, "places", List.of(), stem(q) + element("ul", rows.toString(), "class", "placing"), told);
    }

    private static String sort(Question.Sort q) {
        var groups = q.groups().stream()
                .map(group -> new Place(group.key(), group.text()))
                .toList();
        var rows = new StringBuilder();
        var told = new StringBuilder();
        for (var item : q.items()) {
            rows.append(
                    placing(q.key(), item.key(), ScormScreen.small(item.picture()), item.text(), groups, item.group()));
            told.append(feedback(item.key(), item.text(), item.feedback()));
        }
        return form(q, "places", List.of(), stem(q) + element("ul", rows.toString(), "class", "placing"), told);
    }

    private static String gaps(Question.FillTheGap q) {
        var places = q.words().stream()
                .map(word -> new Place(word.key(), word.text()))
                .toList();
        var around = q.around();
        var text = new StringBuilder(words(around.getFirst()));
        for (int i = 0; i < q.gaps().size(); i++) {
            text.append(select(
                            "Gap " + (i + 1),
                            q.key() + "-" + (i + 1),
                            places,
                            q.gaps().get(i)))
                    .append(words(around.get(i + 1)));
        }
        var told = new StringBuilder();
        q.words().forEach(word -> told.append(feedback(word.key(), word.text(), word.feedback())));
        return form(q, "gaps", List.of(), stem(q) + element("div", text.toString(), "class", "gapped"), told);
    }

    private static String spots(Question.SpotIt q) {
        var drawn = new StringBuilder(
                "<image href=\"pictures/" + words(q.picture().file()) + "\" width=\"640\" height=\"400\"/>");
        var choices = new StringBuilder();
        var told = new StringBuilder();
        var right = new ArrayList<String>();
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
            told.append(feedback(spot.key(), spot.text(), spot.feedback()));
            if (spot.right()) {
                right.add(spot.key());
            }
        }
        var picture = "<svg class=\"spotted\" viewBox=\"0 0 640 400\" role=\"img\" aria-label=\""
                + words(q.picture().name()) + "\">" + drawn + "</svg>";
        return form(q, "choice", right, picture + field(q, element("div", choices.toString(), "class", "opts")), told);
    }

    /** Scenes wait until a turn leads to them. */
    private static String story(Question.Story q) {
        var scenes = new StringBuilder();
        for (var scene : q.scenes()) {
            var turns = scene.turns().stream()
                    .map(turn -> "<button type=\"button\" class=\"btn plain turn\" data-to=\"" + words(turn.to())
                            + "\" data-best=\""
                            + turn.best() + "\">" + words(turn.text()) + "</button>"
                            + element("p", words(turn.feedback()), "class", "turned", "hidden", "hidden"))
                    .collect(Collectors.joining("\n"));
            scenes.append(element(
                    "div",
                    ScormScreen.picture(scene.picture()) + ScormScreen.text(scene.text()) + turns,
                    "class",
                    "scene",
                    "data-scene",
                    scene.key(),
                    "hidden",
                    "hidden"));
        }
        return "<form data-kind=\"story\" data-scored=\"" + q.scored() + "\">" + stem(q) + scenes + "</form>";
    }

    private record Place(String key, String text) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return text.compareToIgnoreCase(other.text);
        }
    }

    private static String placing(
            String question, String key, String picture, String text, List<Place> places, String right) {
        return element(
                "li",
                picture
                        + element("span", words(text), "class", "words")
                        + select(text, question + "-" + key, places, right),
                "data-key",
                key);
    }

    private static String select(String label, String name, List<Place> places, String right) {
        var options = places.stream()
                .map(place -> element("option", words(place.text()), "value", place.key()))
                .collect(Collectors.joining());
        return element(
                "select",
                "<option value=\"\">Choose …</option>" + options,
                "name",
                name,
                "aria-label",
                label,
                "data-right",
                right);
    }

    static String choice(String way, String question, String key, String picture, String text, boolean pictured) {
        var id = question + "-" + key;
        var input = "<input type=\"%s\" name=\"%s\" id=\"%s\" value=\"%s\">"
                .formatted(way, words(question), words(id), words(key));
        return element(
                "div",
                input + element("label", picture + element("span", words(text)), "for", id),
                "class",
                pictured ? "pick" : "opt",
                "data-key",
                key);
    }

    private static String field(Question q, String choices) {
        return element("fieldset", element("legend", words(q.stem())) + choices);
    }

    private static String stem(Question q) {
        return element("h2", words(q.stem()));
    }

    private static String feedback(String key, String words) {
        return element("p", words(words), "data-for", key, "hidden", "hidden");
    }

    /** Where several things are told at once, each begins with what it is about. */
    private static String feedback(String key, String thing, String words) {
        return element(
                "p",
                element("strong", words(thing.replaceAll("[.!]$", "") + ":")) + " " + words(words),
                "data-for",
                key,
                "hidden",
                "hidden");
    }

    private static String form(Question q, String kind, List<String> right, String content, StringBuilder told) {
        boolean scored = kind.equals("places") || kind.equals("gaps") || !right.isEmpty();
        return element(
                "form",
                content
                        + element(
                                "div",
                                element("div", told.toString()),
                                "class",
                                "fb",
                                "hidden",
                                "hidden",
                                "tabindex",
                                "-1")
                        + element("button", scored ? "Check" : "That’s my answer", "class", "btn check"),
                "data-kind",
                kind,
                "data-scored",
                String.valueOf(scored),
                "data-right",
                String.join(" ", right));
    }
}
