package uk.thinkuknow.demo;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import uk.thinkuknow.classroom.answers.CountedQuestion;
import uk.thinkuknow.classroom.answers.LessonCount;
import uk.thinkuknow.classroom.answers.LessonCount.CountKind;
import uk.thinkuknow.classroom.answers.StepTime;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.lesson.PublishedModule;
import uk.thinkuknow.curriculum.lesson.Step;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.demo.DemoPart.Demo;
import uk.thinkuknow.results.analysis.AnalysisService;

/**
 * Invents the tallies of each lesson in the demo's school years: how many children reached each step, how long it took,
 * and how often each answer was given. Single answers are not invented: real ones would mostly have been deleted.
 */
@Singleton
@Priority(50)
class DemoTallies implements DemoPart {
    private final CurriculumService curriculum;
    private final AnalysisService analysis;

    DemoTallies(CurriculumService curriculum, AnalysisService analysis) {
        this.curriculum = curriculum;
        this.analysis = analysis;
    }

    /**
     * Invents a tally for each lesson and year, for 40 to 89 in a hundred of the children in the demo's classes of its
     * band.
     */
    @Override
    public void bringIn(Demo demo) {
        var cards = new HashMap<String, Integer>();
        demo.contents().schools().stream()
                .flatMap(school -> school.classes().stream())
                .filter(row -> !row.untouched())
                .forEach(row -> cards.merge(row.band(), row.cards(), Integer::sum));
        for (var module : curriculum.current()) {
            var children = cards.getOrDefault(module.lesson().band(), 0);
            demo.years().forEach(year -> bringIn(module, year.key(), children));
        }
    }

    private void bringIn(PublishedModule module, String year, int ofBand) {
        // the difficulty depends on the lesson alone, as it is the same every year; the number of children also on the
        // year
        var crowd = new SplittableRandom((module.key() + year).hashCode());
        int children = ofBand * (40 + crowd.nextInt(50)) / 100;
        if (children > 0) {
            var counts = new Invented(
                            module.lesson(), new SplittableRandom(module.key().hashCode()))
                    .of(children);
            analysis.bringIn(module.versionId(), year, counts);
        }
    }

    /** Draws the counts of one lesson's tally. */
    private static final class Invented {
        private final Lesson lesson;
        private final RandomGenerator chance;
        private final Map<LessonCount, Integer> counts = new TreeMap<>();
        private final Map<String, Integer> reached = new HashMap<>();

        Invented(Lesson lesson, RandomGenerator chance) {
            this.lesson = lesson;
            this.chance = chance;
        }

        Map<LessonCount, Integer> of(int children) {
            int here = children;
            int weary = 2 + chance.nextInt(Math.max(1, lesson.steps().size() - 3));
            for (var step : lesson.steps()) {
                reached.put(step.key(), here);
                int place = reached.size();
                boolean last = place == lesson.steps().size();
                int stop = last ? 0 : part(here, place == weary ? 0.13 : 0.006 * chance.nextInt(3));
                put(step.key(), CountKind.REACHED, "", here);
                put(step.key(), CountKind.STOPPED, "", stop);
                times(step, here - stop);
                here -= stop;
            }
            CountedQuestion.of(lesson).forEach(this::question);
            counts.values().removeIf(count -> count <= 0);
            return counts;
        }

        private void times(Step step, int went) {
            int middle = step instanceof Step.Ask ? 1 + chance.nextInt(3) : 2 + chance.nextInt(4);
            var times = StepTime.values();
            put(step.key(), CountKind.TOOK, times[middle - 1].name(), part(went, 0.25));
            put(step.key(), CountKind.TOOK, times[middle + 1].name(), part(went, 0.15));
            put(step.key(), CountKind.TOOK, times[middle].name(), went - part(went, 0.25) - part(went, 0.15));
        }

        private void question(CountedQuestion question) {
            int answered = part(reached.getOrDefault(question.step(), 0), 0.97);
            double easy = 0.3 + 0.68 * chance.nextDouble();
            if (question.before() != null) {
                twice(question, answered, easy);
            } else if (!question.askedAgain()) {
                once(question, answered, easy);
            }
        }

        private void once(CountedQuestion question, int answered, double easy) {
            int right = question.scored() ? part(answered, easy) : 0;
            put(question.step(), CountKind.ANSWERED, "", answered);
            put(question.step(), CountKind.RIGHT, "", right);
            if (asksHowSure(question)) {
                put(question.step(), CountKind.SAID_HOW_SURE, "", part(answered, 0.96));
                put(
                        question.step(),
                        CountKind.SURE_AND_WRONG,
                        "",
                        part(answered - right, 0.1 + 0.4 * chance.nextDouble()));
            }
            if (question.rows() == CountedQuestion.Rows.ONE_OF) {
                spread(question, CountKind.CHOSE, answered, right);
            } else {
                for (var option : question.options()) {
                    double taken = option.right() ? (1 + easy) / 2 : (1 - easy) * chance.nextDouble();
                    put(question.step(), CountKind.CHOSE, option.answer(), part(answered, taken));
                }
            }
        }

        private void twice(CountedQuestion question, int answered, double easy) {
            int both = part(answered, 0.95);
            int higher = part(both, 0.15 + 0.3 * chance.nextDouble());
            int lower = part(both, 0.04);
            int before = part(both - higher, easy);
            put(question.step(), CountKind.BOTH, "", both);
            put(question.step(), CountKind.HIGHER, "", higher);
            put(question.step(), CountKind.LOWER, "", lower);
            put(question.step(), CountKind.SAME, "", both - higher - lower);
            spread(question, CountKind.BEFORE, both, question.scored() ? before : 0);
            spread(question, CountKind.AFTER, both, question.scored() ? before + higher - lower : 0);
        }

        /** The given number of children choose the right answer; the others spread over the wrong options. */
        private void spread(CountedQuestion question, CountKind what, int all, int right) {
            var others = question.options().stream()
                    .filter(option -> !option.right())
                    .toList();
            int left = all;
            for (var option : question.options()) {
                if (option.right()) {
                    put(question.step(), what, option.answer(), right);
                    left -= right;
                }
            }
            for (int i = 0; i < others.size(); i++) {
                boolean last = i + 1 == others.size();
                int taken = last ? left : part(left, what == CountKind.AFTER ? 0.3 : 0.35 + 0.6 * chance.nextDouble());
                put(question.step(), what, others.get(i).answer(), taken);
                left -= taken;
            }
        }

        private boolean asksHowSure(CountedQuestion question) {
            return lesson.step(question.step())
                    .filter(Step.Ask.class::isInstance)
                    .map(step -> ((Step.Ask) step).question().key())
                    .flatMap(key -> lesson.question("sure-" + key))
                    .isPresent();
        }

        private void put(String step, CountKind what, String answer, int children) {
            counts.put(new LessonCount(step, what, answer), children);
        }

        private static int part(int of, double share) {
            return (int) Math.round(of * Math.clamp(share, 0.0, 1.0));
        }
    }
}
