package uk.thinkuknow.studio.drafts;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.files.TranslationSheet;
import uk.thinkuknow.curriculum.lesson.LessonFolder;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.curriculum.library.LessonFiles;
import uk.thinkuknow.curriculum.library.WelshAuthors;
import uk.thinkuknow.identity.staff.StaffMember;

/** Saves the Welsh texts of drafts and restores earlier Welsh revisions. */
@Singleton
class DraftTranslation implements WelshAuthors {
    private final DraftEditor draftEditor;
    private final Drafts drafts;
    private final LessonFiles files;
    private final CurriculumService curriculum;

    DraftTranslation(DraftEditor draftEditor, Drafts drafts, LessonFiles files, CurriculumService curriculum) {
        this.draftEditor = draftEditor;
        this.drafts = drafts;
        this.files = files;
        this.curriculum = curriculum;
    }

    /**
     * The result of saving Welsh texts.
     *
     * @param crossed the paths where another person has stored a different text since; these are not stored, the others
     *     are
     * @param by the id of the person who last stored Welsh
     */
    record Translated(Set<String> crossed, long by) {}

    /**
     * Saves Welsh texts by path; a blank one removes the text.
     *
     * @param was the texts as the page showed them
     */
    @Transactional
    Translated translate(StaffMember me, String publicId, Map<String, String> words, Map<String, String> was) {
        var open = draftEditor.editable(me, publicId);
        var now = TranslationSheet.of(open.written().folder()).stream()
                .collect(Collectors.toMap(TranslationSheet.Line::path, TranslationSheet.Line::welsh, (a, b) -> a));
        var last = drafts.welshRevisions(open.draft().id(), 1);
        var crossed = new HashSet<String>();
        var mine = new HashMap<>(words);
        mine.keySet()
                .removeIf(path ->
                        !now.containsKey(path) || words.getOrDefault(path, "").equals(now.get(path)));
        mine.keySet().removeIf(path -> !was.getOrDefault(path, "").equals(now.get(path)) && crossed.add(path));
        if (!mine.isEmpty()) {
            var welsh = TranslationSheet.write(open.written().folder(), mine);
            drafts.putFile(open.draft().id(), LessonFolder.IN_WELSH, files.keep(me, welsh));
            draftEditor.write(
                    open.draft(), draftEditor.open(open.draft()).written(), me, DraftEditor.CHANGED, DraftEditor.WELSH);
        }
        return new Translated(
                crossed,
                last.isEmpty() ? open.draft().changedBy() : last.getFirst().staffId());
    }

    @Override
    @Transactional
    public boolean wroteWelsh(long staffId, String moduleKey) {
        return drafts.hasWelshBy(staffId, moduleKey);
    }

    /**
     * Returns the texts of the version that the draft began with, by English and Welsh text together, so that a text
     * that has moved is still found; empty for a new lesson.
     */
    Map<String, TranslationSheet.Line> textsAtStart(Draft draft) {
        var base = draft.basedOn();
        return base == null
                ? Map.of()
                : files.source(curriculum.version(base)).map(TranslationSheet::of).orElse(List.of()).stream()
                        .collect(Collectors.toMap(
                                line -> line.english() + "\n" + line.welsh(), line -> line, (a, b) -> a));
    }

    /**
     * Restores the draft's Welsh from a revision; the English does not change, and the present Welsh stays available as
     * a revision.
     *
     * @throws NotFound if the draft had no Welsh at that revision
     */
    @Transactional
    void goBackInWelsh(StaffMember me, String publicId, int number) {
        var open = draftEditor.editable(me, publicId);
        var welsh = drafts.welshAt(open.draft().id(), number).orElseThrow(NotFound::new);
        drafts.putFile(open.draft().id(), LessonFolder.IN_WELSH, welsh);
        draftEditor.write(
                open.draft(),
                draftEditor.open(open.draft()).written(),
                me,
                Words.of("drafts.actWentBackInWelsh", String.valueOf(number)),
                DraftEditor.WELSH);
    }
}
