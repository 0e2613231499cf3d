package uk.thinkuknow.studio.drafts;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.RetryOnConflict;
import uk.thinkuknow.curriculum.lesson.LessonFolder;
import uk.thinkuknow.curriculum.lesson.PublishedModule;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.curriculum.library.LessonFiles;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.studio.forms.Filling;

/**
 * Begins drafts: from an empty page, from the newest version of a lesson, or from somebody's file. A lesson has one open draft,
 * which the database holds to ({@code uk_lesson_draft_open}): of two who begin it at the same moment, the second finds the first's.
 */
@Singleton
class Beginning {
    private static final int TRIES = 5;

    private final Drafts drafts;
    private final LessonFiles files;
    private final CurriculumService curriculum;
    private final Locks locks;
    private final Clock clock;

    Beginning(Drafts drafts, LessonFiles files, CurriculumService curriculum, Locks locks, Clock clock) {
        this.drafts = drafts;
        this.files = files;
        this.curriculum = curriculum;
        this.locks = locks;
        this.clock = clock;
    }

    /** A draft, and whether it was there already. */
    record Begun(Draft draft, boolean there) {}

    /** @throws Refused if the title gives no name, or the band is none */
    Draft begin(StaffMember me, String title, String band, String language) {
        if (title.isBlank() || title.length() > 80) {
            throw new Refused("Give the lesson a title of at most 80 letters. You can change it later.");
        }
        if (!List.of("4-7", "8-10", "11-13", "14-18").contains(band)) {
            throw new Refused("Choose for which ages the lesson is. You can change it later.");
        }
        return underAFreeKey(() -> {
            var key = Filling.key(title, "lesson", keys());
            return begin(me, Written.of(key, Map.of(), empty(key, title, band, language)), null, "began the lesson");
        });
    }

    private static ObjectNode empty(String key, String title, String band, String language) {
        var tree = JsonNodeFactory.instance.objectNode();
        tree.put("format", 1).put("key", key).put("title", title.strip()).put("band", band);
        tree.put("language", language.equals("cy") ? "cy" : "en").put("minutes", 45);
        tree.putArray("steps");
        var help = tree.putArray("help").add("grown-up");
        if (!band.equals("4-7")) {
            help.add("childline").add("ceop");
        }
        return tree;
    }

    /**
     * Begins the next version of a module; where somebody is at it already, that draft is the answer.
     *
     * @throws NotFound if there is no such module
     * @throws Refused if it is locked
     */
    Begun next(StaffMember me, String moduleKey) {
        var version = curriculum.newest(moduleKey).orElseThrow(NotFound::new);
        locks.mustBeOpen(me, moduleKey, JsonNodeFactory.instance.objectNode());
        return drafts.openOf(moduleKey).map(draft -> new Begun(draft, true)).orElseGet(() -> {
            try {
                var written = Written.of(source(version));
                return new Begun(anew(() -> begin(me, written, version.versionId(), "began a new version")), false);
            } catch (ConstraintViolationException e) {
                return new Begun(drafts.openOf(moduleKey).orElseThrow(() -> e), true);
            }
        });
    }

    /**
     * Begins a draft with a folder from elsewhere, under a name of its own if its name is taken.
     *
     * @throws Refused if it would be the next version of a lesson of which there is a draft already, or a step has no key
     */
    Draft bring(StaffMember me, LessonFolder folder) {
        var written = Written.of(folder);
        Places.mustHaveKeys(written.tree());
        var had = written.tree().path("key").asText();
        locks.mustBeOpen(me, had, written.tree());
        var newest = curriculum.newest(had);
        if (newest.isPresent()) {
            try {
                return anew(() -> begin(me, written, newest.get().versionId(), "brought in"));
            } catch (ConstraintViolationException e) {
                throw new Refused(
                        "A new version of “%s” is being written already. Publish it or throw it away first, then bring this in again."
                                .formatted(newest.get().lesson().title()));
            }
        }
        return underAFreeKey(() -> {
            var key = Filling.key(had.isEmpty() ? written.title() : had, "lesson", keys());
            if (key.equals(had)) {
                return begin(me, written, null, "brought in");
            }
            written.tree().put("key", key);
            return begin(me, Written.of(key, folder.files(), written.tree()), null, "brought in");
        });
    }

    /** Somebody may take the same key at the same moment: the next one is free then. */
    private static Draft underAFreeKey(Supplier<Draft> begun) {
        for (int tried = 1; ; tried++) {
            try {
                return anew(begun);
            } catch (ConstraintViolationException e) {
                if (tried == TRIES) {
                    throw e;
                }
            }
        }
    }

    /** In a transaction of its own, so that what was refused by the database is gone and can be tried anew. */
    private static Draft anew(Supplier<Draft> begun) {
        return RetryOnConflict.call(begun::get);
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
        var draft = new Draft(PublicId.draw(), written.folder().name(), basedOn);
        draft.write(written, me.id(), clock.instant());
        drafts.persist(draft);
        written.folder().files().forEach((name, content) -> {
            if (!name.equals(LessonFolder.MODULE)) {
                drafts.putFile(draft.id(), name, files.keep(content));
            }
        });
        drafts.keep(draft, what, Authoring.LESSON, me.id(), draft.changedAt());
        return draft;
    }
}
