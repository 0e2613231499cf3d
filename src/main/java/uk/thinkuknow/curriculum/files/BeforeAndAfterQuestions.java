package uk.thinkuknow.curriculum.files;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.curriculum.lesson.Band;
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

    /** The replies to an answer at the start: for questions of opinion and for questions of fact. */
    private record Thanks(String opinion, String fact) {}

    /** The fixed texts around the questions, by language; the Welsh is a draft. */
    private record FixedTexts(
            String before, String after, Thanks older, Thanks young, String right, String wrong, String isItSo) {
        static final FixedTexts ENGLISH = new FixedTexts(
                "Before we start",
                "What do you think now?",
                new Thanks(
                        "Thank you. We come back to this at the end.", "Thank you. We look at the answer at the end."),
                new Thanks("Thank you. We ask again later.", "Thank you. We look at the answer later."),
                "True",
                "Not true",
                "Is that so, or not?");
        static final FixedTexts WELSH = new FixedTexts(
                "Cyn i ni ddechrau",
                "Beth wyt ti’n ei feddwl nawr?",
                new Thanks(
                        "Diolch. Byddwn ni’n dod yn ôl at hyn ar y diwedd.",
                        "Diolch. Byddwn ni’n edrych ar yr ateb ar y diwedd."),
                new Thanks(
                        "Diolch. Byddwn ni’n gofyn eto yn nes ymlaen.",
                        "Diolch. Byddwn ni’n edrych ar yr ateb yn nes ymlaen."),
                "Gwir",
                "Ddim yn wir",
                "Ydy hynny’n wir, neu beidio?");

        static FixedTexts in(String language) {
            return language.equals(Language.WELSH.key()) ? WELSH : ENGLISH;
        }
    }

    /** Returns the questions as the author wrote them; empty if the lesson has none. */
    static List<Question> read(Fields fields, QuestionReader questions) {
        return fields.has("before-and-after")
                ? fields.keyed(
                        "before-and-after",
                        2,
                        3,
                        "give the questions asked twice",
                        part -> question(part, questions),
                        Question::key)
                : List.of();
    }

    private static @Nullable Question question(Fields part, QuestionReader questions) {
        var kind = part.oneOf("kind", KINDS, "ask twice only what is one of " + String.join(", ", KINDS));
        if (!KINDS.contains(kind)) {
            return null;
        }
        var question = questions.read(part);
        if (question != null && question.key().length() > LONGEST_KEY) {
            part.found("key", "may have at most " + LONGEST_KEY + " letters");
        }
        return question;
    }

    /** Returns all steps of the lesson in order; a first step that asks nothing stays first. */
    static List<Step> around(List<Step> steps, List<Question> asked, String band, String language) {
        boolean young = band.equals(Band.FOUR_TO_SEVEN.key());
        var said = FixedTexts.in(language);
        var all = new ArrayList<Step>();
        int opening = steps.isEmpty() || steps.getFirst() instanceof Step.Ask ? 0 : 1;
        all.addAll(steps.subList(0, opening));
        asked.forEach(question -> all.add(before(question, young ? said.young() : said.older(), said)));
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
        if (band.equals(Band.FOUR_TO_SEVEN.key())) {
            for (var question : asked) {
                var aloud = read(question, FixedTexts.in(language));
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
            case TrueFalse q -> q.stem() + " " + said.isItSo();
            case SingleChoice q -> q.stem() + " " + texts(q.options());
            case PictureChoice q -> q.stem() + " " + texts(q.options());
            case Question q -> throw notAskedTwice(q);
        };
    }

    private static String texts(List<Option> options) {
        return String.join(". ", options.stream().map(Option::text).toList()) + ".";
    }

    private static Step before(Question question, Thanks thanks, FixedTexts said) {
        var key = Lesson.BEFORE + question.key();
        return new Step.Ask(
                key,
                said.before(),
                "",
                null,
                unmarked(question, key, thanks, said),
                "Ask this before anything is taught. Nothing is marked now, and no answer is discussed or called right; the same "
                        + "question comes back at the end, and the class sees how it has moved.");
    }

    private static Step after(Question question, FixedTexts said) {
        var key = Lesson.AFTER + question.key();
        return new Step.Ask(
                key,
                said.after(),
                "",
                null,
                keyed(question, key),
                "The question from the start. Afterwards the page *What the class answered* shows both, counted for the "
                        + "class; no card is shown.");
    }

    private static Question unmarked(Question question, String key, Thanks thanks, FixedTexts said) {
        return switch (question) {
            case Scale q ->
                new Scale(
                        key,
                        q.stem(),
                        q.points().stream()
                                .map(point -> new Point(point.text(), thanks.opinion()))
                                .toList());
            case TrueFalse q ->
                new Poll(
                        key,
                        q.stem(),
                        List.of(
                                new Choice("true", said.right(), null, thanks.fact()),
                                new Choice("false", said.wrong(), null, thanks.fact())));
            case SingleChoice q -> new Poll(key, q.stem(), choices(q.options(), thanks.fact()));
            case PictureChoice q -> new Poll(key, q.stem(), choices(q.options(), thanks.fact()));
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
