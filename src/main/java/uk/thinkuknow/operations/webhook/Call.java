package uk.thinkuknow.operations.webhook;

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
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;

/** A call to one system: waiting, being made, taken, or given up with the last answer. */
@Entity
@Table(name = "webhook_call")
class Call {
    /** A caller that has not come back by then has died; the next one makes the call again under the same id. */
    static final Duration CLAIM = Duration.ofMinutes(2);

    /** As Standard Webhooks proposes; after the last one the call is given up, three days after the first. */
    static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    static final String SWITCHED_OFF = "switched off before it was made";
    private static final double SPREAD = 0.1;
    private static final int LONGEST_ANSWER = 200;

    enum State {
        WAITING,
        CALLING,
        TAKEN,
        GIVEN_UP
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "public_id")
    private String publicId;

    @Column(name = "webhook_id")
    private long webhookId;

    private String event;

    @Column(columnDefinition = "mediumtext")
    private String body;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private State state;

    private int attempts;

    @Column(name = "written_at")
    private Instant writtenAt;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    private @Nullable String answer;

    @SuppressWarnings("NullAway.Init")
    Call() {}

    Call(PublicId publicId, long webhookId, String event, String body, Instant at) {
        this.publicId = publicId.value();
        this.webhookId = webhookId;
        this.event = event;
        this.body = body;
        this.state = State.WAITING;
        this.writtenAt = at;
        this.dueAt = at;
    }

    void claim(Instant at) {
        state = State.CALLING;
        attempts++;
        dueAt = at.plus(CLAIM);
    }

    void taken(String said, Instant at) {
        state = State.TAKEN;
        answer = said;
        answeredAt = at;
    }

    /** It was not taken; one that was given up while it was being made stays so. */
    void failed(String why, boolean forGood, Instant at, RandomGenerator random) {
        if (state != State.CALLING) {
            return;
        }
        answer = why.length() > LONGEST_ANSWER ? why.substring(0, LONGEST_ANSWER) : why;
        answeredAt = at;
        if (forGood || attempts > PAUSES.size()) {
            state = State.GIVEN_UP;
            return;
        }
        state = State.WAITING;
        var pause = PAUSES.get(attempts - 1);
        dueAt = at.plusMillis((long) (pause.toMillis() * random.nextDouble(1 - SPREAD, 1 + SPREAD)));
    }

    /** The same words under the same id, from the first attempt on. */
    void again(Instant at) {
        if (state == State.CALLING) {
            throw new Refused("This call is being made at this moment. Look again in a minute.");
        }
        state = State.WAITING;
        attempts = 0;
        dueAt = at;
    }

    void giveUp(String why, Instant at) {
        if (state == State.WAITING || state == State.CALLING) {
            state = State.GIVEN_UP;
            answer = why;
            answeredAt = at;
        }
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    String publicId() {
        return publicId;
    }

    long webhookId() {
        return webhookId;
    }

    String event() {
        return event;
    }

    String body() {
        return body;
    }

    State state() {
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
    Instant answeredAt() {
        return answeredAt;
    }

    @Nullable
    String answer() {
        return answer;
    }
}
