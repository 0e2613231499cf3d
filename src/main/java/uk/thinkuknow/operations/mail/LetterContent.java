package uk.thinkuknow.operations.mail;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Words;

/**
 * The content of an email, from which the plain text and the HTML are made.
 *
 * @param facts details shown as a table, line by line
 * @param link the page of this site that the email leads to
 */
public record LetterContent(String subject, List<String> paragraphs, List<Detail> facts, String link) {
    /** A detail, for example "Where": "Oakfield". */
    public record Detail(String name, String words) {}

    /** The HTML template of an email. */
    @CheckedTemplate(basePath = "operations/mail", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record LetterSheet(LetterContent letter) implements TemplateInstance {}

    /** The email to one address, with or without a calendar entry. */
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
                .append("\n\nThinkUKnow Sessions\n")
                .append(Words.of("mail.noAnswers"))
                .append('\n')
                .toString();
    }
}
