package uk.thinkuknow.exchange.content;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Lists the parts of an HTML text that an import drops, such as films, forms and links. */
public final class LostMarkup {
    public static final String FILM = "film, sound or another page shown in it";
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
        lost.put(Pattern.compile("(?i)<(script|form|button|select|textarea)\\b"), "a programme or a form in it");
        lost.put(Pattern.compile("(?i)<(math|m:math)\\b|\\\\\\(|\\$\\$"), "the layout of its formulas");
        lost.put(Pattern.compile("(?i)<table\\b"), "the layout of its table");
        lost.put(Pattern.compile("(?i)<svg\\b"), "a drawing inside its text");
        lost.put(Pattern.compile("(?i)<a\\s"), "links: children are not led away");
        lost.put(Pattern.compile("(?i)\\sstyle\\s*=|<font\\b"), "colours and sizes of letters");
        return lost;
    }
}
