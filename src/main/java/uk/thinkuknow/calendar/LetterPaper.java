package uk.thinkuknow.calendar;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.mail.CalendarPart;
import uk.thinkuknow.mail.Letter;

/**
 * A letter before it goes into its envelope: the same words as plain text and as HTML.
 *
 * @param link the page of ours on which the reader goes on
 */
record LetterPaper(String name, String subject, List<String> paragraphs, List<Fact> facts, String link) {
    /** A line of what there is to know, for example "Where": "Oakfield". */
    record Fact(String name, String words) {}

    @CheckedTemplate(basePath = "calendar", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record LetterSheet(LetterPaper letter) implements TemplateInstance {}

    Letter to(String address, @Nullable CalendarPart calendar, String about) {
        return new Letter(address, subject, text(), new LetterSheet(this).render(), calendar, about);
    }

    private String text() {
        var text = new StringBuilder("Hello " + name + ",\n\n");
        paragraphs.forEach(each -> text.append(each).append("\n\n"));
        facts.forEach(fact ->
                text.append(fact.name()).append(": ").append(fact.words()).append('\n'));
        return text.append("\n")
                .append(link)
                .append(
                        "\n\nThinkUKnow Sessions\nNobody reads answers to this address. What to do next stands on the page above.\n")
                .toString();
    }
}
