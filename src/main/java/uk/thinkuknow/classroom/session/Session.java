package uk.thinkuknow.classroom.session;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.counting.NationTerm;

/**
 * One delivery of a module to one or more classes at a school, from start to end; its methods refuse changes that its
 * state does not allow.
 */
@Entity
@Table(name = "session")
class Session {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "public_id")
    private String publicId;

    @Column(name = "start_key")
    private String startKey;

    @Column(name = "school_id")
    private long schoolId;

    @Column(name = "module_version_id")
    private long moduleVersionId;

    private String audience;

    /**
     * Account of the school's person who is present when a visiting trainer teaches and confirms the heads; null if
     * there is no visit.
     */
    private @Nullable Long confirmer;

    private boolean devices;

    private String language = Language.ENGLISH.key();

    @Enumerated(EnumType.STRING)
    private SessionState state;

    @Column(name = "started_by")
    private long startedBy;

    /** Account of the colleague who signs its register; null if the person who started it does. */
    @Column(name = "handed_to")
    private @Nullable Long handedTo;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Column(name = "signed_at")
    private @Nullable Instant signedAt;

    /** Account that signed its return, also if the register was handed on after that. */
    @Column(name = "signed_by")
    private @Nullable Long signedBy;

    @Column(name = "returned_at")
    private @Nullable Instant returnedAt;

    /** Who cancelled it as started by mistake, when and why; all null if it is not cancelled. */
    @Column(name = "cancelled_by")
    private @Nullable Long cancelledBy;

    @Column(name = "cancelled_at")
    private @Nullable Instant cancelledAt;

    @Column(name = "cancelled_why")
    private @Nullable String cancelledWhy;

    /** How it was entered afterwards; null if it was held in the product. */
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private @Nullable Entered entered;

    @Column(name = "local_date")
    private LocalDate localDate;

    @Column(name = "year_key")
    private String yearKey;

    @Column(name = "term_key")
    private String termKey;

    @ElementCollection
    @CollectionTable(name = "session_class", joinColumns = @JoinColumn(name = "session_id"))
    private List<ClassInSession> classes = new ArrayList<>();

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    Session() {}

    private Session(PublicId publicId, String startKey, Delivery delivery, Starting starting) {
        this.publicId = publicId.value();
        this.startKey = startKey;
        this.schoolId = delivery.schoolId();
        this.moduleVersionId = delivery.moduleVersionId();
        this.devices = delivery.devices();
        this.classes = new ArrayList<>(delivery.classes());
        this.audience = delivery.audience().key();
        this.confirmer = delivery.confirmer();
        this.state = SessionState.RUNNING;
        this.startedBy = starting.staffId();
        this.startedAt = starting.at();
        this.localDate = London.dateOf(starting.at());
        this.yearKey = starting.term().yearKey();
        this.termKey = starting.term().termKey();
    }

    /** Creates a running session. */
    static Session startLesson(PublicId publicId, String startKey, Delivery delivery, Starting starting) {
        return new Session(publicId, startKey, delivery, starting);
    }

    /** The delivery: which module, at which school, to which classes. */
    record Delivery(
            long schoolId,
            long moduleVersionId,
            Audience audience,
            boolean devices,
            List<ClassInSession> classes,
            @Nullable Long confirmer) {
        /** A lesson by one of the school's own teachers. */
        static Delivery lesson(long schoolId, long moduleVersionId, boolean devices, List<ClassInSession> classes) {
            return new Delivery(schoolId, moduleVersionId, Audience.LESSON, devices, classes, null);
        }
    }

    /** Who starts it, when, and in which term. */
    record Starting(long staffId, Instant at, NationTerm term) {}

    /** Continues with another version of its lesson. */
    void switchVersion(long version) {
        moduleVersionId = version;
    }

    /** Adds a class that joins while the session runs. */
    void add(ClassInSession added) {
        classes.add(added);
    }

    /** Sets the language in which the session starts. */
    void setLanguage(Language begun) {
        language = begun.key();
    }

    /** Marks the session as entered afterwards. */
    void setEntered(Entered how) {
        entered = how;
    }

    /** How a session was entered afterwards: as a lesson taught before, or from a paper register. */
    @SuppressWarnings("UnusedVariable") // read by the rules of plausibility
    enum Entered {
        EARLIER,
        PAPER
    }

    /**
     * Ends the session.
     *
     * @return false if it was not running; then nothing changes
     */
    boolean end(Instant at) {
        if (state != SessionState.RUNNING) {
            return false;
        }
        state = SessionState.ENDED;
        endedAt = at;
        return true;
    }

    /**
     * Cancels the session as started by mistake.
     *
     * @return false if it is cancelled already; then nothing changes
     * @throws SignedAlready if its return is signed
     */
    boolean cancel(long by, String why, Instant at) {
        if (state == SessionState.CANCELLED) {
            return false;
        }
        if (signedAt != null) {
            throw new SignedAlready();
        }
        state = SessionState.CANCELLED;
        cancelledBy = by;
        cancelledAt = at;
        cancelledWhy = why;
        return true;
    }

    /** Who cancelled it, why and when; empty if it is not cancelled. */
    Optional<Cancellation> cancelled(Function<Long, String> nameOf) {
        return cancelledBy == null || cancelledAt == null || cancelledWhy == null
                ? Optional.empty()
                : Optional.of(new Cancellation(nameOf.apply(cancelledBy), cancelledWhy, cancelledAt));
    }

    /** Hands its register to a colleague, who signs it from now on. */
    void handTo(long staffId) {
        requireNotCancelled();
        handedTo = staffId == startedBy ? null : staffId;
    }

    /** Records that its register was signed, or, with null, that the signature was taken back. */
    void recordSigned(@Nullable Long by, @Nullable Instant at) {
        requireNotCancelled();
        signedBy = by;
        signedAt = at;
    }

    /**
     * Records since when its return counts, or, with null, that it does not; until it does, the session awaits a
     * return.
     */
    void recordReturned(@Nullable Instant at) {
        requireNotCancelled();
        returnedAt = at;
    }

    /** Records that its return was withdrawn: it no longer counts and the session awaits no other. */
    void withdraw() {
        requireNotCancelled();
        state = SessionState.WITHDRAWN;
        returnedAt = null;
    }

    private void requireNotCancelled() {
        if (state == SessionState.CANCELLED) {
            throw new SessionIsCancelled();
        }
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    PublicId publicId() {
        return new PublicId(publicId);
    }

    long schoolId() {
        return schoolId;
    }

    /** Returns whether somebody from outside delivers it, so that the school confirms the heads. */
    boolean isVisit() {
        return confirmer != null;
    }

    long startedBy() {
        return startedBy;
    }

    /** Account of the person who signs its register. */
    long signer() {
        return handedTo == null ? startedBy : handedTo;
    }

    Instant startedAt() {
        return startedAt;
    }

    LocalDate localDate() {
        return localDate;
    }

    String yearKey() {
        return yearKey;
    }

    boolean isRunning() {
        return state == SessionState.RUNNING;
    }

    List<ClassInSession> classes() {
        return classes;
    }

    SessionFacts facts(String startedByName, String signerName, List<SessionClass> named) {
        return new SessionFacts(
                id(),
                publicId(),
                schoolId,
                moduleVersionId,
                audience,
                confirmer,
                devices,
                Language.of(language).orElse(Language.ENGLISH),
                state,
                startedBy,
                startedByName,
                new SessionFacts.Signer(signer(), signerName, signedBy),
                startedAt,
                endedAt,
                signedAt != null && returnedAt == null && state == SessionState.ENDED,
                localDate,
                yearKey,
                termKey,
                named);
    }
}
