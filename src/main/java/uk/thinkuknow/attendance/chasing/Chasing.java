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
import uk.thinkuknow.common.EachAlone;
import uk.thinkuknow.common.InWords;
import uk.thinkuknow.common.Jobs;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.RetryOnConflict;
import uk.thinkuknow.common.Schedule;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;

/**
 * Asks for missing returns: after a day whoever is to act, after three and seven days the school's safeguarding lead as well.
 * Each letter is noted before it is written, in one transaction, so that it goes out once whatever happens.
 */
@Singleton
class Chasing {
    /** The latest first: who was away for a week gets one letter, not three. */
    private static final List<Integer> DAYS = List.of(7, 3, 1);

    private static final String ACT = "asked for the return";
    static final Duration AGAIN_AFTER = Duration.ofDays(1);

    private final MissingReturns missing;
    private final SessionService sessions;
    private final ReturnLetters letters;
    private final PeopleService people;
    private final Clock clock;

    Chasing(MissingReturns missing, SessionService sessions, ReturnLetters letters, PeopleService people, Clock clock) {
        this.missing = missing;
        this.sessions = sessions;
        this.letters = letters;
        this.people = people;
        this.clock = clock;
    }

    void register(@Observes Jobs jobs) {
        jobs.onOneInstance("missing-returns", "Reminds of missing returns", Schedule.every("15m", "1m"), this::run);
    }

    /** The times in a day at which it looks; a letter about a missing return is not urgent to the minute. */
    void run() {
        for (int days : DAYS) {
            var late = RetryOnConflict.call(() -> missing.late(days, clock.instant()));
            EachAlone.run("the return of a session was not asked for", late, session -> chase(session, days));
        }
    }

    /** Writes the letters of that day about one session, unless they have been written. */
    @Transactional
    void chase(long sessionId, int days) {
        var at = clock.instant();
        if (!missing.take(sessionId, days, at)) {
            return;
        }
        DAYS.stream().filter(earlier -> earlier < days).forEach(earlier -> missing.take(sessionId, earlier, at));
        var session = sessions.session(sessionId);
        boolean written = letters.ask(session, days);
        people.note(
                PeopleService.BY_ITSELF,
                written ? ACT : "could not ask for the return: nobody’s address is known",
                subject(session.publicId()),
                days + InWords.word(days, " day", " days") + " after the session");
    }

    /**
     * Asks for a return now, because somebody of the programme wants it: one letter, to whoever is to act.
     *
     * @throws NotFound if its return is not missing, or it is of another area
     * @throws Refused if a letter went out within a day, or nobody knows where to write to
     */
    @Transactional
    void remind(StaffMember by, PublicId id) {
        var session = sessions.session(missing.held(by.scope(), id).orElseThrow(NotFound::new));
        people.lastOf(ACT, List.of(subject(id))).values().stream()
                .filter(last -> last.isAfter(clock.instant().minus(AGAIN_AFTER)))
                .findFirst()
                .ifPresent(last -> {
                    throw new Refused("A letter about this return went out on " + London.inWords(last)
                            + ". Ask again a day later, or ring the school.");
                });
        var name = letters.ask(session);
        people.note(by.name(), ACT, subject(id), "by hand, from " + name);
    }

    /**
     * Asks for many returns at once: each by itself, so that one that cannot be asked for keeps no other from it.
     *
     * @return how many letters are on their way
     */
    int remindAll(StaffMember by, List<PublicId> ids) {
        int sent = 0;
        for (var id : ids) {
            try {
                RetryOnConflict.run(() -> remind(by, id));
                sent++;
            } catch (Refused | NotFound e) {
                // asked within a day, no address, or signed meanwhile: the list says so
            }
        }
        return sent;
    }

    /** When each of these sessions' returns was last asked for, by whomever. */
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
