package uk.thinkuknow.bookings.booking;

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
import org.jspecify.annotations.Nullable;

/** A trainer's place in the order in which a booking is offered, and what she answered. */
@Entity
@Table(name = "booking_offer")
class Offer {
    /** Long enough to come home from work and look; the next in line is asked after that. */
    static final Duration STANDS_FOR = Duration.ofHours(48);

    enum State {
        WAITING,
        OFFERED,
        ACCEPTED,
        DECLINED,
        EXPIRED,
        CLOSED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "booking_id")
    private long bookingId;

    private int round;
    private int place;

    @Column(name = "trainer_id")
    private long trainerId;

    @Enumerated(EnumType.STRING)
    private State state;

    private @Nullable Integer kilometres;
    private String why;

    @Column(name = "offered_at")
    private @Nullable Instant offeredAt;

    @Column(name = "expires_at")
    private @Nullable Instant expiresAt;

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    private @Nullable String answer;

    @Column(name = "swap_for")
    private @Nullable Long swapFor;

    @SuppressWarnings("NullAway.Init")
    Offer() {}

    Offer(long bookingId, int round, int place, long trainerId, @Nullable Integer kilometres, String why) {
        this.bookingId = bookingId;
        this.round = round;
        this.place = place;
        this.trainerId = trainerId;
        this.kilometres = kilometres;
        this.why = why;
        this.state = State.WAITING;
    }

    /** It is her turn: from now she can accept, until it expires or the first date asked for has come. */
    void make(Instant at, Instant atLatest) {
        state = State.OFFERED;
        offeredAt = at;
        var usual = at.plus(STANDS_FOR);
        expiresAt = usual.isBefore(atLatest) ? usual : atLatest;
    }

    void answer(State said, String words, Instant at) {
        state = said;
        answer = words;
        answeredAt = at;
    }

    /** She gives one of her own bookings for it. */
    void inReturnFor(@Nullable Long bookingId) {
        swapFor = bookingId;
    }

    @Nullable
    Long swapFor() {
        return swapFor;
    }

    boolean isOpenAt(Instant at) {
        return state == State.OFFERED && expiresAt != null && at.isBefore(expiresAt);
    }

    boolean isLateAt(Instant at) {
        return state == State.OFFERED && !isOpenAt(at);
    }

    State state() {
        return state;
    }

    long bookingId() {
        return bookingId;
    }

    int round() {
        return round;
    }

    int place() {
        return place;
    }

    long trainerId() {
        return trainerId;
    }

    @Nullable
    Integer kilometres() {
        return kilometres;
    }

    String why() {
        return why;
    }

    @Nullable
    Instant expiresAt() {
        return expiresAt;
    }

    @Nullable
    String answer() {
        return answer;
    }

    @Nullable
    Instant answeredAt() {
        return answeredAt;
    }
}
