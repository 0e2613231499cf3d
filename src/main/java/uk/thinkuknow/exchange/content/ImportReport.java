package uk.thinkuknow.exchange.content;

import java.util.List;

/**
 * What became of each item of a file.
 *
 * @param format what the file was taken for, in words, for example "QTI 3.0 package"
 * @param notes what there is to say of the whole
 */
public record ImportReport(String format, List<ImportLine> lines, List<String> notes) {
    public ImportReport {
        lines = List.copyOf(lines);
        notes = List.copyOf(notes);
    }

    /** How many items came over. */
    public long cameOver() {
        return lines.stream().filter(ImportLine::cameOver).count();
    }
}
