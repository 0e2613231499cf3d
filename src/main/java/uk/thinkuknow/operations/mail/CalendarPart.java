package uk.thinkuknow.operations.mail;

import com.github.mangstadt.vinnie.io.FoldedLineWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * A meeting attached to an email: the iTIP method (REQUEST or CANCEL) and the iCalendar text. It is kept without the
 * line breaks within long lines, so that an erased name is found wherever it is.
 */
public record CalendarPart(String method, String ics) {
    private static final String FOLD = "\r\n ";

    public CalendarPart {
        ics = ics.replace(FOLD, "");
    }

    /** The text with lines of at most 75 characters (RFC 5545, 3.1). */
    String folded() {
        var folded = new StringWriter();
        try (var lines = new FoldedLineWriter(folded)) {
            lines.write(ics);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folded.toString();
    }
}
