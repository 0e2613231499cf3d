package uk.thinkuknow.web.pdf;

import com.openhtmltopdf.extend.FSTextBreaker;
import com.openhtmltopdf.layout.UrlAwareLineBreakIterator;
import java.text.BreakIterator;
import java.util.Locale;

/**
 * Finds where a line of a PDF may break: at the usual places, but not after an apostrophe within a word, nor at a space
 * between two digits, as in a phone number.
 */
final class LineBreaks implements FSTextBreaker {
    private final UrlAwareLineBreakIterator places =
            new UrlAwareLineBreakIterator(BreakIterator.getLineInstance(Locale.UK));
    private String text = "";

    @Override
    public void setText(String text) {
        this.text = text;
        places.setText(text);
    }

    @Override
    public int next() {
        int place = places.next();
        while (place != BreakIterator.DONE && isInside(place)) {
            place = places.next();
        }
        return place;
    }

    private boolean isInside(int place) {
        return place > 1
                && place < text.length()
                && (text.charAt(place - 1) == '’' && Character.isLetter(text.charAt(place))
                        || text.charAt(place - 1) == ' '
                                && Character.isDigit(text.charAt(place - 2))
                                && Character.isDigit(text.charAt(place)));
    }
}
