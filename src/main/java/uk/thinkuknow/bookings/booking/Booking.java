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
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.bookings.matching.Slot;
import uk.thinkuknow.bookings.request.Asked;
import uk.thinkuknow.bookings.request.BookedClass;
import uk.thinkuknow.bookings.request.BookingRefused;
import uk.thinkuknow.bookings.request.Choice;
import uk.thinkuknow.bookings.request.Wish;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.identity.staff.StaffMember;

/** A school's request for a session, and what became of it. Every verb refuses what its state does not allow. */
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
    private Asked asked;

    @Enumerated(EnumType.STRING)
    private BookingState state;

    @Column(name = "requested_by")
    @SuppressWarnings("UnusedVariable") // for whoever reads the table
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
    private @Nullable DslTold dslTold;

    @Column(name = "session_id")
    private @Nullable Long sessionId;

    @Embedded
    private @Nullable Closed closed;

    @Enumerated(EnumType.STRING)
    @Column(name = "no_trainer")
    private @Nullable NoTrainer noTrainer;

    private int sequence;

    @ElementCollection
    @CollectionTable(name = "booking_choice", joinColumns = @JoinColumn(name = "booking_id"))
    @OrderBy("preference")
    private List<Choice> choices = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "booking_class", joinColumns = @JoinColumn(name = "booking_id"))
    private List<BookedClass> classes = new ArrayList<>();

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    Booking() {}

    Booking(PublicId publicId, String requestKey, StaffMember by, Wish wish, Instant at) {
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
     * Changes what is asked for.
     *
     * @throws BookingRefused once it has been accepted: then it is moved or cancelled, so that those who said yes are told
     */
    void change(Wish wish) {
        if (state != BookingState.REQUESTED && state != BookingState.OFFERED) {
            throw new BookingRefused(
                    "This booking is " + state.words().toLowerCase(java.util.Locale.UK)
                            + ". What was asked for cannot be changed any more: move it to another time, or cancel it and ask again.");
        }
        asked = wish.asked();
        wishFor(wish);
    }

    private void wishFor(Wish wish) {
        choices.clear();
        for (int i = 0; i < wish.starts().size(); i++) {
            choices.add(new Choice(i + 1, wish.starts().get(i)));
        }
        classes.clear();
        classes.addAll(wish.classes());
    }

    /** It has been offered to trainers. */
    void offer() {
        become(BookingState.OFFERED);
    }

    /** Nobody it was offered to is asked any more: what the school wants has changed. */
    void backToRequested() {
        become(BookingState.REQUESTED);
    }

    /** Nobody can come, or nobody who was asked: it waits for the programme, or for the school to ask otherwise. */
    void findNoTrainer(NoTrainer why) {
        if (state != BookingState.REQUESTED) {
            become(BookingState.REQUESTED);
        }
        noTrainer = why;
    }

    /** A trainer has said yes to one of its dates, or the school teaches it itself on the first of them. */
    void accept(@Nullable Long trainer, Instant when) {
        become(BookingState.ACCEPTED);
        trainerId = trainer;
        startAt(when);
        if (dslTold != null) {
            become(BookingState.CONFIRMED);
        }
    }

    /** What has come of it once a date is agreed: it is confirmed at once where the safeguarding lead was told before. */
    BookingChanged.What agreed() {
        return state == BookingState.CONFIRMED ? BookingChanged.What.CONFIRMED : BookingChanged.What.ACCEPTED;
    }

    /** The safeguarding lead has been told: with that an accepted booking is confirmed. */
    void tellDsl(DslTold told) {
        if (!state.isOpen()) {
            throw refusedTo("tell the safeguarding lead");
        }
        dslTold = told;
        if (state == BookingState.ACCEPTED) {
            become(BookingState.CONFIRMED);
        }
    }

    /** Moves it to a time on which both sides have agreed. */
    void move(Instant when) {
        if (!state.isComing()) {
            throw refusedTo("be moved");
        }
        startAt(when);
    }

    private void startAt(Instant when) {
        startsAt = when;
        localDate = London.dateOf(when);
        sequence++;
    }

    /** Another member of the school's staff is in charge on the day. */
    void handTo(long staffId) {
        if (!state.isOpen()) {
            throw refusedTo("be handed over");
        }
        inCharge = staffId;
        sequence++;
    }

    /** Another trainer comes instead; the date stays. */
    void standIn(long trainer) {
        if (!state.isComing()) {
            throw refusedTo("change its trainer");
        }
        trainerId = trainer;
        sequence++;
    }

    /** Its trainer cannot come: it is free again to be offered. The choices are its agreed date, if that lies ahead. */
    void loseTrainer() {
        if (!state.isComing()) {
            throw refusedTo("lose its trainer");
        }
        var agreed = Objects.requireNonNull(startsAt);
        become(BookingState.REQUESTED);
        trainerId = null;
        startsAt = null;
        localDate = null;
        choices.clear();
        choices.add(new Choice(1, agreed));
        sequence++;
    }

    void close(BookingState end, Closed closing) {
        become(end);
        closed = closing;
        sequence++;
    }

    void run(long session) {
        become(BookingState.RUNNING);
        sessionId = session;
    }

    void startedByMistake() {
        become(BookingState.CONFIRMED);
        sessionId = null;
    }

    void deliver() {
        become(BookingState.DELIVERED);
    }

    /** Its return is signed: counted, or saying that nobody came. */
    void returned() {
        become(BookingState.RETURNED);
    }

    void signatureTakenBack() {
        become(BookingState.DELIVERED);
    }

    private void become(BookingState next) {
        if (!state.leadsTo(next)) {
            throw refusedTo("become " + next.words().toLowerCase(java.util.Locale.UK));
        }
        state = next;
        noTrainer = null;
    }

    private BookingRefused refusedTo(String act) {
        return new BookingRefused("This booking is now “" + state.words() + "”, so it cannot " + act
                + ". Someone may have been quicker: see “What happened” on this page.");
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

    Asked asked() {
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

    Optional<DslTold> dslTold() {
        return Optional.ofNullable(dslTold);
    }

    @Nullable
    Long sessionId() {
        return sessionId;
    }

    /** Why nobody is asked; empty unless its last round of offers came to nothing. */
    Optional<NoTrainer> noTrainer() {
        return state == BookingState.REQUESTED ? Optional.ofNullable(noTrainer) : Optional.empty();
    }

    Optional<Closed> closed() {
        return Optional.ofNullable(closed);
    }

    List<Instant> choices() {
        return choices.stream()
                .sorted(Comparator.comparingInt(Choice::preference))
                .map(Choice::startsAt)
                .toList();
    }

    List<BookedClass> classes() {
        return List.copyOf(classes);
    }

    List<Long> classIds() {
        return classes.stream().map(BookedClass::classId).toList();
    }

    /** Its request as the school has put it last. */
    Wish wish() {
        return new Wish(asked, choices(), classes());
    }

    /** The time that it takes from a moment on. */
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
