package uk.thinkuknow.attendance;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import uk.thinkuknow.curriculum.PublishedModule;
import uk.thinkuknow.people.StaffMember;
import uk.thinkuknow.school.CardPicture;
import uk.thinkuknow.session.SessionFacts;
import uk.thinkuknow.session.SessionIsCancelled;
import uk.thinkuknow.session.SessionState;

/**
 * A session as its register sees it: what was taught, to whom, and which cards could be there.
 *
 * @param pictures the picture of each card of the session's classes, by class and number
 */
record Delivery(
        SessionFacts session, PublishedModule module, Room room, Map<Long, Map<Integer, CardPicture>> pictures) {

    String title() {
        return module.lesson().title();
    }

    int steps() {
        return module.lesson().steps().size();
    }

    /**
     * @throws SessionStillRunning if it has not ended
     * @throws SessionIsCancelled if it was started by mistake
     */
    Instant endedAt() {
        if (session.state() == SessionState.CANCELLED) {
            throw new SessionIsCancelled();
        }
        var endedAt = session.endedAt();
        if (endedAt == null) {
            throw new SessionStillRunning();
        }
        return endedAt;
    }

    /** A visit counts when a member of the school's staff has confirmed the heads beside whoever delivered it. */
    boolean mustBeConfirmedAfter(StaffMember signer) {
        var confirmer = session.confirmer();
        return confirmer != null && confirmer != signer.id();
    }

    /** Anyone of the school's staff who did not deliver it; whether she was in the room, she says herself. */
    boolean mayBeConfirmedBy(StaffMember by) {
        return Objects.equals(by.schoolId(), session.schoolId())
                && by.id() != session.signer().staffId();
    }

    /** How the audit calls it. */
    String subject() {
        return "session " + session.publicId();
    }

    ReturnLine.Delivered delivered() {
        return new ReturnLine.Delivered(
                session.id(),
                session.schoolId(),
                session.localDate(),
                session.yearKey(),
                session.termKey(),
                session.audience(),
                module.lesson().band(),
                session.moduleVersionId());
    }
}
