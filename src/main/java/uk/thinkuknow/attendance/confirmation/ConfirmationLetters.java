package uk.thinkuknow.attendance.confirmation;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.thinkuknow.attendance.confirmation.UntoldReturns.Reader;
import uk.thinkuknow.attendance.confirmation.UntoldReturns.Untold;
import uk.thinkuknow.attendance.returns.ReturnSentBack;
import uk.thinkuknow.attendance.returns.WaitingReturn;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.operations.mail.Letter;
import uk.thinkuknow.operations.mail.LetterContent;
import uk.thinkuknow.operations.mail.LetterContent.Detail;
import uk.thinkuknow.operations.mail.Mail;

/**
 * Writes the emails about returns that wait: asks people to confirm them, and tells signers that theirs were confirmed
 * or sent back.
 */
@Singleton
class ConfirmationLetters {
    private final Confirmers confirmers;
    private final PeopleService people;
    private final Mail mail;
    private final String address;

    ConfirmationLetters(
            Confirmers confirmers,
            PeopleService people,
            Mail mail,
            @ConfigProperty(name = "thinkuknow.public-address") URI address) {
        this.confirmers = confirmers;
        this.people = people;
        this.mail = mail;
        this.address = address.toString();
    }

    /** Asks these readers to confirm returns of a school: one letter a person, with those that they may confirm. */
    void ask(long schoolId, Reader reader, List<Untold> news) {
        var byAddress = new LinkedHashMap<String, List<Untold>>();
        for (var each : news) {
            confirmers
                    .addresses(schoolId, reader, each)
                    .forEach(to -> byAddress
                            .computeIfAbsent(to, _ -> new ArrayList<>())
                            .add(each));
        }
        byAddress.forEach((to, theirs) -> send(
                to,
                asking(reader, theirs, confirmers.school(schoolId)),
                theirs.getFirst().session().value()));
    }

    private LetterContent asking(Reader reader, List<Untold> theirs, String school) {
        boolean late = reader == Reader.MANAGER;
        return new LetterContent(
                Words.of(
                        "confirmation.letterSubject",
                        late,
                        theirs.size(),
                        theirs.getFirst().forWhom(),
                        school),
                List.of(
                        Words.of("confirmation.hello"),
                        Words.of("confirmation.letterText", late, theirs.size(), school)),
                theirs.stream().map(ConfirmationLetters::detail).toList(),
                address + "/returns-to-confirm" + (late ? "?late=true" : ""));
    }

    private static Detail detail(Untold each) {
        var grounds = each.grounds().stream()
                .sorted()
                .map(ground -> Words.of("confirmation.brief." + ground.name()))
                .collect(Collectors.joining(", "));
        return new Detail(
                Words.of("confirmation.letterReturn", each.forWhom(), each.day()),
                grounds.isEmpty() ? Words.of("confirmation.headsOfVisit") : grounds);
    }

    /** Tells the signers that their returns were confirmed: one letter a signer. */
    void confirmed(StaffMember by, List<WaitingReturn> returns) {
        returns.stream()
                .filter(each -> each.signed().staffId() != by.id())
                .collect(Collectors.groupingBy(each -> each.signed().staffId()))
                .forEach((signer, theirs) -> tell(
                        signer,
                        confirmedWords(by, signer, theirs),
                        theirs.getFirst().session().value()));
    }

    private LetterContent confirmedWords(StaffMember by, long signer, List<WaitingReturn> theirs) {
        var first = theirs.getFirst();
        return new LetterContent(
                Words.of(
                        "confirmation.confirmedSubject",
                        theirs.size(),
                        first.taught().forWhom()),
                List.of(
                        Words.of("confirmation.helloName", people.nameOf(signer)),
                        Words.of(
                                "confirmation.confirmedText",
                                by.name(),
                                theirs.size(),
                                theirs.stream()
                                        .mapToInt(each -> each.came().children())
                                        .sum())),
                theirs.stream()
                        .map(each -> new Detail(
                                each.taught().forWhom(),
                                TextFormat.longDay(each.taught().day())))
                        .toList(),
                address + "/sessions/" + first.session() + "/return");
    }

    /** Tells the signer that a return was sent back, and why. */
    void hear(@Observes ReturnSentBack sent) {
        tell(
                sent.signer(),
                new LetterContent(
                        Words.of("confirmation.sentBackSubject", sent.forWhom()),
                        List.of(
                                Words.of("confirmation.helloName", people.nameOf(sent.signer())),
                                Words.of(
                                        "confirmation.sentBackText",
                                        sent.by(),
                                        sent.forWhom(),
                                        TextFormat.longDay(sent.day()),
                                        sent.why()),
                                Words.of("confirmation.sentBackNext", sent.paper())),
                        List.of(),
                        address + (sent.paper() ? "/paper-registers" : "/sessions/" + sent.session() + "/register")),
                sent.session().value());
    }

    private void tell(long staffId, LetterContent paper, String session) {
        people.emailOf(staffId).filter(Letter::isAddress).ifPresent(to -> send(to, paper, session));
    }

    private void send(String to, LetterContent paper, String session) {
        mail.send(paper.to(Objects.requireNonNull(to), null, "session " + session));
    }
}
