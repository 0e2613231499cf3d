package uk.thinkuknow.curriculum.drawings;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.curriculum.lesson.Markdown;

/**
 * Fuzz target: HTML made from any Markdown has only the allowed tags, and any cleaned drawing passes the safety check.
 */
public final class MarkupFuzz {
    private static final Pattern TAG =
            Pattern.compile("<(?!!-- -->|/?(?:p|br|em|strong|ul|ol|li|blockquote|h3|h4)\\s*/?>)");

    private MarkupFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        var html = Markdown.html(new String(bytes, StandardCharsets.UTF_8)).toString();
        if (TAG.matcher(html).find()) {
            throw new AssertionError("a tag that is not on the list: " + html);
        }
        try {
            var drawn = SvgCleaner.of(bytes).content();
            if (!SafeSvg.problems(drawn).equals(List.of())) {
                throw new AssertionError("a drawing that was cleaned is not safe");
            }
            if (!new String(SvgCleaner.of(drawn).content(), StandardCharsets.UTF_8)
                    .equals(new String(drawn, StandardCharsets.UTF_8))) {
                throw new AssertionError("a drawing that was cleaned is not clean");
            }
        } catch (Refused refused) {
            // Expected: most inputs are no drawing.
        }
    }
}
