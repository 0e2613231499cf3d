package uk.thinkuknow.curriculum.library;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.curriculum.lesson.ModuleWithdrawn;
import uk.thinkuknow.curriculum.lesson.PublishedModule;
import uk.thinkuknow.curriculum.lesson.Withdrawal;

/** Takes the versions of a lesson out of use, in an area or everywhere, and puts them back. */
@Singleton
class VersionsInUse {
    private final ModuleVersions versions;
    private final LessonLibrary library;
    private final Event<ModuleWithdrawn> withdrawn;

    VersionsInUse(ModuleVersions versions, LessonLibrary library, Event<ModuleWithdrawn> withdrawn) {
        this.versions = versions;
        this.library = library;
        this.withdrawn = withdrawn;
    }

    /**
     * Returns the newest version of a lesson, even if it is out of use everywhere.
     *
     * @throws NotFound if there is no such lesson
     */
    PublishedModule newest(String moduleKey) {
        return library.newest(moduleKey).orElseThrow(NotFound::new);
    }

    /** Locks the versions in use, and returns the number of the newest; 0 if the lesson is out of use everywhere. */
    int lock(String moduleKey) {
        return versions.inUse(moduleKey).stream()
                .mapToInt(ModuleVersion::number)
                .max()
                .orElse(0);
    }

    /** Takes a lesson out of use in the area of its withdrawal; running sessions there end. */
    void withdraw(LessonWithdrawal row, String by, Instant at) {
        var why = row.wish().why();
        var inUse = inUse(row);
        if (row.area().isProgramme()) {
            inUse.forEach(version -> version.withdraw(new Withdrawal(by, why, at)));
        }
        library.change();
        var ids = inUse.stream().map(ModuleVersion::id).collect(Collectors.toSet());
        withdrawn.fire(new ModuleWithdrawn(row.moduleKey(), ids, row.area(), by, why, at));
    }

    /** Puts back into use what this withdrawal has kept out of use, since a time. */
    void restore(LessonWithdrawal row, Instant since) {
        if (row.area().isProgramme()) {
            versions.withdrawnSince(row.moduleKey(), row.upTo(), since).forEach(ModuleVersion::restore);
        }
        library.change();
    }

    private List<ModuleVersion> inUse(LessonWithdrawal row) {
        return versions.inUse(row.moduleKey()).stream()
                .filter(version -> version.number() <= row.upTo())
                .toList();
    }
}
