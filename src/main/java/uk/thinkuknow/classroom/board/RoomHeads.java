package uk.thinkuknow.classroom.board;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import uk.thinkuknow.classroom.session.SessionFacts;
import uk.thinkuknow.classroom.session.SessionService;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.identity.staff.StaffMember;

/** Says of a running session what the bar of its live room shows, and which others its teacher runs beside it. */
@Singleton
class RoomHeads {
    private final SessionService sessions;
    private final CurriculumService curriculum;
    private final Clock clock;

    RoomHeads(SessionService sessions, CurriculumService curriculum, Clock clock) {
        this.sessions = sessions;
        this.curriculum = curriculum;
        this.clock = clock;
    }

    RoomHead of(SessionFacts session) {
        var lesson = curriculum.version(session.moduleVersionId()).lesson();
        return new RoomHead(
                session.publicId().value(),
                session.forWhom(),
                lesson.title(),
                lesson.band().replace('-', '–'),
                Duration.between(session.startedAt(), clock.instant()).toMinutes(),
                session.devices());
    }

    /** Rooms with devices that she runs at the same time, as where two bands sit in one room. */
    List<RoomHead> others(StaffMember me, SessionFacts session) {
        return sessions.runningOf(session.schoolId(), me).stream()
                .filter(other -> other.id() != session.id() && other.devices())
                .map(this::of)
                .toList();
    }
}
