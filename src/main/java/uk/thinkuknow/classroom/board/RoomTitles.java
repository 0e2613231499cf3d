package uk.thinkuknow.classroom.board;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import uk.thinkuknow.classroom.session.SessionFacts;
import uk.thinkuknow.classroom.session.SessionService;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.identity.staff.StaffMember;

/** Builds the title bar of a running session's room, and of the other rooms that its teacher runs at the same time. */
@Singleton
class RoomTitles {
    private final SessionService sessions;
    private final CurriculumService curriculum;
    private final Clock clock;

    RoomTitles(SessionService sessions, CurriculumService curriculum, Clock clock) {
        this.sessions = sessions;
        this.curriculum = curriculum;
        this.clock = clock;
    }

    RoomTitle of(SessionFacts session) {
        var lesson = curriculum.version(session.moduleVersionId()).lesson();
        return new RoomTitle(
                session.publicId().value(),
                session.forWhom(),
                lesson.title(),
                lesson.band().replace('-', '–'),
                Duration.between(session.startedAt(), clock.instant()).toMinutes(),
                session.devices());
    }

    /** The other rooms with devices that this teacher runs now, for example two bands in one room. */
    List<RoomTitle> others(StaffMember me, SessionFacts session) {
        return sessions.runningOf(session.schoolId(), me).stream()
                .filter(other -> other.id() != session.id() && other.devices())
                .map(this::of)
                .toList();
    }
}
