package uk.thinkuknow;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/**
 * Records everything that is logged while it listens: messages, the values logged beside them (MDC), and stack traces.
 */
public final class LogCapture extends Handler {
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

    public void listen() {
        Logger.getLogger("").addHandler(this);
    }

    public String text() {
        return String.join("\n", List.copyOf(lines));
    }

    @Override
    public void publish(LogRecord record) {
        var line = new StringWriter();
        line.append(record.getLoggerName()).append(' ');
        if (record instanceof ExtLogRecord said) {
            line.append(said.getFormattedMessage()).append(String.valueOf(said.getMdcCopy()));
        } else {
            line.append(record.getMessage());
        }
        if (record.getThrown() != null) {
            record.getThrown().printStackTrace(new PrintWriter(line, true));
        }
        lines.add(line.toString());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
