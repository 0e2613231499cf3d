package uk.thinkuknow.studio.drafts;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.BandDesign;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.RetryOnConflict;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.lesson.LessonFolder;
import uk.thinkuknow.curriculum.lesson.PublishedModule;
import uk.thinkuknow.curriculum.lesson.Step;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.curriculum.library.LessonFiles;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.studio.forms.FormConverter;

/**
 * Creates drafts: empty, from the newest version of a lesson, or from an imported folder. A lesson has at most one open
 * draft, by the unique key {@code uk_lesson_draft_open}. A second author who begins the next version gets the open
 * draft; a second import is refused.
 */
@Singleton
class DraftCreator {
    private static final int TRIES = 5;

    private final Drafts drafts;
    private final LessonFiles files;
    private final CurriculumService curriculum;
    private final LessonLocks locks;
    private final Clock clock;

    DraftCreator(Drafts drafts, LessonFiles files, CurriculumService curriculum, LessonLocks locks, Clock clock) {
        this.drafts = drafts;
        this.files = files;
        this.curriculum = curriculum;
        this.locks = locks;
        this.clock = clock;
    }

    /**
     * A draft that was begun or opened.
     *
     * @param there whether the draft existed already
     */
    record CreatedDraft(Draft draft, boolean there) {}

    /** The age bands for which a lesson can be written, see {@link Drafts#bands}. */
    @Transactional
    List<String> bands() {
        return drafts.bands(London.today(clock));
    }

    /**
     * Creates a draft of a new lesson with a title only.
     *
     * @throws Refused if the title is missing or too long, or the age band is not known
     */
    Draft begin(StaffMember me, String title, String band, String language) {
        if (title.isBlank() || title.length() > 80) {
            throw new Refused("drafts.titleNeeded");
        }
        if (!bands().contains(band)) {
            throw new Refused("drafts.agesNeeded");
        }
        return withAFreeKey(() -> {
            var key = FormConverter.key(title, "lesson", keys());
            return begin(
                    me,
                    DraftContent.of(key, Map.of(), empty(key, title, band, language)),
                    null,
                    Words.of("drafts.actBegan"));
        });
    }

    private static ObjectNode empty(String key, String title, String band, String language) {
        var tree = JsonNodeFactory.instance.objectNode();
        tree.put("format", 1).put("key", key).put("title", title.strip()).put("band", band);
        tree.put("language", language.equals("cy") ? "cy" : "en").put("minutes", 45);
        tree.putArray("steps");
        var help = tree.putArray("help").add("grown-up");
        if (!BandDesign.FROM_FOUR.isOf(band)) {
            help.add("childline").add("ceop");
        }
        return tree;
    }

    /**
     * Creates a draft of the next version of a module, or returns the open one.
     *
     * @throws NotFound if there is no such module
     * @throws Refused if the module is locked to this person
     */
    CreatedDraft next(StaffMember me, String moduleKey) {
        var version = curriculum.newest(moduleKey).orElseThrow(NotFound::new);
        locks.mustBeOpen(me, moduleKey, false);
        return drafts.openOf(moduleKey)
                .map(draft -> new CreatedDraft(draft, true))
                .orElseGet(() -> {
                    try {
                        var written = written(version);
                        return new CreatedDraft(
                                retried(() ->
                                        begin(me, written, version.versionId(), Words.of("drafts.actNewVersion"))),
                                false);
                    } catch (ConstraintViolationException e) {
                        return new CreatedDraft(drafts.openOf(moduleKey).orElseThrow(() -> e), true);
                    }
                });
    }

    /**
     * Creates a draft from an imported folder: the next version if the lesson exists, else a new lesson with a free
     * key.
     *
     * @throws Refused if the lesson already has an open draft or is locked, a step has no usable key, or this person has
     *     stored too much within 24 hours
     */
    Draft importFolder(StaffMember me, LessonFolder folder) {
        var written = DraftContent.of(folder);
        DraftPlaces.mustHaveKeys(written.tree());
        var had = written.tree().path("key").asText();
        if (!had.isEmpty() && !had.equals(folder.name())) {
            throw new Refused(
                    "drafts.twoKeys"); // the lock of one lesson would be asked for, and the draft of another made
        }
        locks.mustBeOpen(me, had, LessonLocks.isLocked(written.tree()));
        var newest = curriculum.newest(had);
        if (newest.isPresent()) {
            try {
                return retried(() -> begin(me, written, newest.get().versionId(), Words.of("drafts.actBroughtIn")));
            } catch (ConstraintViolationException e) {
                throw new Refused(
                        "drafts.newVersionIsWritten", newest.get().lesson().title());
            }
        }
        return withAFreeKey(() -> {
            var key = FormConverter.key(had.isEmpty() ? written.title() : had, "lesson", keys());
            if (key.equals(had)) {
                return begin(me, written, null, Words.of("drafts.actBroughtIn"));
            }
            written.tree().put("key", key);
            return begin(
                    me, DraftContent.of(key, folder.files(), written.tree()), null, Words.of("drafts.actBroughtIn"));
        });
    }

    /** Retries with the next free key if a concurrent transaction has taken this one. */
    private static Draft withAFreeKey(Supplier<Draft> begun) {
        for (int tried = 1; ; tried++) {
            try {
                return retried(begun);
            } catch (ConstraintViolationException e) {
                if (tried == TRIES) {
                    throw e;
                }
            }
        }
    }

    /** A transaction of its own, so that the next attempt starts clean after a duplicate key. */
    private static Draft retried(Supplier<Draft> begun) {
        return RetryOnConflict.call(begun::get);
    }

    /**
     * Returns the text that a version was published from; without the steps that were withdrawn, if the version came about
     * by that.
     */
    private DraftContent written(PublishedModule version) {
        var last = DraftContent.of(
                files.lastSource(version).orElseThrow(() -> new Refused("drafts.versionWithoutFolder")));
        var steps = version.lesson().steps().stream().map(Step::key).collect(Collectors.toSet());
        boolean shorter = false;
        for (var each = last.tree().path("steps").iterator(); each.hasNext(); ) {
            if (!steps.contains(each.next().path("key").asText())) {
                each.remove();
                shorter = true;
            }
        }
        return shorter ? DraftContent.of(version.key(), last.folder().files(), last.tree()) : last;
    }

    private Set<String> keys() {
        var keys = new HashSet<String>();
        drafts.listAll().forEach(draft -> keys.add(draft.moduleKey()));
        curriculum.current().forEach(module -> keys.add(module.key()));
        curriculum.withdrawn().forEach(module -> keys.add(module.key()));
        return keys;
    }

    private Draft begin(StaffMember me, DraftContent written, @Nullable Long basedOn, String what) {
        var besideText = new HashMap<>(written.folder().files());
        besideText.remove(LessonFolder.MODULE);
        var hashes = files.keep(me, besideText);
        var draft = new Draft(PublicId.draw(), written.folder().name(), basedOn);
        draft.write(written, me.id(), clock.instant());
        drafts.persist(draft);
        hashes.forEach((name, hash) -> drafts.putFile(draft.id(), name, hash));
        drafts.keep(draft, what, DraftEditor.LESSON, me.id(), draft.changedAt());
        return draft;
    }
}
