package uk.thinkuknow.exchange.qti;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.lesson.Question;
import uk.thinkuknow.curriculum.lesson.Question.Option;
import uk.thinkuknow.curriculum.lesson.Step;
import uk.thinkuknow.exchange.content.ChoiceQuestions;
import uk.thinkuknow.exchange.content.RichText;
import uk.thinkuknow.exchange.content.UniqueKeys;
import uk.thinkuknow.exchange.content.XmlElement;

/** Reads a choice, a text with clickable words or a slider of a QTI item as a choice, poll, scale or reflection. */
final class QtiChoices {
    private static final int FEWEST_POINTS = 3;
    private static final int MOST_POINTS = 7;
    private static final int POINTS = 5;

    private final QtiItemReader item;
    private final XmlElement interaction;

    QtiChoices(QtiItemReader item, XmlElement interaction) {
        this.item = item;
        this.interaction = interaction;
    }

    void read(QtiItemReader.ItemTexts words, RichText around) {
        var response = item.response(interaction);
        var right = response.right();
        var answers = interaction
                .descendants()
                .filter(part -> part.is("simple-choice") || part.is("hottext"))
                .map(choice -> answer(choice, response))
                .toList();
        if (answers.isEmpty()) {
            throw new Refused("qti.hasNoAnswersToChoose");
        }
        if (interaction.attribute("shuffle").equals("true")) {
            item.lost().add(Words.of("qti.theMixedOrderOfIts"));
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
                || interaction.attribute("max-choices").equals("1")
                || response.worth().isEmpty() && response.correct().isEmpty();
        item.ask(told, question(told.asked(), answers, single && right.size() <= 1, right.isEmpty()));
    }

    private Question question(String stem, List<Option> answers, boolean single, boolean noneRight) {
        var key = item.questionKey(interaction.attribute("response-identifier"));
        boolean points = answers.size() >= FEWEST_POINTS && answers.size() <= MOST_POINTS;
        if (item.label().equals("scale") || noneRight && points && item.isScale(interaction)) {
            return new Question.Scale(
                    key,
                    stem,
                    answers.stream()
                            .map(each -> new Question.Point(each.text(), each.feedback()))
                            .toList());
        }
        var keys = new UniqueKeys();
        var options = answers.stream()
                .map(each -> new Option(
                        keys.keyFor(each.key(), each.text()),
                        each.text(),
                        each.picture(),
                        each.right(),
                        each.feedback()))
                .toList();
        return noneRight
                ? ChoiceQuestions.poll(key, stem, options)
                : ChoiceQuestions.question(key, stem, options, single);
    }

    /** Returns an answer under its identifier in the file. */
    private Option answer(XmlElement choice, QtiResponse response) {
        var id = choice.attribute("identifier");
        var words = item.answer(choice);
        var picture = item.media().first(item.draft(), words, item.lost());
        boolean isRight = response.right().contains(id);
        return new Option(
                id,
                words.plainOrAlternativeText(),
                picture,
                isRight,
                item.feedback().of(response.id(), id, isRight));
    }

    /** Adds a text with clickable words to the scene before the question. */
    private QtiItemReader.ItemTexts withText(QtiItemReader.ItemTexts words) {
        var text = item.rich(interaction.html(part -> part.is("prompt") || QtiText.isNone(part)));
        var scene = RichText.together(words.scene(), text.markdown());
        return new QtiItemReader.ItemTexts(scene, words.asked(), words.picture());
    }

    /**
     * Reads a slider as a scale of 3 to 7 points.
     *
     * @throws Refused if the upper bound is not greater than the lower; a missing bound is 0
     */
    void slider(QtiItemReader.ItemTexts words) {
        double lowest = QtiResponse.number(interaction.attribute("lower-bound"));
        double highest = QtiResponse.number(interaction.attribute("upper-bound"));
        double step = Math.max(QtiResponse.number(interaction.attribute("step")), 0);
        if (!(highest > lowest)) {
            throw new Refused("qti.hasALineWithoutA");
        }
        long each = step > 0 ? Math.round((highest - lowest) / step) + 1 : 0;
        boolean fits = each >= 3 && each <= MOST_POINTS;
        int count = fits ? (int) each : POINTS;
        var points = new ArrayList<Question.Point>();
        for (int i = 0; i < count; i++) {
            points.add(new Question.Point(told(lowest + (highest - lowest) * i / (count - 1)), ""));
        }
        if (!fits) {
            item.lost().add(Words.of("qti.thePlacesBetweenThePoints", count));
        }
        if (!item.response(interaction).right().isEmpty()) {
            item.lost().add(Words.of("qti.itsRightAnswerAScale"));
        }
        var key = item.questionKey(interaction.attribute("response-identifier"));
        item.ask(words, new Question.Scale(key, words.asked(), points));
    }

    private static String told(double number) {
        return number == Math.rint(number)
                ? String.valueOf((long) number)
                : String.format(Locale.UK, "%.2f", number).replaceAll("(?<!0)0+$", "");
    }
}
