package uk.thinkuknow.operations.mail;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A letter before it goes into its envelope: the same words as plain text and as HTML.
 *
 * @param facts what there is to know besides, line by line
 * @param link the page of ours on which the reader goes on
 */
public record LetterPaper(String subject, List<String> paragraphs, List<Fact> facts, String link) {
    /** A line of what there is to know, for example "Where": "Oakfield". */
    public record Fact(String name, String words) {}

    @CheckedTemplate(basePath = "operations/mail", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record LetterSheet(LetterPaper letter) implements TemplateInstance {}

    /** The letter to one address, with something for the reader's calendar or without. */
    public Letter to(String address, @Nullable CalendarPart calendar, String about) {
        return new Letter(address, subject, text(), new LetterSheet(this).render(), calendar, about);
    }

    private String text() {
        var text = new StringBuilder();
        paragraphs.forEach(each -> text.append(each).append("\n\n"));
        facts.forEach(fact ->
                text.append(fact.name()).append(": ").append(fact.words()).append('\n'));
        return text.append(facts.isEmpty() ? "" : "\n")
                .append(link)
                .append(
                        "\n\nThinkUKnow Sessions\nNobody reads answers to this address. The page above says what to do next.\n")
                .toString();
    }
}
