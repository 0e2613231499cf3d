package uk.thinkuknow.exchange.content;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import uk.thinkuknow.common.Words;

/** Lists the parts of an HTML text that an import drops, such as films, forms and links. */
public final class LostMarkup {
    public static final String FILM = Words.of("content.filmSoundOrAnotherPage");
    private static final Map<Pattern, String> WHAT = what();

    private LostMarkup() {}

    static Set<String> of(String html) {
        var lost = new TreeSet<String>();
        WHAT.forEach((pattern, what) -> {
            if (pattern.matcher(html).find()) {
                lost.add(what);
            }
        });
        return lost;
    }

    private static Map<Pattern, String> what() {
        var lost = new LinkedHashMap<Pattern, String>();
        lost.put(Pattern.compile("(?i)<(audio|video|object|embed|iframe)\\b"), FILM);
        lost.put(
                Pattern.compile("(?i)<(script|form|button|select|textarea)\\b"), Words.of("content.aProgrammeOrAForm"));
        lost.put(Pattern.compile("(?i)<(math|m:math)\\b|\\\\\\(|\\$\\$"), Words.of("content.theLayoutOfItsFormulas"));
        lost.put(Pattern.compile("(?i)<table\\b"), Words.of("content.theLayoutOfItsTable"));
        lost.put(Pattern.compile("(?i)<svg\\b"), Words.of("content.aDrawingInsideItsText"));
        lost.put(Pattern.compile("(?i)<a\\s"), Words.of("content.linksChildrenAreNotLed"));
        lost.put(Pattern.compile("(?i)\\sstyle\\s*=|<font\\b"), Words.of("content.coloursAndSizesOfLetters"));
        return lost;
    }
}
