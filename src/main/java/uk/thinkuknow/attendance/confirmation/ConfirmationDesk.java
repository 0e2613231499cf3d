package uk.thinkuknow.attendance.confirmation;

import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.attendance.returns.ConfirmationService;
import uk.thinkuknow.attendance.returns.WaitingReturn;
import uk.thinkuknow.attendance.returns.WaitingReturnDetails;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.StaffMember;

/** Lets people confirm returns that wait or send them back, and tells the signers; keeps the signers' notes. */
@Singleton
class ConfirmationDesk implements WaitingReturn.Page {
    private final ConfirmationService confirmations;
    private final WaitingReturnDetails details;
    private final ConfirmationPages pages;
    private final ConfirmationNotes notes;
    private final ConfirmationLetters letters;

    ConfirmationDesk(
            ConfirmationService confirmations,
            WaitingReturnDetails details,
            ConfirmationPages pages,
            ConfirmationNotes notes,
            ConfirmationLetters letters) {
        this.confirmations = confirmations;
        this.details = details;
        this.pages = pages;
        this.notes = notes;
        this.letters = letters;
    }

    /**
     * What was confirmed.
     *
     * @param children the children in the confirmed returns
     * @param gone whose returns did not wait any more
     */
    record Confirmed(int returns, int children, List<String> gone) {}

    @Override
    @Transactional
    public Optional<TemplateInstance> of(StaffMember reader, PublicId session) {
        return details.find(reader, session)
                .filter(detail -> !detail.waiting().grounds().isEmpty())
                .filter(detail ->
                        isSigner(reader, detail) || !detail.waiting().taught().visit())
                .map(detail -> page(reader, detail));
    }

    private TemplateInstance page(StaffMember reader, WaitingReturn.Detail detail) {
        return isSigner(reader, detail)
                ? pages.thanks(detail, null, null)
                : pages.decision(reader, detail, AnswerForm.EMPTY, List.of());
    }

    /** Returns the list of the returns that wait for this person. */
    @Transactional
    TemplateInstance list(StaffMember reader, boolean late, int page, @Nullable String problem) {
        return pages.list(reader, late, page, problem);
    }

    /**
     * Returns the page of one return; empty if it does not wait any more.
     *
     * @throws NotFound if it is of another school or area
     */
    @Transactional
    Optional<TemplateInstance> one(StaffMember reader, PublicId session) {
        return details.find(reader, session).map(detail -> page(reader, detail));
    }

    /** Returns the page to decide on, with the errors of an answer; empty if the return does not wait any more. */
    @Transactional
    Optional<TemplateInstance> again(StaffMember reader, PublicId session, AnswerForm form) {
        return details.find(reader, session).map(detail -> pages.decision(reader, detail, form, form.errors()));
    }

    /**
     * Confirms returns, so that they count from now on; those that were answered or signed again meanwhile are left out. Their signers
     * are told.
     *
     * @throws uk.thinkuknow.attendance.returns.MayNotConfirm if the user may not confirm one of them
     * @throws NotFound if the user may not see one of them
     */
    @Transactional
    Confirmed confirm(StaffMember by, List<WaitingReturn.Seen> seen) {
        var chosen = seen.stream().distinct().toList();
        var known = chosen.stream()
                .flatMap(each -> details.find(by, each.session()).stream())
                .map(WaitingReturn.Detail::waiting)
                .toList();
        var confirmed = confirmations.confirm(by, chosen);
        var theirs = known.stream()
                .filter(each -> confirmed.contains(each.session()))
                .toList();
        letters.confirmed(by, theirs);
        return new Confirmed(
                theirs.size(),
                theirs.stream().mapToInt(each -> each.came().children()).sum(),
                chosen.stream()
                        .map(WaitingReturn.Seen::session)
                        .filter(each -> !confirmed.contains(each))
                        .map(each -> details.classesOf(by, each))
                        .toList());
    }

    /**
     * Sends a return back to its signer, who gets an email with the reason. The session of a paper register is deleted,
     * so its note is too.
     *
     * @throws Refused if the return does not wait any more
     */
    @Transactional
    void sendBack(StaffMember by, WaitingReturn.Seen seen, String why) {
        var session = seen.session();
        var detail = details.find(by, session).orElseThrow(ConfirmationDesk::answered);
        if (detail.waiting().signed().paper()) {
            notes.delete(session);
        }
        confirmations.sendBack(by, seen, why);
    }

    private static Refused answered() {
        return new Refused("confirmation.answered");
    }

    /**
     * Stores what the signer tells the person who confirms.
     *
     * @return the page again if the note is too long
     * @throws Refused if the return does not wait any more
     * @throws NotFound for a return that somebody else signed
     */
    @Transactional
    Optional<TemplateInstance> note(StaffMember by, PublicId session, String note) {
        var detail = details.find(by, session).orElseThrow(ConfirmationDesk::answered);
        if (!isSigner(by, detail)) {
            throw new NotFound();
        }
        if (note.length() > ConfirmationNotes.AT_MOST) {
            return Optional.of(
                    pages.thanks(detail, note, Words.of("confirmation.noteTooLong", ConfirmationNotes.AT_MOST)));
        }
        notes.write(by, session, note);
        return Optional.empty();
    }

    private static boolean isSigner(StaffMember reader, WaitingReturn.Detail detail) {
        return reader.id() == detail.waiting().signed().staffId();
    }
}
