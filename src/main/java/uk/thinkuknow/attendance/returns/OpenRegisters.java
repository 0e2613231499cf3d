package uk.thinkuknow.attendance.returns;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import uk.thinkuknow.classroom.session.SessionFacts;
import uk.thinkuknow.classroom.session.SessionService;
import uk.thinkuknow.classroom.session.SessionState;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.schools.members.OpenWork;

/**
 * Lists the registers that a leaving member of staff must still sign: of running sessions, of sessions that await their
 * return, and of their visits. Each has a link to the page where it is handed to a colleague.
 */
@Singleton
@Priority(200)
class OpenRegisters implements OpenWork {
    private final SessionService sessions;

    OpenRegisters(SessionService sessions) {
        this.sessions = sessions;
    }

    @Override
    public List<OpenItem> openOf(long staffId, long schoolId) {
        return Stream.concat(sessions.awaiting(schoolId).stream(), sessions.running(schoolId).stream())
                .filter(each -> each.signer().staffId() == staffId)
                .map(OpenRegisters::item)
                .toList();
    }

    @Override
    public List<OpenItem> openOnVisits(long staffId) {
        return sessions.visitsOf(staffId).stream().map(OpenRegisters::item).toList();
    }

    private static OpenItem item(SessionFacts session) {
        boolean running = session.state() == SessionState.RUNNING;
        return new OpenItem(
                Words.of(
                        running ? "returns.openLesson" : "returns.openRegisterOf",
                        session.forWhom(),
                        TextFormat.dayAndMonth(session.localDate())),
                "/sessions/" + session.publicId() + "/signer");
    }
}
