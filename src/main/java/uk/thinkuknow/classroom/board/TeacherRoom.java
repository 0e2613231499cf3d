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

/**
 * Does what all acts of a teacher on a room share: finds the session, writes the act into the audit, updates the
 * teacher's screens, and redirects to the page that the act came from.
 */
@Singleton
class TeacherRoom {
    private final SessionService sessions;
    private final PeopleService people;
    private final RoomProgressCache reports;
    private final LiveFeed feed;

    TeacherRoom(SessionService sessions, PeopleService people, RoomProgressCache reports, LiveFeed feed) {
        this.sessions = sessions;
        this.people = people;
        this.reports = reports;
        this.feed = feed;
    }

    /**
     * The session with this public id, for the signed-in person.
     *
     * @throws NotFound if it is neither of their school nor one that they deliver
     */
    SessionFacts of(String id) {
        return sessions.session(people.me(), new PublicId(id));
    }

    /**
     * The running session with this public id.
     *
     * @throws NotFound if it is not running, or neither of the signed-in person's school nor one that they deliver
     */
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
     * Updates the screens that show the room and builds the response to an act: 204 for a script, otherwise a redirect
     * to the page that the act came from.
     *
     * @param back the id of the other session on a two-room page, or "wall-" and a step number; null or anything else
     *     means the live room
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
