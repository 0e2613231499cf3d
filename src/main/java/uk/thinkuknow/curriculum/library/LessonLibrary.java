package uk.thinkuknow.curriculum.library;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.thinkuknow.common.AgeRange;
import uk.thinkuknow.common.RetryOnConflict;
import uk.thinkuknow.common.facts.Facts;
import uk.thinkuknow.curriculum.files.CanonicalLesson;
import uk.thinkuknow.curriculum.files.LessonFacts;
import uk.thinkuknow.curriculum.lesson.Picture;
import uk.thinkuknow.curriculum.lesson.PublishedModule;
import uk.thinkuknow.curriculum.lesson.Translation;
import uk.thinkuknow.curriculum.lesson.VersionStatus;
import uk.thinkuknow.identity.staff.Scope;

/**
 * Caches all published modules in memory. The content of a version is read once, reviews and withdrawals on every
 * refresh.
 */
@Singleton
class LessonLibrary {
    private final ModuleVersions rows;
    private final TranslationService translations;
    private final LessonSearchIndex words;
    private final Drawings drawings;
    private final Recordings played;
    private final Event<Changed> changed;
    private final Map<Long, PublishedModule> read = new HashMap<>();
    private volatile Map<Long, PublishedModule> versions = Map.of();
    private volatile List<PublishedModule> current = List.of();
    private volatile List<OutOfUse> outOfUse = List.of();

    LessonLibrary(
            ModuleVersions rows,
            TranslationService translations,
            LessonSearchIndex words,
            Drawings drawings,
            Recordings played,
            Event<Changed> changed) {
        this.rows = rows;
        this.translations = translations;
        this.words = words;
        this.drawings = drawings;
        this.played = played;
        this.changed = changed;
    }

    /** An area in which the versions of a module are out of use, up to a number. */
    record OutOfUse(String moduleKey, int upTo, Scope area) {}

    /** The caller's transaction has changed what is published, reviewed or withdrawn. */
    record Changed() {}

    /** Refreshes the cache with a change by the caller's transaction, at once and again when it is committed. */
    void change() {
        rows.flush();
        refresh();
        changed.fire(new Changed());
    }

    /**
     * Refreshes the cache after the commit of a change, because another thread that refreshed it before the commit has
     * read the rows as they were. Runs before pages learn about the change.
     */
    void commit(@Observes(during = TransactionPhase.AFTER_SUCCESS) @Priority(1) Changed committed) {
        RetryOnConflict.run(this::refresh);
    }

    /**
     * Refreshes the cache with the publications, reviews and withdrawals of all instances; runs in the caller's
     * transaction. One thread at a time, so that no older reading replaces a newer one.
     */
    synchronized void refresh() {
        var standings = rows.statuses();
        update(rows.withIds(unknown(standings)), standings);
        outOfUse = rows.outOfUse();
        translations.refresh();
        rows.files(PictureFile.class, drawings.unknown(pictures())).forEach(drawings::add);
        // one after the other: films are large
        played.unknown(recordings())
                .forEach(hash -> rows.files(RecordingFile.class, List.of(hash)).forEach(played::add));
    }

    /** Searches lessons for all of the words, in one age band, or in all if the band is unknown. */
    LessonSearch search(List<PublishedModule> among, String typed, String band, int page) {
        return LessonSearch.of(
                among, typed, AgeRange.of(band).map(AgeRange::key).orElse(""), page, words);
    }

    /** Returns the percentage of a version translated into Welsh, from 0 to 100. */
    int welshPercent(long versionId) {
        return translations.of(versionId).map(Translation::percent).orElse(0);
    }

    Optional<PublishedModule> version(long id) {
        return Optional.ofNullable(versions.get(id));
    }

    /** Returns the newest version of a module, even if withdrawn. */
    Optional<PublishedModule> newest(String key) {
        return versions.values().stream()
                .filter(module -> module.key().equals(key))
                .max(Comparator.comparingInt(PublishedModule::number));
    }

    /** Returns the ids of all versions of a module. */
    List<Long> versionsOf(String key) {
        return versions.values().stream()
                .filter(module -> module.key().equals(key))
                .map(PublishedModule::versionId)
                .toList();
    }

    List<PublishedModule> current() {
        return current;
    }

    /** Returns the modules in use that are not withdrawn in the area of a school. */
    List<PublishedModule> currentIn(Predicate<Scope> isIn) {
        return current.stream().filter(module -> !isWithdrawnIn(module, isIn)).toList();
    }

    /** Returns the keys of modules that are withdrawn in an area or everywhere. */
    Set<String> withdrawnAnywhere() {
        return Stream.concat(
                        withdrawn().stream(), current.stream().filter(module -> isWithdrawnIn(module, area -> true)))
                .map(PublishedModule::key)
                .collect(Collectors.toSet());
    }

    /** Returns whether a module is withdrawn in the area of a school. */
    boolean isWithdrawnIn(PublishedModule module, Predicate<Scope> isIn) {
        return outOfUse.stream()
                .anyMatch(each -> each.moduleKey().equals(module.key())
                        && module.number() <= each.upTo()
                        && isIn.test(each.area()));
    }

    /** Returns the newest version of a module in use. */
    Optional<PublishedModule> current(String key) {
        return current.stream().filter(module -> module.key().equals(key)).findFirst();
    }

    /** Returns the newest version of each withdrawn module, by age band and then title. */
    List<PublishedModule> withdrawn() {
        var taught = current.stream().map(PublishedModule::key).toList();
        return newestOfEach(versions.values().stream()
                .filter(module -> !taught.contains(module.key()))
                .toList());
    }

    /** Returns the ids of the versions that are not cached yet. */
    private List<Long> unknown(Collection<VersionStatus> standings) {
        return standings.stream()
                .map(VersionStatus::versionId)
                .filter(id -> !read.containsKey(id))
                .toList();
    }

    /** Returns the hashes of the pictures that cached versions use. */
    private List<String> pictures() {
        return versions.values().stream()
                .flatMap(version -> version.lesson().pictures().stream())
                .map(Picture::file)
                .distinct()
                .toList();
    }

    /** Returns the hashes of the films, sound and captions that cached versions use. */
    private List<String> recordings() {
        return versions.values().stream()
                .flatMap(version -> version.lesson().recordings().stream())
                .flatMap(recording -> Stream.of(recording.file(), recording.captions()))
                .filter(hash -> !hash.isEmpty())
                .distinct()
                .toList();
    }

    /** Adds new versions and updates reviews and withdrawals; a version without a row is removed. */
    private void update(Collection<ModuleVersion> fresh, Collection<VersionStatus> standings) {
        for (var version : fresh) {
            read.computeIfAbsent(version.id(), id -> asPublished(version));
        }
        var now = new HashMap<Long, PublishedModule>();
        for (var versionStatus : standings) {
            var known = read.get(versionStatus.versionId());
            if (known != null) {
                now.put(versionStatus.versionId(), with(known, versionStatus));
            }
        }
        read.keySet().retainAll(now.keySet());
        versions = Map.copyOf(now);
        current = newestOfEach(
                now.values().stream().filter(module -> !module.withdrawn()).toList());
    }

    private static List<PublishedModule> newestOfEach(Collection<PublishedModule> all) {
        var newest = new TreeMap<String, PublishedModule>();
        for (var module : all) {
            newest.merge(module.key(), module, (a, b) -> a.number() > b.number() ? a : b);
        }
        return newest.values().stream()
                .sorted(Comparator.comparing(
                                (PublishedModule module) -> module.lesson().band(), AgeRange.OF_KEYS)
                        .thenComparing(module -> module.lesson().title()))
                .toList();
    }

    private static PublishedModule asPublished(ModuleVersion version) {
        var told = LessonFacts.withFacts(CanonicalLesson.lessonOf(version.content()), Facts.packaged());
        return new PublishedModule(
                version.id(),
                version.module().key(),
                version.number(),
                version.hash(),
                told.lesson(),
                told.facts(),
                false,
                false);
    }

    private static PublishedModule with(PublishedModule module, VersionStatus versionStatus) {
        return new PublishedModule(
                module.versionId(),
                module.key(),
                module.number(),
                module.hash(),
                module.lesson(),
                module.facts(),
                versionStatus.isReviewed(Facts.packaged().hash(module.facts())),
                versionStatus.withdrawn());
    }
}
