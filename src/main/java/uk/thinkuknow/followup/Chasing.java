package uk.thinkuknow.followup;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.curriculum.CurriculumService;
import uk.thinkuknow.mail.Letter;
import uk.thinkuknow.mail.LetterPaper;
import uk.thinkuknow.mail.Mail;
import uk.thinkuknow.people.PeopleService;
import uk.thinkuknow.session.SessionFacts;
import uk.thinkuknow.session.SessionService;
import uk.thinkuknow.shared.London;
import uk.thinkuknow.shared.RunsAgain;
import uk.thinkuknow.staffing.StaffingService;

/**
 * Asks for missing returns: after a day whoever is to act, after three and seven days the school's safeguarding lead as well.
 * Each letter is noted before it is written, in one transaction, so that it goes out once whatever happens.
 */
@Singleton
@RunsAgain
class Chasing {
    /** The latest first: who was away for a week gets one letter, not three. */
    private static final List<Integer> DAYS = List.of(7, 3, 1);

    private final MissingReturns missing;
    private final SessionService sessions;
    private final CurriculumService curriculum;
    private final PeopleService people;
    private final StaffingService staffing;
    private final Mail mail;
    private final Clock clock;
    private final String address;

    Chasing(
            MissingReturns missing,
            SessionService sessions,
            CurriculumService curriculum,
            PeopleService people,
            StaffingService staffing,
            Mail mail,
            Clock clock,
            @ConfigProperty(name = "thinkuknow.public-address") URI address) {
        this.missing = missing;
        this.sessions = sessions;
        this.curriculum = curriculum;
        this.people = people;
        this.staffing = staffing;
        this.mail = mail;
        this.clock = clock;
        this.address = address.toString();
    }

    /** The times in a day at which it looks; a letter about a missing return is not urgent to the minute. */
    @Scheduled(every = "15m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        for (int days : DAYS) {
            QuarkusTransaction.requiringNew()
                    .call(() -> missing.late(days, clock.instant()))
                    .forEach(session -> QuarkusTransaction.requiringNew().run(() -> chase(session, days)));
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
        var confirmer = session.confirmer();
        long actor = session.toConfirm() && confirmer != null ? confirmer : session.startedById();
        var to = new ArrayList<@Nullable String>();
        to.add(people.emailOf(actor).orElse(null));
        if (days >= 3) {
            var leads = staffing.leadsOf(session.schoolId());
            to.add(leads.lead() == null ? null : leads.lead().email());
        }
        var paper = paper(session, people.nameOf(actor), days);
        to.stream()
                .filter(Letter::isAddress)
                .distinct()
                .forEach(each -> mail.send(
                        paper.to(java.util.Objects.requireNonNull(each), null, "session " + session.publicId())));
        people.note(
                "The calendar",
                "asked for the return",
                "session " + session.publicId(),
                "after " + days + (days == 1 ? " day" : " days"));
    }

    private static String subject(SessionFacts session, int days) {
        var what = session.toConfirm() ? "Heads to confirm: " : "Register to sign: ";
        return (days >= 7 ? "Still missing. " : "") + what + session.forWhom();
    }

    private LetterPaper paper(SessionFacts session, String actor, int days) {
        var lesson = curriculum.version(session.moduleVersionId()).lesson().title();
        return new LetterPaper(
                subject(session, days),
                List.of(
                        "Hello " + actor + ",",
                        "“%s” with %s took place on %s, %s ago. Until its return is in, none of the children who were there are counted."
                                .formatted(
                                        lesson,
                                        session.forWhom(),
                                        London.inWords(session.startedAt()),
                                        days == 1 ? "a day" : days + " days"),
                        "If it never took place, say so on the page below. If somebody else was in charge, hand the register over there.",
                        session.toConfirm()
                                ? "The trainer has signed the register. Please confirm the heads, or say what is not right:"
                                : "Please look through the register and sign it:"),
                List.of(),
                address + "/sessions/" + session.publicId() + (session.toConfirm() ? "/return" : "/register"));
    }
}
