package uk.thinkuknow.exchange.formats;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.thinkuknow.exchange.content.Gaps;
import uk.thinkuknow.exchange.content.Rich;

/** How an H5P writes the gaps of a text: as the words themselves between stars. */
final class H5pGaps {
    static final Pattern GAP = Pattern.compile("(?<!\\*)\\*(?!\\*)([^*]+?)\\*(?!\\*)");

    private H5pGaps() {}

    /**
     * The text with our marks for gaps; a hint may follow a colon, other ways to write it a stroke.
     *
     * @param met how often a gap with the same ways has been met: where it comes again, it takes the next of them
     */
    static String marked(String text, Gaps gaps, Set<String> lost, boolean typed, Map<String, Integer> met) {
        return GAP.matcher(text).replaceAll(found -> {
            var told = found.group(1).split("\\\\\\+", 2);
            var feedback = told.length > 1
                    ? Rich.ofHtml(told[1].replaceAll("\\\\-.*", "")).plain()
                    : "";
            var word = told[0].replaceAll("\\\\-.*", "");
            var withoutHint = word.replaceAll("(?s)(?<!\\\\):.*", "");
            if (!withoutHint.equals(word)) {
                lost.add("hints beside its gaps");
            }
            var ways = typed ? withoutHint.split("(?<!\\\\)/") : new String[] {withoutHint};
            int which = met.merge(withoutHint, 1, Integer::sum) - 1;
            var best = Rich.ofHtml(ways[which % ways.length].replaceAll("\\\\([:/])", "$1"))
                    .plain();
            if (ways.length > 1) {
                lost.add("other ways to write “" + best + "”");
            }
            return Matcher.quoteReplacement(gaps.gap(gaps.word(best, best, feedback)));
        });
    }
}
