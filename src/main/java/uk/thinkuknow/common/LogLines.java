package uk.thinkuknow.common;

import io.quarkus.logging.LoggingFilter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;

/**
 * Keeps what is logged from beginning a line of a log in plain text: it escapes control characters and line breaks in
 * messages, and indents stack traces with the messages in them. A log in JSON needs no such filter.
 */
@LoggingFilter(name = "log-lines")
public final class LogLines implements Filter {
    private static final String INDENT = "\n    ";

    @Override
    public boolean isLoggable(LogRecord record) {
        var message = escaped(record instanceof ExtLogRecord said ? said.getFormattedMessage() : record.getMessage());
        if (record.getThrown() != null) {
            var trace = new StringWriter();
            record.getThrown().printStackTrace(new PrintWriter(trace, true));
            message += INDENT
                    + String.join(
                            INDENT,
                            trace.toString().lines().map(LogLines::escaped).toList());
            record.setThrown(null);
        }
        if (record instanceof ExtLogRecord said) {
            said.setMessage(message, ExtLogRecord.FormatStyle.NO_FORMAT);
        } else {
            record.setMessage(message);
        }
        return true;
    }

    private static String escaped(String text) {
        var safe = new StringBuilder(text.length());
        text.codePoints().forEach(each -> {
            if (each == '\t' || !isBreak(each)) {
                safe.appendCodePoint(each);
            } else {
                safe.append(String.format("\\u%04x", each));
            }
        });
        return safe.toString();
    }

    private static boolean isBreak(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
