package uk.thinkuknow.common;

import java.util.List;
import java.util.Objects;

/** Thrown when a rule forbids an action, with the code and arguments of the sentence that tells the user why. */
public class Refused extends RuntimeException {
    private final String code;
    private final List<Object> arguments;

    /**
     * @param code the key of the sentence in the messages, for example {@code register.alreadySigned}
     * @param arguments what the sentence names, as for {@link Words#of}, but never null
     */
    public Refused(String code, Object... arguments) {
        super(null, null, false, false);
        this.code = code;
        for (var argument : arguments) {
            Objects.requireNonNull(argument, code);
        }
        this.arguments = List.of(arguments);
    }

    /** The key of the sentence, which tests and clients can rely on. */
    public String code() {
        return code;
    }

    public List<Object> arguments() {
        return arguments;
    }

    /** The reason and how to put it right, in a sentence or two. */
    public String why() {
        return Words.of(code, arguments.toArray());
    }

    @Override
    public String getMessage() {
        return why();
    }
}
