package uk.thinkuknow.attendance.register;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import uk.thinkuknow.classroom.session.SessionFacts;
import uk.thinkuknow.classroom.session.SessionIsCancelled;
import uk.thinkuknow.classroom.session.SessionState;
import uk.thinkuknow.curriculum.lesson.PublishedModule;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.school.CardPicture;

/**
 * A session as its register sees it: what was taught, to whom, and which cards could be there.
 *
 * @param pictures the picture of each card of the session's classes, by class and number
 */
public record Delivery(
        SessionFacts session, PublishedModule module, Room room, Map<Long, Map<Integer, CardPicture>> pictures) {

    public String title() {
        return module.lesson().title();
    }

    int steps() {
        return module.lesson().steps().size();
    }

    /**
     * @throws SessionStillRunning if it has not ended
     * @throws SessionIsCancelled if it was started by mistake
     */
    public Instant endedAt() {
        if (session.state() == SessionState.CANCELLED) {
            throw new SessionIsCancelled();
        }
        var endedAt = session.endedAt();
        if (endedAt == null) {
            throw new SessionStillRunning();
        }
        return endedAt;
    }

    /** Did she deliver it, or was its register handed to her? Only then may she fill it in and sign it. */
    public boolean isSignedBy(StaffMember by) {
        return session.signer().staffId() == by.id();
    }

    /** A visit counts when a member of the school's staff has confirmed the heads beside whoever delivered it. */
    public boolean mustBeConfirmedAfter(StaffMember signer) {
        var confirmer = session.confirmer();
        return confirmer != null && confirmer != signer.id();
    }

    /** Anyone of the school's staff who did not deliver it; whether she was in the room, she says herself. */
    public boolean mayBeConfirmedBy(StaffMember by) {
        return Objects.equals(by.schoolId(), session.schoolId())
                && by.id() != session.signer().staffId();
    }

    /** How the audit calls it. */
    public String subject() {
        return "session " + session.publicId();
    }
}
