package uk.thinkuknow.studio.drafts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.files.TranslationSheet;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.studio.forms.FieldLabels;
import uk.thinkuknow.studio.forms.LessonForms;

/** Builds the page for translating a draft, with each text beside its English. */
@Singleton
class WelshPages {
    private final DraftEditor draftEditor;
    private final DraftTranslation draftTranslation;
    private final DraftHeaders heads;
    private final DraftHistory trail;

    WelshPages(DraftEditor draftEditor, DraftTranslation draftTranslation, DraftHeaders heads, DraftHistory trail) {
        this.draftEditor = draftEditor;
        this.draftTranslation = draftTranslation;
        this.heads = heads;
        this.trail = trail;
    }

    /**
     * The page for translating a draft.
     *
     * @param others lines on other people working in the draft
     * @param earlier the revisions of the Welsh
     * @param crossedBy the person whose text conflicts; null if none
     */
    @CheckedTemplate(basePath = "studio/drafts", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record WelshPage(
            DraftHeaders.DraftHeader draft,
            Count count,
            List<Group> groups,
            List<String> others,
            List<DraftHistory.RevisionLine> earlier,
            @Nullable String crossedBy)
            implements TemplateInstance {}

    /** The number of texts, of those with Welsh, and of those whose English has changed since. */
    record Count(int texts, int done, int behind) {}

    /** The texts of a step, or of the lesson itself. */
    record Group(String key, String heading, List<Text> texts, int missing, int behind) {}

    /**
     * A text to translate.
     *
     * @param typed the value of the field: the stored Welsh, or the submitted one after an edit conflict
     * @param behind whether the English has changed since the Welsh was written
     */
    record Text(String path, String field, String english, String welsh, String typed, boolean behind) {
        public boolean isMissing() {
            return welsh.isEmpty();
        }

        public boolean isCrossed() {
            return !typed.equals(welsh);
        }

        public String getId() {
            return path.replaceAll("[^a-z0-9]+", "-").replaceAll("-$", "");
        }

        public int getRows() {
            return (int) Math.clamp(
                    english.lines().mapToLong(line -> 1 + line.length() / 48).sum(), 1, 12);
        }
    }

    /**
     * Returns the page.
     *
     * @param crossed the submitted texts that conflict with another person's, by path
     * @param crossedBy the other person; null if no conflict
     */
    WelshPage show(StaffMember me, String id, Map<String, String> crossed, @Nullable String crossedBy) {
        var open = draftEditor.open(id);
        var was = draftTranslation.textsAtStart(open.draft());
        var steps = DraftPlaces.steps(open.written().tree());
        var groups = new ArrayList<Group>();
        TranslationSheet.of(open.written().folder()).stream()
                .collect(Collectors.groupingBy(line -> place(line.path()), LinkedHashMap::new, Collectors.toList()))
                .forEach((place, lines) -> groups.add(
                        group(place, lines, was, steps, form(open.written().tree(), steps, place), crossed)));
        return new WelshPage(
                heads.head(open.draft(), me),
                new Count(
                        groups.stream().mapToInt(group -> group.texts().size()).sum(),
                        groups.stream()
                                .mapToInt(group -> group.texts().size() - group.missing())
                                .sum(),
                        groups.stream().mapToInt(Group::behind).sum()),
                groups,
                heads.others(open, DraftEditor.WELSH, me),
                trail.welsh(open.draft()),
                crossedBy);
    }

    private static Group group(
            String place,
            List<TranslationSheet.Line> lines,
            Map<String, TranslationSheet.Line> was,
            List<ObjectNode> steps,
            Map<String, FieldLabels.Field> form,
            Map<String, String> crossed) {
        var welshBefore = was.values().stream()
                .map(TranslationSheet.Line::welsh)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.toSet());
        var texts = lines.stream()
                .map(line -> new Text(
                        line.path(),
                        field(line.path(), form),
                        line.english(),
                        line.welsh(),
                        crossed.getOrDefault(line.path(), line.welsh()),
                        welshBefore.contains(line.welsh()) && !was.containsKey(line.english() + "\n" + line.welsh())))
                .toList();
        int number = place.isEmpty() ? 0 : Integer.parseInt(place);
        return new Group(
                number == 0 ? DraftEditor.LESSON : String.valueOf(number),
                number == 0
                        ? Words.of("drafts.aboutLesson")
                        : Words.of("drafts.stepNamed", number, heading(steps.get(number - 1))),
                texts,
                (int) texts.stream().filter(Text::isMissing).count(),
                (int) texts.stream().filter(Text::behind).count());
    }

    private static String heading(ObjectNode step) {
        var title = step.path("title").asText();
        return title.isEmpty() ? LessonForms.words(step).toLowerCase(Locale.UK) : title;
    }

    private static Map<String, FieldLabels.Field> form(ObjectNode tree, List<ObjectNode> steps, String place) {
        var key = place.isEmpty()
                ? DraftEditor.LESSON
                : steps.get(Integer.parseInt(place) - 1).path("key").asText();
        return FieldLabels.of(
                new FieldViewBuilder(DraftPlaces.part(tree, key).orElseThrow(), List.of(), PlaceRemarks.NONE)
                        .all(DraftPlaces.fields(tree, key)));
    }

    private static String place(String path) {
        return path.startsWith("steps[") ? path.substring(6, path.indexOf(']')) : "";
    }

    /** Returns the label that a text has in the form of its place. */
    private static String field(String path, Map<String, FieldLabels.Field> form) {
        var inside = path.startsWith("steps[") ? path.substring(path.indexOf("].") + 2) : path;
        var field = form.get(inside);
        return field == null ? inside : field.label();
    }
}
