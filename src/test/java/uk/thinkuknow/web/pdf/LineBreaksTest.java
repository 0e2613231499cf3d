package uk.thinkuknow.web.pdf;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests where a line of a PDF may break. */
class LineBreaksTest {
    @Test
    void aLineBreaksBetweenWordsAndNeverAfterAnApostropheWithinOne() {
        assertEquals(
                List.of("Don’t ", "tell ", "Mum’s ", "friend: ", "rydyn ", "ni’n ", "“hi”"),
                pieces("Don’t tell Mum’s friend: rydyn ni’n “hi”"));
    }

    @Test
    void aTelephoneNumberStaysOnItsLine() {
        assertEquals(List.of("Call ", "0808 800 5000, ", "for ", "adults."), pieces("Call 0808 800 5000, for adults."));
    }

    private static List<String> pieces(String text) {
        var breaks = new LineBreaks();
        breaks.setText(text);
        var pieces = new ArrayList<String>();
        int from = 0;
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            pieces.add(text.substring(from, to));
            from = to;
        }
        return pieces;
    }
}
