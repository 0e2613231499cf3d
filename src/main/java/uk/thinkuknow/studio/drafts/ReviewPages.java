package uk.thinkuknow.studio.drafts;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.library.StepWithdrawals;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.studio.forms.LessonForms;
import uk.thinkuknow.web.FormOption;

/** Builds the page on which a draft is compared, discussed, reviewed and published, and the page of its history. */
@Singleton
class ReviewPages {
    private final DraftEditor draftEditor;
    private final DraftHeaders heads;
    private final DraftHistory trail;
    private final PublishedVersions versions;
    private final ReviewHandover passingOn;
    private final StepWithdrawals withdrawals;

    ReviewPages(
            DraftEditor draftEditor,
            DraftHeaders heads,
            DraftHistory trail,
            PublishedVersions versions,
            ReviewHandover passingOn,
            StepWithdrawals withdrawals) {
        this.draftEditor = draftEditor;
        this.heads = heads;
        this.trail = trail;
        this.versions = versions;
        this.passingOn = passingOn;
        this.withdrawals = withdrawals;
    }

    /**
     * The review page.
     *
     * @param before the number of the version it is compared with; 0 for a new lesson
     * @param behind the number of a version published since the draft began; 0 if none
     * @param withdrawn which of its steps were withdrawn, or that the lesson was for the safety of children; in sentences
     * @param may the actions allowed to the viewer
     * @param others the reviewers to whom the review can be passed on
     * @param published the version published from it; null if none
     */
    @CheckedTemplate(basePath = "studio/drafts", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ReviewPage(
            DraftHeaders.DraftHeader draft,
            int before,
            int behind,
            List<String> withdrawn,
            List<LessonComparison.Change> changes,
            List<FormOption> places,
            List<DraftHistory.CommentView> comments,
            List<DraftHistory.EventView> events,
            Decision may,
            List<FormOption> others,
            @Nullable String planned,
            PublishedVersions.@Nullable Published published,
            @Nullable String problem,
            String typed)
            implements TemplateInstance {}

    /** The actions allowed to the viewer now, and the reason why an expected one is not. */
    record Decision(
            boolean send,
            boolean decide,
            boolean takeBack,
            boolean publish,
            @Nullable String whyNot) {}

    /** The page with a draft's revisions. */
    @CheckedTemplate(basePath = "studio/drafts", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record HistoryPage(DraftHeaders.DraftHeader draft, List<DraftHistory.RevisionLine> revisions)
            implements TemplateInstance {}

    /**
     * Returns the review page.
     *
     * @param problem the reason why the last action was refused; null if none
     * @param typed the text to show again after a refusal
     */
    @Transactional
    ReviewPage review(String id, StaffMember me, @Nullable String problem, String typed) {
        var open = draftEditor.open(id);
        var draft = open.draft();
        var base = versions.baseOf(draft);
        var was = base.side();
        var head = heads.head(open.draft(), me);
        var steps = DraftPlaces.steps(open.written().tree());
        var places = new ArrayList<FormOption>();
        places.add(new FormOption(DraftEditor.LESSON, Words.of("drafts.aboutLesson"), false));
        steps.forEach(step -> places.add(new FormOption(
                step.path("key").asText(),
                Words.of(
                        "drafts.stepNamed",
                        places.size(),
                        step.path("title").asText().isEmpty()
                                ? LessonForms.words(step)
                                : step.path("title").asText()),
                false)));
        var planned = draft.publishAt();
        return new ReviewPage(
                head,
                base.number(),
                base.behind(),
                withdrawals
                        .concerning(
                                draft.moduleKey(),
                                DraftPlaces.keys(open.written().tree()))
                        .stream()
                        .map(each -> Words.of(
                                "drafts.wasWithdrawn", each.title(), each.by(), TextFormat.time(each.at()), each.why()))
                        .toList(),
                was == null ? List.of() : LessonComparison.of(was, side(open)),
                places,
                trail.all(draft, places.stream().collect(Collectors.toMap(FormOption::value, FormOption::words))),
                trail.events(draft),
                decision(head, me),
                passingOn.choices(draft, me).stream()
                        .map(one -> new FormOption(one.publicId().value(), one.name(), false))
                        .toList(),
                planned == null ? null : TextFormat.time(planned),
                versions.publishedOf(draft),
                problem,
                typed);
    }

    /**
     * Returns the address to go to after a comment is answered or resolved: the comment's place if it still exists,
     * else the review page.
     */
    @Transactional
    String addressOfComments(String id, String place) {
        var open = draftEditor.open(id);
        return DraftPlaces.part(open.written().tree(), place).isPresent()
                ? DraftPlaces.address(id, place) + "#st-comments"
                : "/studio/drafts/" + id + "/review#said";
    }

    private static LessonComparison.Side side(DraftEditor.OpenDraft open) {
        return new LessonComparison.Side(
                open.written().tree(),
                open.written().folder(),
                name -> "/studio/drafts/" + open.draft().publicId() + "/files/" + name);
    }

    @Transactional
    HistoryPage history(String id, StaffMember me) {
        var open = draftEditor.open(id);
        var titles = new HashMap<String, String>();
        DraftPlaces.steps(open.written().tree())
                .forEach(step ->
                        titles.put(step.path("key").asText(), step.path("title").asText()));
        return new HistoryPage(heads.head(open.draft(), me), trail.revisions(open.draft(), titles));
    }

    private static Decision decision(DraftHeaders.DraftHeader draft, StaffMember me) {
        boolean writes = !draft.shut() && (me.is(Role.TRAINER) || me.is(Role.MANAGER) || me.is(Role.ADMINISTRATOR));
        boolean decides = draft.state().isInReview() && me.is(Role.REVIEWER) && !draft.mine();
        return new Decision(
                draft.state() == DraftState.DRAFT && writes,
                decides,
                draft.mayTakeBack() && draft.state().isOpen() && draft.state() != DraftState.DRAFT,
                draft.state() == DraftState.APPROVED && (me.is(Role.MANAGER) || me.is(Role.ADMINISTRATOR)),
                draft.state().isInReview() && !decides
                        ? draft.mine() && me.is(Role.REVIEWER) ? Words.of("drafts.anotherDecides") : waitsFor(draft, me)
                        : draft.state() == DraftState.APPROVED && !me.is(Role.MANAGER) && !me.is(Role.ADMINISTRATOR)
                                ? Words.of("drafts.managerPublishes")
                                : null);
    }

    private static String waitsFor(DraftHeaders.DraftHeader draft, StaffMember me) {
        var reviewer = draft.isWithMe() ? me.name() : draft.reviewer();
        return reviewer == null ? Words.of("drafts.waitsForReviewer") : Words.of("drafts.waitsFor", reviewer);
    }
}
