package uk.thinkuknow.operations.outbox;

import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An entry of an outbox: pending, being sent, sent, or given up with the last answer. */
@MappedSuperclass
public abstract class OutboxEntry {
    /** The states in which an entry is still to be sent. */
    public static final List<State> OPEN = List.of(State.WAITING, State.SENDING);

    /** The states in which an entry is finished. */
    static final List<State> OVER = List.of(State.SENT, State.GIVEN_UP);

    private static final int LONGEST_ANSWER = 400;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

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
    protected OutboxEntry() {}

    protected OutboxEntry(Instant at) {
        state = State.WAITING;
        writtenAt = at;
        dueAt = at;
    }

    /** The state of an entry. */
    public enum State {
        WAITING,
        SENDING,
        SENT,
        GIVEN_UP
    }

    /** The entry's name in the log, without anybody's address. */
    protected abstract String label();

    /** Reserves the entry for one sender until the claim expires. */
    public void claim(Instant at, Duration claim) {
        state = State.SENDING;
        attempts++;
        dueAt = at.plus(claim);
    }

    /** Stores the result of a try. An entry given up in the meantime stays given up, unless the try succeeded. */
    public void settle(SendResult result, Backoff backoff, Instant at, RandomGenerator random) {
        if (result.isTaken()) {
            markSent(result.words(), at);
        } else if (state == State.SENDING) {
            var pause = backoff.after(attempts, random);
            if (result.kind() == SendResult.Kind.NEVER || pause.isEmpty()) {
                giveUp(result.words(), at);
            } else {
                state = State.WAITING;
                answered(result.words(), at);
                dueAt = at.plus(pause.get());
            }
        }
    }

    /** Marks the entry as sent, or as no longer needed. */
    public void markSent(@Nullable String words, Instant at) {
        state = State.SENT;
        answered(words, at);
    }

    /** Gives the entry up, unless it is sent or given up already. */
    public void giveUp(@Nullable String why, Instant at) {
        if (isOpen()) {
            state = State.GIVEN_UP;
            answered(why, at);
        }
    }

    /** Makes the entry due now, even a sent or given-up one, and counts its tries from 0. */
    protected void startAgain(Instant at) {
        state = State.WAITING;
        attempts = 0;
        dueAt = at;
    }

    /** Makes the entry due now, if it is pending and not being sent. */
    public void hurry(Instant at) {
        if (state == State.WAITING) {
            dueAt = at;
        }
    }

    private void answered(@Nullable String words, Instant at) {
        answer = words == null || words.length() <= LONGEST_ANSWER ? words : words.substring(0, LONGEST_ANSWER);
        answeredAt = at;
    }

    public boolean isOpen() {
        return OPEN.contains(state);
    }

    public long id() {
        return Objects.requireNonNull(id);
    }

    public State state() {
        return state;
    }

    public int attempts() {
        return attempts;
    }

    public Instant writtenAt() {
        return writtenAt;
    }

    public Instant dueAt() {
        return dueAt;
    }

    public @Nullable Instant answeredAt() {
        return answeredAt;
    }

    public @Nullable String answer() {
        return answer;
    }
}
