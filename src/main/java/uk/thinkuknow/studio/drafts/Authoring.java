package uk.thinkuknow.studio.drafts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.curriculum.lesson.FileCredit;
import uk.thinkuknow.curriculum.lesson.LessonFolder;
import uk.thinkuknow.curriculum.library.LessonFiles;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.studio.forms.Filling;
import uk.thinkuknow.studio.forms.Forms;
import uk.thinkuknow.studio.forms.ListActs;
import uk.thinkuknow.studio.forms.Media;
import uk.thinkuknow.studio.forms.Typed;

/** Writes drafts: changes a step or the lesson around it, adds files and Welsh, and goes back to what was. */
@Singleton
public class Authoring {
    /** Where the fields around the steps stand. */
    public static final String LESSON = "lesson";

    /** Where the Welsh stands. */
    static final String WELSH = "welsh";

    /** What was typed, as revisions say it. */
    static final String CHANGED = "changed";

    private static final Duration ONE_GO = Duration.ofMinutes(5);
    private static final Duration HERE = Duration.ofMinutes(2);

    private final Drafts drafts;
    private final LessonFiles files;
    private final Locks locks;
    private final Clock clock;

    Authoring(Drafts drafts, LessonFiles files, Locks locks, Clock clock) {
        this.drafts = drafts;
        this.files = files;
        this.locks = locks;
        this.clock = clock;
    }

    /** A draft and what it says. */
    record Open(Draft draft, Written written, Map<String, String> files) {}

    /** What came of a save: the draft as it is now, or that somebody else has changed the place meanwhile. */
    sealed interface Saved {
        record Done(Draft draft, String place) implements Saved {}

        /** @param mine what was typed, which is not stored; @param by who changed the place */
        record Crossed(ObjectNode mine, ObjectNode theirs, long by) implements Saved {}
    }

    /** @throws NotFound if there is no such draft */
    @Transactional
    Open open(String publicId) {
        return open(drafts.called(publicId).orElseThrow(NotFound::new));
    }

    /**
     * Stores what was typed into the form of a place.
     *
     * @param place {@link #LESSON} or the key of a step
     * @param was the mark of the place as the form was shown, see {@link Places#mark}
     * @param act what was pressed beside saving, such as {@code add question.options}; empty for nothing
     */
    @Transactional
    Saved save(StaffMember me, String publicId, String place, Typed typed, String was, String act) {
        var open = held(me, publicId);
        var tree = open.written().tree();
        var current = Places.part(tree, place).orElseThrow(NotFound::new);
        var fields = Places.fields(tree, place);
        var filled = Filling.of(fields, typed, current, Places.taken(tree, place));
        Credits.name(filled, tree);
        var mine = place.equals(LESSON) ? Locks.kept(me, filled, current) : filled;
        if (!was.equals(Places.mark(current)) && !Places.mark(mine).equals(Places.mark(current))) {
            return new Saved.Crossed(mine, current, open.draft().changedBy());
        }
        ListActs.apply(mine, act);
        if (mine.equals(current)) {
            return new Saved.Done(open.draft(), place);
        }
        Places.put(tree, place, mine);
        change(open, me, CHANGED, place);
        return new Saved.Done(open.draft(), place);
    }

    /** Adds a step behind another one, or at the end; the answer is its key. */
    @Transactional
    String add(StaffMember me, String publicId, String kind, @Nullable String after) {
        var open = held(me, publicId);
        var step = Steps.of(open.written().tree()).add(kind, after);
        change(open, me, "added: " + Forms.words(step), step.path("key").asText());
        return step.path("key").asText();
    }

    /** Moves a step to a place counted from 1. */
    @Transactional
    void move(StaffMember me, String publicId, String step, int to) {
        var open = held(me, publicId);
        int at = Steps.of(open.written().tree()).move(step, to);
        change(open, me, "moved a step to place " + at, step);
    }

    /** Puts a copy of a step behind it; the answer is the copy's key. */
    @Transactional
    String duplicate(StaffMember me, String publicId, String step) {
        var open = held(me, publicId);
        var copy = Steps.of(open.written().tree()).copy(step);
        change(open, me, "copied a step", copy);
        return copy;
    }

    /** Takes a step out; {@link #goBack} to the revision before brings it back. */
    @Transactional
    void delete(StaffMember me, String publicId, String step) {
        var open = held(me, publicId);
        var title = Steps.of(open.written().tree()).delete(step);
        change(open, me, "deleted " + (title.isEmpty() ? "a step" : "“" + cut(title) + "”"), step);
    }

    /**
     * Makes a draft what it was at a revision; what it is now stays among the revisions.
     *
     * @throws NotFound if there is no such revision
     */
    @Transactional
    void goBack(StaffMember me, String publicId, int number) {
        var open = held(me, publicId);
        var revision = drafts.revision(open.draft().id(), number).orElseThrow(NotFound::new);
        var all = new HashMap<>(open.written().folder().files());
        all.put(LessonFolder.MODULE, revision.content().getBytes(StandardCharsets.UTF_8));
        var written = Written.of(new LessonFolder(open.draft().moduleKey(), all));
        write(open.draft(), written, me, "went back to revision " + number, LESSON);
    }

    /** Adds a file to a draft, or puts another in its place. */
    @Transactional
    void putFile(StaffMember me, String publicId, String name, byte[] content) {
        var open = held(me, publicId);
        drafts.putFile(open.draft().id(), name, files.keep(content));
        look(open, me, "added the file " + name);
    }

    /**
     * Adds a file that is wanted at a step: it never takes the place of another, and one that is there already is taken once.
     *
     * @return the name it has here
     */
    @Transactional
    String bring(StaffMember me, String publicId, String name, byte[] content) {
        var open = held(me, publicId);
        var path = Media.free(name, files.keep(content), open.files());
        if (!open.files().containsKey(path)) {
            drafts.putFile(open.draft().id(), path, files.keep(content));
            look(open, me, "added the file " + path);
        }
        return path;
    }

    /**
     * Stores who made the files.
     *
     * @param was the mark of what the page was shown with
     * @return whether it is stored: not where somebody else has changed it meanwhile
     */
    @Transactional
    boolean credit(StaffMember me, String publicId, ObjectNode credits, String was) {
        var open = held(me, publicId);
        var tree = open.written().tree();
        if (!was.equals(Places.mark(tree.path(Places.CREDITS))) && !credits.equals(tree.path(Places.CREDITS))) {
            return false;
        }
        Credits.put(tree, credits);
        change(open, me, "said who made the files", LESSON);
        return true;
    }

    /**
     * Takes a picture in with what is said of it; one that is there already is taken once.
     *
     * @return the name it has here
     */
    @Transactional
    String take(StaffMember me, String publicId, byte[] content, FileCredit said) {
        var open = held(me, publicId);
        var path = Media.free(LessonFolder.PICTURES + said.file(), files.keep(content), open.files());
        var name = path.replaceAll(".*/", "");
        if (open.files().containsKey(path)) {
            return name;
        }
        drafts.putFile(open.draft().id(), path, files.keep(content));
        var tree = open.written().tree();
        Credits.add(tree, new FileCredit(name, said.name(), said.source(), said.licence()));
        var all = new HashMap<>(open.written().folder().files());
        all.put(path, content);
        write(open.draft(), Written.of(open.draft().moduleKey(), all, tree), me, "took in the picture " + name, LESSON);
        return name;
    }

    /** Takes a file out of a draft. */
    @Transactional
    void removeFile(StaffMember me, String publicId, String name) {
        var open = held(me, publicId);
        drafts.removeFile(open.draft().id(), name);
        var tree = open.written().tree();
        Credits.forget(tree, name);
        var files = drafts.files(open.draft().id());
        var all = new HashMap<>(this.files.contents(files));
        write(open.draft(), Written.of(open.draft().moduleKey(), all, tree), me, "took out the file " + name, LESSON);
    }

    /** Throws a draft away; its revisions stay. */
    @Transactional
    void discard(StaffMember me, String publicId) {
        var open = held(me, publicId);
        open.draft().moveTo(DraftState.DISCARDED);
        drafts.note(
                open.draft().id(),
                new Drafts.Happening("discarded", open.draft().revision(), "", "", me.id(), clock.instant()));
    }

    /** Notes where somebody is in a draft, and says where others are. */
    @Transactional
    Map<Long, String> visit(StaffMember me, Draft draft, String place) {
        var now = clock.instant();
        drafts.visit(draft.id(), me.id(), place, now);
        return drafts.others(draft.id(), me.id(), now.minus(HERE));
    }

    private void look(Open open, StaffMember me, String what) {
        write(open.draft(), open(open.draft()).written(), me, what, LESSON);
    }

    Open open(Draft draft) {
        var names = drafts.files(draft.id());
        var all = new HashMap<>(files.contents(names));
        all.put(LessonFolder.MODULE, draft.content().getBytes(StandardCharsets.UTF_8));
        return new Open(draft, Written.of(new LessonFolder(draft.moduleKey(), all)), names);
    }

    /** A draft, held, if it can be changed and by her. */
    Open held(StaffMember me, String publicId) {
        var draft = drafts.held(publicId).orElseThrow(NotFound::new);
        if (draft.state() != DraftState.DRAFT) {
            throw new Refused(
                    draft.state().isOpen()
                            ? "This draft is with its reviewers: take it back to change it. What you typed is still on the page before."
                            : "This draft is closed: begin a new version of the lesson.");
        }
        var open = open(draft);
        locks.mustBeOpen(me, draft.moduleKey(), open.written().tree());
        return open;
    }

    private void change(Open open, StaffMember me, String what, String place) {
        var written = Written.of(
                open.draft().moduleKey(),
                open.written().folder().files(),
                open.written().tree());
        if (!written.text().equals(open.draft().content())) {
            write(open.draft(), written, me, what, place);
        }
    }

    /** Stores what a draft says now; what one person types at one place within minutes is one revision. */
    void write(Draft draft, Written written, StaffMember me, String what, String place) {
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
