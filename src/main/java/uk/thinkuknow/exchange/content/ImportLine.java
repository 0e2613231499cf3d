package uk.thinkuknow.exchange.content;

import java.util.List;

/**
 * One line of an import report: an item of the imported file, and which step it became or why it was left out.
 *
 * @param item its name in the file
 * @param became the kinds of steps or questions that it became, or "file" for a file of one of our own lessons; empty
 *     if it was not taken over
 * @param reason why it was not taken over; empty if it was
 * @param lost the parts of it that were not taken over, in words
 */
public record ImportLine(String item, String became, String reason, List<String> lost) {
    public ImportLine {
        lost = List.copyOf(lost);
    }

    public boolean cameOver() {
        return !became.isEmpty();
    }
}
