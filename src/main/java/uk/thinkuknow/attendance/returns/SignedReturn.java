package uk.thinkuknow.attendance.returns;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.counting.Ground;

/**
 * One version of a session's return, which is its signed register: who signed it and when, and whether it counts. Each
 * version is one row; amending the return adds a row.
 *
 * <p>Taking back a signature deletes the row. Only the signer can do so, within ten minutes, and not once an amended
 * version counts. Withdrawing a return keeps the row, in state {@link State#WITHDRAWN}. The return of a visit counts
 * once a member of the school's staff has confirmed its heads, and a return that is not plausible once a second person has
 * confirmed it (counting rules, version 2); until then the signature can be taken back at any time.
 */
@Entity
@Table(name = "signed_return")
public class SignedReturn {
    /** How long a signature can be taken back. */
    static final Duration TAKEN_BACK_WITHIN = Duration.ofMinutes(10);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "public_id")
    private String publicId;

    @Column(name = "session_id")
    private long sessionId;

    private int number;

    @Column(name = "superseded_at")
    private @Nullable Instant supersededAt;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private State state;

    @Column(name = "signed_by")
    private String signedBy;

    private String signer;

    @Column(name = "signed_at")
    private Instant signedAt;

    @Column(name = "confirmed_by")
    private @Nullable String confirmedBy;

    @Column(name = "confirmed_at")
    private @Nullable Instant confirmedAt;

    @Column(name = "withdrawn_by")
    private @Nullable String withdrawnBy;

    @Column(name = "withdrawn_at")
    private @Nullable Instant withdrawnAt;

    @Column(name = "withdrawn_why")
    private @Nullable String withdrawnWhy;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private From source = From.ROOM;

    private int rules = 1;

    /** Why it is not plausible, as keys of {@link Ground} with commas between. */
    private String grounds = "";

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    SignedReturn() {}

    /**
     * Makes a version of a return.
     *
     * @param number 1 for the first version, then 2, 3… for amended ones
     * @param by the signer, whose account alone may take the signature back
     */
    public SignedReturn(PublicId publicId, long sessionId, int number, State state, Signature by) {
        this.publicId = publicId.value();
        this.sessionId = sessionId;
        this.number = number;
        this.state = state;
        this.signedBy = by.name();
        this.signer = by.account();
        this.signedAt = by.at();
    }

    /** Who signed, by name and account, and when. */
    public record Signature(String name, String account, Instant at) {}

    /** Stores by which version of the counting rules the return was judged, and the grounds on which it waits. */
    SignedReturn judged(int byRules, Set<Ground> onGrounds) {
        rules = byRules;
        grounds = Ground.join(onGrounds);
        return this;
    }

    /** Marks the return as entered from a paper register. */
    SignedReturn fromPaper() {
        source = From.PAPER;
        return this;
    }

    /** Returns whether no newer version has replaced it. */
    boolean isInForce() {
        return supersededAt == null;
    }

    /** Marks this version as replaced by a newer one: it is kept and no longer counts. */
    void supersede(Instant at) {
        supersededAt = at;
    }

    /** Marks the return as withdrawn: it is kept and no longer counts. */
    void withdraw(String by, String why, Instant at) {
        state = State.WITHDRAWN;
        withdrawnBy = by;
        withdrawnWhy = why;
        withdrawnAt = at;
    }

    Optional<Withdrawn> withdrawn() {
        return Optional.ofNullable(withdrawnBy)
                .map(by ->
                        new Withdrawn(by, Objects.requireNonNull(withdrawnWhy), Objects.requireNonNull(withdrawnAt)));
    }

    /** Who withdrew the return, both names if it took two people; why and when. */
    record Withdrawn(String by, String why, Instant at) {}

    /**
     * Checks that this account can take the signature back now.
     *
     * @throws SignatureIsFinal if somebody else signed, an amended version counts, the return was withdrawn or
     *     confirmed by a second person, or ten minutes have passed
     */
    public void requireCanBeTakenBackBy(String username, Instant now) {
        if (!signer.equals(username)) {
            throw SignatureIsFinal.of(signedBy);
        }
        if (state == State.WITHDRAWN) {
            throw SignatureIsFinal.withdrawn();
        }
        if (number > 1 && !isUnconfirmed()) {
            throw SignatureIsFinal.amended();
        }
        if (confirmedBy != null) {
            throw SignatureIsFinal.confirmed(confirmedBy);
        }
        if (!isOpenToTakingBack(now)) {
            throw SignatureIsFinal.after(TAKEN_BACK_WITHIN);
        }
    }

    /** Stores who confirmed the heads of a visit, or gave the second signature, and the state that follows from it. */
    void confirm(State became, String by, Instant at) {
        state = became;
        confirmedBy = by;
        confirmedAt = at;
    }

    /** Returns whether the return counts, also if nobody came. */
    boolean counts() {
        return state == State.COUNTED || state == State.NOBODY;
    }

    boolean isUnconfirmed() {
        return state == State.UNCONFIRMED;
    }

    Optional<Confirmed> confirmed() {
        return Optional.ofNullable(confirmedBy).map(by -> new Confirmed(by, Objects.requireNonNull(confirmedAt)));
    }

    /** Who confirmed the heads or signed second, and when. */
    record Confirmed(String by, Instant at) {}

    /** Returns whether this account can take the signature back now. */
    boolean canBeTakenBackBy(String username, Instant now) {
        return state != State.WITHDRAWN
                && (number == 1 || isUnconfirmed())
                && confirmedBy == null
                && signer.equals(username)
                && isOpenToTakingBack(now);
    }

    /** Returns the end of the ten minutes; a return that waits can be taken back until it is confirmed. */
    Instant canBeTakenBackUntil() {
        return signedAt.plus(TAKEN_BACK_WITHIN);
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    PublicId publicId() {
        return new PublicId(publicId);
    }

    long sessionId() {
        return sessionId;
    }

    /** Returns 1 for the first version, then 2, 3… for amended ones. */
    int number() {
        return number;
    }

    boolean nobodyCame() {
        return state == State.NOBODY;
    }

    String signedBy() {
        return signedBy;
    }

    Instant signedAt() {
        return signedAt;
    }

    int rules() {
        return rules;
    }

    /** Returns the grounds on which the return waits or, once it is confirmed, waited; empty if it was plausible. */
    Set<Ground> grounds() {
        return Ground.split(grounds);
    }

    boolean isFromPaper() {
        return source == From.PAPER;
    }

    /** Returns the account of the signer; empty if the return was not signed on a page. */
    String signer() {
        return signer;
    }

    private boolean isOpenToTakingBack(Instant now) {
        return isUnconfirmed() || !now.isAfter(canBeTakenBackUntil());
    }

    /** Where the return came from: the register of a session in the product, or paper. */
    @SuppressWarnings("UnusedVariable") // read by the reports
    private enum From {
        ROOM,
        PAPER
    }

    /** Whether the return counts, and if not, why. */
    public enum State {
        COUNTED,
        /** The session took place and nobody came: a return that counts, without lines. */
        NOBODY,
        /** A second person must confirm it, at a visit or because it is not plausible: its lines wait, and none counts. */
        UNCONFIRMED,
        /** Counted until it was withdrawn; its lines are kept with those of amended versions. */
        WITHDRAWN
    }
}
