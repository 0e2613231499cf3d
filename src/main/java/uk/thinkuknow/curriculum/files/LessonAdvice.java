package uk.thinkuknow.curriculum.files;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.ScalarNode;
import uk.thinkuknow.common.BandDesign;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.common.facts.Facts;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.lesson.LessonFolder;
import uk.thinkuknow.curriculum.lesson.Question;
import uk.thinkuknow.curriculum.lesson.Remark;
import uk.thinkuknow.curriculum.lesson.Step;
import uk.thinkuknow.curriculum.lesson.UnsuitableWords;

/**
 * Gives editorial advice on a lesson: on reading level, unsuitable words, links, guessable answers, minutes, and
 * objectives without a question. Unlike a problem, advice does not stop the lesson from being published.
 */
final class LessonAdvice {
    /** A web address, or a link in Markdown. */
    private static final Pattern LINK = Pattern.compile("https?://\\S+|\\bwww\\.\\S+|]\\([^)\\]]*\\)");

    private final Lesson lesson;
    private final BandDesign band;
    private final Findings read;
    private final List<Problem> found = new ArrayList<>();

    private LessonAdvice(Lesson lesson, BandDesign band, Findings read) {
        this.lesson = lesson;
        this.band = band;
        this.read = read;
    }

    /**
     * Returns the advice on a lesson; empty if its age band is unknown.
     *
     * @param read the findings of its file, with all texts that children read or hear
     */
    static List<Problem> of(Lesson lesson, Findings read) {
        return BandDesign.of(lesson.band())
                .map(band -> new LessonAdvice(lesson, band, read).all())
                .orElse(List.of());
    }

    private List<Problem> all() {
        read.childTexts().forEach((field, node) -> {
            if (node instanceof ScalarNode scalar) {
                ofText(field, scalar);
            }
        });
        ofMinutes();
        ofObjectives();
        found.addAll(GuessableAnswers.of(lesson, read));
        return found;
    }

    private void ofText(String field, ScalarNode node) {
        var text = read.withFacts(node.getValue()).text();
        int line = node.getStartMark() == null ? 0 : node.getStartMark().getLine() + 1;
        if (lesson.language().equals(Language.ENGLISH.key())) {
            int words = Sentences.of(text).stream()
                    .mapToInt(Sentences.Sentence::words)
                    .sum();
            var grade = ReadingGrade.of(text);
            if (words >= ReadingGrade.ENOUGH && grade > band.readingGrade()) {
                advise(
                        field,
                        line,
                        Remark.of(
                                "files.readingTooHard",
                                String.format(Locale.ROOT, "%.1f", grade),
                                band.key(),
                                band.readingGrade(),
                                hardest(text)));
            }
            UnsuitableWords.in(text, band).forEach(advice -> advise(field, line, advice));
        }
        Facts.packaged()
                .numberIn(node.getValue())
                .ifPresent(key -> advise(field, line, Remark.of("files.writesOutANumberThat", key)));
        LINK.matcher(text)
                .results()
                .limit(1)
                .forEach(link -> advise(field, line, Remark.of("files.leadsAwayFromTheLesson", link.group())));
    }

    private void advise(String field, int line, Remark what) {
        found.add(new Problem(LessonFolder.MODULE, field, line, what));
    }

    private static String hardest(String text) {
        return Sentences.of(text).stream()
                .flatMap(Sentences.Sentence::eachWord)
                .max((one, other) -> Integer.compare(ReadingGrade.syllables(one), ReadingGrade.syllables(other)))
                .map(word -> word.replaceAll("^\\P{L}+|(?<!\\P{L})\\P{L}+$", ""))
                .orElse("");
    }

    private void ofMinutes() {
        int estimate = LessonMinutes.of(lesson, band);
        if (lesson.steps().size() < LessonReader.FEWEST_STEPS) {
            return;
        }
        if (estimate > lesson.minutes() * 1.25 || estimate < lesson.minutes() * 0.5) {
            advise("minutes", 0, Remark.of("files.saysAndTheStepsMake", lesson.minutes(), estimate));
        }
    }

    private void ofObjectives() {
        var served = new HashSet<Integer>();
        lesson.aims().forEach(aim -> served.addAll(aim.objectives()));
        for (int i = 0; i < lesson.objectives().size(); i++) {
            if (!served.contains(i + 1)) {
                advise("objectives[" + (i + 1) + "]", 0, Remark.of("files.hasNoQuestionAskOne", (i + 1)));
            }
        }
        int written = 0;
        for (var step : lesson.steps()) {
            if (step.key().startsWith(Lesson.BEFORE) || step.key().startsWith(Lesson.AFTER)) {
                continue;
            }
            written++;
            if (!lesson.objectives().isEmpty()
                    && teaches(step)
                    && lesson.aims().stream().noneMatch(aim -> aim.step().equals(step.key()))) {
                advise("steps[" + written + "]", 0, Remark.of("files.asksAQuestionForNo"));
            }
        }
    }

    /** Returns whether the step needs an objective: scales and polls have no right answer. */
    private static boolean teaches(Step step) {
        return step instanceof Step.Ask ask
                && !(ask.question() instanceof Question.Scale)
                && !(ask.question() instanceof Question.Poll);
    }
}
