package uk.thinkuknow.attendance.confirmation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.attendance.returns.ConfirmationService;
import uk.thinkuknow.attendance.returns.WaitingReturn;
import uk.thinkuknow.attendance.returns.WaitingReturnDetails;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.web.FormError;
import uk.thinkuknow.web.FormOption;
import uk.thinkuknow.web.PageLinks;

/** Builds the pages of returns that wait: the list, the page of one to decide on, and what its signer reads. */
@Singleton
class ConfirmationPages {
    /** Returns on one page of the list. */
    private static final int ON_A_PAGE = 25;

    private final ConfirmationService confirmations;
    private final WaitingReturnDetails details;
    private final ConfirmationNotes notes;
    private final UsualAtSchool usual;
    private final ConfirmerWords words;

    ConfirmationPages(
            ConfirmationService confirmations,
            WaitingReturnDetails details,
            ConfirmationNotes notes,
            UsualAtSchool usual,
            ConfirmerWords words) {
        this.confirmations = confirmations;
        this.details = details;
        this.notes = notes;
        this.usual = usual;
        this.words = words;
    }

    /** What the signer reads: thanks, why the return waits, who confirms it and until when. */
    @CheckedTemplate(basePath = "attendance/confirmation", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ThanksPage(
            ReturnHead head,
            List<Unusual> unusual,
            ConfirmerWords.Asked next,
            String note,
            @Nullable String problem) implements TemplateInstance {}

    /** One return, for the person who decides on it; a person who may not reads why. */
    @CheckedTemplate(basePath = "attendance/confirmation", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record DecisionPage(
            ReturnHead head,
            List<FactRow> facts,
            List<Unusual> unusual,
            String note,
            Permission may,
            Answer answer,
            String nav)
            implements TemplateInstance {}

    /** Whether the reader can confirm, why or why not, and who else can. */
    record Permission(boolean confirm, String why, ConfirmerWords.Asked others) {}

    /** The form of an answer, with what is wrong in it. */
    record Answer(List<FormOption> options, String why, List<FormError> errors) {
        public @Nullable String error(String field) {
            return FormError.of(errors, field);
        }
    }

    /** The list of the returns that wait for the reader. */
    @CheckedTemplate(basePath = "attendance/confirmation", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record WaitingListPage(
            Head head,
            List<Row> rows,
            List<Visit> visits,
            PageLinks pages,
            @Nullable String problem) implements TemplateInstance {}

    /**
     * The head of the list.
     *
     * @param reads whether the reader confirms nothing
     * @param late whether only those that have waited for more than 14 days are shown
     * @param overdue the number of those
     */
    record Head(boolean manages, boolean reads, boolean late, int all, int overdue, String nav) {
        public int count() {
            return late ? overdue : all;
        }
    }

    /** A return in the list; {@code late} says how long it has waited, if that is more than 14 days. */
    record Row(Which which, String late, FactRow length, FactRow children, List<Unusual> unusual, String note) {}

    /** A visit that waits for the person in the room to confirm its heads, and who that is. */
    record Visit(Which which, String who) {}

    /** Which return it is. */
    record Which(String session, String seen, String classes, String where) {}

    ThanksPage thanks(WaitingReturn.Detail detail, @Nullable String typed, @Nullable String problem) {
        var each = detail.waiting();
        return new ThanksPage(
                ReturnHead.of(each),
                Unusual.of(detail),
                words.asked(each),
                typed == null ? notes.of(each.session()) : typed,
                problem);
    }

    DecisionPage decision(StaffMember reader, WaitingReturn.Detail detail, AnswerForm form, List<FormError> errors) {
        var each = detail.waiting();
        boolean may = confirmations.mayConfirm(reader, each.session());
        return new DecisionPage(
                ReturnHead.of(each),
                FactRow.of(detail, usual.of(each)),
                Unusual.of(detail),
                may ? notes.of(each.session()) : "",
                new Permission(may, words.why(reader, each, may), words.asked(each)),
                new Answer(form.options(each.came().children(), each.signed().by()), form.reason(), errors),
                nav(reader));
    }

    WaitingListPage list(StaffMember reader, boolean late, int page, @Nullable String problem) {
        var found = confirmations.waitingFor(reader);
        boolean manages = reader.is(Role.MANAGER);
        boolean only = late && manages;
        var all = only
                ? found.unanswered()
                : Stream.concat(found.unanswered().stream(), found.others().stream())
                        .toList();
        int pages = Math.max(1, Math.ceilDiv(all.size(), ON_A_PAGE));
        int shown = Math.clamp(page, 1, pages);
        return new WaitingListPage(
                new Head(
                        manages,
                        ConfirmationService.isReader(reader),
                        only,
                        found.size(),
                        found.unanswered().size(),
                        nav(reader)),
                all.stream()
                        .skip((long) (shown - 1) * ON_A_PAGE)
                        .limit(ON_A_PAGE)
                        .map(each -> row(reader, each, found.unanswered().contains(each)))
                        .toList(),
                found.visits().stream()
                        .map(each ->
                                new Visit(which(reader, each), words.asked(each).who()))
                        .toList(),
                PageLinks.of("/returns-to-confirm?" + (only ? "late=true&" : ""), shown, pages),
                problem);
    }

    private Row row(StaffMember reader, WaitingReturn each, boolean late) {
        var detail = details.get(reader, each.session());
        var here = usual.of(each);
        return new Row(
                which(reader, each),
                late ? Words.of("confirmation.waitsForLong", ConfirmationService.UNANSWERED_AFTER_DAYS) : "",
                FactRow.length(detail, here),
                FactRow.children(detail, here),
                Unusual.of(detail),
                ConfirmationService.isReader(reader) ? "" : notes.of(each.session()));
    }

    private static Which which(StaffMember reader, WaitingReturn each) {
        var head = ReturnHead.of(each);
        return new Which(
                head.session(),
                head.signed().seen(),
                head.classes(),
                reader.is(Role.MANAGER) || reader.is(Role.AUDITOR)
                        ? Words.of(
                                "confirmation.whereAt",
                                head.school(),
                                head.lesson(),
                                head.day(),
                                head.signed().by())
                        : Words.of(
                                "confirmation.where",
                                head.lesson(),
                                head.day(),
                                head.signed().by()));
    }

    private static String nav(StaffMember reader) {
        return reader.is(Role.TEACHER) ? "sessions" : "returns-to-confirm";
    }
}
