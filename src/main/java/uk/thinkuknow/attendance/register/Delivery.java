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
 * A session with all that its register needs: the lesson, the classes, and the cards that can have attended.
 *
 * @param pictures the picture of each card of the session's classes, by class id and card number
 */
public record Delivery(
        SessionFacts session,
        PublishedModule module,
        SessionClasses sessionClasses,
        Map<Long, Map<Integer, CardPicture>> pictures) {

    public String title() {
        return module.lesson().title();
    }

    public int steps() {
        return module.lesson().steps().size();
    }

    /**
     * Returns when the session ended.
     *
     * @throws SessionNotEnded if it has not ended
     * @throws SessionIsCancelled if it was started by mistake
     */
    public Instant endedAt() {
        if (session.state() == SessionState.CANCELLED) {
            throw new SessionIsCancelled();
        }
        var endedAt = session.endedAt();
        if (endedAt == null) {
            throw new SessionNotEnded();
        }
        return endedAt;
    }

    /**
     * Returns whether this person signs the register: the person who delivered the session, or the colleague to whom it
     * was handed. Nobody else fills it in.
     */
    public boolean isSignedBy(StaffMember by) {
        return session.signer().staffId() == by.id();
    }

    /**
     * Returns whether somebody else of the school must confirm the heads after this signer, as for a visit (counting
     * rule 5): also after the person who was to confirm them, if the register was handed to them.
     */
    public boolean mustBeConfirmedAfter(StaffMember signer) {
        var confirmer = session.confirmer();
        return confirmer != null && (confirmer != signer.id() || session.startedById() != signer.id());
    }

    /**
     * Returns whether this person may confirm the heads: any member of the school's staff who neither delivered the session
     * nor signs its register. They say themselves whether they were in the classroom.
     */
    public boolean mayBeConfirmedBy(StaffMember by) {
        return Objects.equals(by.schoolId(), session.schoolId())
                && by.id() != session.startedById()
                && by.id() != session.signer().staffId();
    }

    /** Returns the subject of audit entries about this session. */
    public String subject() {
        return "session " + session.publicId();
    }
}
