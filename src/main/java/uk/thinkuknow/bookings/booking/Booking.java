package uk.thinkuknow.bookings.booking;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.bookings.matching.Slot;
import uk.thinkuknow.bookings.request.BookedClass;
import uk.thinkuknow.bookings.request.BookingRefused;
import uk.thinkuknow.bookings.request.PreferredDate;
import uk.thinkuknow.bookings.request.RequestDetails;
import uk.thinkuknow.bookings.request.SessionRequest;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.identity.staff.StaffMember;

/**
 * A school's request for a session, with its state, date, trainer and classes. Each method that changes it throws
 * {@link BookingRefused} if the state does not allow the change.
 */
@Entity
@Table(name = "booking")
class Booking {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "public_id")
    private String publicId;

    @Column(name = "request_key")
    private String requestKey;

    @Column(name = "school_id")
    private long schoolId;

    @Embedded
    private RequestDetails asked;

    @Enumerated(EnumType.STRING)
    private BookingState state;

    @Column(name = "requested_by")
    @SuppressWarnings("UnusedVariable") // for people who read the table
    private long requestedBy;

    @Column(name = "requested_at")
    private Instant requestedAt;

    @Column(name = "in_charge")
    private long inCharge;

    @Column(name = "trainer_id")
    private @Nullable Long trainerId;

    @Column(name = "starts_at")
    private @Nullable Instant startsAt;

    @Column(name = "local_date")
    private @Nullable LocalDate localDate;

    @Embedded
    private @Nullable LeadInformed dslTold;

    @Column(name = "session_id")
    private @Nullable Long sessionId;

    @Embedded
    private @Nullable BookingClosure closed;

    @Enumerated(EnumType.STRING)
    @Column(name = "no_trainer")
    private @Nullable NoTrainerReason noTrainer;

    private int sequence;

    @ElementCollection
    @CollectionTable(name = "booking_choice", joinColumns = @JoinColumn(name = "booking_id"))
    @OrderBy("preference")
    private List<PreferredDate> choices = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "booking_class", joinColumns = @JoinColumn(name = "booking_id"))
    private List<BookedClass> classes = new ArrayList<>();

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    Booking() {}

    Booking(PublicId publicId, String requestKey, StaffMember by, SessionRequest wish, Instant at) {
        this.publicId = publicId.value();
        this.requestKey = requestKey;
        this.schoolId = by.school();
        this.requestedBy = by.id();
        this.inCharge = by.id();
        this.requestedAt = at;
        this.state = BookingState.REQUESTED;
        this.asked = wish.asked();
        wishFor(wish);
    }

    /**
     * Changes the request.
     *
     * @throws BookingRefused once a date is agreed or the booking is closed; an agreed booking is moved or cancelled
     *     instead, so that everyone involved is told
     */
    void change(SessionRequest wish) {
        if (state != BookingState.REQUESTED && state != BookingState.OFFERED) {
            throw new BookingRefused("booking.notChangeable", inWords(state));
        }
        asked = wish.asked();
        wishFor(wish);
    }

    private void wishFor(SessionRequest wish) {
        choices.clear();
        for (int i = 0; i < wish.starts().size(); i++) {
            choices.add(new PreferredDate(i + 1, wish.starts().get(i)));
        }
        classes.clear();
        classes.addAll(wish.classes());
    }

    /** Marks the booking as offered to trainers. */
    void offer() {
        become(BookingState.OFFERED);
    }

    /** Sets the booking back from offered to requested, because the school has changed its request. */
    void backToRequested() {
        become(BookingState.REQUESTED);
    }

    /** Sets the booking back to requested, with the reason why no trainer was found. */
    void findNoTrainer(NoTrainerReason why) {
        if (state != BookingState.REQUESTED) {
            become(BookingState.REQUESTED);
        }
        noTrainer = why;
    }

    /** Fixes the date and the trainer; {@code trainer} is null if the school delivers the session itself. */
    void accept(@Nullable Long trainer, Instant when) {
        become(BookingState.ACCEPTED);
        trainerId = trainer;
        startAt(when);
        if (dslTold != null) {
            become(BookingState.CONFIRMED);
        }
    }

    /**
     * The change to announce once a date is agreed: confirmed if the safeguarding lead knew before, accepted otherwise.
     */
    BookingChanged.ChangeKind kindOfAgreement() {
        return state == BookingState.CONFIRMED
                ? BookingChanged.ChangeKind.CONFIRMED
                : BookingChanged.ChangeKind.ACCEPTED;
    }

    /** Notes that the safeguarding lead knows; this confirms an accepted booking. */
    void recordLeadInformed(LeadInformed told) {
        if (!state.isOpen()) {
            throw refusedTo("tellLead");
        }
        dslTold = told;
        if (state == BookingState.ACCEPTED) {
            become(BookingState.CONFIRMED);
        }
    }

    /** Forgets that the safeguarding lead knows, because they lead no more; a confirmed booking is accepted then. */
    void forgetLead() {
        dslTold = null;
        if (state == BookingState.CONFIRMED) {
            become(BookingState.ACCEPTED);
        }
    }

    /** Moves the session to another agreed time. */
    void move(Instant when) {
        if (!state.isComing()) {
            throw refusedTo("move");
        }
        startAt(when);
    }

    private void startAt(Instant when) {
        startsAt = when;
        localDate = London.dateOf(when);
        sequence++;
    }

    /** Replaces the lesson, because the one that was booked is withdrawn. */
    void teach(String moduleKey) {
        if (!state.isComing()) {
            throw refusedTo("changeLesson");
        }
        asked = asked.with(moduleKey);
        sequence++;
    }

    /** Puts another member of the school's staff in charge on the day. */
    void handTo(long staffId) {
        if (!state.isOpen()) {
            throw refusedTo("handOver");
        }
        inCharge = staffId;
        sequence++;
    }

    /** Replaces the trainer; the date does not change. */
    void replaceTrainer(long trainer) {
        if (!state.isComing()) {
            throw refusedTo("changeTrainer");
        }
        trainerId = trainer;
        sequence++;
    }

    /**
     * Removes the trainer and the date, and sets the booking back to requested with the former date as its only choice.
     */
    void loseTrainer() {
        if (!state.isComing()) {
            throw refusedTo("loseTrainer");
        }
        var agreed = Objects.requireNonNull(startsAt);
        become(BookingState.REQUESTED);
        trainerId = null;
        startsAt = null;
        localDate = null;
        choices.clear();
        choices.add(new PreferredDate(1, agreed));
        sequence++;
    }

    void close(BookingState end, BookingClosure closing) {
        become(end);
        closed = closing;
        sequence++;
    }

    void run(long session) {
        become(BookingState.RUNNING);
        sessionId = session;
    }

    void undoStart() {
        become(BookingState.CONFIRMED);
        sessionId = null;
    }

    void deliver() {
        become(BookingState.DELIVERED);
    }

    /** Marks the session's return as signed. */
    void markReturned() {
        become(BookingState.RETURNED);
    }

    void undoReturn() {
        become(BookingState.DELIVERED);
    }

    private void become(BookingState next) {
        if (!state.canBecome(next)) {
            throw refusedTo(inWords(next));
        }
        state = next;
        noTrainer = null;
    }

    /** @param act a word of the sentence in the messages, or else the state that it cannot become */
    private BookingRefused refusedTo(String act) {
        return new BookingRefused("booking.notInThisState", state.words(), act);
    }

    private static String inWords(BookingState state) {
        return state.words().toLowerCase(Locale.UK);
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

    RequestDetails asked() {
        return asked;
    }

    BookingState state() {
        return state;
    }

    long inCharge() {
        return inCharge;
    }

    @Nullable
    Long trainerId() {
        return trainerId;
    }

    Optional<Instant> startsAt() {
        return Optional.ofNullable(startsAt);
    }

    Optional<LeadInformed> dslTold() {
        return Optional.ofNullable(dslTold);
    }

    @Nullable
    Long sessionId() {
        return sessionId;
    }

    /** Why no trainer was found in the last round of offers; empty unless it is requested. */
    Optional<NoTrainerReason> noTrainer() {
        return state == BookingState.REQUESTED ? Optional.ofNullable(noTrainer) : Optional.empty();
    }

    Optional<BookingClosure> closed() {
        return Optional.ofNullable(closed);
    }

    List<Instant> choices() {
        return choices.stream()
                .sorted(Comparator.comparingInt(PreferredDate::preference))
                .map(PreferredDate::startsAt)
                .toList();
    }

    List<BookedClass> classes() {
        return List.copyOf(classes);
    }

    List<Long> classIds() {
        return classes.stream().map(BookedClass::classId).toList();
    }

    /** The school's request as last changed. */
    SessionRequest wish() {
        return new SessionRequest(asked, choices(), classes());
    }

    /** The time slot of the session if it starts at {@code start}. */
    Slot slot(Instant start) {
        return new Slot(start, asked.minutes());
    }

    int sequence() {
        return sequence;
    }

    int version() {
        return version;
    }
}
