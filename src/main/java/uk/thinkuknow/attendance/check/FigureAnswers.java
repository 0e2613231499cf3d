package uk.thinkuknow.attendance.check;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import uk.thinkuknow.attendance.check.FigureCheckPages.AskPage;
import uk.thinkuknow.classroom.session.SessionService;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.HomeNotices;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;

/** Shows school staff the open questions of the figure checks, and stores their answers. */
@Singleton
@Priority(600)
class FigureAnswers implements HomeNotices {
    private final FigureQuestions questions;
    private final SessionService sessions;
    private final CheckAnswerers answerers;
    private final PeopleService people;
    private final Clock clock;

    FigureAnswers(
            FigureQuestions questions,
            SessionService sessions,
            CheckAnswerers answerers,
            PeopleService people,
            Clock clock) {
        this.questions = questions;
        this.sessions = sessions;
        this.answerers = answerers;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Returns the page that asks for the heads: it names the lesson and the classes, never the signed heads.
     *
     * @param typed the numbers typed so far, class by class
     * @throws NotFound if there is no such question, or its session belongs to another school
     * @throws Refused if the user is none of its {@link CheckAnswerers}, or if the question is answered or over
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
            if (answerers.may(me, session) && !clock.instant().isAfter(question.dueAt())) {
                notices.add(FigureCheckPages.notice(question, session));
            }
        }
        return notices;
    }

    private FigureQuestion mine(StaffMember me, FigureQuestion question) {
        var session = sessions.session(question.sessionId());
        if (!Objects.equals(me.schoolId(), session.schoolId())) {
            throw new NotFound();
        }
        if (!answerers.may(me, session)) {
            throw new Refused("check.notYou");
        }
        return question;
    }
}
