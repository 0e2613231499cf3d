package uk.thinkuknow.operations.mail;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.operations.outbox.OutboxEntry;

/** An email in the outbox: pending, being sent, sent, or given up with the reason. */
@Entity
@Table(name = "letter")
class OutboxLetter extends OutboxEntry {
    @Column(name = "public_id")
    private String publicId;

    private String recipient;
    private String subject;

    @Column(name = "text_body", columnDefinition = "mediumtext")
    private String text;

    @Column(name = "html_body", columnDefinition = "mediumtext")
    private String html;

    @Column(name = "calendar_method")
    private @Nullable String calendarMethod;

    @Column(name = "calendar_body", columnDefinition = "mediumtext")
    private @Nullable String calendarBody;

    private String about;

    @SuppressWarnings("NullAway.Init")
    OutboxLetter() {}

    OutboxLetter(PublicId publicId, Letter letter, Instant at) {
        super(at);
        this.publicId = publicId.value();
        this.recipient = letter.to();
        this.subject = letter.subject();
        this.text = letter.text();
        this.html = letter.html();
        var calendar = letter.calendar();
        this.calendarMethod = calendar == null ? null : calendar.method();
        this.calendarBody = calendar == null ? null : calendar.ics();
        this.about = letter.about();
    }

    /** Marks the email as sent and deletes its content, which may hold a link that only the recipient may use. */
    @Override
    public void markSent(@Nullable String words, Instant at) {
        super.markSent(words, at);
        text = "";
        html = "";
        calendarMethod = null;
        calendarBody = null;
    }

    /**
     * Makes the email due at once, after somebody has fixed what stopped it.
     *
     * @throws LetterAlreadySent if it has been sent, or is being sent
     */
    void retry(Instant at) {
        if (state() == State.SENT || state() == State.SENDING) {
            throw new LetterAlreadySent(state());
        }
        startAgain(at);
    }

    @Override
    protected String label() {
        return "letter " + publicId;
    }

    PublicId publicId() {
        return new PublicId(publicId);
    }

    String recipient() {
        return recipient;
    }

    String subject() {
        return subject;
    }

    String about() {
        return about;
    }

    Letter letter() {
        var calendar =
                calendarMethod == null || calendarBody == null ? null : new CalendarPart(calendarMethod, calendarBody);
        return new Letter(recipient, subject, text, html, calendar, about);
    }
}
