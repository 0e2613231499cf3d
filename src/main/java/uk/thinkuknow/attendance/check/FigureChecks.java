package uk.thinkuknow.attendance.check;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.attendance.check.FigureCheckPages.AskPage;
import uk.thinkuknow.attendance.check.FigureCheckPages.CheckPage;
import uk.thinkuknow.classroom.session.SessionFacts;
import uk.thinkuknow.classroom.session.SessionService;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.HomeNotices;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.identity.staff.StaffMember;

/** Returns the results of the figure checks, and shows their open questions to school staff, who answer them. */
@Singleton
@Priority(600)
public class FigureChecks implements HomeNotices {
    private final FigureQuestions questions;
    private final FigureDraws draws;
    private final SessionService sessions;
    private final PeopleService people;
    private final Clock clock;

    FigureChecks(
            FigureQuestions questions, FigureDraws draws, SessionService sessions, PeopleService people, Clock clock) {
        this.questions = questions;
        this.draws = draws;
        this.sessions = sessions;
        this.people = people;
        this.clock = clock;
    }

    /** Returns the signs of risk for which a return may be checked, in words. */
    public static List<String> signsOfRisk() {
        return Arrays.stream(RiskReason.values()).map(Words::of).toList();
    }

    /**
     * Returns the result now for the lessons of a year, or of one of its terms.
     *
     * @param term null for the whole year
     * @param scope the area to report on
     */
    @Transactional
    public FigureCheck of(String year, @Nullable String term, Scope scope) {
        return standing(FigureQuestions.QuestionFilter.period(year, term, scope), clock.instant());
    }

    /** Returns the result for the whole programme as at a moment; it does not change when counted later. */
    @Transactional
    public FigureCheck asAt(String year, @Nullable String term, Instant asAt) {
        return standing(FigureQuestions.QuestionFilter.period(year, term, Scope.PROGRAMME), asAt);
    }

    /**
     * Returns the result for the whole programme as at a moment, for lessons from {@code first} to {@code last}, both
     * included.
     */
    @Transactional
    public FigureCheck asAt(LocalDate first, LocalDate last, Instant asAt) {
        return standing(FigureQuestions.QuestionFilter.days(first, last), asAt);
    }

    /** Returns the heads of each school in the results of {@link #asAt(String, String, Instant)}. */
    @Transactional
    public List<SchoolCheck> bySchool(String year, @Nullable String term, Instant asAt) {
        return bySchool(FigureQuestions.QuestionFilter.period(year, term, Scope.PROGRAMME), asAt);
    }

    /** Returns the heads of each school in the results of {@link #asAt(LocalDate, LocalDate, Instant)}. */
    @Transactional
    public List<SchoolCheck> bySchool(LocalDate first, LocalDate last, Instant asAt) {
        return bySchool(FigureQuestions.QuestionFilter.days(first, last), asAt);
    }

    private List<SchoolCheck> bySchool(FigureQuestions.QuestionFilter of, Instant asAt) {
        var schools = new TreeMap<Long, SchoolCheck>();
        questions
                .statuses(of, asAt)
                .forEach(each -> schools.merge(each.schoolId(), SchoolCheck.of(each), SchoolCheck::plus));
        return List.copyOf(schools.values());
    }

    /** Returns the page of all drawn returns in an area, the latest first. */
    @Transactional
    CheckPage page(Scope scope) {
        var all = FigureQuestions.QuestionFilter.period(null, null, scope);
        return FigureCheckPages.check(
                standing(all, clock.instant()),
                questions.drawnReturns(all),
                scope.isProgramme() ? draws.latest() : List.of());
    }

    private FigureCheck standing(FigureQuestions.QuestionFilter of, Instant asAt) {
        var standing = questions.statuses(of, asAt).stream()
                .collect(Collectors.groupingBy(FigureQuestions.QuestionStatus::kind));
        var chance = standing.getOrDefault(DrawKind.CHANCE, List.of());
        var risk = standing.getOrDefault(DrawKind.RISK, List.of());
        return FigureCheck.of(
                chance.size(),
                waiting(chance),
                answers(chance),
                RiskCheck.of(risk.size(), waiting(risk), answers(risk)));
    }

    private static int waiting(List<FigureQuestions.QuestionStatus> standing) {
        return (int) standing.stream()
                .filter(FigureQuestions.QuestionStatus::waiting)
                .count();
    }

    private static List<FigureCheck.Answer> answers(List<FigureQuestions.QuestionStatus> standing) {
        var answers = new ArrayList<FigureCheck.Answer>();
        for (var each : standing) {
            var said = each.said();
            if (said != null) {
                answers.add(new FigureCheck.Answer(each.signed(), said));
            }
        }
        return answers;
    }

    /**
     * Returns the page that asks for the heads: it names the lesson and the classes, never the signed heads.
     *
     * @param typed the numbers typed so far, class by class
     * @throws NotFound if there is no such question, or its session belongs to another school
     * @throws Refused if the user delivered the session, signed its return or confirmed its heads, or if the question
     *     is answered or over
     */
    @Transactional
    AskPage question(StaffMember me, PublicId id, TypedHeads typed) {
        var question = mine(me, questions.byPublicId(id).orElseThrow(NotFound::new));
        question.requireOpen(clock.instant());
        return FigureCheckPages.ask(question, sessions.session(question.sessionId()), typed);
    }

    /**
     * Stores the answer.
     *
     * @throws NotFound as {@link #question}
     * @throws Refused as {@link #question}
     */
    @Transactional
    void answer(StaffMember me, PublicId id, TypedHeads typed) {
        var question = mine(me, questions.locked(id).orElseThrow(NotFound::new));
        question.answer(typed.heads(question.heads().size()), me.name(), clock.instant());
        people.note(
                me.name(),
                Words.of("check.actSaid"),
                "session " + sessions.session(question.sessionId()).publicId(),
                FigureCheckPages.inWords(question.heads()));
    }

    @Override
    @Transactional
    public List<HomeNotice> of(StaffMember me) {
        var school = me.schoolId();
        if (school == null || !me.is(Role.TEACHER) && !me.is(Role.DSL)) {
            return List.of();
        }
        var notices = new ArrayList<HomeNotice>();
        for (var question : questions.waitingAt(school)) {
            var session = sessions.session(question.sessionId());
            if (mayAnswer(me, session) && !clock.instant().isAfter(question.dueAt())) {
                notices.add(FigureCheckPages.notice(question, session));
            }
        }
        return notices;
    }

    /**
     * Returns whether this person may give the heads again: they neither delivered the session, nor signed its
     * register, nor confirmed its return or are to confirm its heads.
     *
     * @param confirmer the name of the person who confirmed the return
     */
    static boolean mayAnswer(long staffId, String name, SessionFacts session, Optional<String> confirmer) {
        return session.signer().staffId() != staffId
                && session.startedById() != staffId
                && !Objects.equals(session.confirmer(), staffId)
                && !confirmer.filter(name::equals).isPresent();
    }

    private boolean mayAnswer(StaffMember me, SessionFacts session) {
        return mayAnswer(me.id(), me.name(), session, questions.confirmer(session.id()));
    }

    private FigureQuestion mine(StaffMember me, FigureQuestion question) {
        var session = sessions.session(question.sessionId());
        if (!Objects.equals(me.schoolId(), session.schoolId())) {
            throw new NotFound();
        }
        if (!mayAnswer(me, session)) {
            throw new Refused("check.notYou");
        }
        return question;
    }
}
