package uk.thinkuknow.attendance;

import java.time.Instant;
import java.util.Map;
import uk.thinkuknow.curriculum.PublishedModule;
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
