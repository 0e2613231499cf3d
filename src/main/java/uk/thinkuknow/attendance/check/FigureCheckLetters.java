package uk.thinkuknow.attendance.check;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.session.SessionFacts;
import uk.thinkuknow.classroom.session.SessionService;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.operations.mail.Letter;
import uk.thinkuknow.operations.mail.LetterContent;
import uk.thinkuknow.operations.mail.Mail;
import uk.thinkuknow.schools.members.Person;
import uk.thinkuknow.schools.members.StaffingService;

/**
 * Writes the emails that ask a school for the heads of a drawn return: only to {@link CheckAnswerers}, and without the
 * signed number.
 */
@Singleton
class FigureCheckLetters {
    private final StaffingService staffing;
    private final SessionService sessions;
    private final CheckAnswerers answerers;
    private final Mail mail;
    private final String address;

    FigureCheckLetters(
            StaffingService staffing,
            SessionService sessions,
            CheckAnswerers answerers,
            Mail mail,
            @ConfigProperty(name = "thinkuknow.public-address") URI address) {
        this.staffing = staffing;
        this.sessions = sessions;
        this.answerers = answerers;
        this.mail = mail;
        this.address = address.toString();
    }

    /**
     * Asks for the heads of a drawn return.
     *
     * @param again whether this is the reminder
     */
    void ask(FigureQuestion question, boolean again) {
        var session = sessions.session(question.sessionId());
        var paper = new LetterContent(
                Words.of(again ? "check.letterSubjectAgain" : "check.letterSubject", session.forWhom()),
                List.of(
                        Words.of("check.hello"),
                        Words.of("check.letterWhy"),
                        FigureCheckPages.howPicked(question),
                        Words.of("check.letterWhat", London.inWords(session.startedAt()), session.forWhom()),
                        Words.of("check.letterUntil", London.inWords(question.dueAt()))),
                List.of(),
                address + "/figure-check/" + question.publicId());
        readers(session).forEach(each -> mail.send(paper.to(each, null, "session " + session.publicId())));
    }

    /**
     * Returns the addresses of the lead, the deputy and the administrators who may answer; if none of them has one, of
     * every colleague who may.
     */
    private List<String> readers(SessionFacts session) {
        var others = answerers.of(session);
        var leads = staffing.leadsOf(session.schoolId());
        var first = addresses(others.stream()
                .filter(each -> is(leads.lead(), each)
                        || is(leads.deputy(), each)
                        || staffing.isAdministratorOf(each.staffId(), session.schoolId())));
        return first.isEmpty() ? addresses(others.stream()) : first;
    }

    private static List<String> addresses(Stream<Person> people) {
        return people.map(Person::email)
                .filter(Letter::isAddress)
                .map(Objects::requireNonNull)
                .distinct()
                .toList();
    }

    private static boolean is(@Nullable Person lead, Person each) {
        return lead != null && lead.staffId() == each.staffId();
    }
}
