package uk.thinkuknow.classroom.board;

import io.quarkus.arc.Arc;
import io.quarkus.runtime.Startup;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import uk.thinkuknow.classroom.answers.SeatActivity;
import uk.thinkuknow.classroom.join.Lookups;
import uk.thinkuknow.classroom.player.RoomProgress;
import uk.thinkuknow.classroom.room.ClassroomThreads;
import uk.thinkuknow.classroom.room.CodeHash;
import uk.thinkuknow.classroom.room.JoinCode;
import uk.thinkuknow.classroom.room.JoinCodes;
import uk.thinkuknow.classroom.room.RoomRows;
import uk.thinkuknow.classroom.room.Rooms;
import uk.thinkuknow.classroom.room.SeatRequests;
import uk.thinkuknow.classroom.session.LessonSwapped;
import uk.thinkuknow.classroom.session.SessionCancelled;
import uk.thinkuknow.classroom.session.SessionEnded;
import uk.thinkuknow.classroom.session.SessionStarted;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NotFound;

/** The door to classrooms: their join codes, how far each card has come, and what every seat did. */
@Singleton
@Startup
public class ClassroomService {
    private static final int CODES_TO_TRY = 20;

    private final JoinCodes codes;
    private final RoomRows rows;
    private final Rooms rooms;
    private final RoomReports reports;
    private final SeatRequests requests;
    private final Lookups lookups;
    private final CurrentVertxRequest request;
    private final ClassroomThreads threads;

    ClassroomService(
            JoinCodes codes,
            RoomRows rows,
            Rooms rooms,
            RoomReports reports,
            SeatRequests requests,
            Lookups lookups,
            CurrentVertxRequest request,
            ClassroomThreads threads) {
        this.codes = codes;
        this.rows = rows;
        this.rooms = rooms;
        this.reports = reports;
        this.requests = requests;
        this.lookups = lookups;
        this.request = request;
        this.threads = threads;
        threads.queryEvery(1000, () -> {
            rooms.refreshAll();
            requests.tellOthersWhoIsAlive();
        });
    }

    /**
     * The join code of a session, for the projector: derived, never stored.
     *
     * @throws NotFound if the session has no classroom
     */
    public String code(long sessionId) {
        return asked(() -> rows.codeOf(sessionId))
                .map(room -> codes.symbolsOf(room.getKey(), room.getValue()))
                .orElseThrow(NotFound::new);
    }

    /** How far each card has come: at most a second old. */
    public RoomProgress progress(long sessionId) {
        return asked(() -> reports.progress(sessionId));
    }

    /** Says that a session's teacher is at this address, so that her class is never kept waiting by a guesser there. */
    void teacherIsAt(String address, long sessionId) {
        var room = rooms.known(sessionId);
        if (room != null && room.row().code() != null && room.standing().open()) {
            lookups.know(address, room.row().code());
        }
    }

    /** Hands a card over to the device that has asked for it for the longest. */
    public void letThrough(long sessionId, long seatId) {
        done(() -> requests.letThrough(sessionId, seatId));
        reports.forget(sessionId);
    }

    /** Says no to the device that has asked for a card for the longest. */
    public void refuse(long sessionId, long seatId) {
        done(() -> requests.refuse(sessionId, seatId));
        reports.forget(sessionId);
    }

    /** Do up to three cards share a tablet in this session? */
    public boolean isShared(long sessionId) {
        return asked(() -> rows.isShared(sessionId));
    }

    /** Says whether up to three cards share a tablet in this session; children's pages learn it at once. */
    public void share(long sessionId, boolean sharing) {
        done(() -> {
            rows.share(sessionId, sharing);
            rooms.refresh(sessionId);
        });
    }

    /** What every seat of a session did, for the register. */
    public List<SeatActivity> activity(long sessionId) {
        return asked(() -> reports.activity(sessionId));
    }

    void open(@Observes SessionStarted started) {
        if (!started.devices()) {
            return;
        }
        var until = midnightAfter(started.at());
        for (int serial = 1; serial <= CODES_TO_TRY; serial++) {
            var code = codes.hashOf(new JoinCode(codes.symbolsOf(started.publicId(), serial)));
            int tried = serial;
            if (asked(() -> rows.open(started.sessionId(), code, tried, until, started.sharing()))) {
                knowAtThisAddress(code);
                return;
            }
        }
        throw new IllegalStateException("no free join code");
    }

    void close(@Observes SessionEnded ended) {
        done(() -> {
            if (ended.withdrawn()) {
                rows.withdraw(ended.sessionId());
            } else {
                rows.close(ended.sessionId());
            }
        });
    }

    void withdraw(@Observes SessionCancelled cancelled) {
        done(() -> rows.withdraw(cancelled.sessionId()));
    }

    void swap(@Observes LessonSwapped swapped) {
        done(() -> rows.changed(swapped.sessionId()));
    }

    void tell(@Observes(during = TransactionPhase.AFTER_SUCCESS) LessonSwapped swapped) {
        threads.occasional().execute(() -> done(() -> rooms.refresh(swapped.sessionId())));
    }

    void tell(@Observes(during = TransactionPhase.AFTER_SUCCESS) SessionCancelled cancelled) {
        threads.occasional().execute(() -> done(() -> rooms.refresh(cancelled.sessionId())));
    }

    /** Children's pages learn at once, not a second later, that the session is over. */
    void tell(@Observes(during = TransactionPhase.AFTER_SUCCESS) SessionEnded ended) {
        threads.occasional().execute(() -> done(() -> rooms.refresh(ended.sessionId())));
    }

    private void knowAtThisAddress(CodeHash code) {
        var context = Arc.container().requestContext().isActive() ? request.getCurrent() : null;
        if (context != null) {
            lookups.know(Lookups.addressOf(context.request()), code);
        }
    }

    private static Instant midnightAfter(Instant at) {
        return London.dateOf(at).plusDays(1).atStartOfDay(London.ZONE).toInstant();
    }

    private static <T> T asked(Query<T> query) {
        try {
            return query.run();
        } catch (SQLException e) {
            throw new IllegalStateException("the database could not be asked", e);
        }
    }

    private static void done(Act act) {
        try {
            act.run();
        } catch (SQLException e) {
            throw new IllegalStateException("the database did not do it", e);
        }
    }

    private interface Query<T> {
        T run() throws SQLException;
    }

    private interface Act {
        void run() throws SQLException;
    }
}
