package uk.thinkuknow.exchange.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.curriculum.lesson.Picture;
import uk.thinkuknow.curriculum.lesson.Question;
import uk.thinkuknow.curriculum.lesson.Step;

/** One question of a quiz, whatever file it stands in, on its way to become a screen. */
public final class Quiz {
    private static final int LONGEST_TITLE = 60;
    private static final int MOST_PARTS = 100;
    private static final Pattern BLANK = Pattern.compile("_{3,}|\\.{5,}|…{2,}");

    private final Draft draft;
    private final String name;
    private final Rich question;
    private final Media media;
    private final String notes;
    private final Set<String> lost = new TreeSet<>();

    /**
     * @param name of the question in its file; empty if it has none
     * @param notes for the teacher, in Markdown
     */
    public Quiz(Draft draft, String name, Rich question, Media media, String notes) {
        this.draft = draft;
        this.name = RichReader.oneLine(name);
        this.question = question;
        this.media = media;
        this.notes = notes;
        lost.addAll(question.lost());
    }

    /** An answer to choose from, and what part of the marks it earns: 1 for all of them. */
    public record Answer(Rich words, double worth, String feedback) {}

    public Set<String> lost() {
        return lost;
    }

    public void choose(List<Answer> answers, boolean single) {
        if (answers.isEmpty()) {
            throw new Refused("has no answers to choose from");
        }
        fewEnough(answers.size());
        double most = answers.stream().mapToDouble(Answer::worth).max().orElse(0);
        if (single && answers.stream().anyMatch(answer -> answer.worth > 0 && answer.worth < most)) {
            lost.add("marks for answers that are right in part");
        }
        if (!single) {
            lost.add("marks for answers that are right in part");
        }
        var keys = new Keys();
        var options = new ArrayList<Question.Option>();
        for (var answer : answers) {
            lost.addAll(answer.words.lost());
            var picture = media.first(draft, answer.words, lost);
            var text = said(answer.words);
            boolean right = answer.worth > 0 && (!single || answer.worth >= most);
            options.add(new Question.Option(keys.near(text, "answer"), text, picture, right, answer.feedback));
        }
        var key = key();
        if (options.stream().noneMatch(Question.Option::right)) {
            ask(new Question.Poll(
                    key,
                    question.asked(),
                    options.stream()
                            .map(one -> new Question.Choice(one.key(), one.text(), one.picture(), one.feedback()))
                            .toList()));
            return;
        }
        var statement = single ? TrueFalse.of(key, question.asked(), options) : null;
        boolean one = single && options.stream().filter(Question.Option::right).count() == 1;
        ask(statement != null ? statement : Choices.question(key, question.asked(), options, one));
    }

    public void statement(boolean right, String feedbackTrue, String feedbackFalse) {
        ask(new Question.TrueFalse(key(), question.asked(), right, feedbackTrue, feedbackFalse));
    }

    public void order(List<Rich> things, String feedbackRight, String feedbackOther) {
        fewEnough(things.size());
        var keys = new Keys();
        var items = things.stream()
                .map(thing ->
                        new Question.Item(keys.near(said(thing), "item"), said(thing), media.first(draft, thing, lost)))
                .toList();
        ask(new Question.PutInOrder(key(), question.asked(), items, feedbackRight, feedbackOther));
    }

    /** A thing or a place; the same words are the same one. */
    public Thing thing(Rich words) {
        lost.addAll(words.lost());
        return new Thing(said(words), said(words), media.first(draft, words, lost));
    }

    public void pairs(List<Pairs.Pair> pairs, List<Thing> things, List<Thing> places) {
        if (pairs.isEmpty()) {
            throw new Refused("does not say what belongs together");
        }
        ask(Pairs.question(key(), question.asked(), pairs, things, places, false, lost));
    }

    public void spots(List<Question.Spot> spots, Picture picture) {
        ask(new Question.SpotIt(key(), question.asked(), picture, spots));
    }

    /** Things of which each belongs to one of these groups. */
    public void sorted(List<Pairs.Pair> pairs, List<Thing> groups) {
        if (pairs.isEmpty()) {
            throw new Refused("does not say what belongs together");
        }
        var things = pairs.stream().map(Pairs.Pair::one).toList();
        ask(Pairs.question(key(), question.asked(), pairs, things, groups, true, lost));
    }

    /** @param marked the text with a mark for each gap */
    public void gaps(Gaps gaps, Rich marked) {
        if (gaps.count() == 0) {
            throw new Refused("has no gap to fill");
        }
        var split = gaps.split(marked);
        var asked = gaps.asked(split.asked());
        var picture = media.first(draft, marked.and(question), lost);
        add(new Step.Ask(stepKey(), title(), split.scene(), picture, gaps.question(key(), asked, split.text()), notes));
    }

    /** A word that is typed becomes one that is chosen, from those that the file lists. */
    public void typed(List<Answer> answers) {
        fewEnough(answers.size());
        var best = answers.stream()
                .filter(answer -> answer.worth > 0 && !said(answer.words).equals("*"))
                .max((one, other) -> Double.compare(one.worth, other.worth))
                .orElseThrow(() -> new Refused("does not say which answer is right"));
        lost.add("typing: children choose from the words that the file lists");
        var gaps = new Gaps();
        var right = gaps.word(said(best.words), said(best.words), best.feedback);
        for (var answer : answers) {
            if (answer != best && said(answer.words).matches("|\\*")) {
                lost.add("what it says to every other answer");
            } else if (answer != best && answer.worth >= best.worth) {
                lost.add("other ways to write “" + said(best.words) + "”");
            } else if (answer != best && !said(answer.words).contains("*")) {
                gaps.word(said(answer.words), said(answer.words), answer.feedback);
            }
        }
        var asked = question.asked();
        var blank = BLANK.matcher(asked);
        if (blank.find()) {
            var text = blank.replaceFirst(gaps.gap(right));
            ask(gaps.question(key(), gaps.asked(""), text));
        } else if (asked.matches(".*[\\p{L}\\p{N}]")) {
            var text = asked + " " + gaps.gap(right) + ".";
            ask(gaps.question(key(), gaps.asked(""), text));
        } else {
            ask(gaps.question(key(), asked, gaps.gap(right)));
        }
    }

    public void read() {
        if (question.isEmpty()) {
            throw new Refused("has no text");
        }
        var picture = media.first(draft, question, lost);
        add(new Step.Read(stepKey(), title(), question.markdown(), picture, notes));
    }

    public void reflect() {
        if (question.isEmpty()) {
            throw new Refused("does not say what to think about");
        }
        lost.add("what children write: a reflection stays with them");
        var picture = media.first(draft, question, lost);
        add(new Step.Reflect(stepKey(), title(), question.markdown(), picture, List.of(), notes));
    }

    private void ask(Question asked) {
        if (asked.stem().isEmpty()) {
            lost.add("its question, which is empty or a picture alone");
        }
        var picture = media.first(draft, question, lost);
        add(new Step.Ask(stepKey(), title(), question.scene(), picture, asked, notes));
    }

    private void add(Step step) {
        draft.add(step);
        draft.took(told(), Draft.kind(step), lost);
    }

    private String said(Rich words) {
        return words.isEmpty()
                ? words.images().stream()
                        .map(Rich.Image::words)
                        .filter(alt -> !alt.isEmpty())
                        .findFirst()
                        .orElse("")
                : words.plain();
    }

    private String key() {
        return draft.questionKey(name, question.asked());
    }

    private String stepKey() {
        return draft.stepKey(name, question.asked());
    }

    private String title() {
        return shortened(told());
    }

    private String told() {
        return name.isEmpty() ? question.asked() : name;
    }

    private static String shortened(String words) {
        return words.length() > LONGEST_TITLE
                ? words.substring(0, LONGEST_TITLE - 1).strip() + "…"
                : words;
    }

    /** What has more parts than any screen could show is not worth the time of taking it apart. */
    public static void fewEnough(int parts) {
        if (parts > MOST_PARTS) {
            throw new Refused("has " + parts + " answers, more than any screen can show");
        }
    }

    /** Reads a question; where that is refused, the report says why. */
    public static void taking(Draft draft, String name, Runnable reading) {
        try {
            reading.run();
        } catch (Refused e) {
            draft.leftOut(name, e.why());
        }
    }
}
