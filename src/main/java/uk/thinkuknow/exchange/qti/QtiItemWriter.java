package uk.thinkuknow.exchange.qti;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.lesson.Picture;
import uk.thinkuknow.curriculum.lesson.Question;
import uk.thinkuknow.curriculum.lesson.Step;
import uk.thinkuknow.exchange.content.Draft;
import uk.thinkuknow.exchange.content.Markup;

import static uk.thinkuknow.exchange.content.Markup.element;
import static uk.thinkuknow.exchange.content.Markup.words;

/** One screen as an item of QTI 3. Its label says which kind it is here, for whoever brings it back. */
public final class QtiItemWriter {
    private static final String RESPONSE = "response-identifier";

    private final Lesson lesson;
    private final Step step;
    private final QtiAnswer answer;

    QtiItemWriter(Lesson lesson, Step step) {
        this.lesson = lesson;
        this.step = step;
        this.answer = new QtiAnswer(
                switch (step) {
                    case Step.Ask ask -> id(ask.question().key());
                    case Step.Reflect any -> "RESPONSE";
                    default -> "";
                });
    }

    /** A name as XML has it, which does not begin with a digit. */
    public static String id(String key) {
        return Character.isDigit(key.charAt(0)) ? "_" + key : key;
    }

    String write(String schema) {
        var body = switch (step) {
            case Step.Read s -> picture(s.picture()) + Markup.rich(s.text());
            case Step.Look s -> picture(s.picture()) + Markup.rich(s.text());
            case Step.TalkAboutIt s -> picture(s.picture()) + Markup.rich(s.prompt());
            case Step.Play s -> picture(s.picture()) + Markup.rich(s.text()) + played(s);
            case Step.Reflect s -> picture(s.picture()) + Markup.rich(s.prompt()) + reflection(s);
            case Step.Ask s -> picture(s.picture()) + Markup.rich(s.scene()) + question(s.question());
        };
        return element(
                "qti-assessment-item",
                answer.declarations()
                        + element("qti-item-body", notes() + body)
                        + answer.processing()
                        + answer.feedback(),
                "xmlns",
                QtiWriter.NAMESPACE,
                "xmlns:xsi",
                QtiWriter.INSTANCE,
                "xsi:schemaLocation",
                schema,
                "identifier",
                id(step.key()),
                "title",
                step.title(),
                "label",
                Draft.kind(step),
                "adaptive",
                "false",
                "time-dependent",
                "false",
                "xml:lang",
                lesson.language(),
                "tool-name",
                QtiAbout.TOOL);
    }

    /** For the teacher, and what a grown-up reads aloud. */
    private String notes() {
        var script = lesson.narrationOf(step.key()).script();
        return rubric("tutor", step.teacherNotes()) + rubric("proctor", script);
    }

    private static String rubric(String view, String markdown) {
        return markdown.isEmpty()
                ? ""
                : element(
                        "qti-rubric-block",
                        element("qti-content-body", Markup.rich(markdown)),
                        "use",
                        "instructions",
                        "view",
                        view);
    }

    private static String picture(@Nullable Picture picture) {
        return picture == null ? "" : element("p", image(picture));
    }

    private static String image(@Nullable Picture picture) {
        return picture == null ? "" : element("img", "", "src", "../pictures/" + picture.file(), "alt", picture.name());
    }

    private static String played(Step.Play step) {
        var recording = step.recording();
        var film = recording.file().endsWith(".mp4");
        var captions = element("track", "", "kind", "captions", "src", "../recordings/" + recording.captions());
        return element(
                        "div",
                        element(
                                film ? "video" : "audio",
                                captions,
                                "src",
                                "../recordings/" + recording.file(),
                                "controls",
                                "controls"))
                + element("div", Markup.rich(recording.transcript()));
    }

    private String reflection(Step.Reflect s) {
        if (s.ideas().isEmpty()) {
            answer.is("single", "string");
            return element("qti-extended-text-interaction", "", RESPONSE, "RESPONSE");
        }
        answer.is("multiple", "identifier");
        var ideas = IntStream.range(0, s.ideas().size())
                .mapToObj(i -> choice(
                        "idea-" + (i + 1),
                        s.ideas().get(i).text(),
                        s.ideas().get(i).picture()))
                .collect(Collectors.joining("\n"));
        return element("qti-choice-interaction", ideas, RESPONSE, "RESPONSE", "max-choices", "0");
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
        answer.is(several ? "multiple" : "single", "identifier");
        answer.tellsChosen();
        var choices = options.stream()
                .map(option -> choice(option.key(), option.text(), option.picture()))
                .collect(Collectors.joining("\n"));
        return choices(question, choices, several);
    }

    private String choices(Question question, String choices, boolean several) {
        return interaction(
                "qti-choice-interaction", question, choices, "shuffle", "false", "max-choices", several ? "0" : "1");
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
        var choices = q.choices().stream()
                .map(choice -> choice(choice.key(), choice.text(), choice.picture()))
                .collect(Collectors.joining("\n"));
        return choices(q, choices, false);
    }

    private String order(Question.PutInOrder q) {
        answer.is("ordered", "identifier");
        q.items().forEach(item -> answer.right(id(item.key())));
        answer.tell("right", q.feedbackRight());
        answer.tell("other", q.feedbackOther());
        answer.tellsWhetherRight();
        var items = q.startingOrder().stream()
                .map(item -> choice(item.key(), item.text(), item.picture()))
                .collect(Collectors.joining("\n"));
        return interaction("qti-order-interaction", q, items, "shuffle", "true");
    }

    private String match(Question.Match q) {
        var things = new StringBuilder();
        var partners = new StringBuilder();
        for (var pair : q.pairs()) {
            var partner = id(pair.key()) + "-partner";
            answer.right(id(pair.key()) + " " + partner);
            answer.tell(pair.key(), pair.feedback());
            things.append(associable(id(pair.key()), pair.text(), pair.picture(), "1"));
            partners.append(associable(partner, pair.partner(), pair.partnerPicture(), "1"));
        }
        return placed(q, things.toString(), partners.toString());
    }

    private String sort(Question.Sort q) {
        var items = q.items().stream().map(Question.Sorted::key).toList();
        var things = new StringBuilder();
        var groups = new StringBuilder();
        for (var item : q.items()) {
            answer.right(id(item.key()) + " " + group(item.group(), items));
            answer.tell(item.key(), item.feedback());
            things.append(associable(id(item.key()), item.text(), item.picture(), "1"));
        }
        q.groups()
                .forEach(group ->
                        groups.append(associable(group(group.key(), items), group.text(), group.picture(), "0")));
        return placed(q, things.toString(), groups.toString());
    }

    /** A group needs a name that no thing has. */
    private static String group(String key, List<String> items) {
        return id(key) + (items.contains(key) ? "-group" : "");
    }

    private String placed(Question question, String things, String places) {
        answer.is("multiple", "directedPair");
        answer.tellsAll();
        return interaction(
                "qti-match-interaction",
                question,
                element("qti-simple-match-set", things) + element("qti-simple-match-set", places),
                "shuffle",
                "true",
                "max-associations",
                "0");
    }

    private String gaps(Question.FillTheGap q) {
        answer.is("multiple", "directedPair");
        var paragraphs = new StringBuilder();
        int gap = 0;
        for (var paragraph : q.text().split("\\R\\s*\\R")) {
            var one = new Question.FillTheGap(q.key(), q.stem(), paragraph, q.words());
            var content = new StringBuilder(words(one.around().getFirst()));
            for (int i = 0; i < one.gaps().size(); i++) {
                gap++;
                answer.right(id(one.gaps().get(i)) + " G" + gap);
                content.append(element("qti-gap", "", "identifier", "G" + gap))
                        .append(words(one.around().get(i + 1)));
            }
            paragraphs.append(element("p", content.toString()));
        }
        var choices = q.words().stream()
                .map(word ->
                        element("qti-gap-text", words(word.text()), "identifier", id(word.key()), "match-max", "0"))
                .collect(Collectors.joining("\n"));
        q.words().forEach(word -> answer.tell(word.key(), word.feedback()));
        answer.tellsPlaced(q.words().stream().map(word -> id(word.key())).toList(), gap);
        return interaction("qti-gap-match-interaction", q, choices + element("div", paragraphs.toString()));
    }

    private String spots(Question.SpotIt q) {
        answer.is("multiple", "identifier");
        for (var spot : q.spots()) {
            answer.tell(spot.key(), spot.feedback());
            if (spot.right()) {
                answer.right(id(spot.key()));
            }
        }
        answer.tellsChosen();
        var image = element(
                "img",
                "",
                "src",
                "../pictures/" + q.picture().file(),
                "alt",
                q.picture().name(),
                "width",
                "640",
                "height",
                "400");
        var spots = q.spots().stream()
                .map(spot -> element(
                        "qti-hotspot-choice",
                        "",
                        "identifier",
                        id(spot.key()),
                        "shape",
                        "rect",
                        "coords",
                        spot.x() + "," + spot.y() + "," + (spot.x() + spot.width()) + "," + (spot.y() + spot.height()),
                        "hotspot-label",
                        spot.text()))
                .collect(Collectors.joining("\n"));
        return interaction("qti-hotspot-interaction", q, image + spots, "max-choices", "0");
    }

    private String interaction(String name, Question question, String content, String... attributes) {
        var all = new ArrayList<>(List.of(RESPONSE, answer.id()));
        all.addAll(List.of(attributes));
        return element(
                name, element("qti-prompt", words(question.stem())) + "\n" + content, all.toArray(String[]::new));
    }

    private static String choice(String key, String text, @Nullable Picture picture) {
        return element("qti-simple-choice", image(picture) + words(text), "identifier", id(key));
    }

    private static String associable(String id, String text, @Nullable Picture picture, String most) {
        return element(
                "qti-simple-associable-choice", image(picture) + words(text), "identifier", id, "match-max", most);
    }
}
