package uk.thinkuknow.exchange.content;

import java.util.List;

/**
 * The report of an import: the format of the file, a line for each item, and notes on the whole.
 *
 * @param format in words, for example "QTI 3.0 package"
 * @param notes remarks about the whole file
 */
public record ImportReport(String format, List<ImportLine> lines, List<String> notes) {
    public ImportReport {
        lines = List.copyOf(lines);
        notes = List.copyOf(notes);
    }

    /** Counts the items that were taken over. */
    public long cameOver() {
        return lines.stream().filter(ImportLine::cameOver).count();
    }
}
