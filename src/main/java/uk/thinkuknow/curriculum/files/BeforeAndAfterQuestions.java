package uk.thinkuknow.curriculum.files;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.BandDesign;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.lesson.Narration;
import uk.thinkuknow.curriculum.lesson.Question;
import uk.thinkuknow.curriculum.lesson.Question.Choice;
import uk.thinkuknow.curriculum.lesson.Question.Option;
import uk.thinkuknow.curriculum.lesson.Question.PictureChoice;
import uk.thinkuknow.curriculum.lesson.Question.Point;
import uk.thinkuknow.curriculum.lesson.Question.Poll;
import uk.thinkuknow.curriculum.lesson.Question.Scale;
import uk.thinkuknow.curriculum.lesson.Question.SingleChoice;
import uk.thinkuknow.curriculum.lesson.Question.TrueFalse;
import uk.thinkuknow.curriculum.lesson.QuestionKind;
import uk.thinkuknow.curriculum.lesson.Remark;
import uk.thinkuknow.curriculum.lesson.Step;

/**
 * Reads the two or three questions that a lesson asks at its start and again at its end, and adds a step for each time,
 * so that a class sees what it has learnt. At the start nothing is marked: the child gets thanks, and the feedback
 * follows at the end.
 */
final class BeforeAndAfterQuestions {
    private static final List<String> KINDS =
            QuestionKind.ASKED_TWICE.stream().map(QuestionKind::key).toList();
    private static final int LONGEST_KEY = Fields.LONGEST_KEY - Lesson.BEFORE.length();

    private BeforeAndAfterQuestions() {}

    /** The fixed texts around the questions, in the lesson's language and for its age band. */
    private record FixedTexts(Language language, boolean young) {
        static FixedTexts of(String band, String language) {
            return new FixedTexts(Language.of(language).orElse(Language.ENGLISH), BandDesign.FROM_FOUR.isOf(band));
        }

        String say(String key) {
            return Words.in(language, key);
        }

        /** The reply to an answer at the start to a question of opinion. */
        String thanksForOpinion() {
            return young ? say("asked.thanksOpinionYoung") : say("asked.thanksOpinion");
        }

        /** The reply to an answer at the start to a question of fact. */
        String thanksForFact() {
            return young ? say("asked.thanksFactYoung") : say("asked.thanksFact");
        }
    }

    /** Returns the questions as the author wrote them; empty if the lesson has none. */
    static List<Question> read(Fields fields, QuestionReader questions) {
        return fields.has("before-and-after")
                ? fields.keyed(
                        "before-and-after",
                        2,
                        3,
                        Words.of("files.askedTwice"),
                        part -> question(part, questions),
                        Question::key)
                : List.of();
    }

    private static @Nullable Question question(Fields part, QuestionReader questions) {
        var kind = part.oneOf("kind", KINDS, Words.of("files.askedTwiceKinds", String.join(", ", KINDS)));
        if (!KINDS.contains(kind)) {
            return null;
        }
        var question = questions.read(part);
        if (question != null && question.key().length() > LONGEST_KEY) {
            part.found("key", Remark.of("files.textTooLong", LONGEST_KEY));
        }
        return question;
    }

    /** Returns all steps of the lesson in order; a first step that asks nothing stays first. */
    static List<Step> around(List<Step> steps, List<Question> asked, String band, String language) {
        var said = FixedTexts.of(band, language);
        var all = new ArrayList<Step>();
        int opening = steps.isEmpty() || steps.getFirst() instanceof Step.Ask ? 0 : 1;
        all.addAll(steps.subList(0, opening));
        asked.forEach(question -> all.add(before(question, said)));
        all.addAll(steps.subList(opening, steps.size()));
        asked.forEach(question -> all.add(after(question, said)));
        return all;
    }

    /**
     * Returns the scripts of the lesson; for ages 4 to 7, who cannot read yet, with a script for each time a question
     * is asked (the question, then its answers).
     */
    static List<Narration> narrated(List<Narration> narration, List<Question> asked, String band, String language) {
        var all = new ArrayList<>(narration);
        if (BandDesign.FROM_FOUR.isOf(band)) {
            for (var question : asked) {
                var aloud = read(question, FixedTexts.of(band, language));
                all.add(new Narration(Lesson.BEFORE + question.key(), aloud, null));
                all.add(new Narration(Lesson.AFTER + question.key(), aloud, null));
            }
        }
        return all;
    }

    private static String read(Question question, FixedTexts said) {
        return switch (question) {
            case Scale q ->
                q.stem() + " "
                        + String.join(". ", q.points().stream().map(Point::text).toList()) + ".";
            case TrueFalse q -> q.stem() + " " + said.say("asked.isItSo");
            case SingleChoice q -> q.stem() + " " + texts(q.options());
            case PictureChoice q -> q.stem() + " " + texts(q.options());
            case Question q -> throw notAskedTwice(q);
        };
    }

    private static String texts(List<Option> options) {
        return String.join(". ", options.stream().map(Option::text).toList()) + ".";
    }

    private static Step before(Question question, FixedTexts said) {
        var key = Lesson.BEFORE + question.key();
        return new Step.Ask(
                key, said.say("asked.before"), "", null, unmarked(question, key, said), Words.of("files.beforeNotes"));
    }

    private static Step after(Question question, FixedTexts said) {
        var key = Lesson.AFTER + question.key();
        return new Step.Ask(key, said.say("asked.after"), "", null, keyed(question, key), Words.of("files.afterNotes"));
    }

    private static Question unmarked(Question question, String key, FixedTexts said) {
        return switch (question) {
            case Scale q ->
                new Scale(
                        key,
                        q.stem(),
                        q.points().stream()
                                .map(point -> new Point(point.text(), said.thanksForOpinion()))
                                .toList());
            case TrueFalse q ->
                new Poll(
                        key,
                        q.stem(),
                        List.of(
                                new Choice("true", said.say("asked.right"), null, said.thanksForFact()),
                                new Choice("false", said.say("asked.wrong"), null, said.thanksForFact())));
            case SingleChoice q -> new Poll(key, q.stem(), choices(q.options(), said.thanksForFact()));
            case PictureChoice q -> new Poll(key, q.stem(), choices(q.options(), said.thanksForFact()));
            case Question q -> throw notAskedTwice(q);
        };
    }

    private static Question keyed(Question question, String key) {
        return switch (question) {
            case Scale q -> new Scale(key, q.stem(), q.points());
            case TrueFalse q -> new TrueFalse(key, q.stem(), q.right(), q.feedbackTrue(), q.feedbackFalse());
            case SingleChoice q -> new SingleChoice(key, q.stem(), q.options());
            case PictureChoice q -> new PictureChoice(key, q.stem(), q.options());
            case Question q -> throw notAskedTwice(q);
        };
    }

    private static List<Choice> choices(List<Option> options, String thanks) {
        return options.stream()
                .map(option -> new Choice(option.key(), option.text(), option.picture(), thanks))
                .toList();
    }

    private static IllegalArgumentException notAskedTwice(Question question) {
        return new IllegalArgumentException("the reader lets no " + question.getClass() + " be asked twice");
    }
}
