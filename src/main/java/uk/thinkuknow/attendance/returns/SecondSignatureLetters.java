package uk.thinkuknow.attendance.returns;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.attendance.register.Delivery;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.operations.mail.Letter;
import uk.thinkuknow.operations.mail.LetterContent;
import uk.thinkuknow.operations.mail.Mail;
import uk.thinkuknow.schools.members.AreaManagers;
import uk.thinkuknow.schools.members.Person;
import uk.thinkuknow.schools.members.StaffingService;

/**
 * Writes the emails about a second signature: asks school staff and the nearest managers for it, and tells the person
 * who asked for the change how it was decided.
 */
@Singleton
class SecondSignatureLetters {
    private final SecondSignerRules signers;
    private final StaffingService staffing;
    private final AreaManagers managers;
    private final PeopleService people;
    private final Mail mail;
    private final String address;

    SecondSignatureLetters(
            SecondSignerRules signers,
            StaffingService staffing,
            AreaManagers managers,
            PeopleService people,
            Mail mail,
            @ConfigProperty(name = "thinkuknow.public-address") URI address) {
        this.signers = signers;
        this.staffing = staffing;
        this.managers = managers;
        this.people = people;
        this.mail = mail;
        this.address = address.toString();
    }

    /**
     * Asks the school's lead, deputy, administrators and nearest managers for a second signature, as far as they may
     * give it; for an amended visit only the person who should confirm its heads.
     */
    void ask(StaffMember by, ReturnChange change, Delivery delivery) {
        var paper = new LetterContent(
                Words.of("returns.letterSubject", delivery.session().forWhom()),
                List.of(
                        Words.of("returns.hello"),
                        Words.of(
                                "returns.letterWants",
                                by.name(),
                                change.isWithdrawal(),
                                delivery.title(),
                                delivery.session().forWhom(),
                                London.inWords(delivery.session().startedAt())),
                        Words.of("returns.letterReason", change.why()),
                        Words.of("returns.letterLook")),
                List.of(),
                page(delivery));
        readers(by, change, delivery).stream()
                .filter(Letter::isAddress)
                .distinct()
                .forEach(each -> mail.send(paper.to(Objects.requireNonNull(each), null, delivery.subject())));
    }

    /** Tells the person who asked how the change was decided. */
    void decided(ReturnChange change, Delivery delivery, String words) {
        var paper = new LetterContent(
                Words.of("returns.decidedSubject", delivery.session().forWhom()),
                List.of(Words.of("returns.helloName", people.nameOf(change.asker())), words),
                List.of(),
                address + "/sessions/" + delivery.session().publicId() + "/return");
        people.emailOf(change.asker())
                .filter(Letter::isAddress)
                .ifPresent(each -> mail.send(paper.to(each, null, delivery.subject())));
    }

    private List<@Nullable String> readers(StaffMember by, ReturnChange change, Delivery delivery) {
        long school = delivery.session().schoolId();
        var confirmer = delivery.session().confirmer();
        var readers = new ArrayList<@Nullable String>();
        if (SecondSignerRules.isSchoolsAlone(change, delivery) && confirmer != null) {
            readers.add(people.emailOf(confirmer).orElse(null));
            return readers;
        }
        var leads = staffing.leadsOf(school);
        signers.ofSchool(by.id(), delivery).stream()
                .filter(each -> is(leads.lead(), each)
                        || is(leads.deputy(), each)
                        || staffing.isAdministratorOf(each.staffId(), school))
                .forEach(each -> readers.add(each.email()));
        managers.nearest(school, by.id()).forEach(each -> readers.add(each.email()));
        return readers;
    }

    private static boolean is(@Nullable Person lead, Person each) {
        return lead != null && lead.staffId() == each.staffId();
    }

    private String page(Delivery delivery) {
        return address + "/sessions/" + delivery.session().publicId() + "/change";
    }
}
