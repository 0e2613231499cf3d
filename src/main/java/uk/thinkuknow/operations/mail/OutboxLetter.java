package uk.thinkuknow.operations.mail;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;

/** A letter on its way: waiting, being sent, sent, or given up with the reason. */
@Entity
@Table(name = "letter")
class OutboxLetter {
    /** A sender that has not come back by then has died; its letter goes to the next one under the same Message-ID. */
    static final Duration CLAIM = Duration.ofMinutes(10);

    /** After a failure the pause grows; after the last one the letter is given up: a day and a half in all. */
    static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(20),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(8),
            Duration.ofHours(24));

    private static final int LONGEST_PROBLEM = 400;
    /** Letters that failed together do not come back together: each pause is a fifth shorter or longer, by chance. */
    private static final double SPREAD = 0.2;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

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

    @Enumerated(EnumType.STRING)
    private LetterState state;

    private int attempts;

    @Column(name = "written_at")
    private Instant writtenAt;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "sent_at")
    private @Nullable Instant sentAt;

    private @Nullable String problem;

    @SuppressWarnings("NullAway.Init")
    OutboxLetter() {}

    OutboxLetter(PublicId publicId, Letter letter, Instant at) {
        this.publicId = publicId.value();
        this.recipient = letter.to();
        this.subject = letter.subject();
        this.text = letter.text();
        this.html = letter.html();
        var calendar = letter.calendar();
        this.calendarMethod = calendar == null ? null : calendar.method();
        this.calendarBody = calendar == null ? null : calendar.ics();
        this.about = letter.about();
        this.state = LetterState.WAITING;
        this.writtenAt = at;
        this.dueAt = at;
    }

    /** A sender takes it; until the claim runs out it is nobody else's. */
    void claim(Instant at) {
        state = LetterState.SENDING;
        attempts++;
        dueAt = at.plus(CLAIM);
    }

    /** It has gone. What it said is not kept: it may hold a link that only its reader may follow. */
    void sent(Instant at) {
        state = LetterState.SENT;
        sentAt = at;
        problem = null;
        text = "";
        html = "";
        calendarMethod = null;
        calendarBody = null;
    }

    /** It was not taken: tried again later, or given up where that would not help. */
    void failed(String why, boolean forGood, Instant at, RandomGenerator random) {
        problem = why.length() > LONGEST_PROBLEM ? why.substring(0, LONGEST_PROBLEM) : why;
        if (forGood || attempts > PAUSES.size()) {
            state = LetterState.GIVEN_UP;
            return;
        }
        state = LetterState.WAITING;
        var pause = PAUSES.get(attempts - 1);
        dueAt = at.plusMillis((long) (pause.toMillis() * random.nextDouble(1 - SPREAD, 1 + SPREAD)));
    }

    /**
     * Someone has mended what was wrong: it goes out at the next opportunity.
     *
     * @throws LetterNotStuck if it has been sent, or is being sent
     */
    void retry(Instant at) {
        if (state == LetterState.SENT || state == LetterState.SENDING) {
            throw new LetterNotStuck(state);
        }
        state = LetterState.WAITING;
        attempts = 0;
        dueAt = at;
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    PublicId publicId() {
        return new PublicId(publicId);
    }

    LetterState state() {
        return state;
    }

    int attempts() {
        return attempts;
    }

    Instant writtenAt() {
        return writtenAt;
    }

    Instant dueAt() {
        return dueAt;
    }

    @Nullable
    Instant sentAt() {
        return sentAt;
    }

    @Nullable
    String problem() {
        return problem;
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

    Outgoing outgoing() {
        return new Outgoing(id(), publicId(), letter(), writtenAt);
    }

    private Letter letter() {
        var calendar =
                calendarMethod == null || calendarBody == null ? null : new CalendarPart(calendarMethod, calendarBody);
        return new Letter(recipient, subject, text, html, calendar, about);
    }
}
