package uk.thinkuknow.classroom.join;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.room.ClassroomThreads;
import uk.thinkuknow.classroom.room.CodeHash;
import uk.thinkuknow.classroom.room.JoinCode;
import uk.thinkuknow.classroom.room.JoinCodes;
import uk.thinkuknow.classroom.room.Room;
import uk.thinkuknow.classroom.room.Rooms;
import uk.thinkuknow.common.SecurityLog;
import uk.thinkuknow.common.SecurityLog.Attempt;

/** Finds the room of a typed join code, with a limit on wrong guesses from each network. */
@Singleton
public class JoinCodeLookup {
    private final JoinCodes codes;
    private final Rooms rooms;
    private final CurrentVertxRequest request;
    private final JoinRateLimiter<Room> lanes;
    private final SecurityLog log;

    JoinCodeLookup(
            JoinCodes codes,
            Rooms rooms,
            CurrentVertxRequest request,
            ClassroomThreads threads,
            Clock clock,
            SecurityLog log) {
        this.log = log;
        this.codes = codes;
        this.rooms = rooms;
        this.request = request;
        this.lanes = new JoinRateLimiter<>(clock, rooms::withCode);
        threads.every(50, lanes::turn);
        threads.every(60_000, this::endMinute);
    }

    private void endMinute() {
        logGuesses();
        lanes.tidy();
    }

    /** How much was guessed since the last call; which codes and from where is never logged. */
    void logGuesses() {
        var guesses = lanes.takeGuesses();
        if (guesses.isAttempt()) {
            log.record(
                    Attempt.GUESSING,
                    "%d addresses were slowed, %d codes were refused%s"
                            .formatted(
                                    guesses.addresses(),
                                    guesses.codes(),
                                    guesses.scarce() ? ", and unknown codes wait for their turn" : ""));
        }
    }

    /**
     * The open room with this code; fails with {@link TooManyLookUps} if too many wait. A code scanned from the board is
     * looked up at once: its seal shows that it is no guess.
     */
    CompletionStage<Optional<Room>> room(String address, @Nullable String typed) {
        var scanned = codes.scanned(typed);
        if (scanned != null) {
            know(address, codes.hashOf(scanned));
        }
        var code = scanned != null ? scanned : JoinCode.typed(typed);
        return code == null
                ? CompletableFuture.completedFuture(Optional.empty())
                : lanes.ask(network(address), codes.hashOf(code));
    }

    /**
     * Records that a code is right at the address of the current request, which starts the session; nothing outside a
     * request.
     */
    public void trustCodeHere(CodeHash code) {
        var context = Arc.container().requestContext().isActive() ? request.getCurrent() : null;
        if (context != null) {
            know(addressOf(context.request()), code);
        }
    }

    /** Records that a session's teacher is at this address, so that a guesser there never slows down their class. */
    public void recordTeacher(String address, long session) {
        var room = rooms.known(session);
        if (room != null && room.row().code() != null && room.standing().open()) {
            know(address, room.row().code());
        }
    }

    private void know(String address, CodeHash code) {
        lanes.know(network(address), code);
    }

    /** The address of a request; behind a trusted proxy, the one the proxy names. */
    public static String addressOf(HttpServerRequest request) {
        var address = request.remoteAddress();
        return address == null ? "" : String.valueOf(address.hostAddress());
    }

    /** An IPv6 address is cut to its /64, because one subscriber can guess from all of it. */
    static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            var bytes = InetAddress.ofLiteral(address).getAddress();
            return bytes.length == 4
                    ? InetAddress.getByAddress(bytes).getHostAddress()
                    : HexFormat.of().formatHex(bytes, 0, 8);
        } catch (IllegalArgumentException | UnknownHostException e) {
            return address;
        }
    }
}
