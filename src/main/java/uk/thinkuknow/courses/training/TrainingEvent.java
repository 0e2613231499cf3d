package uk.thinkuknow.courses.training;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;

/** A training event: what it covers, where and when, how many places and who leads it. */
@Entity
@Table(name = "training_event")
class TrainingEvent {
    static final int SHORTEST = 15;
    static final int LONGEST = 720;
    static final int PLACES_AT_MOST = 1000;
    /** Days after the event in which its leader alone can mark who attended. */
    static final int DAYS_TO_MARK = 14;

    private static final int LONGEST_REASON = 400;
    private static final int PLACES_FOR_ONE_MORE = 10;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "public_id")
    private String publicId;

    private String title;
    private String covers;
    private @Nullable String venue;
    private @Nullable String link;

    @Column(name = "region_key")
    private @Nullable String regionKey;

    @Column(name = "starts_at")
    private Instant startsAt;

    @Column(name = "local_date")
    private LocalDate day;

    private int minutes;
    private int places;

    @Column(name = "leader_id")
    private long leaderId;

    private int sequence;

    @Column(name = "marked_at")
    private @Nullable Instant markedAt;

    @Column(name = "cancelled_at")
    private @Nullable Instant cancelledAt;

    @Column(name = "cancelled_why")
    private @Nullable String cancelledWhy;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    TrainingEvent() {}

    /** The planned details of an event. */
    record Plan(String title, String covers, Where where, Instant startsAt, int minutes, int places, long leaderId) {}

    /**
     * Where the event takes place.
     *
     * @param venue building and town; null if it is online
     * @param link link to join online; null if there is a venue
     * @param regionKey the event's region; null for the whole programme
     */
    record Where(
            @Nullable String venue,
            @Nullable String link,
            @Nullable String regionKey) {}

    @SuppressWarnings("NullAway.Init")
    TrainingEvent(PublicId publicId, Plan plan) {
        this.publicId = publicId.value();
        take(plan);
    }

    /**
     * Replaces the planned details.
     *
     * @return true if people with a place need an email: another time, place or length
     * @throws Refused once it has begun or is cancelled, or if {@code versionSeen} is not the current version
     */
    boolean change(Plan plan, int versionSeen, Instant now) {
        requireAhead(now);
        if (versionSeen != version) {
            throw new Refused("training.changedMeanwhile");
        }
        boolean moved = !plan.startsAt.equals(startsAt)
                || plan.minutes != minutes
                || !Objects.equals(plan.where.venue, venue)
                || !Objects.equals(plan.where.link, link);
        take(plan);
        sequence += moved ? 1 : 0;
        return moved;
    }

    /** @throws Refused without a reason, once it has begun, or if it is cancelled already */
    void cancel(String why, Instant now) {
        requireAhead(now);
        if (why.isBlank()) {
            throw new Refused("training.noCancelReason");
        }
        if (why.strip().length() > LONGEST_REASON) {
            throw new Refused("training.reasonTooLong", LONGEST_REASON);
        }
        cancelledWhy = why.strip();
        cancelledAt = now;
        sequence++;
    }

    /** @throws Refused once it has begun or is cancelled */
    void requireAhead(Instant now) {
        requireOn();
        if (hasBegun(now)) {
            throw new Refused("training.begun");
        }
    }

    /** @throws Refused if it is cancelled */
    void requireOn() {
        if (isCancelled()) {
            throw new Refused("training.eventCancelled");
        }
    }

    /**
     * Notes that attendance is recorded.
     *
     * @throws Refused before it begins, or if it is cancelled
     */
    void mark(Instant now) {
        requireOn();
        if (!hasBegun(now)) {
            throw new Refused("training.notBegun", London.inWords(startsAt));
        }
        markedAt = now;
    }

    /** Raises the calendar sequence number before a place is cancelled, so that a later message is the newer one. */
    void raiseSequence() {
        sequence++;
    }

    /** Returns whether so many minutes count as attendance: at least half of the event's. */
    boolean isAttendedBy(int minutesThere) {
        return minutesThere * 2 >= minutes;
    }

    /** Returns whether its last day was over at this moment. */
    boolean isDayOver(Instant at) {
        return London.dateOf(at).isAfter(London.dateOf(endsAt()));
    }

    /** Returns whether at this moment its leader alone could not mark any more who attended. */
    boolean isMarkedLate(Instant at) {
        return London.dateOf(at).isAfter(London.dateOf(endsAt()).plusDays(DAYS_TO_MARK));
    }

    /** The largest number of people who can attend: the places and a tenth of them, rounded up. */
    int peopleAtMost() {
        return places + Math.ceilDiv(places, PLACES_FOR_ONE_MORE);
    }

    boolean hasBegun(Instant now) {
        return !now.isBefore(startsAt);
    }

    boolean isCancelled() {
        return cancelledAt != null;
    }

    boolean isMarked() {
        return markedAt != null;
    }

    private void take(Plan plan) {
        if (plan.minutes < SHORTEST || plan.minutes > LONGEST) {
            throw new Refused("training.badLength", SHORTEST, LONGEST);
        }
        if (plan.places < 1 || plan.places > PLACES_AT_MOST) {
            throw new Refused("training.badPlaces", String.valueOf(PLACES_AT_MOST));
        }
        title = plan.title;
        covers = plan.covers;
        venue = plan.where.venue;
        link = plan.where.link;
        regionKey = plan.where.regionKey;
        startsAt = plan.startsAt;
        day = London.dateOf(startsAt);
        minutes = plan.minutes;
        places = plan.places;
        leaderId = plan.leaderId;
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    PublicId publicId() {
        return new PublicId(publicId);
    }

    String title() {
        return title;
    }

    String covers() {
        return covers;
    }

    @Nullable
    String venue() {
        return venue;
    }

    @Nullable
    String link() {
        return link;
    }

    @Nullable
    String regionKey() {
        return regionKey;
    }

    Instant startsAt() {
        return startsAt;
    }

    Instant endsAt() {
        return startsAt.plusSeconds(minutes * 60L);
    }

    LocalDate day() {
        return day;
    }

    int minutes() {
        return minutes;
    }

    int places() {
        return places;
    }

    long leaderId() {
        return leaderId;
    }

    int sequence() {
        return sequence;
    }

    @Nullable
    String cancelledWhy() {
        return cancelledWhy;
    }

    int version() {
        return version;
    }

    /** "Tuesday 9 February 2027 at 10:00 to 12:00". */
    String when() {
        return Words.of("training.fromTo", London.inWords(startsAt()), London.timeOf(endsAt()));
    }

    /** The venue or "Online", for everybody; the link is only for people with a place. */
    String where() {
        var venue = venue();
        return venue == null ? Words.of("training.online") : venue;
    }
}
