package uk.thinkuknow.studio.drafts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.curriculum.files.ModuleYaml;
import uk.thinkuknow.curriculum.lesson.LessonFolder;
import uk.thinkuknow.curriculum.lesson.PublishedModule;
import uk.thinkuknow.curriculum.lesson.Step;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.curriculum.library.LessonFiles;

/** Finds a lesson's published versions and their source folders, so that versions and drafts can be compared. */
@Singleton
class PublishedVersions {
    private final CurriculumService curriculum;
    private final LessonFiles files;

    PublishedVersions(CurriculumService curriculum, LessonFiles files) {
        this.curriculum = curriculum;
        this.files = files;
    }

    /** Returns all versions of a lesson, newest first; empty if there is no such lesson. */
    List<PublishedModule> of(String moduleKey) {
        return curriculum.versionsOf(moduleKey).stream()
                .map(curriculum::version)
                .sorted(Comparator.comparing(PublishedModule::number).reversed())
                .toList();
    }

    /**
     * Returns a version for comparison; empty if no folder is stored. A version made by withdrawing a step has no
     * folder; for it, the folder of the last version before it is used, without the steps it no longer has.
     */
    Optional<LessonComparison.Side> side(PublishedModule version) {
        return files.source(version)
                .map(PublishedVersions::side)
                .or(() -> of(version.key()).stream()
                        .filter(one -> one.number() < version.number())
                        .flatMap(one -> files.source(one).stream())
                        .findFirst()
                        .map(folder -> without(side(folder), version)));
    }

    /**
     * The version that a draft began with.
     *
     * @param number the version's number; 0 for a new lesson
     * @param behind the number of a newer version published since, if the draft is open; 0 if none
     */
    record Base(int number, int behind, LessonComparison.@Nullable Side side) {}

    /** Returns the version a draft began with. */
    Base baseOf(Draft draft) {
        var based = draft.basedOn();
        if (based == null) {
            return new Base(0, 0, null);
        }
        var version = curriculum.version(based);
        int newest = curriculum
                .newest(draft.moduleKey())
                .map(PublishedModule::number)
                .orElse(0);
        return new Base(
                version.number(),
                draft.state().isOpen() && newest > version.number() ? newest : 0,
                side(version).orElse(null));
    }

    /** The version published from a draft. */
    record Published(String key, int number) {}

    @Nullable
    Published publishedOf(Draft draft) {
        var version = draft.publishedVersionId();
        return version == null
                ? null
                : new Published(draft.moduleKey(), curriculum.version(version).number());
    }

    private static LessonComparison.Side side(LessonFolder folder) {
        var tree = ModuleYaml.tree(folder.bytes(LessonFolder.MODULE));
        return LessonComparison.Side.published(folder, tree);
    }

    private static LessonComparison.Side without(LessonComparison.Side side, PublishedModule version) {
        var left = version.lesson().steps().stream().map(Step::key).collect(Collectors.toSet());
        if (side.tree().path("steps") instanceof ArrayNode steps) {
            steps.removeIf(step -> !left.contains(step.path("key").asText()));
        }
        return side;
    }
}
