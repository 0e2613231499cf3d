package uk.thinkuknow.curriculum.files;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.thinkuknow.curriculum.lesson.Question;
import uk.thinkuknow.curriculum.lesson.Question.FillTheGap;
import uk.thinkuknow.curriculum.lesson.Question.Group;
import uk.thinkuknow.curriculum.lesson.Question.Item;
import uk.thinkuknow.curriculum.lesson.Question.Match;
import uk.thinkuknow.curriculum.lesson.Question.MultipleChoice;
import uk.thinkuknow.curriculum.lesson.Question.Option;
import uk.thinkuknow.curriculum.lesson.Question.Pair;
import uk.thinkuknow.curriculum.lesson.Question.PictureChoice;
import uk.thinkuknow.curriculum.lesson.Question.PutInOrder;
import uk.thinkuknow.curriculum.lesson.Question.SingleChoice;
import uk.thinkuknow.curriculum.lesson.Question.Sort;
import uk.thinkuknow.curriculum.lesson.Question.Spot;
import uk.thinkuknow.curriculum.lesson.Question.SpotIt;
import uk.thinkuknow.curriculum.lesson.Question.Story;
import uk.thinkuknow.curriculum.lesson.Question.TrueFalse;
import uk.thinkuknow.curriculum.lesson.Question.Turn;
import uk.thinkuknow.curriculum.lesson.Question.Word;
import uk.thinkuknow.curriculum.lesson.Remark;

import static java.util.Collections.disjoint;

/**
 * Finds words that give an answer away: in the script read aloud for a question, and among the words offered for a gap.
 */
final class AnswerClues {
    private static final Set<String> SMALL = Set.of(
            ("a an the of to in on at it its is are was be and or he she they them you we us i me my your his her "
                            + "their this that with for do does can could will")
                    .split(" "));
    private static final Pattern NO_LETTERS = Pattern.compile("\\P{L}+");
    private static final Pattern IS_IT_TRUE = Pattern.compile(
            "^(yes|no)[,.!].*|.*\\b(that|this|it)(’s|'s| is| isn’t| isn't)( not)? (true|so|right|false|wrong)\\b.*");
    private static final Pattern ASKS = Pattern.compile(".*[?][\"”’)*_]*|.*\\b(if|whether|when|or)\\b.*");

    private final List<String> sentences;
    private final List<String> all;

    private AnswerClues(String script) {
        sentences = Sentences.of(script).stream()
                .map(sentence -> sentence.text().replaceAll("\\s+", " "))
                .toList();
        all = words(script);
    }

    /**
     * Returns advice on the words offered for gaps: if only one fits no gap, or one looks unlike the right words. The
     * advice does not say which word cannot grammatically fit a gap: a part-of-speech tagger (Apache OpenNLP, 2.6 MB)
     * found none of the eleven bad words of November 2026, because it reads a word to suit its gap (“guard” as a verb),
     * and it flagged a good one. Endings such as -ing found none either, and flagged “boring” beside “heavy”.
     */
    static List<Remark> ofGaps(FillTheGap question) {
        var right = words(question, true);
        var wrong = words(question, false);
        var unlike = wrong.stream()
                .filter(word -> right.stream().noneMatch(other -> alike(word, other)))
                .map(word -> Remark.of("files.wordUnlikeRightWords", word));
        var single = Remark.of("files.hasOnlyOneWordThat");
        return Stream.concat(Stream.of(single).filter(one -> wrong.size() == 1), unlike)
                .toList();
    }

    private static List<String> words(FillTheGap question, boolean right) {
        return question.words().stream()
                .filter(word -> question.gaps().contains(word.key()) == right)
                .map(Word::text)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static boolean alike(String one, String other) {
        return Math.abs(one.split(" ").length - other.split(" ").length) < 2
                && Character.isUpperCase(one.charAt(0)) == Character.isUpperCase(other.charAt(0));
    }

    /**
     * Returns advice on a script that an adult reads aloud while the question is shown; empty if it gives nothing away.
     */
    static Optional<Remark> ofScript(String script, Question question) {
        var read = new AnswerClues(script);
        return switch (question) {
            case SingleChoice q -> read.only(q.options(), Option::text, Option::right);
            case PictureChoice q -> read.only(q.options(), Option::text, Option::right);
            case MultipleChoice q -> read.only(q.options(), Option::text, Option::right);
            case SpotIt q -> read.only(q.spots(), Spot::text, Spot::right);
            case FillTheGap q ->
                read.only(q.words(), Word::text, word -> q.gaps().contains(word.key()));
            case Story q
            when !q.scenes().isEmpty() -> read.only(q.scenes().getFirst().turns(), Turn::text, Turn::best);
            case TrueFalse q -> read.whether();
            case PutInOrder q -> read.order(q.items().stream().map(Item::text).toList());
            case Match q -> {
                var partners = q.pairs().stream().map(Pair::partner).toList();
                yield first(q.pairs().stream().map(pair -> read.together(pair.text(), pair.partner(), partners)));
            }
            case Sort q -> {
                var groups = q.groups().stream().collect(Collectors.toMap(Group::key, Group::text, (one, same) -> one));
                yield first(q.items().stream()
                        .map(item ->
                                read.together(item.text(), groups.getOrDefault(item.group(), ""), groups.values())));
            }
            case Question q -> Optional.empty();
        };
    }

    private static Optional<Remark> first(Stream<Optional<Remark>> found) {
        return found.flatMap(Optional::stream).findFirst();
    }

    /**
     * Advises if the script reads out every right answer, but for some wrong answer none of the words that no right
     * answer has.
     */
    private <T> Optional<Remark> only(List<T> answers, Function<T, String> text, Predicate<T> isRight) {
        var right = answers.stream().filter(isRight).map(text).toList();
        var wrong = answers.stream().filter(isRight.negate()).map(text);
        boolean read = !right.isEmpty()
                && right.stream().allMatch(answer -> sentences.stream().anyMatch(one -> holds(words(one), answer)));
        return read && wrong.map(answer -> own(answer, right)).anyMatch(own -> !own.isEmpty() && disjoint(all, own))
                ? Optional.of(Remark.of("files.readsOutTheRightAnswer", right.getFirst()))
                : Optional.empty();
    }

    /** Advises if the script says that a statement is true or false. */
    private Optional<Remark> whether() {
        return told().filter(sentence ->
                        IS_IT_TRUE.matcher(sentence.toLowerCase(Locale.ROOT)).matches())
                .map(sentence -> Remark.of("files.saysWhetherItIsTrue", sentence))
                .findFirst();
    }

    /** Advises if the script names the items in their right order, each by a word that no other item has. */
    private Optional<Remark> order(List<String> things) {
        int from = 0;
        for (var thing : things) {
            var own = own(
                    thing, things.stream().filter(other -> !other.equals(thing)).toList());
            var rest = all.subList(from, all.size());
            int next = IntStream.range(0, rest.size())
                    .filter(at -> own.contains(rest.get(at)))
                    .findFirst()
                    .orElse(-1);
            if (next < 0) {
                return Optional.empty();
            }
            from += next + 1;
        }
        return Optional.of(Remark.of("files.readsOutTheRightOrder"));
    }

    /** Advises if a sentence names an item and its place but no other place. */
    private Optional<Remark> together(String thing, String place, Collection<String> places) {
        return told().filter(sentence -> {
                    var said = words(sentence);
                    return holds(said, thing)
                            && holds(said, place)
                            && places.stream()
                                    .filter(other -> !holds(words(place), other))
                                    .noneMatch(other -> holds(said, other));
                })
                .map(sentence -> Remark.of("files.tellsWhere", thing, sentence))
                .findFirst();
    }

    /** The sentences that are neither a question nor a choice (if, whether, when, or). */
    private Stream<String> told() {
        return sentences.stream()
                .filter(sentence ->
                        !ASKS.matcher(sentence.toLowerCase(Locale.ROOT)).matches());
    }

    /** The words of a text that occur in none of the others. */
    private static List<String> own(String text, List<String> others) {
        var own = new ArrayList<>(words(text));
        others.forEach(other -> own.removeAll(words(other)));
        return own;
    }

    private static boolean holds(List<String> said, String text) {
        var words = words(text);
        return !words.isEmpty() && said.containsAll(words);
    }

    /** The words of a text in lower case, without stop words; with the stop words if the text has no others. */
    private static List<String> words(String text) {
        var all = NO_LETTERS
                .splitAsStream(text.toLowerCase(Locale.ROOT).replaceAll("['’]", ""))
                .filter(word -> !word.isEmpty())
                .toList();
        var telling = all.stream().filter(word -> !SMALL.contains(word)).toList();
        return telling.isEmpty() ? all : telling;
    }
}
