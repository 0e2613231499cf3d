package uk.thinkuknow.classroom.board;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import uk.thinkuknow.classroom.session.SessionFacts;
import uk.thinkuknow.classroom.session.SessionService;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.identity.staff.StaffMember;

/**
 * Builds the title bar of a session's live room, and those of the other live rooms that its teacher runs at the school
 * now.
 */
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

    /**
     * The title bars of the other sessions with devices that this person runs at the school now, for example if two
     * bands are taught in one classroom.
     */
    List<RoomTitle> others(StaffMember me, SessionFacts session) {
        return sessions.runningOf(session.schoolId(), me).stream()
                .filter(other -> other.id() != session.id() && other.devices())
                .map(this::of)
                .toList();
    }
}
