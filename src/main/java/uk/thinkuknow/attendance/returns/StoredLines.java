package uk.thinkuknow.attendance.returns;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import uk.thinkuknow.attendance.plausibility.WaitingLines;
import uk.thinkuknow.attendance.register.Delivery;
import uk.thinkuknow.attendance.register.ReturnLine;
import uk.thinkuknow.attendance.register.ReturnLines;

/** Writes, moves and deletes the lines of returns, and tells other packages when a return begins or ceases to count. */
@Singleton
class StoredLines {
    private final ReturnLines counted;
    private final WaitingLines waiting;
    private final Event<Object> news;

    StoredLines(ReturnLines counted, WaitingLines waiting, Event<Object> news) {
        this.counted = counted;
        this.waiting = waiting;
        this.news = news;
    }

    /** Writes the lines of a return, so that it counts from now on. */
    void count(SignedReturn signed, Delivery delivery, SessionAttendance came) {
        counted.persist(lines(signed, delivery, came));
        news.fire(new ReturnSigned(delivery.session().id(), delivery.session().schoolId()));
    }

    /** Keeps the lines of a return until a second person has confirmed it. */
    void keep(SignedReturn signed, Delivery delivery, SessionAttendance came) {
        waiting.keep(lines(signed, delivery, came), signed.id());
    }

    /** Lets a return that waited count from now on. */
    void release(SignedReturn signed, Delivery delivery, SessionAttendance came) {
        waiting.delete(signed.id());
        count(signed, delivery, came);
    }

    /** Keeps the lines of a version that was amended; they no longer count. */
    void supersede(SignedReturn before) {
        counted.supersede(before.id());
    }

    void withdraw(SignedReturn signed, Delivery delivery) {
        counted.supersede(signed.id());
        news.fire(
                new ReturnWithdrawn(delivery.session().id(), delivery.session().schoolId()));
    }

    /** Deletes the lines of a return, counted or waiting. */
    void delete(SignedReturn signed) {
        counted.delete("sessionId", signed.sessionId());
        waiting.delete(signed.id());
    }

    /** Tells that a return that counted no longer does. */
    void stopped(Delivery delivery) {
        news.fire(
                new ReturnTakenBack(delivery.session().id(), delivery.session().schoolId()));
    }

    /** Returns the children of a return, whether it counts, waits or was withdrawn. */
    SessionAttendance came(SignedReturn signed) {
        var kept = signed.withdrawn().isPresent()
                ? counted.supersededOf(signed.id())
                : signed.isUnconfirmed() ? waiting.of(signed.id()) : counted.ofSession(signed.sessionId());
        return new SessionAttendance(
                kept.stream()
                        .filter(ReturnLine::isOfClass)
                        .map(ReturnLine::count)
                        .toList(),
                kept.stream()
                        .filter(line -> !line.isOfClass())
                        .mapToInt(ReturnLine::heads)
                        .sum());
    }

    private static List<ReturnLine> lines(SignedReturn signed, Delivery delivery, SessionAttendance came) {
        var lines = new ArrayList<ReturnLine>();
        came.classes().forEach(count -> lines.add(new ReturnLine(signed.id(), delivery, count)));
        if (came.heads() > 0) {
            lines.add(new ReturnLine(signed.id(), delivery, came.heads()));
        }
        return lines;
    }
}
