package uk.thinkuknow.exchange.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.lesson.Picture;
import uk.thinkuknow.curriculum.lesson.Question;
import uk.thinkuknow.curriculum.lesson.Step;

/**
 * Turns one question of a GIFT, Moodle XML or H5P file into a step of the lesson, and reports the parts of it that are
 * lost. Each public method that adds a step is for one kind of question.
 */
public final class ImportedQuestion {
    private static final int LONGEST_TITLE = 60;
    private static final int MOST_PARTS = 100;
    private static final Pattern BLANK = Pattern.compile("_{3,}|\\.{5,}|…{2,}");

    private final LessonBuilder draft;
    private final String name;
    private final RichText question;
    private final PictureFinder media;
    private final String notes;
    private final Set<String> lost = new TreeSet<>();

    /**
     * Starts a question.
     *
     * @param name its name in the file; empty if it has none
     * @param notes for the teacher, in Markdown
     */
    public ImportedQuestion(LessonBuilder draft, String name, RichText question, PictureFinder media, String notes) {
        this.draft = draft;
        this.name = RichTextReader.oneLine(name);
        this.question = question;
        this.media = media;
        this.notes = notes;
        lost.addAll(question.lost());
    }

    /**
     * An answer to choose from.
     *
     * @param worth the share of the marks that it earns: 1 for all of them, negative if it costs marks
     */
    public record ImportedAnswer(RichText words, double worth, String feedback) {}

    public Set<String> lost() {
        return lost;
    }

    /**
     * Adds a choice, or a poll if no answer is right. Several right answers make it a multiple choice.
     *
     * @param single whether the file allows only one answer; then only answers with the most marks are right
     * @throws Refused if there are no answers, or more than 100
     */
    public void choose(List<ImportedAnswer> answers, boolean single) {
        if (answers.isEmpty()) {
            throw new Refused("content.hasNoAnswersToChoose");
        }
        refuseTooManyParts(answers.size());
        double most = answers.stream().mapToDouble(ImportedAnswer::worth).max().orElse(0);
        if (!single || answers.stream().anyMatch(answer -> answer.worth > 0 && answer.worth < most)) {
            lost.add(Words.of("content.marksForAnswersThatAre"));
        }
        var keys = new UniqueKeys();
        var options = new ArrayList<Question.Option>();
        for (var answer : answers) {
            lost.addAll(answer.words.lost());
            var picture = media.first(draft, answer.words, lost);
            var text = answer.words.plainOrAlternativeText();
            boolean right = answer.worth > 0 && (!single || answer.worth >= most);
            options.add(new Question.Option(keys.keyFor(text, "answer"), text, picture, right, answer.feedback));
        }
        long right = options.stream().filter(Question.Option::right).count();
        ask(
                right == 0
                        ? ChoiceQuestions.poll(key(), question.asked(), options)
                        : ChoiceQuestions.question(key(), question.asked(), options, single && right == 1));
    }

    /**
     * Adds a true-or-false question.
     *
     * @param right whether the statement is true
     */
    public void statement(boolean right, String feedbackTrue, String feedbackFalse) {
        ask(new Question.TrueFalse(key(), question.asked(), right, feedbackTrue, feedbackFalse));
    }

    /**
     * Adds a question that puts things in order.
     *
     * @param things in their right order
     * @throws Refused if there are more than 100
     */
    public void order(List<RichText> things, String feedbackRight, String feedbackOther) {
        refuseTooManyParts(things.size());
        var keys = new UniqueKeys();
        var items = things.stream()
                .map(thing -> new Question.Item(
                        keys.keyFor(thing.plainOrAlternativeText(), "item"),
                        thing.plainOrAlternativeText(),
                        media.first(draft, thing, lost)))
                .toList();
        ask(new Question.PutInOrder(key(), question.asked(), items, feedbackRight, feedbackOther));
    }

    /** Returns a thing or a place for {@link #pairs} or {@link #sorted}; its words are its id. */
    public MatchItem thing(RichText words) {
        lost.addAll(words.lost());
        return new MatchItem(
                words.plainOrAlternativeText(), words.plainOrAlternativeText(), media.first(draft, words, lost));
    }

    /**
     * Adds a match question, or a sort question if several things share a place.
     *
     * @throws Refused if there are no pairs, or they cannot be one question
     */
    public void pairs(List<PairQuestions.Pair> pairs, List<MatchItem> things, List<MatchItem> places) {
        related(pairs, things, places, false);
    }

    /** Adds a question that asks for spots in a picture. */
    public void spots(List<Question.Spot> spots, Picture picture) {
        ask(new Question.SpotIt(key(), question.asked(), picture, spots));
    }

    /** Adds a question that sorts things into groups; each thing belongs to one group. */
    public void sorted(List<PairQuestions.Pair> pairs, List<MatchItem> groups) {
        related(pairs, pairs.stream().map(PairQuestions.Pair::one).toList(), groups, true);
    }

    private void related(
            List<PairQuestions.Pair> pairs, List<MatchItem> things, List<MatchItem> places, boolean sorted) {
        if (pairs.isEmpty()) {
            throw new Refused("content.doesNotSayWhatBelongs");
        }
        ask(PairQuestions.question(key(), question.asked(), pairs, things, places, sorted, lost));
    }

    /**
     * Adds a fill-the-gap question.
     *
     * @param marked the text with a mark for each gap
     * @throws Refused if there is no gap
     */
    public void gaps(GapTextBuilder gaps, RichText marked) {
        if (gaps.count() == 0) {
            throw new Refused("content.hasNoGapToFill");
        }
        var split = gaps.split(marked);
        var asked = gaps.asked(split.asked());
        var picture = media.first(draft, marked.and(question), lost);
        add(new Step.Ask(stepKey(), title(), split.scene(), picture, gaps.question(key(), asked, split.text()), notes));
    }

    /**
     * Adds a fill-the-gap question for one whose answer is typed in the other program: here children choose from the
     * words that the file lists.
     *
     * @throws Refused if no answer is right, or there are more than 100
     */
    public void typed(List<ImportedAnswer> answers) {
        refuseTooManyParts(answers.size());
        var best = answers.stream()
                .filter(answer -> answer.worth > 0
                        && !answer.words.plainOrAlternativeText().equals("*"))
                .max((one, other) -> Double.compare(one.worth, other.worth))
                .orElseThrow(() -> new Refused("content.doesNotSayWhichAnswer"));
        lost.add(Words.of("content.typingChildrenChooseFromThe"));
        var gaps = new GapTextBuilder();
        var bestWord = best.words.plainOrAlternativeText();
        var gap = gaps.gap(gaps.word(bestWord, bestWord, best.feedback));
        for (var answer : answers) {
            var word = answer.words.plainOrAlternativeText();
            if (answer != best && word.matches("|\\*")) {
                lost.add(Words.of("content.whatItSaysToEvery"));
            } else if (answer != best && answer.worth >= best.worth) {
                lost.add(Words.of("content.otherWaysToWrite", bestWord));
            } else if (answer != best && !word.contains("*")) {
                gaps.word(word, word, answer.feedback);
            }
        }
        var asked = question.asked();
        var blank = BLANK.matcher(asked);
        if (blank.find()) {
            ask(gaps.question(key(), gaps.asked(""), blank.replaceFirst(gap)));
        } else if (asked.matches(".*[\\p{L}\\p{N}]")) {
            ask(gaps.question(key(), gaps.asked(""), asked + " " + gap + "."));
        } else {
            ask(gaps.question(key(), asked, gap));
        }
    }

    /**
     * Adds a step that only shows the text.
     *
     * @throws Refused if there is no text
     */
    public void read() {
        if (question.isEmpty()) {
            throw new Refused("content.hasNoText");
        }
        var picture = media.first(draft, question, lost);
        add(new Step.Read(stepKey(), title(), question.markdown(), picture, notes));
    }

    /**
     * Adds a step on which children think about the text; their own words stay on their device.
     *
     * @throws Refused if there is no text
     */
    public void reflect() {
        if (question.isEmpty()) {
            throw new Refused("content.doesNotSayWhatTo");
        }
        lost.add(Words.of("content.whatChildrenWriteAReflection"));
        var picture = media.first(draft, question, lost);
        add(new Step.Reflect(stepKey(), title(), question.markdown(), picture, List.of(), notes));
    }

    private void ask(Question asked) {
        if (asked.stem().isEmpty()) {
            lost.add(Words.of("content.itsQuestionWhichIsEmpty"));
        }
        var picture = media.first(draft, question, lost);
        add(new Step.Ask(stepKey(), title(), question.scene(), picture, asked, notes));
    }

    private void add(Step step) {
        draft.add(step);
        draft.reportTaken(told(), LessonBuilder.kind(step), lost);
    }

    private String key() {
        return draft.questionKey(name, question.asked());
    }

    private String stepKey() {
        return draft.stepKey(name, question.asked());
    }

    private String title() {
        return titled(told());
    }

    private String told() {
        return name.isEmpty() ? question.asked() : name;
    }

    /** Returns a text cut to the 60 characters that a title may have. */
    public static String titled(String words) {
        return words.length() > LONGEST_TITLE
                ? words.substring(0, LONGEST_TITLE - 1).strip() + "…"
                : words;
    }

    /** Throws {@link Refused} for more than 100 parts, which no screen can show, before time is spent on them. */
    public static void refuseTooManyParts(int parts) {
        if (parts > MOST_PARTS) {
            throw new Refused("content.hasAnswersMoreThanAny", parts);
        }
    }

    /**
     * Runs {@code reading}, which reads one question; if it throws {@link Refused}, reports the question as left out.
     */
    public static void readOrReport(LessonBuilder draft, String name, Runnable reading) {
        try {
            reading.run();
        } catch (Refused e) {
            draft.reportLeftOut(name, e.why());
        }
    }
}
