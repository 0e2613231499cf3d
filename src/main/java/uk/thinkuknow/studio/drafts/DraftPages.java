package uk.thinkuknow.studio.drafts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.studio.forms.AddableKind;
import uk.thinkuknow.studio.forms.FieldLabels;
import uk.thinkuknow.studio.forms.FieldView;
import uk.thinkuknow.studio.forms.LessonForms;

/**
 * Builds the page for writing a draft: its steps, the form of one place, the checks, and other people working in it.
 */
@Singleton
class DraftPages {
    private final DraftEditor draftEditor;
    private final Drafts drafts;
    private final DraftHeaders heads;
    private final DraftHistory trail;
    private final PeopleService people;

    DraftPages(DraftEditor draftEditor, Drafts drafts, DraftHeaders heads, DraftHistory trail, PeopleService people) {
        this.draftEditor = draftEditor;
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
            DraftHeaders.DraftHeader draft,
            List<StepLine> steps,
            long saidOfLesson,
            Place place,
            List<FieldView> fields,
            String mark,
            List<DraftChecks.Check> checks,
            int blank,
            List<DraftHistory.CommentView> comments,
            List<String> others,
            List<AddableKind> kinds,
            @Nullable Undo undo,
            @Nullable EditConflict crossed)
            implements TemplateInstance {}

    /** A step in the list of a draft's steps, with what its author still has to do. */
    record StepLine(int number, String key, String title, String kind, Left left, long said, boolean here) {}

    /** The number of errors, of fields not filled in yet, and of pieces of advice of a step. */
    record Left(int faultCount, int blank, int adviceCount) {}

    /** The place the form is for: a step, or the lesson itself with number 0. */
    record Place(String key, String heading, int number, int of) {
        public boolean isStep() {
            return number > 0;
        }

        public boolean isLast() {
            return number == of;
        }

        /** Returns the place's address after that of the draft. */
        public String path() {
            return isStep() ? "/steps/" + key : "/lesson";
        }
    }

    /** The revision to which the last action can be undone. */
    record Undo(int to, String what) {}

    /**
     * An edit conflict: two people, or one person in two windows, changed one place of a draft. Lists the fields that
     * differ.
     *
     * @param by the name of the person who stored the other text; null if the viewer stored it in another window
     */
    record EditConflict(@Nullable String by, List<Row> rows) {
        /**
         * A field with two texts.
         *
         * @param id the field's id in the form; empty if the form does not have it
         * @param label the field's label
         * @param mine the submitted text
         * @param theirs the stored text
         */
        record Row(String id, String label, String mine, String theirs) {}

        /** Compares the two texts of a place field by field. */
        static EditConflict of(
                @Nullable String by, DraftEditor.OpenDraft open, String place, DraftEditor.Saved.Conflict crossed) {
            var mine = labelled(open, place, crossed.mine());
            var theirs = labelled(open, place, crossed.theirs());
            var paths = new LinkedHashSet<>(mine.keySet());
            paths.addAll(theirs.keySet());
            var rows = new ArrayList<Row>();
            for (var path : paths) {
                var typed = mine.getOrDefault(path, gone(theirs.get(path)));
                var stored = theirs.getOrDefault(path, gone(typed));
                if (!typed.says().equals(stored.says())) {
                    rows.add(new Row(typed.id(), typed.label(), typed.says(), stored.says()));
                }
            }
            return new EditConflict(by, rows);
        }

        /** Returns an empty field for the side that does not have it. */
        private static FieldLabels.Field gone(FieldLabels.@Nullable Field other) {
            return new FieldLabels.Field("", other == null ? "" : other.label(), "");
        }

        private static Map<String, FieldLabels.Field> labelled(
                DraftEditor.OpenDraft open, String place, ObjectNode part) {
            return FieldLabels.of(
                    new FieldViewBuilder(part, List.copyOf(open.files().keySet()), PlaceRemarks.NONE)
                            .all(DraftPlaces.fields(open.written().tree(), place)));
        }
    }

    /**
     * Returns the page with the stored content.
     *
     * @throws NotFound if there is no such draft or place
     */
    @Transactional
    DraftPage page(String id, String place, StaffMember me) {
        var open = draftEditor.open(id);
        var part = DraftPlaces.part(open.written().tree(), place).orElseThrow(NotFound::new);
        return page(open, place, me, part, DraftPlaces.mark(part), null);
    }

    /** Returns the page after an edit conflict, with the submitted text in the form and the stored text beside it. */
    @Transactional
    DraftPage crossed(String id, String place, StaffMember me, DraftEditor.Saved.Conflict crossed) {
        var open = draftEditor.open(id);
        return page(
                open,
                place,
                me,
                crossed.mine(),
                DraftPlaces.mark(crossed.theirs()),
                EditConflict.of(crossed.by() == me.id() ? null : people.nameOf(crossed.by()), open, place, crossed));
    }

    private DraftPage page(
            DraftEditor.OpenDraft open,
            String place,
            StaffMember me,
            ObjectNode part,
            String mark,
            @Nullable EditConflict crossed) {
        var tree = open.written().tree();
        var steps = DraftPlaces.steps(tree);
        int number = DraftPlaces.number(steps, place);
        var here = number == 0 ? "" : "steps[" + number + "].";
        var checks = DraftChecks.of(open);
        var fieldViewBuilder =
                new FieldViewBuilder(part, List.copyOf(open.files().keySet()), PlaceRemarks.of(open, here));
        return new DraftPage(
                heads.head(open.draft(), me),
                lines(open, place),
                drafts.openComments(open.draft().id()).getOrDefault(DraftEditor.LESSON, 0L),
                new Place(place, heading(steps, number), number, steps.size()),
                fieldViewBuilder.all(DraftPlaces.fields(tree, place, draftEditor.bands()).stream()
                        .filter(field ->
                                LessonLocks.mayLock(me) || !field.name().equals(LessonForms.LOCKED))
                        .toList()),
                mark,
                checks,
                checks.stream()
                        .filter(DraftChecks.Check::isBlank)
                        .mapToInt(DraftChecks.Check::times)
                        .sum(),
                trail.open(open.draft(), place),
                heads.others(open, place, me),
                AddableKind.all(),
                undo(open.draft(), me),
                crossed);
    }

    private static String heading(List<ObjectNode> steps, int number) {
        return number == 0
                ? Words.of("drafts.aboutLesson")
                : Words.of(
                        "drafts.stepNamed",
                        number,
                        LessonForms.words(steps.get(number - 1)).toLowerCase(Locale.UK));
    }

    private List<StepLine> lines(DraftEditor.OpenDraft open, String place) {
        var comments = drafts.openComments(open.draft().id());
        var lines = new ArrayList<StepLine>();
        for (var step : DraftPlaces.steps(open.written().tree())) {
            int number = lines.size() + 1;
            var title = step.path("title").asText();
            var problems = DraftChecks.ofStep(open.written().problems(), number);
            int blank = (int) problems.stream()
                    .filter(problem -> PlaceRemarks.isBlank(open, problem))
                    .count();
            lines.add(new StepLine(
                    number,
                    step.path("key").asText(),
                    title.isEmpty() ? Words.of("drafts.noHeading") : title,
                    LessonForms.words(step),
                    new Left(
                            problems.size() - blank,
                            blank,
                            DraftChecks.ofStep(open.written().advice(), number).size()),
                    comments.getOrDefault(step.path("key").asText(), 0L),
                    step.path("key").asText().equals(place)));
        }
        return lines;
    }

    /** Offers to undo the last change of the draft if the viewer made it and it was not a saved form. */
    private @Nullable Undo undo(Draft draft, StaffMember me) {
        var last = drafts.revisions(draft.id(), 2);
        var acts = last.size() == 2 && !last.getFirst().what().equals("changed");
        return acts && last.getFirst().staffId() == me.id() && draft.state() == DraftState.DRAFT
                ? new Undo(last.get(1).number(), last.getFirst().what())
                : null;
    }
}
