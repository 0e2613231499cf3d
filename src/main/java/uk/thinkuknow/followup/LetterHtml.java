package uk.thinkuknow.followup;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.Arrays;
import java.util.List;

/** The HTML of a letter that was written as plain text: its paragraphs, an address as a link. */
final class LetterHtml {
    private LetterHtml() {}

    @CheckedTemplate(basePath = "followup", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record LetterSheet(List<Line> lines) implements TemplateInstance {}

    record Line(String text, boolean link) {}

    static String of(String text) {
        return new LetterSheet(Arrays.stream(text.strip().split("\n", -1))
                        .filter(line -> !line.isBlank())
                        .map(line -> new Line(line, line.startsWith("http")))
                        .toList())
                .render();
    }
}
