package uk.thinkuknow.classroom.board;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.List;
import uk.thinkuknow.classroom.answers.SeatActivity;
import uk.thinkuknow.classroom.player.RoomProgress;
import uk.thinkuknow.classroom.room.JoinCodes;
import uk.thinkuknow.classroom.room.RoomRows;
import uk.thinkuknow.classroom.room.Rooms;
import uk.thinkuknow.classroom.room.SeatRequests;
import uk.thinkuknow.common.NotFound;

/** The door to classrooms: their join codes, how far each card has come, and what every seat did. */
@Singleton
@Startup
public class ClassroomService {
    private final JoinCodes codes;
    private final RoomRows rows;
    private final Rooms rooms;
    private final RoomReports reports;
    private final SeatRequests requests;

    ClassroomService(JoinCodes codes, RoomRows rows, Rooms rooms, RoomReports reports, SeatRequests requests) {
        this.codes = codes;
        this.rows = rows;
        this.rooms = rooms;
        this.reports = reports;
        this.requests = requests;
    }

    /**
     * The join code of a session, for the projector: derived, never stored.
     *
     * @throws NotFound if the session has no classroom
     */
    public String code(long sessionId) {
        return rows.codeOf(sessionId)
                .map(room -> codes.symbolsOf(room.getKey(), room.getValue()))
                .orElseThrow(NotFound::new);
    }

    /** How far each card has come: at most a second old. */
    public RoomProgress progress(long sessionId) {
        return reports.progress(sessionId);
    }

    /** Hands a card over to the device that has asked for it for the longest. */
    public void letThrough(long sessionId, long seatId) {
        requests.letThrough(sessionId, seatId);
        reports.forget(sessionId);
    }

    /** Says no to the device that has asked for a card for the longest. */
    public void refuse(long sessionId, long seatId) {
        requests.refuse(sessionId, seatId);
        reports.forget(sessionId);
    }

    /** Do up to three cards share a tablet in this session? */
    public boolean isShared(long sessionId) {
        return rows.isShared(sessionId);
    }

    /** Says whether up to three cards share a tablet in this session; children's pages learn it at once. */
    public void share(long sessionId, boolean sharing) {
        rows.share(sessionId, sharing);
        rooms.refresh(sessionId);
    }

    /** What every seat of a session did, for the register. */
    public List<SeatActivity> activity(long sessionId) {
        return reports.activity(sessionId);
    }
}
