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

/** The published versions of a lesson, as their authors wrote them. */
@Singleton
class Versions {
    private final CurriculumService curriculum;
    private final LessonFiles files;

    Versions(CurriculumService curriculum, LessonFiles files) {
        this.curriculum = curriculum;
        this.files = files;
    }

    /** All of a lesson, the newest first; none where there is no such lesson. */
    List<PublishedModule> of(String moduleKey) {
        return curriculum.versionsOf(moduleKey).stream()
                .map(curriculum::version)
                .sorted(Comparator.comparing(PublishedModule::number).reversed())
                .toList();
    }

    /**
     * A version to be compared. One that came about when a step was withdrawn has no folder of its own: it is the version
     * before, without that step. Empty where no folder was kept.
     */
    Optional<Comparison.Side> side(PublishedModule version) {
        return files.source(version)
                .map(Versions::side)
                .or(() -> of(version.key()).stream()
                        .filter(one -> one.number() < version.number())
                        .flatMap(one -> files.source(one).stream())
                        .findFirst()
                        .map(folder -> without(side(folder), version)));
    }

    /**
     * What a draft began with.
     *
     * @param number of the version; 0 for a new lesson
     * @param behind the number of a version that was published since, while the draft is open; 0 for none
     */
    record Base(int number, int behind, Comparison.@Nullable Side side) {}

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

    /** The version that has come of a draft. */
    record Published(String key, int number) {}

    @Nullable
    Published publishedOf(Draft draft) {
        var version = draft.publishedVersionId();
        return version == null
                ? null
                : new Published(draft.moduleKey(), curriculum.version(version).number());
    }

    private static Comparison.Side side(LessonFolder folder) {
        var tree = ModuleYaml.tree(folder.files().getOrDefault(LessonFolder.MODULE, new byte[0]));
        return Comparison.Side.published(folder, tree);
    }

    private static Comparison.Side without(Comparison.Side side, PublishedModule version) {
        var left = version.lesson().steps().stream().map(Step::key).collect(Collectors.toSet());
        if (side.tree().path("steps") instanceof ArrayNode steps) {
            steps.removeIf(step -> !left.contains(step.path("key").asText()));
        }
        return side;
    }
}
