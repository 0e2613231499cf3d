package uk.thinkuknow.studio.drafts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
