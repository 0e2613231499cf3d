package uk.thinkuknow.curriculum.drawings;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.curriculum.lesson.Markdown;

/** An author's Markdown and somebody's drawing: what a page is given has none but the tags of our list, and none that runs. */
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
            var drawn = SvgCleaning.of(bytes).content();
            if (!SafeSvg.problems(drawn).equals(List.of())) {
                throw new AssertionError("a drawing that was cleaned is not safe");
            }
            if (!new String(SvgCleaning.of(drawn).content(), StandardCharsets.UTF_8)
                    .equals(new String(drawn, StandardCharsets.UTF_8))) {
                throw new AssertionError("a drawing that was cleaned is not clean");
            }
        } catch (Refused inWords) {
            // which is how it should be
        }
    }
}
