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
     * The page of one place of a draft.
     *
     * @param mark of the place as the form shows it
     * @param crossed what somebody else has stored here meanwhile; null if nobody has
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

    /** A step in the list. */
    record StepLine(int number, String key, String title, String kind, Left left, long said, boolean here) {}

    /** How much is left at a step: to mend, to fill in, to think about. */
    record Left(int toMend, int blank, int toThink) {}

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

    /** After deleting or moving, one press takes it back. */
    private @Nullable Undo undo(Draft draft, StaffMember me) {
        var last = drafts.revisions(draft.id(), 2);
        var acts = last.size() == 2 && !last.getFirst().what().equals("changed");
        return acts && last.getFirst().staffId() == me.id() && draft.state() == DraftState.DRAFT
                ? new Undo(last.get(1).number(), last.getFirst().what())
                : null;
    }
}
