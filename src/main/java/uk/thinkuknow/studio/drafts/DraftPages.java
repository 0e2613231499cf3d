package uk.thinkuknow.studio.drafts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.studio.forms.Addable;
import uk.thinkuknow.studio.forms.FieldView;
import uk.thinkuknow.studio.forms.Forms;

/** The page on which a draft is written: its steps, the form of one place, what the checks say, and who else is here. */
@Singleton
class DraftPages {
    static final String YOU = "you";

    private final PeopleService people;
    private final Authoring authoring;
    private final Drafts drafts;
    private final Comments said;
    private final CommentViews comments;
    private final Locks locks;
    private final Moments moments;

    DraftPages(
            PeopleService people,
            Authoring authoring,
            Drafts drafts,
            Comments said,
            CommentViews comments,
            Locks locks,
            Moments moments) {
        this.people = people;
        this.authoring = authoring;
        this.drafts = drafts;
        this.said = said;
        this.comments = comments;
        this.locks = locks;
        this.moments = moments;
    }

    /**
     * The page of one place of a draft.
     *
     * @param mark of the place as the form shows it
     * @param crossed what somebody else has stored here meanwhile; null if nobody has
     */
    @CheckedTemplate(basePath = "studio/drafts", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record DraftPage(
            DraftHead draft,
            List<StepLine> steps,
            long saidOfLesson,
            Place place,
            List<FieldView> fields,
            String mark,
            List<Checks.Check> checks,
            int blank,
            List<CommentViews.CommentView> comments,
            List<String> others,
            List<Addable> kinds,
            @Nullable Undo undo,
            @Nullable Crossing crossed)
            implements TemplateInstance {}

    /**
     * What every page of a draft says of it.
     *
     * @param shut it is locked to her who looks at it
     * @param said how many comments are not settled
     * @param sentBackBy who asked for changes, if nothing has happened to it since
     * @param planned when it will be published, or null
     * @param reviewer to whom its review was passed on: "you", a name, or null for nobody
     */
    record DraftHead(
            String id,
            String title,
            String ages,
            String language,
            DraftState state,
            String saved,
            String savedBy,
            boolean next,
            int toMend,
            int toThink,
            int steps,
            boolean mine,
            boolean locked,
            boolean shut,
            long said,
            @Nullable String sentBackBy,
            @Nullable String planned,
            @Nullable String reviewer) {
        public boolean isEditable() {
            return state == DraftState.DRAFT && !shut;
        }
    }

    /** A step in the list. */
    record StepLine(
            int number,
            String key,
            String title,
            String kind,
            int toMend,
            int blank,
            int toThink,
            long said,
            boolean here) {}

    /** Which place the form is for. */
    record Place(String key, String heading, int number, int of) {
        public boolean isStep() {
            return number > 0;
        }

        public boolean isLast() {
            return number == of;
        }
    }

    /** What the last act can be taken back to. */
    record Undo(int to, String what) {}

    /** Drafts of which something is still to come, those last changed first. */
    @Transactional
    List<DraftHead> open(StaffMember me) {
        return drafts.open().stream()
                .map(draft -> head(authoring.open(draft.publicId()), me))
                .toList();
    }

    /** What every page of a draft says of it, for her who looks at it. */
    @Transactional
    DraftHead head(Authoring.Open open, StaffMember me) {
        var draft = open.draft();
        var planned = draft.publishAt();
        return new DraftHead(
                draft.publicId(),
                draft.title(),
                draft.band().replace('-', '–'),
                draft.language().equals("cy") ? "Welsh" : "English",
                draft.state(),
                moments.words(draft.changedAt()),
                draft.changedBy() == me.id() ? YOU : people.nameOf(draft.changedBy()),
                draft.basedOn() != null,
                draft.toMend(),
                draft.toThink(),
                Places.steps(open.written().tree()).size(),
                drafts.authors(draft.id()).contains(me.id()),
                open.written().tree().path(Forms.LOCKED).asBoolean(),
                locks.shut(me, draft.moduleKey(), open.written().tree()),
                said.open(draft.id()).values().stream()
                        .mapToLong(Long::longValue)
                        .sum(),
                sentBackBy(draft),
                planned == null ? null : moments.words(planned),
                reviewer(draft, me));
    }

    private @Nullable String sentBackBy(Draft draft) {
        var events = drafts.events(draft.id());
        return events.isEmpty() || !events.getLast().what().equals(Reviewing.ASKED)
                ? null
                : people.nameOf(events.getLast().staffId());
    }

    private @Nullable String reviewer(Draft draft, StaffMember me) {
        var reviewer = draft.reviewerId();
        return reviewer == null ? null : reviewer == me.id() ? YOU : people.nameOf(reviewer);
    }

    /** @throws NotFound if there is no such draft, or no such place in it */
    @Transactional
    DraftPage page(String id, String place, StaffMember me) {
        var open = authoring.open(id);
        var part = Places.part(open.written().tree(), place).orElseThrow(NotFound::new);
        return page(open, place, me, part, Places.mark(part), null);
    }

    /** The page with what was typed in the form, beside what somebody else has stored. */
    @Transactional
    DraftPage crossed(String id, String place, StaffMember me, Authoring.Saved.Crossed crossed) {
        var open = authoring.open(id);
        return page(
                open,
                place,
                me,
                crossed.mine(),
                Places.mark(crossed.theirs()),
                Crossing.of(crossed.by() == me.id() ? null : people.nameOf(crossed.by()), open, place, crossed));
    }

    private DraftPage page(
            Authoring.Open open,
            String place,
            StaffMember me,
            ObjectNode part,
            String mark,
            @Nullable Crossing crossed) {
        var tree = open.written().tree();
        var steps = Places.steps(tree);
        int number = number(steps, place);
        var here = number == 0 ? "" : "steps[" + number + "].";
        var checks = Checks.of(open);
        var showing = new Showing(part, List.copyOf(open.files().keySet()), Remarks.of(open, here));
        return new DraftPage(
                head(open, me),
                lines(open, place),
                said.open(open.draft().id()).getOrDefault(Authoring.LESSON, 0L),
                new Place(place, heading(steps, number), number, steps.size()),
                showing.all(Places.fields(tree, place).stream()
                        .filter(field -> Locks.opens(me) || !field.name().equals(Forms.LOCKED))
                        .toList()),
                mark,
                checks,
                checks.stream()
                        .filter(Checks.Check::isBlank)
                        .mapToInt(Checks.Check::times)
                        .sum(),
                comments.open(open.draft(), place),
                others(open, place, me),
                Addable.all(),
                undo(open.draft(), me),
                crossed);
    }

    private static String heading(List<ObjectNode> steps, int number) {
        if (number == 0) {
            return "About this lesson";
        }
        return "Step " + number + ": " + Forms.words(steps.get(number - 1)).toLowerCase(Locale.UK);
    }

    private static int number(List<ObjectNode> steps, String place) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).path("key").asText().equals(place)) {
                return i + 1;
            }
        }
        return 0;
    }

    private List<StepLine> lines(Authoring.Open open, String place) {
        var comments = said.open(open.draft().id());
        var lines = new ArrayList<StepLine>();
        for (var step : Places.steps(open.written().tree())) {
            int number = lines.size() + 1;
            var title = step.path("title").asText();
            var problems = Checks.ofStep(open.written().problems(), number);
            int blank = (int) problems.stream()
                    .filter(problem -> Remarks.isBlank(open, problem))
                    .count();
            lines.add(new StepLine(
                    number,
                    step.path("key").asText(),
                    title.isEmpty() ? "Without a heading" : title,
                    Forms.words(step),
                    problems.size() - blank,
                    blank,
                    Checks.ofStep(open.written().advice(), number).size(),
                    comments.getOrDefault(step.path("key").asText(), 0L),
                    step.path("key").asText().equals(place)));
        }
        return lines;
    }

    /** Who else is in a draft, and where. */
    @Transactional
    List<String> others(Authoring.Open open, String place, StaffMember me) {
        var steps = Places.steps(open.written().tree());
        return authoring.visit(me, open.draft(), place).entrySet().stream()
                .map(other -> people.nameOf(other.getKey()) + " is here too, at "
                        + (other.getValue().equals(Authoring.WELSH)
                                ? "its Welsh"
                                : number(steps, other.getValue()) == 0
                                        ? "“About this lesson”"
                                        : "step " + number(steps, other.getValue())))
                .toList();
    }

    /** After deleting or moving, one press takes it back. */
    private @Nullable Undo undo(Draft draft, StaffMember me) {
        var last = drafts.revisions(draft.id(), 2);
        var acts = last.size() == 2 && !last.getFirst().what().equals("changed");
        return acts && last.getFirst().staffId() == me.id() && draft.state() == DraftState.DRAFT
                ? new Undo(last.get(1).number(), last.getFirst().what())
                : null;
    }
}
