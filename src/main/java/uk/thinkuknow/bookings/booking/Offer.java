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
import uk.thinkuknow.bookings.matching.TrainerMatch;

/** An offer of a booking to one trainer: their place in the order, when it expires, and their answer. */
@Entity
@Table(name = "booking_offer")
class Offer {
    /**
     * How long an offer is open: so long that a trainer can read it after their day's work. Then the next trainer is
     * asked.
     */
    static final Duration STANDS_FOR = Duration.ofHours(48);

    private static final int WHY_AT_MOST = 400;

    /** The states of an offer; WAITING means that others are asked before this trainer. */
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

    @SuppressWarnings("UnusedVariable") // for people who read the table
    private @Nullable Integer kilometres;

    private String why;

    @Column(name = "offered_at")
    private @Nullable Instant offeredAt;

    @Column(name = "expires_at")
    private @Nullable Instant expiresAt;

    @Column(name = "answered_at")
    @SuppressWarnings("UnusedVariable") // for people who read the table
    private @Nullable Instant answeredAt;

    private @Nullable String answer;

    @Column(name = "swap_for")
    private @Nullable Long swapFor;

    @SuppressWarnings("NullAway.Init")
    Offer() {}

    /** A trainer's place in a round, from the ranking. */
    Offer(long bookingId, int round, int place, TrainerMatch match) {
        this.bookingId = bookingId;
        this.round = round;
        this.place = place;
        this.trainerId = match.staffId();
        this.kilometres = match.kilometres();
        this.why = cut(match.why());
        this.state = State.WAITING;
    }

    /** An offer to one colleague to take over, in its own round; {@code inReturn} is the booking given in a swap. */
    Offer(long bookingId, int round, long colleague, String why, @Nullable Long inReturn) {
        this.bookingId = bookingId;
        this.round = round;
        this.place = 1;
        this.trainerId = colleague;
        this.why = why;
        this.state = State.WAITING;
        this.swapFor = inReturn;
    }

    private static String cut(String words) {
        return words.length() <= WHY_AT_MOST ? words : words.substring(0, WHY_AT_MOST - 1) + "…";
    }

    /** Opens the offer: it expires after 48 hours, or earlier at {@code atLatest}, the last date asked for. */
    void open(Instant at, Instant atLatest) {
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
}
