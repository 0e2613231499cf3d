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
import uk.thinkuknow.classroom.room.UpgradeDay;
import uk.thinkuknow.common.NotFound;

/**
 * Gives other packages access to the live room of a session: its join code, the progress of each card, requests for
 * taken cards, sharing of tablets, and what each seat did.
 */
@Singleton
@Startup
public class ClassroomService {
    private final JoinCodes codes;
    private final RoomRows rows;
    private final Rooms rooms;
    private final RoomProgressCache reports;
    private final SeatRequests requests;
    private final UpgradeDay upgradeDay;

    ClassroomService(
            JoinCodes codes,
            RoomRows rows,
            Rooms rooms,
            RoomProgressCache reports,
            SeatRequests requests,
            UpgradeDay upgradeDay) {
        this.codes = codes;
        this.rows = rows;
        this.rooms = rooms;
        this.reports = reports;
        this.requests = requests;
        this.upgradeDay = upgradeDay;
    }

    /**
     * The join code of a session, derived from its id and not stored.
     *
     * @throws NotFound if the session has no room
     */
    public String code(long sessionId) {
        return rows.codeOf(sessionId)
                .map(room -> codes.symbolsOf(room.session(), room.serial()).substring(0, room.length()))
                .orElseThrow(NotFound::new);
    }

    /** The join code as a QR code holds it, with its seal. */
    String sealedCode(long sessionId) {
        var code = code(sessionId);
        return upgradeDay.sealsAreLong() ? codes.sealed(code) : codes.sealedForEarlierVersions(code);
    }

    /** The progress of each card; at most 0.9 seconds old. */
    public RoomProgress progress(long sessionId) {
        return reports.progress(sessionId);
    }

    /** Gives a card to the device that has asked for it longest; does nothing if none is asking. */
    public void letThrough(long sessionId, long seatId) {
        requests.letThrough(sessionId, seatId);
        reports.forget(sessionId);
    }

    /** Refuses a card to the device that has asked for it longest; does nothing if none is asking. */
    public void refuse(long sessionId, long seatId) {
        requests.refuse(sessionId, seatId);
        reports.forget(sessionId);
    }

    /** Returns whether up to three cards may share a tablet in this session. */
    public boolean isShared(long sessionId) {
        return rows.isShared(sessionId);
    }

    /** Sets whether up to three cards may share a tablet; children's pages are updated at once. */
    public void share(long sessionId, boolean sharing) {
        rows.share(sessionId, sharing);
        rooms.refresh(sessionId);
    }

    /** What each seat of a session did, for the register. */
    public List<SeatActivity> activity(long sessionId) {
        return reports.activity(sessionId);
    }
}
