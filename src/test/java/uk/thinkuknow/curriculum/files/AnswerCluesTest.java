package uk.thinkuknow.curriculum.files;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.thinkuknow.curriculum.lesson.Picture;
import uk.thinkuknow.curriculum.lesson.Question;
import uk.thinkuknow.curriculum.lesson.Question.FillTheGap;
import uk.thinkuknow.curriculum.lesson.Question.Group;
import uk.thinkuknow.curriculum.lesson.Question.Item;
import uk.thinkuknow.curriculum.lesson.Question.Match;
import uk.thinkuknow.curriculum.lesson.Question.MultipleChoice;
import uk.thinkuknow.curriculum.lesson.Question.Option;
import uk.thinkuknow.curriculum.lesson.Question.Pair;
import uk.thinkuknow.curriculum.lesson.Question.PictureChoice;
import uk.thinkuknow.curriculum.lesson.Question.Poll;
import uk.thinkuknow.curriculum.lesson.Question.PutInOrder;
import uk.thinkuknow.curriculum.lesson.Question.Scene;
import uk.thinkuknow.curriculum.lesson.Question.SingleChoice;
import uk.thinkuknow.curriculum.lesson.Question.Sort;
import uk.thinkuknow.curriculum.lesson.Question.Sorted;
import uk.thinkuknow.curriculum.lesson.Question.Spot;
import uk.thinkuknow.curriculum.lesson.Question.SpotIt;
import uk.thinkuknow.curriculum.lesson.Question.Story;
import uk.thinkuknow.curriculum.lesson.Question.TrueFalse;
import uk.thinkuknow.curriculum.lesson.Question.Turn;
import uk.thinkuknow.curriculum.lesson.Question.Word;
import uk.thinkuknow.curriculum.lesson.Remark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the advice on scripts read aloud and words for gaps that give an answer away. */
class AnswerCluesTest {
    private static final List<Option> OPTIONS = List.of(
            new Option("press", "Press it", null, false, ""),
            new Option("tell", "Tell Owl", null, true, ""),
            new Option("hide", "Hide away", null, false, ""));
    private static final Question GAPS =
            gaps("I saw it [online]. It [worries] me.", "online", "worries", "nice", "calms");

    /** One question of each kind with answers to choose from; only "Tell Owl" is right. */
    private static List<Question> choices() {
        var turns = OPTIONS.stream()
                .map(option -> new Turn(option.key(), option.text(), "", "", option.right()))
                .toList();
        var spots = OPTIONS.stream()
                .map(option -> new Spot(option.key(), option.text(), 0, 0, 64, 64, option.right(), ""))
                .toList();
        return List.of(
                new SingleChoice("q", "What helps?", OPTIONS),
                new PictureChoice("q", "What helps?", OPTIONS),
                new MultipleChoice("q", "What helps?", OPTIONS),
                new Story("q", "What helps?", List.of(new Scene("s", "A box.", null, turns))),
                new SpotIt("q", "What helps?", new Picture("a.svg", "A box"), spots),
                gaps("What helps? [tell-owl].", "tell owl", "press it", "hide away"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What can he do? He can tell Owl. What helps?",
                "He can tell Owl, or press the box. What helps?",
                "Shall we TELL\nOwl, or not?"
            })
    void aScriptThatReadsOutTheRightAnswerButNotAllOthersGetsAdvice(String script) {
        choices()
                .forEach(question -> assertTrue(
                        said(script, question).startsWith("reads out the right answer, “tell owl”"),
                        question.toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What can he do?",
                "He can tell Owl. He can press it. Or he can hide away. What helps?",
                "He can tell Owl. He can press the box. Or he can hide. What helps?",
                "Owl is here. We tell stories.",
                ""
            })
    void aScriptThatReadsOutAllAnswersOrNoneGetsNoAdvice(String script) {
        choices().forEach(question -> assertEquals("", said(script, question), question.toString()));
    }

    @Test
    void anAnswerWithoutAWordOfItsOwnDoesNotCountAsLeftOut() {
        var options = List.of(
                new Option("owl", "Tell Owl", null, true, ""),
                new Option("tell", "Tell it", null, false, ""),
                new Option("blank", "", null, false, ""));
        assertEquals("", said("He can tell Owl.", new SingleChoice("q", "What helps?", options)));
    }

    @Test
    void aQuestionWithoutARightAnswerGetsNoAdvice() {
        var poll = new Poll("q", "Which?", List.of(new Question.Choice("tell", "Tell Owl", null, "")));
        assertEquals("", said("He can tell Owl.", poll));
        var story = new Story(
                "q",
                "Which?",
                List.of(new Scene("s", "A box.", null, List.of(new Turn("tell", "Tell Owl", "", "", false)))));
        assertEquals("", said("He can tell Owl.", story));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "First we stop. Then hands off. Then we tell a grown-up.",
                "What does he do first? Do it with me: stop, hands off, tell!"
            })
    void aScriptThatReadsOutTheRightOrderGetsAdvice(String script) {
        assertTrue(said(script, order("Stop", "Hands off", "Tell Owl")).startsWith("reads out the right order"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Here they are, all mixed up: tell Owl, stop, and hands off. What comes first, and what comes last?",
                "What does he do first? Stop and think.",
                "Put them in order."
            })
    void aScriptThatDoesNotReadOutTheRightOrderGetsNoAdvice(String script) {
        assertEquals("", said(script, order("Stop", "Hands off", "Tell Owl")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"He can still tell Owl. That is true.", "It’s not true, of course.", "Can he tell? Yes, he can."
            })
    void aScriptThatSaysWhetherAStatementIsTrueGetsAdvice(String script) {
        assertTrue(said(script, statement()).startsWith("says whether it is true, “"), script);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "He can still tell Owl. Do you think that it is\ntrue? Yes or no?",
                "Thumbs up if it is true, thumbs down if it is not true.",
                "Hold up your card: yes, or no.",
                "Yes or no?"
            })
    void aScriptThatAsksWhetherAStatementIsTrueGetsNoAdvice(String script) {
        assertEquals("", said(script, statement()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Owl is at school. Dog runs the sports club.", "Dog helps at the sports club."})
    void aScriptThatSaysWhatBelongsTogetherGetsAdvice(String script) {
        assertTrue(said(script, pairs()).contains("belongs, ‘"), script);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Owl is her teacher. Dog is her coach. Who helps where: at school, or at the sports club?",
                "Is Owl\nat school?",
                "Owl and Dog help at school and at the sports club."
            })
    void aScriptThatDoesNotSayWhatBelongsTogetherGetsNoAdvice(String script) {
        assertEquals("", said(script, pairs()));
    }

    @Test
    void aScriptThatSortsAnItemGetsAdviceAndOneThatOnlyNamesItDoesNot() {
        assertEquals(
                "tells where ‘“Go away.”’ belongs, ‘“Go away” is not kind.’: name things and places apart",
                said("“Go away” is not kind.", groups()));
        assertTrue(said("It is kind to help.", groups()).startsWith("tells where ‘“Can I help?”’"));
        assertEquals("", said("Which words are kind, and which are not kind? “Can I help?” “Go away.”", groups()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sad|has only one word that fits no gap, so the last gap fills itself: add one that could stand there",
                "sad,as soon as I|has “as soon as I”, which looks unlike each right word: write it as they are",
                "sad,Tickles|has “Tickles”, which looks unlike each right word: write it as they are"
            })
    void aGapQuestionWithOnlyOneWrongWordOrAWrongWordUnlikeTheRightOnesGetsAdvice(String wrong, String says) {
        var words = Stream.concat(Stream.of("online", "worries"), Stream.of(wrong.split(",")));
        assertEquals(
                List.of(says), adviceOn(gaps("I saw it [online]. It [worries] me.", words.toArray(String[]::new))));
    }

    @Test
    void wordsThatCouldAllFillAGapGetNoAdvice() {
        assertEquals(List.of(), adviceOn((FillTheGap) GAPS));
        assertEquals(
                List.of(),
                adviceOn(gaps(
                        "I tell a [grown-up-i-trust]. I [leave].",
                        "grown-up I trust",
                        "leave",
                        "player I like",
                        "the whole team now",
                        "stay")));
        assertEquals(List.of(), adviceOn(gaps("I [leave].", "leave", "", "stay", "wait")));
    }

    private static List<String> adviceOn(FillTheGap question) {
        return AnswerClues.ofGaps(question).stream().map(Remark::words).toList();
    }

    private static String said(String script, Question question) {
        return AnswerClues.ofScript(script, question)
                .map(Remark::words)
                .orElse("")
                .replace("Tell Owl", "tell owl");
    }

    /** The key of a word is the word with hyphens. */
    private static FillTheGap gaps(String text, String... words) {
        return new FillTheGap(
                "q",
                "Fill the gaps.",
                text,
                Arrays.stream(words)
                        .map(word -> new Word(word.toLowerCase().replace(' ', '-'), word, ""))
                        .toList());
    }

    private static Question order(String... things) {
        return new PutInOrder(
                "q",
                "What comes first?",
                Arrays.stream(things).map(thing -> new Item(thing, thing, null)).toList(),
                "",
                "");
    }

    private static Question statement() {
        return new TrueFalse("q", "He can still tell Owl.", true, "", "");
    }

    private static Question pairs() {
        return new Match(
                "q",
                "Who helps where?",
                List.of(
                        new Pair("owl", "Owl", null, "School", null, ""),
                        new Pair("dog", "Dog", null, "Sports club", null, "")));
    }

    private static Question groups() {
        return new Sort(
                "q",
                "Put each one in its place.",
                List.of(new Group("kind", "Kind", null), new Group("not", "Not kind", null)),
                List.of(
                        new Sorted("help", "“Can I help?”", null, "kind", ""),
                        new Sorted("go", "“Go away.”", null, "not", "")));
    }
}
