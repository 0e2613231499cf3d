package uk.thinkuknow.classroom.session;

import io.quarkus.arc.All;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.identity.staff.HomeContent;
import uk.thinkuknow.identity.staff.HomeNotices;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.school.ClassFacts;
import uk.thinkuknow.schools.school.SchoolService;

/** Builds the home page: for teachers the next session first, for others the figures of their work. */
@Singleton
class TeachersHome {
    private static final int RECENT = 5;
    private static final LocalTime NOON = LocalTime.NOON;
    private static final LocalTime EVENING = LocalTime.of(17, 0);

    private final SessionService sessions;
    private final SchoolService schools;
    private final CurriculumService curriculum;
    private final List<HomeNotices> notices;
    private final List<HomeContent> content;
    private final Clock clock;

    TeachersHome(
            SessionService sessions,
            SchoolService schools,
            CurriculumService curriculum,
            @All List<HomeNotices> notices,
            @All List<HomeContent> content,
            Clock clock) {
        this.sessions = sessions;
        this.schools = schools;
        this.curriculum = curriculum;
        this.notices = notices;
        this.content = content;
        this.clock = clock;
    }

    /**
     * A teacher's home.
     *
     * @param atSchool false for an account that belongs to no school yet
     * @param leads whether they lead safeguarding at their school or are the deputy
     * @param needs number of things under "Needs you"
     */
    @CheckedTemplate(basePath = "classroom/session", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record HomePage(
            String greeting,
            boolean atSchool,
            boolean leads,
            int needs,
            Notices notices,
            Lessons lessons,
            HomeContent.HomeParts parts,
            List<ClassRow> classes)
            implements TemplateInstance {}

    /**
     * The school's sessions that are running, unsigned or recently signed.
     *
     * @param next the teacher's own first session: a running one, otherwise the oldest unsigned one
     * @param own the teacher's own sessions after that
     * @param colleagues the colleagues' running or unsigned sessions
     * @param recent recently signed sessions, also if their return waits for a second person
     */
    record Lessons(@Nullable HomeRow next, List<HomeRow> own, List<HomeRow> colleagues, List<HomeRow> recent) {
        static final Lessons NONE = new Lessons(null, List.of(), List.of(), List.of());
    }

    /**
     * The home of people who do not teach.
     *
     * @param works whether they have a role; without one they find their school first
     */
    @CheckedTemplate(basePath = "classroom/session", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record OtherHomePage(String greeting, String today, boolean works, Notices notices, HomeContent.HomeParts parts)
            implements TemplateInstance {}

    /** Notices of other packages: urgent ones above everything else, and the others. */
    record Notices(List<HomeNotices.HomeNotice> urgent, List<HomeNotices.HomeNotice> others) {
        static Notices of(List<HomeNotices.HomeNotice> all) {
            return new Notices(
                    all.stream().filter(HomeNotices.HomeNotice::isUrgent).toList(),
                    all.stream().filter(notice -> !notice.isUrgent()).toList());
        }
    }

    /** A session on the home page. */
    record HomeRow(SessionFacts session, String lesson, String when) {
        public String path() {
            return "/sessions/" + session.publicId();
        }

        public boolean running() {
            return session.state() == SessionState.RUNNING;
        }

        public int cards() {
            return session.classes().stream()
                    .mapToInt(each -> each.forCards().size())
                    .sum();
        }
    }

    /** A class on the home page. */
    record ClassRow(String id, String name, String ages, int cards) {}

    OtherHomePage ofOthers(StaffMember me) {
        return new OtherHomePage(
                greeting(me), TextFormat.longDay(clock.instant()), !me.roles().isEmpty(), noticesFor(me), partsFor(me));
    }

    private HomeContent.HomeParts partsFor(StaffMember me) {
        var parts = content.stream().map(each -> each.parts(me)).toList();
        return new HomeContent.HomeParts(
                parts.stream().flatMap(each -> each.figures().stream()).toList(),
                parts.stream().flatMap(each -> each.lists().stream()).toList());
    }

    private Notices noticesFor(StaffMember me) {
        return Notices.of(notices.stream().flatMap(each -> each.of(me).stream()).toList());
    }

    HomePage of(StaffMember me) {
        var school = me.schoolId();
        var waiting = noticesFor(me);
        if (school == null) {
            return new HomePage(
                    greeting(me),
                    false,
                    false,
                    waiting.others().size(),
                    waiting,
                    Lessons.NONE,
                    partsFor(me),
                    List.of());
        }
        var open = new ArrayList<SessionFacts>(sessions.running(school));
        sessions.awaiting(school).stream().filter(session -> !session.waits()).forEach(open::add);
        var own = open.stream()
                .filter(session -> isTheirs(session, me))
                .map(this::row)
                .toList();
        var colleagues = open.stream()
                .filter(session -> !isTheirs(session, me))
                .map(this::row)
                .toList();
        var signed = sessions.returnedOf(school);
        var recent = sessions.sessionsOf(school, 0, RECENT).stream()
                .filter(session -> signed.contains(session.id()) || session.waits())
                .map(this::row)
                .toList();
        return new HomePage(
                greeting(me),
                true,
                me.is(Role.DSL),
                waiting.others().size() + Math.max(0, own.size() - 1),
                waiting,
                new Lessons(
                        own.isEmpty() ? null : own.getFirst(),
                        own.stream().skip(1).toList(),
                        colleagues,
                        recent),
                partsFor(me),
                schools.classesNow(school).stream().map(this::row).toList());
    }

    private String greeting(StaffMember me) {
        var now = LocalTime.ofInstant(clock.instant(), London.ZONE);
        var part = now.isBefore(NOON) ? "morning" : now.isBefore(EVENING) ? "afternoon" : "evening";
        var firstName = me.name().split(" ", 2)[0];
        return Words.of("session.greeting", part, TextFormat.capitalised(firstName));
    }

    private HomeRow row(SessionFacts session) {
        return new HomeRow(
                session, curriculum.version(session.moduleVersionId()).lesson().title(), when(session.startedAt()));
    }

    /**
     * Returns whether the session needs this person: they sign its register, or it was a visit, its register is signed
     * by somebody else and its heads are to be confirmed by anyone of the school who was there.
     */
    private static boolean isTheirs(SessionFacts session, StaffMember me) {
        boolean signs = session.signer().staffId() == me.id();
        return session.toConfirm() ? !signs && session.confirmer() != null : signs;
    }

    private String when(Instant at) {
        var local = at.atZone(London.ZONE);
        var today = local.toLocalDate().equals(London.today(clock));
        return today
                ? Words.of("session.todayAt", TextFormat.timeOfDay(at))
                : Words.of("session.dayAt", TextFormat.weekday(at), TextFormat.timeOfDay(at));
    }

    private static String ages(String band) {
        var ends = band.split("-");
        return Words.of("session.bandAges", ends[0], ends[1]);
    }

    private ClassRow row(ClassFacts facts) {
        return new ClassRow(
                facts.publicId().value(),
                facts.name(),
                ages(facts.band()),
                facts.inForce(London.today(clock)).size());
    }
}
