package uk.thinkuknow.curriculum.library;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.operations.mail.Letter;
import uk.thinkuknow.operations.mail.LetterContent;
import uk.thinkuknow.operations.mail.Mail;

/**
 * Writes the emails about a withdrawn lesson: asks for a second signature or a reviewer's decision, and tells the
 * person who withdrew it and those who were asked how it ended.
 */
@Singleton
class WithdrawalLetters {
    private final PeopleService people;
    private final Mail mail;
    private final String address;

    WithdrawalLetters(
            PeopleService people, Mail mail, @ConfigProperty(name = "thinkuknow.public-address") URI address) {
        this.people = people;
        this.mail = mail;
        this.address = address.toString();
    }

    /** Asks everyone who may sign, or the reviewers. */
    void ask(LessonWithdrawal row, StaffMember by, String title) {
        var ends = row.endsAt();
        var wanted = ends == null
                ? Words.of("library.letterReview")
                : Words.of("library.letterSign", row.wish().everywhere(), London.inWords(ends));
        send(
                row,
                asked(row),
                Words.of("library.letterSubject", title),
                List.of(
                        Words.of("library.letterWithdrew", by.name(), title),
                        Words.of("library.letterReason", row.wish().why()),
                        wanted));
    }

    /** Tells the person who withdrew it, and those who were asked, what somebody decided. */
    void decided(LessonWithdrawal row, String title, String by) {
        var key = row.state() == LessonWithdrawal.State.KEPT ? "library.letterKept" : "library.letterRestored";
        tell(row, title, Words.of(key, by, title));
    }

    /** Tells them that nobody has signed in time, so that the lesson is restored. */
    void notSigned(LessonWithdrawal row, String title) {
        tell(row, title, Words.of("library.letterNotSigned", title));
    }

    /** Tells the other managers of the programme, and the reviewers, that somebody has withdrawn a step. */
    void stepWithdrawn(StaffMember by, String moduleKey, String words, String why) {
        var paper = new LetterContent(
                Words.of("library.letterStepSubject"),
                List.of(words, Words.of("library.letterReason", why)),
                List.of(),
                address + "/modules/" + moduleKey);
        Stream.concat(
                        people.managers().stream()
                                .filter(each -> each.place().scope().isProgramme()),
                        people.reviewers().stream())
                .filter(each -> each.id() != by.id())
                .flatMap(each -> people.emailOf(each.id()).stream())
                .filter(Letter::isAddress)
                .distinct()
                .forEach(each -> mail.send(paper.to(each, null, "module " + moduleKey)));
    }

    private void tell(LessonWithdrawal row, String title, String words) {
        var readers = new ArrayList<>(asked(row));
        people.emailOf(row.askedBy()).ifPresent(readers::add);
        send(row, readers, Words.of("library.letterDecided", title), List.of(words));
    }

    private List<String> asked(LessonWithdrawal row) {
        var readers = row.wish().safeguarding()
                ? people.reviewers()
                : people.managers().stream()
                        .filter(each -> each.place().scope().covers(row.wanted()))
                        .toList();
        return readers.stream()
                .filter(each -> each.id() != row.askedBy())
                .flatMap(each -> people.emailOf(each.id()).stream())
                .toList();
    }

    private void send(LessonWithdrawal row, List<String> readers, String subject, List<String> paragraphs) {
        var paper = new LetterContent(subject, paragraphs, List.of(), address + "/withdrawals");
        readers.stream()
                .filter(Letter::isAddress)
                .distinct()
                .forEach(each -> mail.send(paper.to(each, null, "module " + row.moduleKey())));
    }
}
