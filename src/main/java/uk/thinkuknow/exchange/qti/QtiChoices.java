package uk.thinkuknow.exchange.qti;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.curriculum.lesson.Question;
import uk.thinkuknow.curriculum.lesson.Question.Option;
import uk.thinkuknow.curriculum.lesson.Step;
import uk.thinkuknow.exchange.content.Choices;
import uk.thinkuknow.exchange.content.Element;
import uk.thinkuknow.exchange.content.Keys;
import uk.thinkuknow.exchange.content.Rich;

/** Reads the choices, clickable words and sliders of a QTI item as questions. */
final class QtiChoices {
    private static final int FEWEST_POINTS = 3;
    private static final int MOST_POINTS = 7;
    private static final int POINTS = 5;

    private final QtiItem item;
    private final Element interaction;

    QtiChoices(QtiItem item, Element interaction) {
        this.item = item;
        this.interaction = interaction;
    }

    void read(QtiItem.Words words, Rich around) {
        var response = item.response(interaction);
        var right = response.right();
        var answers = interaction
                .below()
                .filter(part -> part.is("simple-choice") || part.is("hottext"))
                .map(choice -> answer(choice, response))
                .toList();
        if (answers.isEmpty()) {
            throw new Refused("has no answers to choose from");
        }
        if (interaction.at("shuffle").equals("true")) {
            item.lost().add("the mixed order of its answers");
        }
        var told = interaction.is("hottext-interaction") ? withText(words) : words;
        if (item.label().equals("reflection")) {
            var ideas = answers.stream()
                    .map(each -> new Step.Idea(each.text(), each.picture()))
                    .toList();
            item.reflect(around.markdown(), words.picture(), ideas);
            return;
        }
        boolean single = response.single()
                || interaction.at("max-choices").equals("1")
                || response.worth().isEmpty() && response.correct().isEmpty();
        item.ask(told, question(told.asked(), answers, single && right.size() <= 1, right.isEmpty()));
    }

    private Question question(String stem, List<Option> answers, boolean single, boolean noneRight) {
        var key = item.questionKey(interaction.at("response-identifier"));
        boolean points = answers.size() >= FEWEST_POINTS && answers.size() <= MOST_POINTS;
        if (item.label().equals("scale") || noneRight && points && item.isScale(interaction)) {
            return new Question.Scale(
                    key,
                    stem,
                    answers.stream()
                            .map(each -> new Question.Point(each.text(), each.feedback()))
                            .toList());
        }
        var keys = new Keys();
        var options = answers.stream()
                .map(each -> new Option(
                        keys.near(each.key(), each.text()), each.text(), each.picture(), each.right(), each.feedback()))
                .toList();
        return noneRight ? Choices.poll(key, stem, options) : Choices.question(key, stem, options, single);
    }

    /** Returns an answer under its identifier in the file. */
    private Option answer(Element choice, QtiResponse response) {
        var id = choice.at("identifier");
        var words = item.answer(choice);
        var picture = item.media().first(item.draft(), words, item.lost());
        boolean isRight = response.right().contains(id);
        return new Option(id, words.said(), picture, isRight, item.feedback().of(response.id(), id, isRight));
    }

    /** Adds a text with clickable words to the scene before the question. */
    private QtiItem.Words withText(QtiItem.Words words) {
        var text = item.rich(interaction.html(part -> part.is("prompt") || QtiText.isNone(part)));
        var scene = Rich.together(words.scene(), text.markdown());
        return new QtiItem.Words(scene, words.asked(), words.picture());
    }

    /**
     * Reads a slider as a scale of 3 to 7 points.
     *
     * @throws Refused if the slider has no lower and upper bound
     */
    void slider(QtiItem.Words words) {
        double lowest = QtiResponse.number(interaction.at("lower-bound"));
        double highest = QtiResponse.number(interaction.at("upper-bound"));
        double step = Math.max(QtiResponse.number(interaction.at("step")), 0);
        if (!(highest > lowest)) {
            throw new Refused("has a line without a beginning or an end");
        }
        long each = step > 0 ? Math.round((highest - lowest) / step) + 1 : 0;
        boolean fits = each >= 3 && each <= MOST_POINTS;
        int count = fits ? (int) each : POINTS;
        var points = new ArrayList<Question.Point>();
        for (int i = 0; i < count; i++) {
            points.add(new Question.Point(told(lowest + (highest - lowest) * i / (count - 1)), ""));
        }
        if (!fits) {
            item.lost().add("the places between the " + count + " points of its line");
        }
        if (!item.response(interaction).right().isEmpty()) {
            item.lost().add("its right answer: a scale has none");
        }
        var key = item.questionKey(interaction.at("response-identifier"));
        item.ask(words, new Question.Scale(key, words.asked(), points));
    }

    private static String told(double number) {
        return number == Math.rint(number)
                ? String.valueOf((long) number)
                : String.format(Locale.UK, "%.2f", number).replaceAll("0+$", "");
    }
}
