package uk.thinkuknow.studio.drafts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.lesson.FileCredit;
import uk.thinkuknow.curriculum.lesson.LessonFolder;
import uk.thinkuknow.curriculum.library.LessonFiles;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.studio.forms.FormConverter;
import uk.thinkuknow.studio.forms.LessonForms;
import uk.thinkuknow.studio.forms.ListActions;
import uk.thinkuknow.studio.forms.SubmittedForm;
import uk.thinkuknow.studio.forms.UploadedFile;

/** Changes drafts: saves forms, edits the list of steps, adds and removes files, and restores earlier revisions. */
@Singleton
public class DraftEditor {
    /** The place name of the form for the lesson itself, as opposed to one of its steps. */
    public static final String LESSON = "lesson";

    /** The place name of the Welsh translation. */
    static final String WELSH = "welsh";

    /** The text that revisions have for a saved form. */
    static final String CHANGED = "changed";

    private static final Duration ONE_GO = Duration.ofMinutes(5);
    private static final Duration HERE = Duration.ofMinutes(2);

    private final Drafts drafts;
    private final LessonFiles files;
    private final LessonLocks locks;
    private final Clock clock;

    DraftEditor(Drafts drafts, LessonFiles files, LessonLocks locks, Clock clock) {
        this.drafts = drafts;
        this.files = files;
        this.locks = locks;
        this.clock = clock;
    }

    /** A draft with its parsed content and the hashes of its files by name. */
    record OpenDraft(Draft draft, DraftContent written, Map<String, String> files) {}

    /** The result of saving a form: stored, or refused because another person has changed the same place. */
    sealed interface Saved {
        /** The form is stored. */
        record Done(Draft draft, String place) implements Saved {}

        /**
         * An edit conflict.
         *
         * @param mine the submitted text, which is not stored
         * @param theirs the text stored by the other person
         * @param by the id of the person who stored it
         */
        record Conflict(ObjectNode mine, ObjectNode theirs, long by) implements Saved {}
    }

    /**
     * Returns a draft with its content.
     *
     * @throws NotFound if there is no such draft
     */
    @Transactional
    OpenDraft open(String publicId) {
        return open(drafts.byPublicId(publicId).orElseThrow(NotFound::new));
    }

    /**
     * Returns the hash of one file of a draft, and reads no content.
     *
     * @throws NotFound if there is no such draft or file
     */
    @Transactional
    String fileHash(String publicId, String name) {
        return drafts.byPublicId(publicId)
                .map(draft -> drafts.files(draft.id()).get(name))
                .orElseThrow(NotFound::new);
    }

    /** The age bands for which a lesson can be written, see {@link Drafts#bands}. */
    @Transactional
    List<String> bands() {
        return drafts.bands(London.today(clock));
    }

    /**
     * Saves the form of a place, then runs the list action.
     *
     * @param place {@link #LESSON} or the key of a step
     * @param was the hash of the place when the form was shown, see {@link DraftPlaces#mark}
     * @param act a list action pressed in the form, such as {@code add question.options}; empty if none
     * @throws NotFound if there is no such draft or place
     */
    @Transactional
    Saved save(StaffMember me, String publicId, String place, SubmittedForm typed, String was, String act) {
        var open = editable(me, publicId);
        var tree = open.written().tree();
        var current = DraftPlaces.part(tree, place).orElseThrow(NotFound::new);
        var fields = DraftPlaces.fields(tree, place);
        var filled = FormConverter.of(fields, typed, current, DraftPlaces.taken(tree, place));
        Credits.name(filled, tree);
        var mine = place.equals(LESSON) ? LessonLocks.withLockKept(me, filled, current) : filled;
        if (!was.equals(DraftPlaces.mark(current)) && !DraftPlaces.mark(mine).equals(DraftPlaces.mark(current))) {
            return new Saved.Conflict(mine, current, open.draft().changedBy());
        }
        ListActions.apply(mine, act);
        if (mine.equals(current)) {
            return new Saved.Done(open.draft(), place);
        }
        DraftPlaces.put(tree, place, mine);
        change(open, me, CHANGED, place);
        return new Saved.Done(open.draft(), place);
    }

    /** Adds a step after another one, or at the end, and returns its key. */
    @Transactional
    String add(StaffMember me, String publicId, String kind, @Nullable String after) {
        var open = editable(me, publicId);
        var step = StepList.of(open.written().tree()).add(kind, after);
        change(
                open,
                me,
                Words.of("drafts.actAdded", LessonForms.words(step)),
                step.path("key").asText());
        return step.path("key").asText();
    }

    /** Moves a step to a position counted from 1. */
    @Transactional
    void move(StaffMember me, String publicId, String step, int to) {
        var open = editable(me, publicId);
        int at = StepList.of(open.written().tree()).move(step, to);
        change(open, me, Words.of("drafts.actMoved", at), step);
    }

    /** Inserts a copy of a step after it and returns the copy's key. */
    @Transactional
    String duplicate(StaffMember me, String publicId, String step) {
        var open = editable(me, publicId);
        var copy = StepList.of(open.written().tree()).copy(step);
        change(open, me, Words.of("drafts.actCopied"), copy);
        return copy;
    }

    /** Deletes a step; {@link #goBack} to the previous revision restores it. */
    @Transactional
    void delete(StaffMember me, String publicId, String step) {
        var open = editable(me, publicId);
        var title = StepList.of(open.written().tree()).delete(step);
        change(
                open,
                me,
                title.isEmpty() ? Words.of("drafts.actDeletedStep") : Words.of("drafts.actDeleted", cut(title)),
                step);
    }

    /**
     * Restores a draft's content from a revision; the present content stays available as a revision.
     *
     * @throws NotFound if there is no such revision
     */
    @Transactional
    void goBack(StaffMember me, String publicId, int number) {
        var open = editable(me, publicId);
        var revision = drafts.revision(open.draft().id(), number).orElseThrow(NotFound::new);
        var written = DraftContent.of(open.written()
                .folder()
                .with(LessonFolder.MODULE, revision.content().getBytes(StandardCharsets.UTF_8)));
        write(open.draft(), written, me, Words.of("drafts.actWentBack", String.valueOf(number)), LESSON);
    }

    /** Adds a file to a draft, or replaces the file of the same name. */
    @Transactional
    void putFile(StaffMember me, String publicId, String name, byte[] content) {
        var open = editable(me, publicId);
        drafts.putFile(open.draft().id(), name, files.keep(me, content));
        recordFileChange(open, me, Words.of("drafts.actAddedFile", name));
    }

    /**
     * Adds a file uploaded at a step without replacing another; a file with the same content is stored once.
     *
     * @return the file's name in the draft
     */
    @Transactional
    String addUpload(StaffMember me, String publicId, String name, byte[] content) {
        var open = editable(me, publicId);
        var hash = files.keep(me, content);
        var path = UploadedFile.freeName(name, hash, open.files());
        if (!open.files().containsKey(path)) {
            drafts.putFile(open.draft().id(), path, hash);
            recordFileChange(open, me, Words.of("drafts.actAddedFile", path));
        }
        return path;
    }

    /**
     * Stores the credits of the files.
     *
     * @param was the hash of the credits when the page was shown
     * @return false if another person has changed them since, in which case nothing is stored
     */
    @Transactional
    boolean credit(StaffMember me, String publicId, ObjectNode credits, String was) {
        var open = editable(me, publicId);
        var tree = open.written().tree();
        if (!was.equals(DraftPlaces.mark(tree.path(DraftPlaces.CREDITS)))
                && !credits.equals(tree.path(DraftPlaces.CREDITS))) {
            return false;
        }
        Credits.put(tree, credits);
        change(open, me, Words.of("drafts.actCredited"), LESSON);
        return true;
    }

    /**
     * Adds a picture with its credit; a picture the draft already has is not added again.
     *
     * @return the file's name in the draft, without its folder
     */
    @Transactional
    String copyPicture(StaffMember me, String publicId, byte[] content, FileCredit said) {
        var open = editable(me, publicId);
        var hash = files.keep(me, content);
        var path = UploadedFile.freeName(LessonFolder.PICTURES + said.file(), hash, open.files());
        var name = path.replaceAll("^.*/", "");
        if (open.files().containsKey(path)) {
            return name;
        }
        drafts.putFile(open.draft().id(), path, hash);
        var tree = open.written().tree();
        Credits.add(tree, new FileCredit(name, said.name(), said.source(), said.licence()));
        write(
                open.draft(),
                DraftContent.of(
                        open.draft().moduleKey(),
                        open.written().folder().with(path, content).files(),
                        tree),
                me,
                Words.of("drafts.actTookIn", name),
                LESSON);
        return name;
    }

    /** Removes a file and its credit from a draft. */
    @Transactional
    void removeFile(StaffMember me, String publicId, String name) {
        var open = editable(me, publicId);
        drafts.removeFile(open.draft().id(), name);
        var tree = open.written().tree();
        Credits.forget(tree, name);
        write(
                open.draft(),
                DraftContent.of(
                        open.draft().moduleKey(),
                        files.files(drafts.files(open.draft().id())),
                        tree),
                me,
                Words.of("drafts.actTookOut", name),
                LESSON);
    }

    /**
     * Records which place a person has open, and returns the places that others had open in the last two minutes, by
     * staff id.
     */
    @Transactional
    Map<Long, String> visit(StaffMember me, Draft draft, String place) {
        var now = clock.instant();
        drafts.visit(draft.id(), me.id(), place, now);
        return drafts.others(draft.id(), me.id(), now.minus(HERE));
    }

    private void recordFileChange(OpenDraft open, StaffMember me, String what) {
        write(open.draft(), open(open.draft()).written(), me, what, LESSON);
    }

    /** Returns a draft with its content. */
    OpenDraft open(Draft draft) {
        var names = drafts.files(draft.id());
        var folder = new LessonFolder(draft.moduleKey(), files.files(names))
                .with(LessonFolder.MODULE, draft.content().getBytes(StandardCharsets.UTF_8));
        return new OpenDraft(draft, DraftContent.of(folder), names);
    }

    /**
     * Returns a draft, locked for update, if it can be changed by this person.
     *
     * @throws Refused if the draft is in review or closed, or the lesson is locked to this person
     */
    OpenDraft editable(StaffMember me, String publicId) {
        return open(changeable(me, publicId));
    }

    /** Returns a draft as {@link #editable} does, without its content. */
    Draft changeable(StaffMember me, String publicId) {
        var draft = drafts.locked(publicId).orElseThrow(NotFound::new);
        if (draft.state() != DraftState.DRAFT) {
            throw new Refused(draft.state().isOpen() ? "drafts.withReviewers" : "drafts.draftClosed");
        }
        locks.mustBeOpen(me, draft.moduleKey(), draft.isLocked());
        return draft;
    }

    private void change(OpenDraft open, StaffMember me, String what, String place) {
        var written = DraftContent.of(
                open.draft().moduleKey(),
                open.written().folder().files(),
                open.written().tree());
        if (!written.text().equals(open.draft().content())) {
            write(open.draft(), written, me, what, place);
        }
    }

    /**
     * Stores a draft's content as a new revision; repeated saves by one person at one place within five minutes are
     * merged into one.
     */
    void write(Draft draft, DraftContent written, StaffMember me, String what, String place) {
        var now = clock.instant();
        var last = drafts.lastRevision(draft.id());
        draft.write(written, me.id(), now);
        if (last.isPresent()
                && last.get().staffId() == me.id()
                && last.get().place().equals(place)
                && last.get().what().equals(what)
                && what.equals(CHANGED)
                && last.get().savedAt().isAfter(now.minus(ONE_GO))) {
            drafts.forget(draft.id(), last.get().number());
            drafts.keep(draft, what, place, me.id(), last.get().savedAt());
        } else {
            drafts.keep(draft, what, place, me.id(), now);
        }
    }

    private static String cut(String words) {
        return words.length() > 60 ? words.substring(0, 59) + "…" : words;
    }
}
