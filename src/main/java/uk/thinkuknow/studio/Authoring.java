package uk.thinkuknow.studio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.curriculum.CurriculumService;
import uk.thinkuknow.curriculum.LessonFiles;
import uk.thinkuknow.curriculum.LessonFolder;
import uk.thinkuknow.curriculum.PublishedModule;
import uk.thinkuknow.curriculum.QuestionKind;
import uk.thinkuknow.curriculum.StepKind;
import uk.thinkuknow.curriculum.TranslationSheet;
import uk.thinkuknow.people.StaffMember;
import uk.thinkuknow.shared.NotFound;
import uk.thinkuknow.shared.PublicId;
import uk.thinkuknow.shared.Refused;

/** Writes drafts: begins them, changes a step or the lesson around it, and goes back to what was. */
@Singleton
class Authoring {
    /** Where the fields around the steps stand. */
    static final String LESSON = "lesson";

    private static final int MOST_STEPS = 20;
    private static final Duration ONE_GO = Duration.ofMinutes(5);
    private static final Duration HERE = Duration.ofMinutes(2);

    private final Drafts drafts;
    private final LessonFiles files;
    private final CurriculumService curriculum;
    private final Clock clock;
    private final RandomGenerator random;

    Authoring(Drafts drafts, LessonFiles files, CurriculumService curriculum, Clock clock, RandomGenerator random) {
        this.drafts = drafts;
        this.files = files;
        this.curriculum = curriculum;
        this.clock = clock;
        this.random = random;
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

    /** @throws Refused if the title gives no name, or the band is none */
    @Transactional
    Draft begin(StaffMember me, String title, String band, String language) {
        if (title.isBlank() || title.length() > 80) {
            throw new Refused("Give the lesson a title of at most 80 letters. You can change it later.");
        }
        if (!List.of("4-7", "8-10", "11-13", "14-18").contains(band)) {
            throw new Refused("Choose for which ages the lesson is. You can change it later.");
        }
        var tree = JsonNodeFactory.instance.objectNode();
        var key = Filling.key(title, "lesson", keys());
        tree.put("format", 1).put("key", key).put("title", title.strip()).put("band", band);
        tree.put("language", language.equals("cy") ? "cy" : "en").put("minutes", 45);
        tree.putArray("steps");
        var help = tree.putArray("help").add("grown-up");
        if (!band.equals("4-7")) {
            help.add("childline").add("ceop");
        }
        return begin(me, Written.of(key, Map.of(), tree), null, "began the lesson");
    }

    /**
     * Begins the next version of a module; where somebody is at it already, that draft is the answer.
     *
     * @throws NotFound if there is no such module
     */
    @Transactional
    Draft next(StaffMember me, String moduleKey) {
        var version = curriculum.newest(moduleKey).orElseThrow(NotFound::new);
        return drafts.open().stream()
                .filter(draft -> draft.moduleKey().equals(moduleKey))
                .findFirst()
                .orElseGet(() -> begin(me, Written.of(source(version)), version.versionId(), "began a new version"));
    }

    /** Begins a draft with a folder from elsewhere, under a name of its own if its name is taken. */
    @Transactional
    Draft bring(StaffMember me, LessonFolder folder) {
        var written = Written.of(folder);
        var had = written.tree().path("key").asText();
        var newest = curriculum.newest(had);
        if (newest.isPresent()) {
            return begin(me, written, newest.get().versionId(), "brought in");
        }
        var key = Filling.key(had.isEmpty() ? written.title() : had, "lesson", keys());
        if (!key.equals(had)) {
            written.tree().put("key", key);
            written = Written.of(key, folder.files(), written.tree());
        }
        return begin(me, written, null, "brought in");
    }

    /** The folder that a version was published from. */
    private LessonFolder source(PublishedModule version) {
        return files.source(version)
                .orElseThrow(
                        () -> new Refused(
                                "This version came about when a step was withdrawn, and has no folder: bring the lesson in as a file."));
    }

    private Set<String> keys() {
        var keys = new HashSet<String>();
        drafts.listAll().forEach(draft -> keys.add(draft.moduleKey()));
        curriculum.current().forEach(module -> keys.add(module.key()));
        curriculum.withdrawn().forEach(module -> keys.add(module.key()));
        return keys;
    }

    private Draft begin(StaffMember me, Written written, @Nullable Long basedOn, String what) {
        var draft = new Draft(PublicId.draw(random), written.folder().name(), basedOn);
        draft.write(written, me.id(), clock.instant());
        drafts.persist(draft);
        written.folder().files().forEach((name, content) -> {
            if (!name.equals(LessonFolder.MODULE)) {
                drafts.putFile(draft.id(), name, files.keep(content));
            }
        });
        keep(draft, me, what, LESSON, draft.changedAt());
        return draft;
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
        var open = held(publicId);
        var tree = open.written().tree();
        var current = Places.part(tree, place).orElseThrow(NotFound::new);
        var fields = Places.fields(tree, place);
        var mine = Filling.of(fields, typed, current, Places.taken(tree, place));
        if (!was.equals(Places.mark(current)) && !Places.mark(mine).equals(Places.mark(current))) {
            return new Saved.Crossed(mine, current, open.draft().changedBy());
        }
        ListActs.apply(mine, act);
        if (mine.equals(current)) {
            return new Saved.Done(open.draft(), place);
        }
        Places.put(tree, place, mine);
        change(open, me, "changed", place);
        return new Saved.Done(open.draft(), place);
    }

    /** Adds a step behind another one, or at the end; the answer is its key. */
    @Transactional
    String add(StaffMember me, String publicId, String kind, @Nullable String after) {
        var open = held(publicId);
        var steps = steps(open);
        var question = QuestionKind.of(kind);
        var stepKind =
                question.isPresent() ? StepKind.QUESTION : StepKind.of(kind).orElseThrow(NotFound::new);
        var words = question.map(Forms::words).orElseGet(() -> Forms.words(stepKind));
        var step = JsonNodeFactory.instance.objectNode();
        step.put("kind", stepKind.key());
        step.put("key", Filling.key(kind, "step", Places.stepKeys(open.written().tree())));
        question.ifPresent(asked -> step.putObject("question")
                .put("kind", asked.key())
                .put(
                        "key",
                        Filling.key(
                                kind,
                                "question",
                                Places.questionKeys(open.written().tree()))));
        ListActs.fill(step);
        insert(steps, index(steps, after) + 1, step);
        change(open, me, "added: " + words, step.path("key").asText());
        return step.path("key").asText();
    }

    /** Moves a step to a place counted from 1. */
    @Transactional
    void move(StaffMember me, String publicId, String step, int to) {
        var open = held(publicId);
        var steps = steps(open);
        int from = index(steps, step);
        if (from < 0) {
            throw new NotFound();
        }
        int at = Math.clamp(to - 1L, 0, steps.size() - 1);
        if (from != at) {
            steps.insert(at, steps.remove(from));
            change(open, me, "moved a step to place " + (at + 1), step);
        }
    }

    /** Puts a copy of a step behind it; the answer is the copy's key. */
    @Transactional
    String duplicate(StaffMember me, String publicId, String step) {
        var open = held(publicId);
        var steps = steps(open);
        int at = index(steps, step);
        if (at < 0) {
            throw new NotFound();
        }
        var copy = (ObjectNode) steps.get(at).deepCopy();
        copy.put("key", Filling.key(step, "step", Places.stepKeys(open.written().tree())));
        if (copy.path("question") instanceof ObjectNode question) {
            question.put(
                    "key",
                    Filling.key(
                            question.path("key").asText().replaceAll("^sure-", ""),
                            "question",
                            Places.questionKeys(open.written().tree())));
        }
        insert(steps, at + 1, copy);
        change(open, me, "copied a step", copy.path("key").asText());
        return copy.path("key").asText();
    }

    /** Takes a step out; {@link #goBack} to the revision before brings it back. */
    @Transactional
    Draft delete(StaffMember me, String publicId, String step) {
        var open = held(publicId);
        var steps = steps(open);
        int at = index(steps, step);
        if (at < 0) {
            throw new NotFound();
        }
        var title = steps.get(at).path("title").asText();
        steps.remove(at);
        change(open, me, "deleted " + (title.isEmpty() ? "a step" : "“" + cut(title) + "”"), step);
        return open.draft();
    }

    /**
     * Makes a draft what it was at a revision; what it is now stays among the revisions.
     *
     * @throws NotFound if there is no such revision
     */
    @Transactional
    void goBack(StaffMember me, String publicId, int number) {
        var open = held(publicId);
        var revision = drafts.revision(open.draft().id(), number).orElseThrow(NotFound::new);
        var all = new HashMap<>(open.written().folder().files());
        all.put(LessonFolder.MODULE, revision.content().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var written = Written.of(new LessonFolder(open.draft().moduleKey(), all));
        write(open.draft(), written, me, "went back to revision " + number, LESSON);
    }

    /** Adds a file to a draft, or puts another in its place. */
    @Transactional
    void putFile(StaffMember me, String publicId, String name, byte[] content) {
        var open = held(publicId);
        drafts.putFile(open.draft().id(), name, files.keep(content));
        look(open, me, "added the file " + name);
    }

    /** Stores Welsh texts by their paths; a blank one takes the text out. */
    @Transactional
    void translate(StaffMember me, String publicId, Map<String, String> words) {
        var open = held(publicId);
        var welsh = TranslationSheet.write(open.written().folder(), words);
        drafts.putFile(open.draft().id(), LessonFolder.IN_WELSH, files.keep(welsh));
        look(open, me, "translated");
    }

    /** Takes a file out of a draft. */
    @Transactional
    void removeFile(StaffMember me, String publicId, String name) {
        var open = held(publicId);
        drafts.removeFile(open.draft().id(), name);
        look(open, me, "took out the file " + name);
    }

    /** Throws a draft away; its revisions stay. */
    @Transactional
    void discard(StaffMember me, String publicId) {
        var open = held(publicId);
        open.draft().moveTo(DraftState.DISCARDED);
        drafts.note(
                open.draft().id(),
                new Drafts.Happening("discarded", open.draft().revision(), "", me.id(), clock.instant()));
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

    private Open open(Draft draft) {
        var names = drafts.files(draft.id());
        var all = new HashMap<>(files.contents(names));
        all.put(LessonFolder.MODULE, draft.content().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return new Open(draft, Written.of(new LessonFolder(draft.moduleKey(), all)), names);
    }

    private Open held(String publicId) {
        var draft = drafts.held(publicId).orElseThrow(NotFound::new);
        if (draft.state() != DraftState.DRAFT) {
            throw new Refused(
                    draft.state().isOpen()
                            ? "This draft is with its reviewers: take it back to change it. What you typed is still on the page before."
                            : "This draft is closed: begin a new version of the lesson.");
        }
        return open(draft);
    }

    private void change(Open open, StaffMember me, String what, String place) {
        var written = Written.of(
                open.draft().moduleKey(),
                open.written().folder().files(),
                open.written().tree());
        write(open.draft(), written, me, what, place);
    }

    private void write(Draft draft, Written written, StaffMember me, String what, String place) {
        var now = clock.instant();
        var last = drafts.lastRevision(draft.id());
        draft.write(written, me.id(), now);
        if (last.isPresent()
                && last.get().staffId() == me.id()
                && last.get().place().equals(place)
                && last.get().what().equals(what)
                && what.equals("changed")
                && last.get().savedAt().isAfter(now.minus(ONE_GO))) {
            drafts.forget(draft.id(), last.get().number());
            keep(draft, me, what, place, last.get().savedAt());
        } else {
            keep(draft, me, what, place, now);
        }
    }

    private void keep(Draft draft, StaffMember me, String what, String place, java.time.Instant at) {
        drafts.keep(draft.id(), new Drafts.Revision(draft.revision(), what, place, draft.content(), me.id(), at));
    }

    private static ArrayNode steps(Open open) {
        var tree = open.written().tree();
        return tree.path("steps") instanceof ArrayNode steps ? steps : tree.putArray("steps");
    }

    private static void insert(ArrayNode steps, int at, JsonNode step) {
        if (steps.size() >= MOST_STEPS) {
            throw new Refused("A lesson has at most " + MOST_STEPS + " screens: take one out first.");
        }
        steps.insert(at, step);
    }

    /** Where a step stands, counted from 0; the last place where none is named, -1 where there is no such step. */
    private static int index(ArrayNode steps, @Nullable String key) {
        if (key == null || key.isEmpty()) {
            return steps.size() - 1;
        }
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).path("key").asText().equals(key)) {
                return i;
            }
        }
        return -1;
    }

    private static String cut(String words) {
        return words.length() > 60 ? words.substring(0, 59) + "…" : words;
    }
}
