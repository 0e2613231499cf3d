package uk.thinkuknow.curriculum.library;

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
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.identity.staff.StaffMember;

/**
 * Entity: a lesson that one person took out of use. It is so at once in their area; for the whole programme, or for
 * longer than a day, a second person signs. About safeguarding it stays so until a reviewer decides.
 */
@Entity
@Table(name = "lesson_withdrawal")
class LessonWithdrawal {
    /** How long one person alone can keep a lesson out of use. */
    static final Duration ALONE = Duration.ofDays(1);

    /** How long the same person cannot begin another such day for the same version. */
    static final Duration PAUSE = Duration.ofDays(7);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "public_id", updatable = false)
    private String publicId;

    @Column(name = "module_key", updatable = false)
    private String moduleKey;

    @Column(name = "up_to")
    private int upTo;

    private String area;

    @Column(updatable = false)
    private boolean everywhere;

    @Column(updatable = false)
    private boolean safeguarding;

    @Column(updatable = false)
    private String why;

    @Column(name = "asked_by", updatable = false)
    private long askedBy;

    @Column(name = "asked_at", updatable = false)
    private Instant askedAt;

    @Column(name = "ends_at")
    private @Nullable Instant endsAt;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private State state = State.WAITING;

    @Column(name = "decided_by")
    private @Nullable Long decidedBy;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    LessonWithdrawal() {}

    /**
     * A withdrawal by one person.
     *
     * @param upTo the number of the newest version
     */
    LessonWithdrawal(String moduleKey, int upTo, WithdrawalWish wish, StaffMember by, Instant at) {
        var own = areaOf(by);
        this.publicId = PublicId.draw().value();
        this.moduleKey = moduleKey;
        this.upTo = upTo;
        this.area = own.token();
        this.everywhere = wish.everywhere() || own.isProgramme();
        this.safeguarding = wish.safeguarding();
        this.why = wish.why();
        this.askedBy = by.id();
        this.askedAt = at;
        this.endsAt = safeguarding ? null : at.plus(ALONE);
    }

    /** Whether somebody has decided. */
    enum State {
        WAITING,
        KEPT,
        RESTORED
    }

    /**
     * Ends the day alone as if it had begun with an earlier withdrawal by the same person.
     *
     * @throws Refused if that day is over
     */
    void countDayFrom(Instant first) {
        if (safeguarding) {
            return;
        }
        endsAt = first.plus(ALONE);
        if (!endsAt.isAfter(askedAt)) {
            throw new Refused("library.nobodySigned");
        }
    }

    /** The area in which a person may withdraw alone; an administrator looks after the whole programme. */
    static Scope areaOf(StaffMember by) {
        return by.is(Role.ADMINISTRATOR) ? Scope.PROGRAMME : by.scope();
    }

    /** Whether this person may keep it withdrawn: a reviewer about safeguarding, else who looks after all of its area. */
    boolean mayKeep(StaffMember by) {
        return state == State.WAITING
                && by.id() != askedBy
                && (safeguarding
                        ? by.is(Role.REVIEWER)
                        : (by.is(Role.MANAGER) || by.is(Role.ADMINISTRATOR))
                                && areaOf(by).covers(wanted()));
    }

    /**
     * Whether this person may read why: people of schools and reviewers, and who looks after the area or a part of it; a
     * reason often names a school.
     */
    boolean mayReadWhy(StaffMember by) {
        return !by.is(Role.MANAGER) || areaOf(by).covers(area()) || area().covers(areaOf(by));
    }

    /** Whether this person may restore the lesson: who may keep it withdrawn and, unless it is about safeguarding, who withdrew it. */
    boolean mayRestore(StaffMember by) {
        return mayKeep(by) || state == State.WAITING && !safeguarding && by.id() == askedBy;
    }

    /** Keeps the lesson withdrawn, now in all of the area that was wanted. Returns whether that is more than before. */
    boolean keep(StaffMember by, Instant at) {
        require(mayKeep(by), by);
        var grows = !area.equals(wanted().token());
        area = wanted().token();
        endsAt = null;
        decide(State.KEPT, by.id(), at);
        return grows;
    }

    /** Restores the lesson on behalf of a person. */
    void restore(StaffMember by, Instant at) {
        require(mayRestore(by), by);
        decide(State.RESTORED, by.id(), at);
    }

    /** Restores the lesson because nobody has signed in time. */
    void end(Instant at) {
        decide(State.RESTORED, null, at);
    }

    private void require(boolean may, StaffMember by) {
        if (state != State.WAITING) {
            throw new Refused("library.decidedMeanwhile");
        }
        if (!may) {
            throw new Refused(
                    safeguarding
                            ? "library.reviewerDecides"
                            : by.id() == askedBy ? "library.anotherSigns" : "library.managerSigns");
        }
    }

    private void decide(State decision, @Nullable Long by, Instant at) {
        state = decision;
        decidedBy = by;
        decidedAt = at;
    }

    /** Takes a newer version out of use, too, which is the same lesson without one of its steps. */
    void alsoCovers(int number) {
        upTo = number;
    }

    PublicId publicId() {
        return new PublicId(publicId);
    }

    String moduleKey() {
        return moduleKey;
    }

    int upTo() {
        return upTo;
    }

    /** Where the lesson is out of use now. */
    Scope area() {
        return Scope.read(area).orElseThrow();
    }

    /** Where it is to be out of use. */
    Scope wanted() {
        return everywhere ? Scope.PROGRAMME : area();
    }

    WithdrawalWish wish() {
        return new WithdrawalWish(why, everywhere, safeguarding);
    }

    long askedBy() {
        return askedBy;
    }

    Instant askedAt() {
        return askedAt;
    }

    /** Returns whether somebody decided at this time or later. */
    boolean heldAt(Instant at) {
        return decidedAt != null && !decidedAt.isBefore(at);
    }

    @Nullable
    Instant endsAt() {
        return endsAt;
    }

    State state() {
        return state;
    }

    @Nullable
    Long decidedBy() {
        return decidedBy;
    }
}
