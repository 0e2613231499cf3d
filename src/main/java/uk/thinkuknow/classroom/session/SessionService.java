package uk.thinkuknow.classroom.session;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.lesson.ModuleWithdrawn;
import uk.thinkuknow.curriculum.lesson.StepWithdrawn;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.members.StaffingService;

/**
 * Starts, ends, cancels and finds sessions, and records when their registers are handed over or signed and their
 * returns count or are withdrawn.
 */
@Singleton
public class SessionService {
    /** The time at which a session ends if nobody ends it. */
    public static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    static final int REASON_AT_MOST = 200;

    private final Sessions sessions;
    private final SessionPreparation lessons;
    private final PeopleService people;
    private final StaffingService staffing;
    private final Event<Object> news;
    private final Clock clock;

    SessionService(
            Sessions sessions,
            SessionPreparation lessons,
            PeopleService people,
            StaffingService staffing,
            Event<Object> news,
            Clock clock) {
        this.sessions = sessions;
        this.lessons = lessons;
        this.people = people;
        this.staffing = staffing;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Starts a lesson for classes of the teacher's school; idempotent by the key.
     *
     * @throws AnotherBand if the lesson is for another band than a class's and the teacher has not confirmed it
     * @throws StartRefused if the safeguards are not on record, no class is chosen, or a class is in a running session
     * @throws uk.thinkuknow.curriculum.lesson.LessonWithdrawn if the module is withdrawn
     * @throws NotFound if the module, a class or a group is not there for them
     */
    @Transactional
    public PublicId start(StaffMember by, StartSession wanted) {
        var again = lessons.begun(by, wanted);
        if (again.isPresent()) {
            return again.get();
        }
        var ready = lessons.ready(by, wanted, clock.instant());
        lessons.requireNow(by.school(), ready.classIds());
        var session = lessons.begin(by, ready);
        news.fire(new SessionStarted(session.id(), session.publicId(), wanted.devices(), wanted.sharing(), ready.at()));
        people.note(by.name(), Words.of("session.actStarted"), "session " + session.publicId(), ready.title());
        return session.publicId();
    }

    /**
     * Enters a lesson that was taught without devices: it becomes an ended session and its register opens. Idempotent
     * by the key.
     *
     * @throws AnotherBand if the lesson is for another band than a class's and the teacher has not confirmed it
     * @throws EarlierLessonRefused if it is not over, is in another school year than a class, or a class was in a
     *     session then
     * @throws StartRefused as at Start
     * @throws NotFound if the module, a class or a group is not there for them
     */
    @Transactional
    PublicId enter(StaffMember by, EarlierLesson lesson) {
        var again = lessons.begun(by, lesson.wanted());
        if (again.isPresent()) {
            return again.get();
        }
        if (lesson.to().isAfter(clock.instant())) {
            throw EarlierLessonRefused.toCome();
        }
        var ready = lessons.ready(by, lesson.wanted(), lesson.from());
        lessons.requireThen(ready, lesson.to());
        var session = lessons.begin(by, ready);
        session.setEntered(Session.Entered.EARLIER);
        end(session, false, lesson.to());
        people.note(
                by.name(),
                Words.of("session.actEntered"),
                "session " + session.publicId(),
                Words.of("session.enteredDetail", ready.title(), London.inWords(lesson.from())));
        return session.publicId();
    }

    /**
     * Ends a session; does nothing if it has ended.
     *
     * @throws NotFound if it is neither of their school nor one that they deliver
     */
    @Transactional
    public void end(StaffMember by, PublicId id) {
        end(own(by, id), by.name(), "", false, clock.instant());
    }

    /** Ends a session of an earlier day, dated the last second of its day; does nothing if it has ended. */
    @Transactional
    void endWithItsDay(long id) {
        var session = held(sessions.findByIdOptional(id).orElseThrow(NotFound::new));
        var last = London.at(session.localDate().atTime(LAST_SECOND));
        if (end(session, false, last)) {
            people.noteByItself(
                    Words.of("session.actEnded"), "session " + session.publicId(), Words.of("session.nobodyEnded"));
        }
    }

    /** Ends the running sessions of a lesson in the area where it is withdrawn; their registers can still be signed. */
    void hear(@Observes ModuleWithdrawn withdrawn) {
        for (var session : sessions.runningWithVersions(withdrawn.versionIds())) {
            if (lessons.isIn(session.schoolId(), withdrawn.area())) {
                end(
                        session,
                        withdrawn.by(),
                        Words.of("session.lessonWithdrawn", withdrawn.why()),
                        true,
                        clock.instant());
            }
        }
    }

    /** Moves the running sessions of a lesson that lost a step to its new version. */
    void hear(@Observes StepWithdrawn withdrawn) {
        for (var session : sessions.runningWithVersions(withdrawn.versionIds())) {
            session.switchVersion(withdrawn.newVersionId());
            sessions.flush();
            news.fire(new LessonSwapped(session.id()));
            people.note(
                    withdrawn.by(),
                    Words.of("session.actWentOn"),
                    "session " + session.publicId(),
                    Words.of("session.stepWithdrawn", withdrawn.why()));
        }
    }

    private void end(Session session, String by, String why, boolean withdrawn, Instant at) {
        if (end(session, withdrawn, at)) {
            people.note(by, Words.of("session.actEnded"), "session " + session.publicId(), why);
        }
    }

    private boolean end(Session session, boolean withdrawn, Instant at) {
        boolean ends = session.end(at);
        if (ends) {
            sessions.flush();
            news.fire(new SessionEnded(session.id(), session.publicId(), session.startedAt(), at, withdrawn));
        }
        return ends;
    }

    /**
     * Cancels a session that was started by mistake, running or unsigned, so that it never counts; idempotent.
     *
     * @throws Refused if there is no reason, somebody else signs its register, or its return is signed
     * @throws NotFound if it is neither of their school nor one that they deliver
     */
    @Transactional
    public void cancel(StaffMember by, PublicId id, String why) {
        var session = held(own(by, id));
        if (session.signer() != by.id()) {
            throw new NotTheDeliverer(people.nameOf(session.signer()));
        }
        if (why.isBlank() || why.length() > REASON_AT_MOST) {
            throw new Refused("session.sayWhyMistake", REASON_AT_MOST);
        }
        var at = clock.instant();
        if (session.cancel(by.id(), why, at)) {
            sessions.flush();
            news.fire(new SessionCancelled(session.id(), id, by.name(), why, at));
            people.note(
                    by.name(), Words.of("session.actCancelled"), "session " + id, Words.of("session.mistakeWhy", why));
        }
    }

    /** Who cancelled a session, why and when; empty if it is not cancelled. */
    @Transactional
    public Optional<Cancellation> cancelled(StaffMember by, PublicId id) {
        return own(by, id).cancelled(people::nameOf);
    }

    /**
     * The session with this public id, for a person who may see it.
     *
     * @throws NotFound if it is neither of their school nor one that they deliver
     */
    @Transactional
    public SessionFacts session(StaffMember by, PublicId id) {
        return sessions.facts(own(by, id));
    }

    /**
     * The session with this id, without a check who asks.
     *
     * @throws NotFound if there is no such session
     */
    @Transactional
    public SessionFacts session(long id) {
        return sessions.findByIdOptional(id).map(sessions::facts).orElseThrow(NotFound::new);
    }

    /**
     * A session of any school, for callers who may see them all.
     *
     * @throws NotFound if there is no such session
     */
    @Transactional
    public SessionFacts session(PublicId id) {
        return sessions.find("publicId", id.value())
                .firstResultOptional()
                .map(sessions::facts)
                .orElseThrow(NotFound::new);
    }

    /**
     * Hands a session's register to a colleague, who signs it from now on. The caller checks whether that is allowed.
     *
     * @throws SessionIsCancelled if the session is cancelled
     */
    @Transactional
    public void handTo(StaffMember by, long id, long colleague) {
        var session = held(sessions.findByIdOptional(id).orElseThrow(NotFound::new));
        var was = session.signer();
        if (was != colleague) {
            session.handTo(colleague);
            people.noteChange(
                    by.name(),
                    Words.of("session.actHanded"),
                    "session " + session.publicId(),
                    people.nameOf(was),
                    people.nameOf(colleague));
        }
    }

    /**
     * Records that a session's register was signed, in the transaction that signs it.
     *
     * @param at when; null if the signature was taken back
     * @param returnedAt since when its return counts, so that it is no longer awaited; null if it does not count (yet)
     */
    @Transactional
    public void recordSigned(long id, @Nullable Long by, @Nullable Instant at, @Nullable Instant returnedAt) {
        var session = held(sessions.findByIdOptional(id).orElseThrow(NotFound::new));
        session.recordSigned(by, at);
        session.recordReturned(returnedAt);
    }

    /** Deletes a session that was entered from a paper register, in the transaction that deletes its return. */
    @Transactional
    public void deleteEntered(long id) {
        sessions.delete(held(sessions.findByIdOptional(id).orElseThrow(NotFound::new)));
    }

    /** Records that the return of a signed session counts, in the transaction that confirms it. */
    @Transactional
    public void recordReturned(long id, Instant at) {
        held(sessions.findByIdOptional(id).orElseThrow(NotFound::new)).recordReturned(at);
    }

    /** Records that a session's return was withdrawn, in the transaction that withdraws it. */
    @Transactional
    public void recordWithdrawn(long id) {
        held(sessions.findByIdOptional(id).orElseThrow(NotFound::new)).withdraw();
    }

    /** A school's sessions, newest first; pages count from 0. */
    @Transactional
    public List<SessionFacts> sessionsOf(long schoolId, int page, int size) {
        return sessions.ofSchool(schoolId, page, size).stream()
                .map(sessions::facts)
                .toList();
    }

    /** The number of a school's sessions. */
    @Transactional
    public long count(long schoolId) {
        return sessions.count("schoolId", schoolId);
    }

    /** The running sessions of a school. */
    @Transactional
    public List<SessionFacts> running(long schoolId) {
        return sessions.running(schoolId).stream().map(sessions::facts).toList();
    }

    /** The running sessions of a school whose register this person signs. */
    @Transactional
    public List<SessionFacts> runningOf(long schoolId, StaffMember signer) {
        return sessions.runningOf(schoolId, signer.id()).stream()
                .map(sessions::facts)
                .toList();
    }

    /** A school's ended sessions whose return does not count yet, oldest first. */
    @Transactional
    public List<SessionFacts> awaiting(long schoolId) {
        return sessions.awaiting(schoolId).stream().map(sessions::facts).toList();
    }

    /** Ids of a school's sessions whose return counts. */
    @Transactional
    public Set<Long> returnedOf(long schoolId) {
        return sessions.returnedOf(schoolId);
    }

    /** The sessions that a trainer delivers at other schools, running or awaiting their return, oldest first. */
    @Transactional
    public List<SessionFacts> visitsOf(long staffId) {
        return sessions.visitsOf(staffId).stream().map(sessions::facts).toList();
    }

    /** A session of their school, or one that they deliver elsewhere; not one of a school that they have left. */
    private Session own(StaffMember by, PublicId id) {
        return sessions.find("publicId", id.value())
                .firstResultOptional()
                .filter(found -> Objects.equals(by.schoolId(), found.schoolId())
                        || (found.startedBy() == by.id() || found.signer() == by.id()) && mayKeep(by, found))
                .orElseThrow(NotFound::new);
    }

    /** A visit is a trainer's as long as they are one; a lesson of the school its teacher's until they leave. */
    private boolean mayKeep(StaffMember by, Session found) {
        return found.isVisit()
                ? by.is(Role.TRAINER)
                        || staffing.admission(by.id(), found.schoolId()).isPresent()
                : !staffing.hasLeft(by.id(), found.schoolId());
    }

    /** Locks the session, so that a cancellation and a signature at the same time run one after the other. */
    private Session held(Session session) {
        sessions.flush();
        sessions.getEntityManager().refresh(session, LockModeType.PESSIMISTIC_WRITE);
        return session;
    }
}
