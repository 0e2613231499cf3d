package uk.thinkuknow.web;

import java.io.IOException;
import java.util.Arrays;
import uk.thinkuknow.common.Words;

/**
 * Recognises the exceptions that the multipart parser throws for a malformed or truncated form. They share no type, so
 * they are recognised by where they were thrown.
 */
final class UnreadableForm {
    private static final String PARSER = "org.jboss.resteasy.reactive.server.core.multipart.";

    private UnreadableForm() {}

    static boolean is(Throwable failure) {
        var fault = !(failure instanceof IOException) || isCutShort(failure);
        return fault
                && Arrays.stream(failure.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().startsWith(PARSER));
    }

    /**
     * The reason in a short sentence for the page and the log. It leaves out the exception's message, which may quote
     * the form.
     */
    static String why(Throwable failure) {
        if (isCutShort(failure)) {
            return Words.of("web.cutShort");
        }
        if (said(failure).startsWith("Param limit")) {
            return Words.of("web.tooManyFields");
        }
        return Words.of("web.oddForm");
    }

    private static boolean isCutShort(Throwable failure) {
        return said(failure).startsWith("Connection terminated");
    }

    private static String said(Throwable failure) {
        var message = failure.getMessage();
        return message == null ? "" : message;
    }
}
