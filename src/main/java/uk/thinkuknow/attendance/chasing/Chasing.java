package uk.thinkuknow.attendance.chasing;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.session.SessionFacts;
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
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.operations.mail.Letter;
import uk.thinkuknow.operations.mail.LetterPaper;
import uk.thinkuknow.operations.mail.Mail;
import uk.thinkuknow.operations.mail.Sender;
import uk.thinkuknow.schools.members.StaffingService;

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
    private final CurriculumService curriculum;
    private final PeopleService people;
    private final StaffingService staffing;
    private final Mail mail;
    private final Sender sender;
    private final Clock clock;
    private final String address;

    Chasing(
            MissingReturns missing,
            SessionService sessions,
            CurriculumService curriculum,
            PeopleService people,
            StaffingService staffing,
            Mail mail,
            Sender sender,
            Clock clock,
            @ConfigProperty(name = "thinkuknow.public-address") URI address) {
        this.missing = missing;
        this.sessions = sessions;
        this.curriculum = curriculum;
        this.people = people;
        this.staffing = staffing;
        this.mail = mail;
        this.sender = sender;
        this.clock = clock;
        this.address = address.toString();
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
        long actor = actor(session);
        var to = new ArrayList<@Nullable String>();
        to.add(people.emailOf(actor).orElse(null));
        if (days >= 3) {
            var leads = staffing.leadsOf(session.schoolId());
            to.add(leads.lead() == null ? null : leads.lead().email());
        }
        var paper = paper(session, people.nameOf(actor), days >= 7 ? "Still missing. " : "");
        var addresses = to.stream().filter(Letter::isAddress).distinct().toList();
        addresses.forEach(
                each -> mail.send(paper.to(java.util.Objects.requireNonNull(each), null, subject(session.publicId()))));
        people.note(
                PeopleService.BY_ITSELF,
                addresses.isEmpty() ? "could not ask for the return: nobody’s address is known" : ACT,
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
        long actor = actor(session);
        var name = people.nameOf(actor);
        people.lastOf(ACT, List.of(subject(id))).values().stream()
                .filter(last -> last.isAfter(clock.instant().minus(AGAIN_AFTER)))
                .findFirst()
                .ifPresent(last -> {
                    throw new Refused("A letter about this return went out on " + London.inWords(last)
                            + ". Ask again a day later, or ring the school.");
                });
        var to = people.emailOf(actor)
                .filter(Letter::isAddress)
                .orElseThrow(() -> new Refused("There is no e-mail address of " + name + ". Ring the school instead."));
        mail.send(paper(session, name, "").to(to, null, subject(id)));
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

    /** What became of letters that were just written: without a mail server none leaves the house. */
    String written(int letters) {
        var number = letters + InWords.word(letters, " letter", " letters");
        return sender.isSetUp()
                ? number + InWords.word(letters, " is on its way.", " are on their way.")
                : "%s written. No mail server is set up yet: %s as soon as an administrator names one."
                        .formatted(
                                number + InWords.word(letters, " is", " are"),
                                InWords.word(letters, "it leaves", "they leave"));
    }

    /** When each of these sessions' returns was last asked for, by whomever. */
    @Transactional
    Map<String, Instant> lastAsked(List<String> sessionIds) {
        var subjects = sessionIds.stream().map(id -> subject(new PublicId(id))).toList();
        var last = new HashMap<String, Instant>();
        people.lastOf(ACT, subjects).forEach((subject, at) -> last.put(subject.replaceFirst("^session ", ""), at));
        return last;
    }

    private static long actor(SessionFacts session) {
        var confirmer = session.confirmer();
        return session.toConfirm() && confirmer != null
                ? confirmer
                : session.signer().staffId();
    }

    private static String subject(PublicId session) {
        return "session " + session;
    }

    private LetterPaper paper(SessionFacts session, String actor, String first) {
        var lesson = curriculum.version(session.moduleVersionId()).lesson().title();
        return new LetterPaper(
                first + (session.toConfirm() ? "Heads to confirm: " : "Register to sign: ") + session.forWhom(),
                List.of(
                        "Hello " + actor + ",",
                        "“%s” with %s took place on %s. Until its return is in, none of the children who were there are counted."
                                .formatted(lesson, session.forWhom(), London.inWords(session.startedAt())),
                        "If it never took place, say so on the page below. If somebody else was in charge, hand the register over there.",
                        session.toConfirm()
                                ? "The trainer has signed the register. Please confirm the heads, or say what is not right:"
                                : "Please look through the register and sign it:"),
                List.of(),
                address + "/sessions/" + session.publicId() + (session.toConfirm() ? "/return" : "/register"));
    }
}
