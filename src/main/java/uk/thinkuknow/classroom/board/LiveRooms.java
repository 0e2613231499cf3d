package uk.thinkuknow.classroom.board;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.answers.StepViewers;
import uk.thinkuknow.classroom.session.SessionFacts;
import uk.thinkuknow.classroom.session.SessionService;
import uk.thinkuknow.classroom.session.SessionState;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.identity.staff.PeopleService;

/** Reads all that a live room's page shows in one transaction, so that each class and its cards are read once. */
@Singleton
class LiveRooms {
    private final SessionService sessions;
    private final PeopleService people;
    private final LiveTiles tiles;
    private final RoomTitles heads;
    private final StepViewers saw;

    LiveRooms(SessionService sessions, PeopleService people, LiveTiles tiles, RoomTitles heads, StepViewers saw) {
        this.sessions = sessions;
        this.people = people;
        this.tiles = tiles;
        this.heads = heads;
        this.saw = saw;
    }

    /**
     * A session and what its live room shows; {@code devices} is null if the session is not running or has no devices.
     */
    record LoadedRoom(
            SessionFacts session, RoomTitle head, @Nullable Devices devices) {}

    /**
     * What the live room of a session with devices shows.
     *
     * @param others the title bars of the other live rooms that the teacher runs now
     * @param saw the cards that saw a step withdrawn since, by step title
     * @param more the classes that could join the session; null unless asked for
     */
    record Devices(
            String code,
            LiveRoom room,
            List<RoomTitle> others,
            Map<String, String> saw,
            @Nullable List<LiveTiles.ClassToAdd> more) {
        public boolean isAdding() {
            return more != null;
        }
    }

    /**
     * Reads a session and what its live room shows.
     *
     * @param hidden whether to hide right and wrong, because the page may be on the wall
     * @param adding whether to read the classes that could join
     * @throws NotFound if the session is neither of their school nor one that they deliver
     */
    @Transactional
    LoadedRoom of(PublicId id, boolean hidden, boolean adding) {
        var me = people.me();
        var session = sessions.session(me, id);
        var devices = session.state() == SessionState.RUNNING && session.devices()
                ? new Devices(
                        tiles.code(session),
                        tiles.of(session, hidden),
                        heads.others(me, session),
                        saw.cards(session.id()),
                        adding ? tiles.toAdd(session, sessions.running(session.schoolId())) : null)
                : null;
        return new LoadedRoom(session, heads.of(session), devices);
    }
}
