package uk.thinkuknow.classroom.session;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NoSuchTime;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.lesson.PublishedModule;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.curriculum.library.TranslationService;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.school.ClassFacts;
import uk.thinkuknow.schools.school.SchoolService;
import uk.thinkuknow.web.FormError;
import uk.thinkuknow.web.FormOption;
import uk.thinkuknow.web.PageLinks;

/** Builds the list of sessions and the pages on which a session is started or an earlier lesson entered. */
@Singleton
class SessionPages {
    private static final int ON_A_PAGE = 20;
    private static final int RECENT = 40;

    private final SessionService sessions;
    private final SchoolService schools;
    private final CurriculumService curriculum;
    private final TranslationService translations;
    private final Clock clock;

    SessionPages(
            SessionService sessions,
            SchoolService schools,
            CurriculumService curriculum,
            TranslationService translations,
            Clock clock) {
        this.sessions = sessions;
        this.schools = schools;
        this.curriculum = curriculum;
        this.translations = translations;
        this.clock = clock;
    }

    /** The list of a school's sessions. */
    @CheckedTemplate(basePath = "classroom/session", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SessionsPage(List<SessionRow> rows, PageLinks pages, boolean entersPaper) implements TemplateInstance {}

    /** A session in the list; {@code standing} is running, cancelled, withdrawn, waits, confirm, signed, back or awaiting. */
    record SessionRow(String href, String classes, String lesson, String when, String by, String standing) {}

    /** The page on which a session is started, or with {@code earlier} an earlier lesson entered. */
    @CheckedTemplate(basePath = "classroom/session", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record StartPage(
            String heading,
            String key,
            Choices choices,
            StartForm.StartOptions wishes,
            Problems problems,
            @Nullable EarlierLessonForm earlier)
            implements TemplateInstance {}

    /** Why the form was refused. */
    record Problems(List<FormError> errors) {
        public @Nullable String of(String field) {
            return FormError.of(errors, field);
        }
    }

    /** The lessons by band and the classes to choose from. */
    record Choices(List<BandChoice> bands, List<ClassChoice> classes) {
        /** Returns whether there is anything to start. */
        public boolean any() {
            return !classes.isEmpty() && !bands.isEmpty();
        }

        /** Returns whether any of the lessons is offered in Welsh. */
        public boolean welsh() {
            return bands.stream().flatMap(band -> band.modules().stream()).anyMatch(ModuleChoice::welsh);
        }
    }

    /**
     * The lessons of a band.
     *
     * @param open whether the list is unfolded: the band fits the classes or has the chosen lesson
     */
    record BandChoice(String ages, boolean open, List<ModuleChoice> modules) {}

    /**
     * A lesson to choose.
     *
     * @param taught which class had it last and when; "" if not recently
     */
    record ModuleChoice(PublishedModule module, boolean chosen, boolean welsh, String taught) {
        public Lesson lesson() {
            return module.lesson();
        }

        public String hint() {
            var guidance = lesson().contentGuidance();
            return guidance == null || guidance.isEmpty() ? lesson().summary() : lesson().summary() + " " + guidance;
        }
    }

    /** A class to choose, with its groups. */
    record ClassChoice(String id, String name, String band, int cards, boolean chosen, List<FormOption> groups) {
        public String ages() {
            return band.replace('-', '–');
        }
    }

    SessionsPage list(long schoolId, int page, SentBack sentBack, boolean entersPaper) {
        var shown = sessions.sessionsOf(schoolId, page - 1, ON_A_PAGE);
        var signed = sessions.returnedOf(schoolId);
        var back = sentBack.among(shown);
        var rows = shown.stream().map(session -> row(session, signed, back)).toList();
        int pages = (int) Math.max(1, (sessions.count(schoolId) + ON_A_PAGE - 1) / ON_A_PAGE);
        return new SessionsPage(rows, PageLinks.of("/sessions?", page, pages), entersPaper);
    }

    /** The page of Start before it is sent. */
    StartPage choose(StaffMember me, StartForm form) {
        return choose(me, form, List.of(), null);
    }

    /** The page of Start as filled in, with the reason for the refusal. */
    StartPage again(StaffMember me, StartForm form, Refused problem) {
        return choose(me, form, errors(problem), null);
    }

    /** The page for entering an earlier lesson. */
    StartPage choosePast(StaffMember me) {
        var form = EarlierLessonForm.on(London.today(clock));
        return choose(me, form.start(), List.of(), form);
    }

    /** The page for entering an earlier lesson as filled in, with the reason for the refusal. */
    StartPage pastAgain(StaffMember me, EarlierLessonForm form, Refused problem) {
        return choose(me, form.start(), errors(problem), form);
    }

    /** Why the form was refused, with the field to correct. */
    private static List<FormError> errors(Refused problem) {
        var field = switch (problem) {
            case AnotherBand _ -> "other-band";
            case EarlierLessonRefused _, NoSuchTime _ -> "day";
            case StartRefused refused -> refused.field();
            default -> "lesson";
        };
        return List.of(new FormError(field, problem.why()));
    }

    private StartPage choose(
            StaffMember me, StartForm form, List<FormError> errors, @Nullable EarlierLessonForm earlier) {
        var classes = classesOf(me.school()).stream()
                .map(group -> choice(group, form))
                .toList();
        var chosen = form.module().isBlank() ? lessonFor(me.school(), classes) : form.module();
        var key = form.hasKey() ? form.key() : PublicId.draw().value() + PublicId.draw();
        return new StartPage(
                Words.of(earlier == null ? "session.start" : "session.enterTitle"),
                key,
                new Choices(bands(me.school(), classes, chosen), classes),
                form.wishes(),
                new Problems(errors),
                earlier);
    }

    /** The lessons by band: first those for the chosen classes, or for all the school's classes if none is chosen. */
    private List<BandChoice> bands(long schoolId, List<ClassChoice> classes, String chosen) {
        var anyChosen = classes.stream().anyMatch(ClassChoice::chosen);
        var fitting =
                classes.stream().filter(group -> group.chosen() || !anyChosen).toList();
        var taught =
                lastTaught(schoolId, fitting.stream().map(ClassChoice::name).collect(Collectors.toSet()));
        return curriculum
                .byBand(fitting.stream().map(ClassChoice::band).toList(), schools.school(schoolId)::isIn)
                .stream()
                .map(band -> new BandChoice(
                        band.ages(),
                        band.fits()
                                || band.lessons().stream()
                                        .anyMatch(module -> module.key().equals(chosen)),
                        band.lessons().stream()
                                .map(module -> choice(module, chosen, taught))
                                .toList()))
                .toList();
    }

    private ModuleChoice choice(PublishedModule module, String chosen, Map<String, String> taught) {
        return new ModuleChoice(
                module,
                module.key().equals(chosen),
                translations.offered(module.versionId()),
                taught.getOrDefault(module.key(), ""));
    }

    /** For each module, which of these classes had it last and when, from the school's latest 40 sessions. */
    private Map<String, String> lastTaught(long schoolId, Set<String> classes) {
        var found = new HashMap<String, String>();
        for (var session : sessions.sessionsOf(schoolId, 0, RECENT)) {
            var with = session.classes().stream()
                    .map(SessionClass::className)
                    .filter(classes::contains)
                    .reduce((one, other) -> Words.of("session.and", one, other));
            if (session.state() == SessionState.ENDED && with.isPresent()) {
                found.putIfAbsent(
                        curriculum.version(session.moduleVersionId()).key(),
                        Words.of("session.hadItOn", with.get(), TextFormat.dayAndMonth(session.startedAt())));
            }
        }
        return found;
    }

    /**
     * The first lesson for the band of the chosen class, so that starting it takes one press; "" if no class is chosen.
     */
    private String lessonFor(long schoolId, List<ClassChoice> classes) {
        return classes.stream()
                .filter(ClassChoice::chosen)
                .findFirst()
                .flatMap(group -> curriculum.currentIn(schools.school(schoolId)::isIn).stream()
                        .filter(module -> module.lesson().band().equals(group.band()))
                        .findFirst())
                .map(PublishedModule::key)
                .orElse("");
    }

    private List<ClassFacts> classesOf(long schoolId) {
        return schools.classesNow(schoolId);
    }

    private ClassChoice choice(ClassFacts group, StartForm form) {
        var id = group.publicId().value();
        var inForce = group.inForce(London.today(clock));
        var groups = group.groupsOn(London.today(clock)).stream()
                .map(each -> new FormOption(
                        each.publicId().value(),
                        Words.of(
                                "session.groupChoice",
                                each.name(),
                                each.cards().and(inForce).size()),
                        form.groupOf(id).equals(each.publicId().value())))
                .toList();
        return new ClassChoice(id, group.name(), group.band(), inForce.size(), form.has(id), groups);
    }

    private SessionRow row(SessionFacts session, Set<Long> signed, Set<Long> back) {
        var href = "/sessions/" + session.publicId();
        var standing = "running";
        if (session.state() == SessionState.CANCELLED) {
            standing = "cancelled";
            href += "/mistake";
        } else if (session.state() == SessionState.WITHDRAWN) {
            standing = "withdrawn";
            href += "/return";
        } else if (session.toConfirm()) {
            standing = session.waits() ? "waits" : "confirm";
            href += "/return";
        } else if (session.state() == SessionState.ENDED) {
            var isSigned = signed.contains(session.id());
            standing = isSigned ? "signed" : back.contains(session.id()) ? "back" : "awaiting";
            href += isSigned ? "/return" : "/register";
        }
        return new SessionRow(
                href,
                session.forWhom(),
                curriculum.version(session.moduleVersionId()).lesson().title(),
                TextFormat.shortWeekdayAndTime(session.startedAt()),
                session.startedBy(),
                standing);
    }
}
