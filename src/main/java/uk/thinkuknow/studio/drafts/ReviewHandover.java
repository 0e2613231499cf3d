package uk.thinkuknow.studio.drafts;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.Account;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.operations.mail.Letter;
import uk.thinkuknow.operations.mail.LetterContent;
import uk.thinkuknow.operations.mail.Mail;

/** Passes a review on to another reviewer who has not written any of the lesson, and sends that reviewer an email. */
@Singleton
class ReviewHandover {
    private final Drafts drafts;
    private final DraftReview draftReview;
    private final PeopleService people;
    private final Mail mail;
    private final URI address;

    ReviewHandover(
            Drafts drafts,
            DraftReview draftReview,
            PeopleService people,
            Mail mail,
            @ConfigProperty(name = "thinkuknow.public-address") URI address) {
        this.drafts = drafts;
        this.draftReview = draftReview;
        this.people = people;
        this.mail = mail;
        this.address = address;
    }

    /** Returns the reviewers to whom a person may pass the review on. */
    @Transactional
    List<Account> choices(Draft draft, StaffMember me) {
        var authors = drafts.authors(draft.id());
        return people.reviewers().stream()
                .filter(one -> one.id() != me.id() && !authors.contains(one.id()))
                .toList();
    }

    /**
     * Passes on the draft's current review.
     *
     * @param to the public id of the other reviewer
     * @param words a message to the other reviewer; may be empty
     * @return the sentence to show
     * @throws Refused if the draft is not in review, or one of the two reviewers may not decide it
     */
    @Transactional
    String passOn(StaffMember me, String id, String to, String words) {
        var draft = draftReview.inReview(me, id);
        var said = DraftReview.checked(words, false);
        var other = choices(draft, me).stream()
                .filter(one -> one.publicId().value().equals(to))
                .findFirst()
                .orElseThrow(() -> new Refused("drafts.chooseReviewer"));
        draft.assignReviewer(other.id());
        draftReview.note(
                draft,
                DraftReview.PASSED_ON,
                said.isEmpty()
                        ? Words.of("drafts.passedTo", other.name())
                        : Words.of("drafts.passedToSaying", other.name(), said),
                me);
        return Words.of(
                tell(me, draft, other, said) ? "drafts.passedOnByLetter" : "drafts.passedOnUntold", other.name());
    }

    private boolean tell(StaffMember me, Draft draft, Account other, String said) {
        var email = other.email();
        if (email == null || !Letter.isAddress(email)) {
            return false;
        }
        var lines = new ArrayList<String>();
        lines.add(Words.of("drafts.hello", other.name()));
        lines.add(Words.of(
                "drafts.reviewLetter",
                me.name(),
                draft.state().words().toLowerCase(java.util.Locale.UK),
                draft.title(),
                draft.band().replace('-', '–')));
        if (!said.isEmpty()) {
            lines.add(Words.of("drafts.quoted", said));
        }
        mail.send(new LetterContent(
                        Words.of("drafts.reviewSubject", draft.title()),
                        lines,
                        List.of(),
                        address + "/studio/drafts/" + draft.publicId() + "/review")
                .to(email, null, "module " + draft.moduleKey()));
        return true;
    }
}
