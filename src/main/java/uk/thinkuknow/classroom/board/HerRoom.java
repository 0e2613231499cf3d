package uk.thinkuknow.classroom.board;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.session.SessionFacts;
import uk.thinkuknow.classroom.session.SessionService;
import uk.thinkuknow.classroom.session.SessionState;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.identity.staff.PeopleService;

/** The running session that a member of staff acts on, and where she finds herself after the act. */
@Singleton
class HerRoom {
    private final SessionService sessions;
    private final PeopleService people;
    private final RoomReports reports;
    private final LiveFeed feed;

    HerRoom(SessionService sessions, PeopleService people, RoomReports reports, LiveFeed feed) {
        this.sessions = sessions;
        this.people = people;
        this.reports = reports;
        this.feed = feed;
    }

    /** @throws NotFound if it is neither theirs nor their school's */
    SessionFacts of(String id) {
        return sessions.session(people.me(), new PublicId(id));
    }

    /** @throws NotFound if it is neither theirs nor their school's, or does not run any more */
    SessionFacts running(String id) {
        var session = of(id);
        if (session.state() != SessionState.RUNNING) {
            throw new NotFound();
        }
        return session;
    }

    /** Writes an act into the audit. */
    void note(SessionFacts session, String act, String more) {
        people.note(people.me().name(), act, "session " + session.publicId(), more);
    }

    /**
     * After an act: nothing where a script has asked for it, else the page it was done on.
     *
     * @param back the other of two rooms on one screen, or "wall-" and a step of the projector; otherwise the live room
     */
    Response done(SessionFacts session, @Nullable String back, @Nullable String script) {
        reports.forget(session.id());
        feed.look(session.id());
        return script != null
                ? Response.noContent().build()
                : Response.seeOther(URI.create(page(session, back))).build();
    }

    private static String page(SessionFacts session, @Nullable String back) {
        var room = "/sessions/" + session.publicId();
        if (back == null || back.isEmpty()) {
            return room;
        }
        if (back.matches("wall-[0-9]{1,2}")) {
            return room + "/projector?step=" + back.substring(5) + "&answer=shown";
        }
        return back.matches("[a-z0-9]{10}") ? room + "/with/" + back : room;
    }
}
