package uk.thinkuknow.attendance.chasing;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.session.SessionFacts;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.operations.mail.Letter;
import uk.thinkuknow.operations.mail.LetterContent;
import uk.thinkuknow.operations.mail.Mail;
import uk.thinkuknow.schools.members.StaffingService;

/**
 * Writes the emails that remind of a missing return: to its signer or confirmer, and later also to the school's
 * safeguarding lead.
 */
@Singleton
class ReturnLetters {
    private static final int ALSO_TO_THE_LEAD = 3;
    private static final int A_WEEK = 7;

    private final CurriculumService curriculum;
    private final PeopleService people;
    private final StaffingService staffing;
    private final Mail mail;
    private final String address;

    ReturnLetters(
            CurriculumService curriculum,
            PeopleService people,
            StaffingService staffing,
            Mail mail,
            @ConfigProperty(name = "thinkuknow.public-address") URI address) {
        this.curriculum = curriculum;
        this.people = people;
        this.staffing = staffing;
        this.mail = mail;
        this.address = address.toString();
    }

    /**
     * Writes the automatic reminders for this many days after a session.
     *
     * @return false if nobody's address is known
     */
    boolean ask(SessionFacts session, int days) {
        var to = new ArrayList<@Nullable String>();
        to.add(people.emailOf(actor(session)).orElse(null));
        if (days >= ALSO_TO_THE_LEAD) {
            var leads = staffing.leadsOf(session.schoolId());
            to.add(leads.lead() == null ? null : leads.lead().email());
        }
        var paper = paper(session, people.nameOf(actor(session)), days >= A_WEEK);
        var addresses = to.stream().filter(Letter::isAddress).distinct().toList();
        addresses.forEach(each -> send(paper, Objects.requireNonNull(each), session));
        return !addresses.isEmpty();
    }

    /**
     * Writes one reminder to the signer, or to the confirmer of a signed return.
     *
     * @return the name of the recipient
     * @throws Refused if no address is known
     */
    String ask(SessionFacts session) {
        var name = people.nameOf(actor(session));
        var to = people.emailOf(actor(session))
                .filter(Letter::isAddress)
                .orElseThrow(() -> new Refused("chasing.noAddress", name));
        send(paper(session, name, false), to, session);
        return name;
    }

    private void send(LetterContent paper, String to, SessionFacts session) {
        mail.send(paper.to(to, null, ReturnReminderSender.subject(session.publicId())));
    }

    private static long actor(SessionFacts session) {
        var confirmer = session.confirmer();
        return session.toConfirm() && confirmer != null
                ? confirmer
                : session.signer().staffId();
    }

    private LetterContent paper(SessionFacts session, String actor, boolean again) {
        var lesson = curriculum.version(session.moduleVersionId()).lesson().title();
        return new LetterContent(
                Words.of(
                        session.toConfirm() ? "chasing.subjectConfirm" : "chasing.subjectSign",
                        again,
                        session.forWhom()),
                List.of(
                        Words.of("chasing.hello", actor),
                        Words.of("chasing.tookPlace", lesson, session.forWhom(), London.inWords(session.startedAt())),
                        Words.of("chasing.ifNot"),
                        Words.of(session.toConfirm() ? "chasing.pleaseConfirm" : "chasing.pleaseSign")),
                List.of(),
                address + "/sessions/" + session.publicId() + (session.toConfirm() ? "/return" : "/register"));
    }
}
