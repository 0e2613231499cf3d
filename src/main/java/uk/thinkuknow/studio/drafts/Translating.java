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
import uk.thinkuknow.curriculum.files.TranslationSheet;
import uk.thinkuknow.curriculum.lesson.LessonFolder;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.curriculum.library.LessonFiles;
import uk.thinkuknow.identity.staff.StaffMember;

/** Writes the Welsh of drafts, text by text, and goes back to what it was. */
@Singleton
class Translating {
    private final Authoring authoring;
    private final Drafts drafts;
    private final LessonFiles files;
    private final CurriculumService curriculum;

    Translating(Authoring authoring, Drafts drafts, LessonFiles files, CurriculumService curriculum) {
        this.authoring = authoring;
        this.drafts = drafts;
        this.files = files;
        this.curriculum = curriculum;
    }

    /**
     * What came of a save in Welsh.
     *
     * @param crossed the paths at which somebody else has stored another text meanwhile: those are not stored, the others are
     * @param by who stored Welsh last
     */
    record Translated(Set<String> crossed, long by) {}

    /**
     * Stores Welsh texts by their paths; a blank one takes the text out.
     *
     * @param was the texts as the page was shown with them
     */
    @Transactional
    Translated translate(StaffMember me, String publicId, Map<String, String> words, Map<String, String> was) {
        var open = authoring.held(me, publicId);
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
            drafts.putFile(open.draft().id(), LessonFolder.IN_WELSH, files.keep(welsh));
            authoring.write(
                    open.draft(), authoring.open(open.draft()).written(), me, Authoring.CHANGED, Authoring.WELSH);
        }
        return new Translated(
                crossed,
                last.isEmpty() ? open.draft().changedBy() : last.getFirst().staffId());
    }

    /** English and Welsh of the version that the draft began with, by path; a text that has moved counts as new. */
    Map<String, TranslationSheet.Line> began(Draft draft) {
        var base = draft.basedOn();
        return base == null
                ? Map.of()
                : files.source(curriculum.version(base)).map(TranslationSheet::of).orElse(List.of()).stream()
                        .collect(Collectors.toMap(
                                line -> line.english() + "\n" + line.welsh(), line -> line, (a, b) -> a));
    }

    /**
     * Makes the Welsh of a draft what it was at a revision; its English stays, and so does what is there now among the revisions.
     *
     * @throws NotFound if it had no Welsh then
     */
    @Transactional
    void goBackInWelsh(StaffMember me, String publicId, int number) {
        var open = authoring.held(me, publicId);
        var welsh = drafts.welshAt(open.draft().id(), number).orElseThrow(NotFound::new);
        drafts.putFile(open.draft().id(), LessonFolder.IN_WELSH, welsh);
        authoring.write(
                open.draft(),
                authoring.open(open.draft()).written(),
                me,
                "went back in Welsh to revision " + number,
                Authoring.WELSH);
    }
}
