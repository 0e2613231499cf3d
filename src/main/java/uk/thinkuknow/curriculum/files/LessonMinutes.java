package uk.thinkuknow.curriculum.files;

import uk.thinkuknow.common.BandDesign;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.lesson.Question;
import uk.thinkuknow.curriculum.lesson.Step;

/**
 * Estimates how many minutes a lesson takes a class. The times are our own estimates for a class of thirty: reading at
 * the speed of the age band, and fixed minutes for each question, talk, film or reflection.
 */
final class LessonMinutes {
    private static final double QUESTION = 2.5;
    private static final double STORY = 4;
    private static final double MEASURE = 0.75;
    private static final double TALK = 4;
    private static final double THINK = 3;
    private static final double PLAY = 3;
    private static final double LOOK = 1.5;
    /** Minutes for handing out tablets, choosing cards and reading the last screen. */
    private static final double AROUND = 5;

    private LessonMinutes() {}

    /** Returns the estimate in whole minutes. */
    static int of(Lesson lesson, BandDesign band) {
        double minutes = AROUND;
        for (var step : lesson.steps()) {
            minutes += switch (step) {
                case Step.Read read -> 0.5 + (double) words(read.text()) / band.wordsAMinute();
                case Step.Look look -> LOOK + (double) words(look.text()) / band.wordsAMinute();
                case Step.TalkAboutIt talk -> TALK;
                case Step.Play play -> PLAY;
                case Step.Reflect think -> THINK;
                case Step.Ask ask -> of(ask) + (double) words(ask.scene()) / band.wordsAMinute();
            };
        }
        return (int) Math.round(minutes);
    }

    private static double of(Step.Ask ask) {
        return switch (ask.question()) {
            case Question.Scale scale -> MEASURE;
            case Question.Poll poll -> MEASURE;
            case Question.Story story -> STORY;
            default -> QUESTION;
        };
    }

    private static int words(String text) {
        return Sentences.of(text).stream().mapToInt(Sentences.Sentence::words).sum();
    }
}
