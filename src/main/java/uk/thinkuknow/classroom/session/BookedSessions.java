package uk.thinkuknow.classroom.session;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;

/** Starts the session of a booking, at the booking's school and in the name of the person who delivers it. */
@Singleton
public class BookedSessions {
    private final Sessions sessions;
    private final SessionPreparation lessons;
    private final PeopleService people;
    private final Event<Object> news;
    private final Clock clock;

    BookedSessions(
            Sessions sessions, SessionPreparation lessons, PeopleService people, Event<Object> news, Clock clock) {
        this.sessions = sessions;
        this.lessons = lessons;
        this.people = people;
        this.news = news;
        this.clock = clock;
    }

    /** A class of a booking, whole or one of its groups. */
    public record BookedPart(long classId, @Nullable Long cardGroupId) {}

    /**
     * A booking, as far as its session needs it.
     *
     * @param key of the booking, so that starting it twice starts one session
     * @param confirmer account of the school's person who confirms the heads of a visit; null if nobody has to
     */
    public record Booked(
            String key,
            long schoolId,
            String moduleKey,
            Audience audience,
            boolean devices,
            List<BookedPart> parts,
            @Nullable Long confirmer) {}

    /**
     * Starts the session of a booking; idempotent by the booking's key.
     *
     * @throws StartRefused if the safeguards are not on record, the school has no safeguarding lead, a class is in a
     *     running session, or it is of another school year than today
     * @throws uk.thinkuknow.curriculum.lesson.LessonWithdrawn if the module is withdrawn
     */
    @Transactional
    public SessionFacts start(StaffMember by, Booked booked) {
        var again = sessions.startedWith(booked.schoolId(), booked.key());
        if (again.isPresent()) {
            return sessions.facts(again.get());
        }
        lessons.requireOpen(booked.schoolId(), London.today(clock));
        var module = lessons.module(booked.moduleKey(), booked.schoolId());
        lessons.holdNow(
                booked.schoolId(),
                booked.parts().stream().map(BookedPart::classId).toList());
        var at = clock.instant();
        var term = lessons.termOn(booked.schoolId(), at);
        var classes = booked.parts().stream()
                .map(part -> lessons.inSession(part.classId(), part.cardGroupId(), at))
                .toList();
        lessons.requireYear(classes, term);
        var session = Session.startLesson(
                PublicId.draw(),
                booked.key(),
                new Session.Delivery(
                        booked.schoolId(),
                        module.versionId(),
                        booked.audience(),
                        booked.devices() && booked.audience().hasClasses(),
                        classes,
                        booked.confirmer()),
                new Session.Starting(by.id(), at, term));
        sessions.persistAndFlush(session);
        news.fire(new SessionStarted(session.id(), session.publicId(), booked.devices(), false, at));
        people.note(
                by.name(),
                Words.of("session.actStarted"),
                "session " + session.publicId(),
                module.lesson().title());
        return sessions.facts(session);
    }

    /**
     * The public id of a session.
     *
     * @throws NotFound if there is no such session
     */
    @Transactional
    public PublicId publicIdOf(long sessionId) {
        return sessions.findByIdOptional(sessionId).orElseThrow(NotFound::new).publicId();
    }
}
