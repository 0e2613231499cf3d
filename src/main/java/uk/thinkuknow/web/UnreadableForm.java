package uk.thinkuknow.web;

import java.io.IOException;
import java.util.Arrays;

/**
 * A form such as no browser sends, or one that was cut short. The exceptions by which its parser gives up have nothing in
 * common but where they come from.
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

    /** In a few words: what was typed into the form is in the exception, and not to be written down. */
    static String why(Throwable failure) {
        if (isCutShort(failure)) {
            return "It did not arrive whole: the connection may have been cut.";
        }
        if (said(failure).startsWith("Param limit")) {
            return "It has more than 1,000 fields, and no form here has as many.";
        }
        return "It is not written as browsers write forms.";
    }

    private static boolean isCutShort(Throwable failure) {
        return said(failure).startsWith("Connection terminated");
    }

    private static String said(Throwable failure) {
        var message = failure.getMessage();
        return message == null ? "" : message;
    }
}
