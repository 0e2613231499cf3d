package uk.thinkuknow.attendance.chasing;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.thinkuknow.classroom.session.SessionService;
import uk.thinkuknow.common.EachInTransaction;
import uk.thinkuknow.common.Jobs;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.RetryOnConflict;
import uk.thinkuknow.common.Schedule;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;

/**
 * Sends reminders of missing returns: after 1 day to the person who must sign or confirm, after 3 and 7 days to the
 * school's safeguarding lead as well, and when a manager asks. Each reminder is recorded in the transaction that writes
 * it, so that it goes out once.
 */
@Singleton
class ReturnReminderSender {
    /** Largest first: a return that is a week late gets one reminder, not three. */
    private static final List<Integer> DAYS = List.of(7, 3, 1);

    private static final String ACT = Words.of("chasing.actAsked");
    static final Duration AGAIN_AFTER = Duration.ofDays(1);

    private final MissingReturns missing;
    private final SessionService sessions;
    private final ReturnLetters letters;
    private final PeopleService people;
    private final Clock clock;

    ReturnReminderSender(
            MissingReturns missing, SessionService sessions, ReturnLetters letters, PeopleService people, Clock clock) {
        this.missing = missing;
        this.sessions = sessions;
        this.letters = letters;
        this.people = people;
        this.clock = clock;
    }

    void register(@Observes Jobs jobs) {
        jobs.onOneInstance("missing-returns", Words.of("chasing.job"), Schedule.every("15m", "1m"), this::run);
    }

    /** Writes the reminders that are due. Runs every 15 minutes, because a reminder is not urgent to the minute. */
    void run() {
        for (int days : DAYS) {
            var late = RetryOnConflict.call(() -> missing.late(days, clock.instant()));
            EachInTransaction.run("return-reminder failed", late, session -> sendReminders(session, days));
        }
    }

    /**
     * Writes the reminders of that day about one session, unless they were written already.
     *
     * @param days 1, 3 or 7 days after the session
     */
    @Transactional
    void sendReminders(long sessionId, int days) {
        var at = clock.instant();
        if (!missing.recordReminder(sessionId, days, at)) {
            return;
        }
        DAYS.stream()
                .filter(earlier -> earlier < days)
                .forEach(earlier -> missing.recordReminder(sessionId, earlier, at));
        var session = sessions.session(sessionId);
        boolean written = letters.ask(session, days);
        people.noteByItself(
                written ? ACT : Words.of("chasing.actNotAsked"),
                subject(session.publicId()),
                Words.of("chasing.daysAfter", days));
    }

    /**
     * Sends one reminder now, at a manager's request, to the person who must sign or confirm.
     *
     * @return whether the return is signed and its heads must be confirmed
     * @throws NotFound if the return is not missing, or its school is outside the manager's area
     * @throws Refused if a reminder went out within a day, or no address is known
     */
    @Transactional
    boolean remind(StaffMember by, PublicId id) {
        var session = sessions.session(missing.lockMissing(by.scope(), id).orElseThrow(NotFound::new));
        people.lastOf(ACT, List.of(subject(id))).values().stream()
                .filter(last -> last.isAfter(clock.instant().minus(AGAIN_AFTER)))
                .findFirst()
                .ifPresent(last -> {
                    throw new Refused("chasing.recentlyAsked", London.inWords(last));
                });
        var name = letters.ask(session);
        people.note(by.name(), ACT, subject(id), Words.of("chasing.byHand", name));
        return session.toConfirm();
    }

    /**
     * Sends reminders of many returns, each in its own transaction, so that one that fails does not stop the others.
     *
     * @return the number of reminders written
     */
    int remindAll(StaffMember by, List<PublicId> ids) {
        int sent = 0;
        for (var id : ids) {
            try {
                RetryOnConflict.run(() -> remind(by, id));
                sent++;
            } catch (Refused | NotFound e) {
                // reminded within a day, no address, or signed meanwhile: the list shows which
            }
        }
        return sent;
    }

    /**
     * Returns when a reminder of each of these sessions' returns last went out, by public session id; sessions without
     * one are left out.
     */
    @Transactional
    Map<String, Instant> lastAsked(List<String> sessionIds) {
        var subjects = sessionIds.stream().map(id -> subject(new PublicId(id))).toList();
        var last = new HashMap<String, Instant>();
        people.lastOf(ACT, subjects).forEach((subject, at) -> last.put(subject.replaceFirst("^session ", ""), at));
        return last;
    }

    static String subject(PublicId session) {
        return "session " + session;
    }
}
