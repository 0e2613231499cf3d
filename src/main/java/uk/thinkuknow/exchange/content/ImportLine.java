package uk.thinkuknow.exchange.content;

import java.util.List;

/**
 * One item of a file.
 *
 * @param item its name in the file
 * @param became the kind of question or step that it has become; empty if it did not come over
 * @param reason why it did not come over; empty if it did
 * @param lost what could not be taken over with it, in words
 */
public record ImportLine(String item, String became, String reason, List<String> lost) {
    public ImportLine {
        lost = List.copyOf(lost);
    }

    public boolean cameOver() {
        return !became.isEmpty();
    }
}
