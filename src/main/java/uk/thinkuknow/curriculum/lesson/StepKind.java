package uk.thinkuknow.curriculum.lesson;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The kinds of step, with the word for each in a lesson's file. A new kind of {@link Step} does not compile until it is
 * added here.
 */
public enum StepKind {
    READ("read"),
    PICTURE("picture"),
    TALK_ABOUT_IT("talk-about-it"),
    RECORDING("recording"),
    REFLECTION("reflection"),
    QUESTION("question");

    private final String key;

    StepKind(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    public static StepKind of(Step step) {
        return switch (step) {
            case Step.Read s -> READ;
            case Step.Look s -> PICTURE;
            case Step.TalkAboutIt s -> TALK_ABOUT_IT;
            case Step.Play s -> RECORDING;
            case Step.Reflect s -> REFLECTION;
            case Step.Ask s -> QUESTION;
        };
    }

    public static Optional<StepKind> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(StepKind::key).toList();
    }
}
