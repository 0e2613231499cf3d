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

/**
 * Builds the page for writing a draft: its steps, the form of one place, the checks, and other people working in it.
 */
@Singleton
class DraftPages {
    private final Authoring authoring;
    private final Drafts drafts;
    private final DraftHeads heads;
    private final DraftTrail trail;
    private final PeopleService people;

    DraftPages(Authoring authoring, Drafts drafts, DraftHeads heads, DraftTrail trail, PeopleService people) {
        this.authoring = authoring;
        this.drafts = drafts;
        this.heads = heads;
        this.trail = trail;
        this.people = people;
    }

    /**
     * The page with the form of one place of a draft.
     *
     * @param saidOfLesson the number of unresolved comments on the lesson itself
     * @param mark the hash of the place as the form shows it
     * @param blank the number of fields not filled in yet
     * @param crossed the edit conflict at this place; null if none
     */
    @CheckedTemplate(basePath = "studio/drafts", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record DraftPage(
            DraftHeads.DraftHead draft,
            List<StepLine> steps,
            long saidOfLesson,
            Place place,
            List<FieldView> fields,
            String mark,
            List<Checks.Check> checks,
            int blank,
            List<DraftTrail.CommentView> comments,
            List<String> others,
            List<Addable> kinds,
            @Nullable Undo undo,
            @Nullable Crossing crossed)
            implements TemplateInstance {}

    /** A step in the list of steps. */
    record StepLine(int number, String key, String title, String kind, Left left, long said, boolean here) {}

    /** The number of faults, blanks and pieces of advice of a step. */
    record Left(int toMend, int blank, int toThink) {}

    /** The place the form is for: a step, or the lesson itself with number 0. */
    record Place(String key, String heading, int number, int of) {
        public boolean isStep() {
            return number > 0;
        }

        public boolean isLast() {
            return number == of;
        }
    }

    /** The revision to which the last action can be undone. */
    record Undo(int to, String what) {}

    /**
     * Returns the page with the stored content.
     *
     * @throws NotFound if there is no such draft or place
     */
    @Transactional
    DraftPage page(String id, String place, StaffMember me) {
        var open = authoring.open(id);
        var part = Places.part(open.written().tree(), place).orElseThrow(NotFound::new);
        return page(open, place, me, part, Places.mark(part), null);
    }

    /** Returns the page after an edit conflict, with the submitted text in the form and the stored text beside it. */
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
        int number = Places.number(steps, place);
        var here = number == 0 ? "" : "steps[" + number + "].";
        var checks = Checks.of(open);
        var showing = new Showing(part, List.copyOf(open.files().keySet()), Remarks.of(open, here));
        return new DraftPage(
                heads.head(open, me),
                lines(open, place),
                drafts.openComments(open.draft().id()).getOrDefault(Authoring.LESSON, 0L),
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
                trail.open(open.draft(), place),
                heads.others(open, place, me),
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

    private List<StepLine> lines(Authoring.Open open, String place) {
        var comments = drafts.openComments(open.draft().id());
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
                    new Left(
                            problems.size() - blank,
                            blank,
                            Checks.ofStep(open.written().advice(), number).size()),
                    comments.getOrDefault(step.path("key").asText(), 0L),
                    step.path("key").asText().equals(place)));
        }
        return lines;
    }

    /** Offers to undo the viewer's last action if it was not a saved form. */
    private @Nullable Undo undo(Draft draft, StaffMember me) {
        var last = drafts.revisions(draft.id(), 2);
        var acts = last.size() == 2 && !last.getFirst().what().equals("changed");
        return acts && last.getFirst().staffId() == me.id() && draft.state() == DraftState.DRAFT
                ? new Undo(last.get(1).number(), last.getFirst().what())
                : null;
    }
}
