package uk.thinkuknow.curriculum.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.ScalarNode;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.lesson.LessonFolder;
import uk.thinkuknow.curriculum.lesson.Question;
import uk.thinkuknow.curriculum.lesson.Question.FillTheGap;
import uk.thinkuknow.curriculum.lesson.Question.Option;
import uk.thinkuknow.curriculum.lesson.Question.PictureChoice;
import uk.thinkuknow.curriculum.lesson.Question.SingleChoice;
import uk.thinkuknow.curriculum.lesson.Question.Story;
import uk.thinkuknow.curriculum.lesson.Question.TrueFalse;
import uk.thinkuknow.curriculum.lesson.Question.Turn;
import uk.thinkuknow.curriculum.lesson.Remark;
import uk.thinkuknow.curriculum.lesson.Step;

/**
 * Gives advice on lessons whose right answers can be guessed: by position, by length, by always choosing “true”, or
 * from the clues that {@link AnswerClues} finds. Positions are those that children see.
 */
final class GuessableAnswers {
    private static final double BY_CHANCE = 0.05;
    private static final int ENOUGH = 4;
    private static final int MUCH_LONGER = 8;
    private static final String TRUE_FALSE = Words.of("files.trueOrFalse");

    /** A question and the path of its field in the file. */
    private record Asked(String field, Step.Ask step) {}

    /** The answers to a question in the order children see them, and the index of the right one. */
    private record Key(String kind, String field, List<String> answers, int right) {
        /** Returns the index of the longest or shortest answer; -1 if two answers have that length. */
        int only(ToIntFunction<IntStream> most) {
            int length = most.applyAsInt(answers.stream().mapToInt(String::length));
            var such = IntStream.range(0, answers.size())
                    .filter(place -> answers.get(place).length() == length)
                    .toArray();
            return such.length == 1 ? such[0] : -1;
        }
    }

    /** A guessing strategy of a child who does not know the answer. */
    private enum Strategy {
        TRUE("files.isTrue", "files.makeOtherStatementsTrue", key -> 0),
        FIRST("files.standsFirst", Strategy.ANOTHER_KEY, key -> 0),
        SECOND("files.standsSecond", Strategy.ANOTHER_KEY, key -> key.answers().size() > 2 ? 1 : -1),
        LAST("files.standsLast", Strategy.ANOTHER_KEY, key -> key.answers().size() - 1),
        LONGEST(
                "files.isTheLongest",
                Strategy.AS_MUCH,
                key -> key.only(all -> all.max().orElse(0))),
        SHORTEST(
                "files.isTheShortest",
                Strategy.AS_MUCH,
                key -> key.only(all -> all.min().orElse(0)));

        private static final String ANOTHER_KEY = "files.giveAnAnswerAnotherKey";
        private static final String AS_MUCH = "files.letRightAndWrongAnswers";

        private final String says;
        private final String advice;
        private final ToIntFunction<Key> place;

        Strategy(String says, String advice, ToIntFunction<Key> place) {
            this.says = says;
            this.advice = advice;
            this.place = place;
        }

        /** Returns the index of the answer that the strategy picks; -1 if it does not apply to the question. */
        int place(Key key) {
            return (this == TRUE) == key.kind().startsWith(TRUE_FALSE) ? place.applyAsInt(key) : -1;
        }
    }

    private GuessableAnswers() {}

    /**
     * Returns advice on one lesson.
     *
     * @param read the findings of its file, with all texts that children read or hear
     */
    static List<Problem> of(Lesson lesson, Findings read) {
        var found = new ArrayList<Problem>();
        for (var asked : asked(lesson)) {
            keys(asked).forEach(key -> muchLonger(key, read, found));
            if (asked.step().question() instanceof FillTheGap gaps) {
                AnswerClues.ofGaps(gaps).forEach(what -> found.add(problem(asked.field() + ".words", what, read)));
            }
            var script = lesson.narrationOf(asked.step().key()).script();
            AnswerClues.ofScript(script, asked.step().question())
                    .ifPresent(what -> found.add(problem(asked.field().replace("question", "script"), what, read)));
        }
        departures(keys(lesson), true).forEach(what -> found.add(problem("steps", what, read)));
        return found;
    }

    /** Returns advice on many lessons taken together, for all ages and for each age band. */
    static List<String> ofLibrary(List<Lesson> lessons) {
        var groups = new TreeMap<String, List<Key>>();
        lessons.forEach(lesson -> keys(lesson)
                .forEach(key -> Stream.of("all ages", "ages " + lesson.band())
                        .forEach(ages -> groups.computeIfAbsent(key.kind() + ", " + ages, group -> new ArrayList<>())
                                .add(key))));
        return groups.entrySet().stream()
                .flatMap(group -> departures(group.getValue(), false).map(what -> group.getKey() + ": " + what.words()))
                .toList();
    }

    /**
     * Returns a sentence for each strategy that finds the right answer more or less often than by chance (p < 0.05). In
     * one lesson, a strategy that always finds it counts too, and at least four questions are needed.
     */
    private static Stream<Remark> departures(List<Key> keys, boolean oneLesson) {
        return Stream.of(Strategy.values()).flatMap(strategy -> {
            var judged = keys.stream().filter(key -> strategy.place(key) >= 0).toList();
            var hits = judged.stream()
                    .filter(key -> strategy.place(key) == key.right())
                    .count();
            var chances = new GuessProbability(
                    judged.stream().map(key -> 1.0 / key.answers().size()).toList(), (int) hits);
            boolean departs = chances.probability() < BY_CHANCE || oneLesson && hits == judged.size();
            return departs && (!oneLesson || judged.size() >= ENOUGH)
                    ? Stream.of(Remark.of(
                            "files.rightAnswerGuessed",
                            Words.of(strategy.says),
                            hits,
                            judged.size(),
                            String.format(Locale.ROOT, "%.1f", chances.expected()),
                            Words.of(strategy.advice)))
                    : Stream.of();
        });
    }

    /** Advises if the right answer is more than a quarter, and at least eight characters, longer than any other. */
    private static void muchLonger(Key key, Findings read, List<Problem> found) {
        var right = key.answers().get(key.right());
        int other = IntStream.range(0, key.answers().size())
                .filter(place -> place != key.right())
                .map(place -> key.answers().get(place).length())
                .max()
                .orElse(0);
        if (!key.kind().startsWith(TRUE_FALSE)
                && right.length() > other * 1.25
                && right.length() >= other + MUCH_LONGER) {
            found.add(problem(key.field(), Remark.of("files.rightAnswerMuchLonger", right.length(), other), read));
        }
    }

    private static Problem problem(String field, Remark what, Findings read) {
        int line = read.childTexts().entrySet().stream()
                .filter(text -> text.getKey().startsWith(field) && text.getValue() instanceof ScalarNode)
                .mapToInt(text -> text.getValue().getStartMark() == null
                        ? 0
                        : text.getValue().getStartMark().getLine() + 1)
                .findFirst()
                .orElse(0);
        return new Problem(LessonFolder.MODULE, field, line, what);
    }

    private static List<Asked> asked(Lesson lesson) {
        var all = new ArrayList<Asked>();
        int written = 0;
        int twice = 0;
        for (var step : lesson.steps()) {
            if (step.key().startsWith(Lesson.BEFORE)) {
                continue;
            }
            boolean after = step.key().startsWith(Lesson.AFTER);
            var field = after ? "before-and-after[" + ++twice + "]" : "steps[" + ++written + "].question";
            if (step instanceof Step.Ask ask) {
                all.add(new Asked(field, ask));
            }
        }
        return all;
    }

    private static List<Key> keys(Lesson lesson) {
        return asked(lesson).stream().flatMap(asked -> keys(asked).stream()).toList();
    }

    private static List<Key> keys(Asked asked) {
        var often = asked.field().startsWith("steps") ? "" : Words.of("files.askedBeforeAndAfter");
        var options = asked.field() + ".options";
        return switch (asked.step().question()) {
            case SingleChoice q -> key("choices" + often, options, q.options(), Option::text, Option::right);
            case PictureChoice q -> key("choices" + often, options, q.options(), Option::text, Option::right);
            case TrueFalse q ->
                List.of(new Key(TRUE_FALSE + often, asked.field(), List.of("True", "Not true"), q.right() ? 0 : 1));
            case Story q ->
                IntStream.range(0, q.scenes().size())
                        .mapToObj(scene -> key(
                                "story turns",
                                asked.field() + ".scenes[" + (scene + 1) + "].turns",
                                q.scenes().get(scene).turns(),
                                Turn::text,
                                Turn::best))
                        .flatMap(List::stream)
                        .toList();
            case Question q -> List.of();
        };
    }

    /** Returns no key unless exactly one of several answers is right and all of them are written. */
    private static <T> List<Key> key(
            String kind, String field, List<T> answers, Function<T, String> text, Predicate<T> right) {
        var texts = answers.stream().map(text).toList();
        var keys = answers.stream().filter(right).toList();
        return texts.size() > 1 && keys.size() == 1 && !texts.contains("")
                ? List.of(new Key(kind, field, texts, answers.indexOf(keys.getFirst())))
                : List.of();
    }
}
