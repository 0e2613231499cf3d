package uk.thinkuknow.studio.drafts;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.thinkuknow.classroom.session.Teachings;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.operations.mail.Letter;
import uk.thinkuknow.operations.mail.LetterContent;
import uk.thinkuknow.operations.mail.Mail;

/** Queues an email with a release note to everybody who has taught a lesson, when its new version is published. */
@Singleton
class ReleaseNoteSender {
    private final Mail mail;
    private final Teachings teachings;
    private final CurriculumService curriculum;
    private final PeopleService people;
    private final URI address;

    ReleaseNoteSender(
            Mail mail,
            Teachings teachings,
            CurriculumService curriculum,
            PeopleService people,
            @ConfigProperty(name = "thinkuknow.public-address") URI address) {
        this.mail = mail;
        this.teachings = teachings;
        this.curriculum = curriculum;
        this.people = people;
        this.address = address;
    }

    /** Queues the emails in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    void send(String moduleKey, String title, String note) {
        var version = curriculum.newest(moduleKey).orElseThrow();
        var told = people.addressees(teachings.whoTaught(curriculum.versionsOf(moduleKey)));
        for (var each : told) {
            if (Letter.isAddress(each.email())) {
                mail.send(new LetterContent(
                                Words.of("drafts.releaseSubject", title),
                                List.of(
                                        Words.of("drafts.hello", each.name()),
                                        Words.of("drafts.releaseText", title, version.number()),
                                        note),
                                List.of(),
                                address + "/modules/" + moduleKey)
                        .to(each.email(), null, "module " + moduleKey));
            }
        }
    }
}
