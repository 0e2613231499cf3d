package uk.thinkuknow.exchange.qti;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.lesson.Picture;
import uk.thinkuknow.curriculum.lesson.Question;
import uk.thinkuknow.curriculum.lesson.Step;
import uk.thinkuknow.exchange.content.LessonBuilder;
import uk.thinkuknow.exchange.content.MarkupTemplates;

import static uk.thinkuknow.exchange.content.MarkupTemplates.each;
import static uk.thinkuknow.exchange.content.MarkupTemplates.lines;
import static uk.thinkuknow.exchange.content.MarkupTemplates.markup;
import static uk.thinkuknow.exchange.content.MarkupTemplates.words;

/** Writes one step as a QTI 3 item. The item's label is the kind of step, so that a later import knows it. */
public final class QtiItemWriter {
    private final Lesson lesson;
    private final Step step;
    private final QtiAnswerWriter answer;

    QtiItemWriter(Lesson lesson, Step step) {
        this.lesson = lesson;
        this.step = step;
        this.answer = new QtiAnswerWriter(
                switch (step) {
                    case Step.Ask ask -> id(ask.question().key());
                    case Step.Reflect any -> "RESPONSE";
                    default -> "";
                });
    }

    /** Returns a key as an XML name, which must not begin with a digit. */
    public static String id(String key) {
        return Character.isDigit(key.charAt(0)) ? "_" + key : key;
    }

    String write(String schema) {
        var body = switch (step) {
            case Step.Read s -> picture(s.picture()) + MarkupTemplates.rich(s.text());
            case Step.Look s -> picture(s.picture()) + MarkupTemplates.rich(s.text());
            case Step.TalkAboutIt s -> picture(s.picture()) + MarkupTemplates.rich(s.prompt());
            case Step.Play s -> picture(s.picture()) + MarkupTemplates.rich(s.text()) + played(s);
            case Step.Reflect s -> picture(s.picture()) + MarkupTemplates.rich(s.prompt()) + reflection(s);
            case Step.Ask s -> picture(s.picture()) + MarkupTemplates.rich(s.scene()) + question(s.question());
        };
        return markup(
                """
                <qti-assessment-item xmlns='{}' xmlns:xsi='{}' xsi:schemaLocation='{}' identifier='{}' title='{}' label='{}' \
                adaptive='false' time-dependent='false' xml:lang='{}' tool-name='{}'>{}\
                <qti-item-body>{}{}</qti-item-body>{}{}</qti-assessment-item>""",
                QtiWriter.NAMESPACE,
                QtiWriter.INSTANCE,
                schema,
                id(step.key()),
                step.title(),
                LessonBuilder.kind(step),
                lesson.language(),
                QtiMetadata.TOOL,
                answer.declarations(),
                notes(),
                body,
                answer.processing(),
                answer.feedback());
    }

    /** Writes the teacher notes and the text that a grown-up reads aloud. */
    private String notes() {
        var script = lesson.narrationOf(step.key()).script();
        return rubric("tutor", step.teacherNotes()) + rubric("proctor", script);
    }

    private static String rubric(String view, String markdown) {
        return markdown.isEmpty() ? "" : markup("""
                <qti-rubric-block use='instructions' view='{}'>\
                <qti-content-body>{}</qti-content-body></qti-rubric-block>""", view, MarkupTemplates.rich(markdown));
    }

    private static String picture(@Nullable Picture picture) {
        return picture == null ? "" : markup("<p>{}</p>", image(picture));
    }

    private static String image(@Nullable Picture picture) {
        return picture == null ? "" : markup("<img src='../pictures/{}' alt='{}'/>", picture.file(), picture.name());
    }

    private static String played(Step.Play step) {
        var recording = step.recording();
        boolean film = recording.file().endsWith(".mp4");
        return markup(
                "<div><{} src='../recordings/{}' controls='controls'>"
                        + "<track kind='captions' src='../recordings/{}'/></{}></div><div>{}</div>",
                film ? "video" : "audio",
                recording.file(),
                recording.captions(),
                film ? "video" : "audio",
                MarkupTemplates.rich(recording.transcript()));
    }

    private String reflection(Step.Reflect s) {
        if (s.ideas().isEmpty()) {
            answer.setType("single", "string");
            return "<qti-extended-text-interaction response-identifier=\"RESPONSE\"/>";
        }
        answer.setType("multiple", "identifier");
        var ideas = IntStream.range(0, s.ideas().size())
                .mapToObj(i -> choice(
                        "idea-" + (i + 1),
                        s.ideas().get(i).text(),
                        s.ideas().get(i).picture()))
                .collect(Collectors.joining("\n"));
        return markup(
                "<qti-choice-interaction response-identifier='RESPONSE' max-choices='0'>{}</qti-choice-interaction>",
                ideas);
    }

    private String question(Question question) {
        return switch (question) {
            case Question.SingleChoice q -> options(q, q.options(), false);
            case Question.PictureChoice q -> options(q, q.options(), false);
            case Question.MultipleChoice q -> options(q, q.options(), true);
            case Question.TrueFalse q -> trueFalse(q);
            case Question.PutInOrder q -> order(q);
            case Question.Match q -> match(q);
            case Question.Sort q -> sort(q);
            case Question.FillTheGap q -> gaps(q);
            case Question.SpotIt q -> spots(q);
            case Question.Scale q -> scale(q);
            case Question.Poll q -> poll(q);
            case Question.Story q -> throw new IllegalArgumentException("a story is written scene by scene");
        };
    }

    private String options(Question question, List<Question.Option> options, boolean several) {
        for (var option : options) {
            answer.tell(option.key(), option.feedback());
            if (option.right()) {
                answer.right(id(option.key()));
            }
        }
        answer.setType(several ? "multiple" : "single", "identifier");
        answer.tellsChosen();
        return choices(question, lines(options, one -> choice(one.key(), one.text(), one.picture())), several);
    }

    private String choices(Question question, String choices, boolean several) {
        return interaction(
                "qti-choice-interaction",
                " shuffle='false' max-choices='" + (several ? "0" : "1") + "'",
                question,
                choices);
    }

    private String trueFalse(Question.TrueFalse q) {
        answer.right(String.valueOf(q.right()));
        answer.tell("true", q.feedbackTrue());
        answer.tell("false", q.feedbackFalse());
        answer.tellsChosen();
        return choices(q, choice("true", "True", null) + choice("false", "False", null), false);
    }

    private String scale(Question.Scale q) {
        var choices = new StringBuilder();
        for (int i = 0; i < q.points().size(); i++) {
            var key = "point-" + (i + 1);
            answer.tell(key, q.points().get(i).feedback());
            choices.append(choice(key, q.points().get(i).text(), null));
        }
        answer.tellsChosen();
        return choices(q, choices.toString(), false);
    }

    private String poll(Question.Poll q) {
        q.choices().forEach(choice -> answer.tell(choice.key(), choice.feedback()));
        answer.tellsChosen();
        return choices(q, lines(q.choices(), one -> choice(one.key(), one.text(), one.picture())), false);
    }

    private String order(Question.PutInOrder q) {
        answer.setType("ordered", "identifier");
        q.items().forEach(item -> answer.right(id(item.key())));
        answer.tell("right", q.feedbackRight());
        answer.tell("other", q.feedbackOther());
        answer.tellsWhetherRight();
        var items = lines(q.startingOrder(), item -> choice(item.key(), item.text(), item.picture()));
        return interaction("qti-order-interaction", " shuffle='true'", q, items);
    }

    private String match(Question.Match q) {
        for (var pair : q.pairs()) {
            answer.right(id(pair.key()) + " " + partner(pair));
            answer.tell(pair.key(), pair.feedback());
        }
        return placed(
                q,
                each(q.pairs(), pair -> associable(id(pair.key()), pair.text(), pair.picture(), "1")),
                each(q.pairs(), pair -> associable(partner(pair), pair.partner(), pair.partnerPicture(), "1")));
    }

    private static String partner(Question.Pair pair) {
        return id(pair.key()) + "-partner";
    }

    private String sort(Question.Sort q) {
        var items = q.items().stream().map(Question.Sorted::key).toList();
        for (var item : q.items()) {
            answer.right(id(item.key()) + " " + group(item.group(), items));
            answer.tell(item.key(), item.feedback());
        }
        return placed(
                q,
                each(q.items(), item -> associable(id(item.key()), item.text(), item.picture(), "1")),
                each(q.groups(), one -> associable(group(one.key(), items), one.text(), one.picture(), "0")));
    }

    /** Returns the identifier of a group, which differs from those of all items. */
    private static String group(String key, List<String> items) {
        return id(key) + (items.contains(key) ? "-group" : "");
    }

    private String placed(Question question, String things, String places) {
        answer.setType("multiple", "directedPair");
        answer.tellsAll();
        var sets = markup(
                "<qti-simple-match-set>{}</qti-simple-match-set><qti-simple-match-set>{}</qti-simple-match-set>",
                things,
                places);
        return interaction("qti-match-interaction", " shuffle='true' max-associations='0'", question, sets);
    }

    private String gaps(Question.FillTheGap q) {
        answer.setType("multiple", "directedPair");
        var paragraphs = new StringBuilder();
        int gap = 0;
        for (var paragraph : q.text().split("\\R\\s*\\R")) {
            var one = new Question.FillTheGap(q.key(), q.stem(), paragraph, q.words());
            var content = new StringBuilder(words(one.around().getFirst()));
            for (int i = 0; i < one.gaps().size(); i++) {
                gap++;
                answer.right(id(one.gaps().get(i)) + " G" + gap);
                content.append(markup("<qti-gap identifier='G{}'/>", String.valueOf(gap)))
                        .append(words(one.around().get(i + 1)));
            }
            paragraphs.append(markup("<p>{}</p>", content.toString()));
        }
        var choices = lines(
                q.words(),
                word -> markup(
                        "<qti-gap-text identifier='{}' match-max='0'>{}</qti-gap-text>",
                        id(word.key()),
                        words(word.text())));
        q.words().forEach(word -> answer.tell(word.key(), word.feedback()));
        answer.tellsPlaced(q.words().stream().map(word -> id(word.key())).toList(), gap);
        return interaction(
                "qti-gap-match-interaction", "", q, choices + markup("<div>{}</div>", paragraphs.toString()));
    }

    private String spots(Question.SpotIt q) {
        answer.setType("multiple", "identifier");
        for (var spot : q.spots()) {
            answer.tell(spot.key(), spot.feedback());
            if (spot.right()) {
                answer.right(id(spot.key()));
            }
        }
        answer.tellsChosen();
        var image = markup(
                "<img src='../pictures/{}' alt='{}' width='640' height='400'/>",
                q.picture().file(),
                q.picture().name());
        var spots = lines(
                q.spots(),
                spot -> markup(
                        "<qti-hotspot-choice identifier='{}' shape='rect' coords='{}' hotspot-label='{}'/>",
                        id(spot.key()),
                        spot.x() + "," + spot.y() + "," + (spot.x() + spot.width()) + "," + (spot.y() + spot.height()),
                        spot.text()));
        return interaction("qti-hotspot-interaction", " max-choices='0'", q, image + spots);
    }

    /** @param how the other attributes of the interaction, as markup */
    private String interaction(String name, String how, Question question, String content) {
        return markup(
                "<" + name + " response-identifier='{}'" + how + "><qti-prompt>{}</qti-prompt>\n{}</" + name + ">",
                answer.id(),
                words(question.stem()),
                content);
    }

    private static String choice(String key, String text, @Nullable Picture picture) {
        return markup(
                "<qti-simple-choice identifier='{}'>{}{}</qti-simple-choice>", id(key), image(picture), words(text));
    }

    private static String associable(String id, String text, @Nullable Picture picture, String most) {
        return markup(
                "<qti-simple-associable-choice identifier='{}' match-max='{}'>{}{}</qti-simple-associable-choice>",
                id,
                most,
                image(picture),
                words(text));
    }
}
