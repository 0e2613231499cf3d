package uk.thinkuknow.attendance.register;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import uk.thinkuknow.classroom.answers.HandCounts;
import uk.thinkuknow.classroom.answers.SeatActivity;
import uk.thinkuknow.classroom.board.ClassroomService;
import uk.thinkuknow.classroom.session.SessionClass;
import uk.thinkuknow.classroom.session.SessionFacts;
import uk.thinkuknow.classroom.session.SessionService;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.RetryOnConflict;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.school.CardFacts;
import uk.thinkuknow.schools.school.CardPicture;
import uk.thinkuknow.schools.school.ClassFacts;
import uk.thinkuknow.schools.school.SchoolService;

/**
 * Repository of registers, which also loads all that a register needs to know of its session, school, lesson and
 * devices.
 */
@Singleton
public class Deliveries implements PanacheRepository<Register> {
    private static final String UNSETTLED = """
            SELECT r.* FROM session_v s JOIN register r ON r.session_id = s.id
            WHERE (s.started_by = :staff AND s.handed_to IS NULL OR s.handed_to = :staff)
              AND s.devices AND s.returned_at IS NOT NULL AND r.state = 'SIGNED' AND NOT r.settled
            ORDER BY s.started_at LIMIT 20""";

    private final SessionService sessions;
    private final SchoolService schools;
    private final CurriculumService curriculum;
    private final ClassroomService classroom;
    private final HandCounts counts;

    Deliveries(
            SessionService sessions,
            SchoolService schools,
            CurriculumService curriculum,
            ClassroomService classroom,
            HandCounts counts) {
        this.sessions = sessions;
        this.schools = schools;
        this.curriculum = curriculum;
        this.classroom = classroom;
        this.counts = counts;
    }

    /**
     * Loads a session for its register, in one transaction, so that a class's cards are read once although session and
     * school both ask for them.
     *
     * @throws uk.thinkuknow.common.NotFound for a session that is neither of the user's school nor delivered by them
     */
    public Delivery of(StaffMember by, PublicId session) {
        return RetryOnConflict.join(() -> of(sessions.session(by, session)));
    }

    /**
     * Loads a session for its register; for a manager, of a school in their area; for an auditor, of any.
     *
     * @throws uk.thinkuknow.common.NotFound for a session that the user may not see
     */
    public Delivery visibleTo(StaffMember by, PublicId session) {
        return RetryOnConflict.join(() -> {
            if (!by.is(Role.MANAGER) && !by.is(Role.AUDITOR)) {
                return of(sessions.session(by, session));
            }
            var found = sessions.session(session);
            if (!schools.school(found.schoolId()).isIn(by.reads())) {
                throw new NotFound();
            }
            return of(found);
        });
    }

    /** Whether a manager looks after the session's school; what somebody may read as an auditor gives no right to act. */
    public boolean isManagedBy(StaffMember by, Delivery delivery) {
        return by.is(Role.MANAGER)
                && schools.school(delivery.session().schoolId()).isIn(by.scope());
    }

    public Delivery of(long sessionId) {
        return RetryOnConflict.join(() -> of(sessions.session(sessionId)));
    }

    public Optional<Register> registerOf(Delivery delivery) {
        return find("sessionId", delivery.session().id()).singleResultOptional();
    }

    /** Returns the register locked for writing: a second click waits here and then finds the register signed. */
    public Optional<Register> lockedRegisterOf(Delivery delivery) {
        return find("sessionId", delivery.session().id())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    /**
     * Returns the signed registers of this person whose return counts and for which devices may still send something
     * new; oldest session first, 20 at most.
     */
    List<Register> unsettledOf(long staffId) {
        return getSession()
                .createNativeQuery(UNSETTLED, Register.class)
                .setParameter("staff", staffId)
                .getResultList();
    }

    /** Returns what devices have sent so far, judged by counting rule 1. */
    public DeviceReport deviceReport(Delivery delivery) {
        var seats = delivery.session().devices()
                ? classroom.activity(delivery.session().id())
                : List.<SeatActivity>of();
        return new DeviceReport(joined(delivery, seats), visitors(delivery, seats));
    }

    /** Returns a mark for each card that a device took. */
    private static List<Mark> joined(Delivery delivery, List<SeatActivity> seats) {
        var attended = attended(delivery, seats);
        return seats.stream()
                .filter(seat -> seat.classId() != null && seat.card() != null)
                .map(seat -> Mark.fromDevice(
                        Objects.requireNonNull(seat.classId()),
                        Objects.requireNonNull(seat.card()),
                        attended.of(seat.stepsSeen(), active(seat), seat.toCheck()),
                        seat.stepsSeen(),
                        (int) active(seat).toSeconds()))
                .toList();
    }

    /** Returns a mark for each visitor's badge; a badge without a known class is put with the first class. */
    private static List<VisitorMark> visitors(Delivery delivery, List<SeatActivity> seats) {
        if (seats.isEmpty()) {
            return List.of();
        }
        var attended = attended(delivery, seats);
        long first = delivery.sessionClasses().classes().getFirst().classId();
        return seats.stream()
                .filter(seat -> seat.visitor() != null && seat.visitorNumber() != null)
                .map(seat -> VisitorMark.fromDevice(
                        Objects.requireNonNull(seat.visitorNumber()),
                        VisitorKind.of(Objects.requireNonNull(seat.visitor())),
                        seat.classId() == null ? first : seat.classId(),
                        attended.of(seat.stepsSeen(), active(seat), seat.toCheck()),
                        seat.stepsSeen(),
                        (int) active(seat).toSeconds()))
                .toList();
    }

    /** Returns the heads that were counted at the end of the lesson, by class id. */
    public Map<Long, Integer> headsCounted(Delivery delivery) {
        return counts.headsOf(delivery.session().id());
    }

    /** Returns the delivered time: from the start to the end, at the latest to the last activity of any seat. */
    public Duration delivered(Delivery delivery) {
        var session = delivery.session();
        var last = session.devices() ? lastActivity(session.id()) : Optional.<Instant>empty();
        return AttendedRule.in(
                        delivery.steps(),
                        session.startedAt(),
                        delivery.endedAt(),
                        last.stream().toList())
                .delivered();
    }

    /** Returns the last activity of any seat of a session; empty without seats, and once answers are deleted. */
    public Optional<Instant> lastActivity(long sessionId) {
        return classroom.activity(sessionId).stream().map(SeatActivity::last).max(Instant::compareTo);
    }

    private static AttendedRule attended(Delivery delivery, List<SeatActivity> seats) {
        List<Instant> last = seats.stream().map(SeatActivity::last).toList();
        return AttendedRule.in(delivery.steps(), delivery.session().startedAt(), delivery.endedAt(), last);
    }

    private static Duration active(SeatActivity seat) {
        return Duration.between(seat.first(), seat.last());
    }

    private Delivery of(SessionFacts session) {
        var known = session.classes().stream()
                .map(c -> schools.classOf(c.classId()))
                .collect(Collectors.toMap(ClassFacts::id, c -> c));
        var classes = session.classes().stream()
                .map(c -> inRoom(c, Objects.requireNonNull(known.get(c.classId())), session.localDate()))
                .toList();
        var sessionClasses = new SessionClasses(classes, once(() -> others(session, known.keySet())));
        return new Delivery(session, curriculum.version(session.moduleVersionId()), sessionClasses, pictures(known));
    }

    /** Fetches on the first call, and returns what that fetched afterwards. */
    private static <T> Supplier<T> once(Supplier<T> fetch) {
        var fetched = new AtomicReference<T>();
        return () -> fetched.updateAndGet(known -> known == null ? fetch.get() : known);
    }

    private List<RegisterClass> others(SessionFacts session, Set<Long> here) {
        return schools.classesOf(session.schoolId(), session.yearKey()).stream()
                .filter(c -> !here.contains(c.id()))
                .map(c -> elsewhere(c, session.localDate()))
                .sorted(Comparator.comparing(RegisterClass::name))
                .toList();
    }

    /** Cards given out later on the same day and cards retired since were both in force on the day. */
    private static RegisterClass inRoom(SessionClass chosen, ClassFacts facts, LocalDate day) {
        var inForce = chosen.inForce().or(facts.inForce(day));
        boolean whole = chosen.cardGroupId() == null;
        return new RegisterClass(
                chosen.classId(),
                chosen.classPublicId(),
                chosen.className(),
                chosen.cardGroupId(),
                inForce,
                whole ? inForce.or(chosen.forCards()) : chosen.forCards());
    }

    private static RegisterClass elsewhere(ClassFacts facts, LocalDate day) {
        var inForce = facts.inForce(day);
        return new RegisterClass(facts.id(), facts.publicId(), facts.name(), null, inForce, inForce);
    }

    private static Map<Long, Map<Integer, CardPicture>> pictures(Map<Long, ClassFacts> known) {
        var pictures = new HashMap<Long, Map<Integer, CardPicture>>();
        known.forEach((id, facts) -> pictures.put(
                id, facts.cards().stream().collect(Collectors.toMap(CardFacts::number, CardFacts::picture))));
        return pictures;
    }
}
