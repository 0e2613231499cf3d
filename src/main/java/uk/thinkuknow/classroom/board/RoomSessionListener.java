package uk.thinkuknow.classroom.board;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import uk.thinkuknow.classroom.join.JoinCodeLookup;
import uk.thinkuknow.classroom.room.JoinCode;
import uk.thinkuknow.classroom.room.JoinCodes;
import uk.thinkuknow.classroom.room.RoomRows;
import uk.thinkuknow.classroom.room.Rooms;
import uk.thinkuknow.classroom.room.UpgradeDay;
import uk.thinkuknow.classroom.session.ClassAdded;
import uk.thinkuknow.classroom.session.LessonSwapped;
import uk.thinkuknow.classroom.session.SessionCancelled;
import uk.thinkuknow.classroom.session.SessionEnded;
import uk.thinkuknow.classroom.session.SessionStarted;
import uk.thinkuknow.common.London;

/**
 * Opens a live room when a session with devices starts, tells children's pages when the lesson's version changes, and
 * closes the room when the session ends or is cancelled.
 */
@Singleton
class RoomSessionListener {
    private static final int CODES_TO_TRY = 20;

    private final JoinCodes codes;
    private final RoomRows rows;
    private final Rooms rooms;
    private final JoinCodeLookup joinCodeLookup;
    private final UpgradeDay upgradeDay;

    RoomSessionListener(
            JoinCodes codes, RoomRows rows, Rooms rooms, JoinCodeLookup joinCodeLookup, UpgradeDay upgradeDay) {
        this.codes = codes;
        this.rows = rows;
        this.rooms = rooms;
        this.joinCodeLookup = joinCodeLookup;
        this.upgradeDay = upgradeDay;
    }

    void open(@Observes SessionStarted started) {
        if (!started.devices()) {
            return;
        }
        var until = London.dateOf(started.at())
                .plusDays(1)
                .atStartOfDay(London.ZONE)
                .toInstant();
        int length = JoinCode.lengthAfter(upgradeDay);
        for (int serial = 1; serial <= CODES_TO_TRY; serial++) {
            var code = codes.hashOf(
                    new JoinCode(codes.symbolsOf(started.publicId(), serial).substring(0, length)));
            if (rows.open(started.sessionId(), code, serial, length, until, started.sharing())) {
                joinCodeLookup.trustCodeHere(code);
                return;
            }
        }
        throw new IllegalStateException("no free join code");
    }

    void close(@Observes SessionEnded ended) {
        if (ended.withdrawn()) {
            rows.withdraw(ended.sessionId());
        } else {
            rows.close(ended.sessionId());
        }
    }

    void withdraw(@Observes SessionCancelled cancelled) {
        rows.withdraw(cancelled.sessionId());
    }

    void add(@Observes ClassAdded added) {
        rows.raiseRevision(added.sessionId());
    }

    void tell(@Observes(during = TransactionPhase.AFTER_SUCCESS) ClassAdded added) {
        rooms.refreshSoon(added.sessionId());
    }

    void swap(@Observes LessonSwapped swapped) {
        rows.raiseRevision(swapped.sessionId());
    }

    void tell(@Observes(during = TransactionPhase.AFTER_SUCCESS) LessonSwapped swapped) {
        rooms.refreshSoon(swapped.sessionId());
    }

    void tell(@Observes(during = TransactionPhase.AFTER_SUCCESS) SessionCancelled cancelled) {
        rooms.refreshSoon(cancelled.sessionId());
    }

    /** Tells children's pages at once that the session is over; the regular refresh would be up to a second later. */
    void tell(@Observes(during = TransactionPhase.AFTER_SUCCESS) SessionEnded ended) {
        rooms.refreshSoon(ended.sessionId());
    }
}
