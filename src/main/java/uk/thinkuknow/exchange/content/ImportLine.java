package uk.thinkuknow.exchange.content;

import java.util.List;

/**
 * One line of an import report: an item of the file and what became of it.
 *
 * @param item its name in the file
 * @param became the kind of question or step that it became; empty if it was not taken over
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
