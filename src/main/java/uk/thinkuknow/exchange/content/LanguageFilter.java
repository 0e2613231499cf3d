package uk.thinkuknow.exchange.content;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.thinkuknow.common.Words;

/** Removes all languages but one from a text that Moodle's multi-language filters mark up. */
final class LanguageFilter {
    static final String OTHERS = Words.of("content.itsWordsInOtherLanguages");
    /** The words of a language end where those of the next begin, so that many without an end are read once. */
    private static final Pattern SPAN = Pattern.compile(
            "(?is)<span\\b(?=[^<>]{0,200}\\bclass=[\"']multilang[\"'])[^<>]{0,200}?\\blang=[\"']([\\w-]{2,12})[\"'][^<>]{0,200}>"
                    + "((?:[^<]++|<(?!/span>|span\\b[^<>]{0,200}\\bmultilang))*+)</span>");

    private static final Pattern MLANG =
            Pattern.compile("(?is)\\{mlang ([\\w ,-]{2,40})}((?:[^{]++|\\{(?!mlang[ }]))*+)\\{mlang}");

    private LanguageFilter() {}

    /**
     * Returns the text in English or, without English, in its first language; notes in {@code lost} that others are
     * dropped.
     */
    static String one(String html, Set<String> lost) {
        if (!html.contains("multilang") && !html.contains("{mlang")) {
            return html;
        }
        return one(one(html, SPAN, lost), MLANG, lost);
    }

    private static String one(String html, Pattern pattern, Set<String> lost) {
        var languages = new LinkedHashSet<String>();
        pattern.matcher(html).results().forEach(found -> languages.add(language(found)));
        if (languages.isEmpty()) {
            return html;
        }
        var wanted = languages.stream()
                .filter(language -> language.startsWith("en"))
                .findFirst()
                .orElseGet(languages::getFirst);
        if (languages.size() > 1) {
            lost.add(OTHERS);
        }
        return pattern.matcher(html)
                .replaceAll(found -> language(found).equals(wanted) ? Matcher.quoteReplacement(found.group(2)) : "");
    }

    private static String language(MatchResult found) {
        return found.group(1).strip().toLowerCase(Locale.ROOT);
    }
}
