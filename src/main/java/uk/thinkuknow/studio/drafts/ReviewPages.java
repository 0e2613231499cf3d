package uk.thinkuknow.studio.drafts;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.InWords;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.identity.staff.Account;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.studio.drafts.DraftPages.DraftHead;
import uk.thinkuknow.studio.forms.Forms;

/** The pages on which a draft is compared, reviewed and published, and gone back in. */
@Singleton
class ReviewPages {
    private static final int REVISIONS = 200;

    private final Authoring authoring;
    private final Drafts drafts;
    private final CommentViews comments;
    private final DraftPages pages;
    private final Versions versions;
    private final CurriculumService curriculum;
    private final PassingOn passingOn;
    private final PeopleService people;

    ReviewPages(
            Authoring authoring,
            Drafts drafts,
            CommentViews comments,
            DraftPages pages,
            Versions versions,
            CurriculumService curriculum,
            PassingOn passingOn,
            PeopleService people) {
        this.authoring = authoring;
        this.drafts = drafts;
        this.comments = comments;
        this.pages = pages;
        this.versions = versions;
        this.curriculum = curriculum;
        this.passingOn = passingOn;
        this.people = people;
    }

    /**
     * What has changed, what was said, and what may be done now.
     *
     * @param before the number of the version it is compared with; 0 for a new lesson
     * @param published the version that has come of it, or null
     * @param behind the number of a version that was published since the draft began; 0 for none
     */
    @CheckedTemplate(basePath = "studio/drafts", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ReviewPage(
            DraftHead draft,
            int before,
            int behind,
            List<Comparison.Change> changes,
            List<StepChoice> places,
            List<CommentViews.CommentView> comments,
            List<EventView> events,
            Decision may,
            List<Account> others,
            @Nullable String planned,
            @Nullable Published published,
            @Nullable String problem,
            String typed)
            implements TemplateInstance {}

    /** The version that has come of it. */
    record Published(String key, int number) {}

    /** A place that something can be said of. */
    record StepChoice(String key, String words) {}

    /** What happened, in a sentence. */
    record EventView(String at, String words, String said) {}

    /** What she may do now, and why not where she might think so. */
    record Decision(
            boolean send,
            boolean decide,
            boolean takeBack,
            boolean publish,
            @Nullable String whyNot) {}

    @CheckedTemplate(basePath = "studio/drafts", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record HistoryPage(DraftHead draft, List<RevisionLine> revisions) implements TemplateInstance {}

    /** What a draft was before. */
    record RevisionLine(int number, String at, String by, String what, boolean now) {}

    @Transactional
    ReviewPage review(String id, StaffMember me, @Nullable String problem, String typed) {
        var open = authoring.open(id);
        var draft = open.draft();
        var base = draft.basedOn();
        var version = base == null ? null : curriculum.version(base);
        var was = version == null ? null : versions.side(version).orElse(null);
        var steps = Places.steps(open.written().tree());
        var places = new ArrayList<StepChoice>();
        places.add(new StepChoice(Authoring.LESSON, "About this lesson"));
        steps.forEach(step -> places.add(new StepChoice(
                step.path("key").asText(),
                "Step " + places.size() + ": "
                        + (step.path("title").asText().isEmpty()
                                ? Forms.words(step)
                                : step.path("title").asText()))));
        var newest = curriculum.newest(draft.moduleKey());
        var planned = draft.publishAt();
        return new ReviewPage(
                pages.head(open, me),
                version == null ? 0 : version.number(),
                version != null
                                && newest.isPresent()
                                && newest.get().number() > version.number()
                                && draft.state().isOpen()
                        ? newest.get().number()
                        : 0,
                was == null ? List.of() : Comparison.of(was, side(open)),
                places,
                comments.all(draft, places.stream().collect(Collectors.toMap(StepChoice::key, StepChoice::words))),
                events(draft),
                decision(draft, me, pages.head(open, me).shut()),
                passingOn.choices(draft, me),
                planned == null ? null : InWords.time(planned),
                published(draft),
                problem,
                typed);
    }

    /** The page on which a comment was answered or settled: of a place that is there, else of the review. */
    @Transactional
    String whereSaid(String id, String place) {
        var open = authoring.open(id);
        return Places.part(open.written().tree(), place).isPresent()
                ? Places.address(id, place) + "#st-comments"
                : "/studio/drafts/" + id + "/review#said";
    }

    private @Nullable Published published(Draft draft) {
        var version = draft.publishedVersionId();
        return version == null
                ? null
                : new Published(draft.moduleKey(), curriculum.version(version).number());
    }

    private static Comparison.Side side(Authoring.Open open) {
        return new Comparison.Side(
                open.written().tree(),
                open.written().folder().files(),
                name -> "/studio/drafts/" + open.draft().publicId() + "/files/" + name);
    }

    @Transactional
    HistoryPage history(String id, StaffMember me) {
        var open = authoring.open(id);
        var titles = new java.util.HashMap<String, String>();
        Places.steps(open.written().tree())
                .forEach(step ->
                        titles.put(step.path("key").asText(), step.path("title").asText()));
        return new HistoryPage(
                pages.head(open, me),
                drafts.revisions(open.draft().id(), REVISIONS).stream()
                        .map(revision -> new RevisionLine(
                                revision.number(),
                                InWords.time(revision.savedAt()),
                                people.nameOf(revision.staffId()),
                                (revision.place().equals(Authoring.WELSH)
                                                        && revision.what().equals(Authoring.CHANGED)
                                                ? "changed the Welsh"
                                                : revision.what())
                                        + (titles.getOrDefault(revision.place(), "")
                                                        .isBlank()
                                                ? ""
                                                : ": “" + titles.get(revision.place()) + "”"),
                                revision.number() == open.draft().revision()))
                        .toList());
    }

    private List<EventView> events(Draft draft) {
        return drafts.events(draft.id()).stream()
                .map(event -> new EventView(
                        InWords.time(event.at()),
                        people.nameOf(event.staffId()) + " " + words(event.what()),
                        event.what().equals("planned") ? "" : event.words()))
                .toList();
    }

    private static String words(String what) {
        return switch (what) {
            case Reviewing.SENT -> "sent it for review";
            case Reviewing.TAKEN_BACK -> "took it back to change it";
            case Reviewing.SAFE -> "approved it as safe to teach";
            case Reviewing.WORDED -> "approved its language";
            case Reviewing.ASKED -> "asked for changes";
            case Reviewing.PASSED_ON -> "passed the review on";
            case Reviewing.PUBLISHED -> "published it";
            case "planned" -> "planned its publication";
            default -> "threw it away";
        };
    }

    private String waitsFor(Draft draft) {
        var reviewer = draft.reviewerId();
        return reviewer == null ? "It waits for a reviewer." : "It waits for " + people.nameOf(reviewer) + ".";
    }

    private Decision decision(Draft draft, StaffMember me, boolean shut) {
        boolean writes = !shut && (me.is(Role.TRAINER) || me.is(Role.MANAGER) || me.is(Role.ADMINISTRATOR));
        boolean mine = drafts.authors(draft.id()).contains(me.id());
        boolean decides = draft.state().isInReview() && me.is(Role.REVIEWER) && !mine;
        return new Decision(
                draft.state() == DraftState.DRAFT && writes,
                decides,
                writes && draft.state().isOpen() && draft.state() != DraftState.DRAFT,
                draft.state() == DraftState.APPROVED && (me.is(Role.MANAGER) || me.is(Role.ADMINISTRATOR)),
                draft.state().isInReview() && !decides
                        ? mine && me.is(Role.REVIEWER)
                                ? "You wrote some of it: another reviewer decides."
                                : waitsFor(draft)
                        : draft.state() == DraftState.APPROVED && !me.is(Role.MANAGER) && !me.is(Role.ADMINISTRATOR)
                                ? "A programme manager publishes it."
                                : null);
    }
}
