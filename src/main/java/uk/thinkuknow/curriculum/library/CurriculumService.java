package uk.thinkuknow.curriculum.library;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.RetryOnConflict;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.files.CanonicalLesson;
import uk.thinkuknow.curriculum.files.LessonFaulty;
import uk.thinkuknow.curriculum.files.LessonReadResult;
import uk.thinkuknow.curriculum.files.LessonReader;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.lesson.LessonFolder;
import uk.thinkuknow.curriculum.lesson.LessonWithdrawn;
import uk.thinkuknow.curriculum.lesson.Provenance;
import uk.thinkuknow.curriculum.lesson.PublishedModule;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Scope;

/**
 * Publishes and finds modules, and records their reviews. Other wings use it to get the lessons that classes take.
 */
@Singleton
public class CurriculumService {
    static final int REASON_AT_MOST = 400;

    private final ModuleVersions versions;
    private final LessonLibrary lessonLibrary;
    private final TranslationService translations;
    private final LessonFiles files;
    private final PeopleService people;
    private final Clock clock;

    CurriculumService(
            ModuleVersions versions,
            LessonLibrary lessonLibrary,
            TranslationService translations,
            LessonFiles files,
            PeopleService people,
            Clock clock) {
        this.versions = versions;
        this.lessonLibrary = lessonLibrary;
        this.translations = translations;
        this.files = files;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Returns a version from memory, or from the database if another instance has just published it.
     *
     * @throws NotFound if there is none
     */
    public PublishedModule version(long moduleVersionId) {
        return lessonLibrary
                .version(moduleVersionId)
                .or(() -> {
                    RetryOnConflict.join(lessonLibrary::refresh);
                    return lessonLibrary.version(moduleVersionId);
                })
                .orElseThrow(NotFound::new);
    }

    /** Returns the newest version of each module in use, by age band and then title. */
    public List<PublishedModule> current() {
        return lessonLibrary.current();
    }

    /**
     * Searches the lessons in use for all of the words.
     *
     * @param band an age band's key; any other value means all bands
     * @param page counted from 1; a page out of range becomes the nearest one
     */
    public LessonSearch search(String typed, String band, int page) {
        return search(current(), typed, band, page);
    }

    public LessonSearch search(List<PublishedModule> among, String typed, String band, int page) {
        return lessonLibrary.search(among, typed, band, page);
    }

    /** Returns the percentage of a version translated into Welsh, from 0 to 100. */
    public int welshPercent(long versionId) {
        return lessonLibrary.welshPercent(versionId);
    }

    /**
     * Returns the newest version of each module that a school can use, by age band and then title.
     *
     * @param isIn whether the school is in an area
     */
    public List<PublishedModule> currentIn(Predicate<Scope> isIn) {
        return lessonLibrary.currentIn(isIn);
    }

    /** Returns whether a school cannot use a lesson. */
    public boolean isWithdrawn(String moduleKey, Predicate<Scope> isIn) {
        return currentIn(isIn).stream().noneMatch(module -> module.key().equals(moduleKey));
    }

    /** Returns the keys of the modules that some or all schools cannot use. */
    public Set<String> withdrawnAnywhere() {
        return lessonLibrary.withdrawnAnywhere();
    }

    /** Returns the lessons that a school can use by age band, the wanted bands first. */
    public List<LessonsOfBand> byBand(Collection<String> wanted, Predicate<Scope> isIn) {
        return LessonsOfBand.of(currentIn(isIn), wanted);
    }

    /** Returns the newest version of each module that has no version in use. */
    public List<PublishedModule> withdrawn() {
        return lessonLibrary.withdrawn();
    }

    /**
     * Returns the version of a module to start a session with at a school.
     *
     * @param isIn whether the school is in an area
     * @throws LessonWithdrawn if the module is withdrawn there
     * @throws NotFound if there is no such module
     */
    public PublishedModule toTeach(String moduleKey, Predicate<Scope> isIn) {
        return lessonLibrary
                .current(moduleKey)
                .filter(module -> !lessonLibrary.isWithdrawnIn(module, isIn))
                .orElseThrow(() -> lessonLibrary
                        .newest(moduleKey)
                        .<RuntimeException>map(
                                module -> new LessonWithdrawn(module.lesson().title()))
                        .orElseGet(NotFound::new));
    }

    /**
     * Returns the newest version of a module in use.
     *
     * @throws NotFound if no version of the module is in use
     */
    public PublishedModule current(String moduleKey) {
        return lessonLibrary.current(moduleKey).orElseThrow(NotFound::new);
    }

    /**
     * Returns the newest version in use or, if the module is withdrawn, its newest version.
     *
     * @throws NotFound if there is no such module
     */
    public PublishedModule inUseOrNewest(String moduleKey) {
        return lessonLibrary
                .current(moduleKey)
                .or(() -> lessonLibrary.newest(moduleKey))
                .orElseThrow(NotFound::new);
    }

    /** Returns the ids of all versions of a module, including withdrawn ones. */
    public List<Long> versionsOf(String moduleKey) {
        return lessonLibrary.versionsOf(moduleKey);
    }

    /** Returns the newest version of a module, even if withdrawn; empty if there is no such module. */
    public Optional<PublishedModule> newest(String moduleKey) {
        return lessonLibrary.newest(moduleKey);
    }

    /**
     * Publishes a folder as an immutable version, unless the module has a version with this content, of any age.
     *
     * @return the id of the new or existing version
     * @throws LessonFaulty if the folder has problems; it lists all of them
     */
    @Transactional
    public long publish(LessonFolder folder) {
        return publish(
                folder, (lesson, read) -> versions.withHash(lesson.lesson().key(), lesson.hash()));
    }

    /**
     * Publishes a folder as the newest version of its module, unless that has this content already. It may be the content
     * of an earlier version.
     *
     * @return the id of the newest version
     * @throws LessonFaulty if the folder has problems; it lists all of them
     */
    @Transactional
    public long publishNewest(LessonFolder folder) {
        return publish(
                folder,
                (lesson, read) -> versions.newest(lesson.lesson().key())
                        .filter(newest -> newest.hash().equals(lesson.hash())
                                && translations.isPublished(newest.id(), folder, read)));
    }

    private long publish(
            LessonFolder folder, BiFunction<CanonicalLesson, LessonReadResult.Fine, Optional<ModuleVersion>> existing) {
        var read = switch (LessonReader.read(folder)) {
            case LessonReadResult.Fine fine -> fine;
            case LessonReadResult.Faulty faulty -> throw new LessonFaulty(folder.name(), faulty.problems());
        };
        var lesson = CanonicalLesson.of(read);
        var id = existing.apply(lesson, read)
                .orElseGet(() -> versions.add(lesson, clock.instant()))
                .id();
        translations.publish(id, folder, read);
        files.keepSource(id, folder);
        lessonLibrary.change();
        return id;
    }

    /** Records that a named safeguarding professional has reviewed a version with its current facts. */
    @Transactional
    public void recordReview(long versionId, String by, Instant at) {
        recordReview(versionId, by, at, row(versionId).currentFactsHash());
    }

    /**
     * Records that a named safeguarding professional has reviewed a version.
     *
     * @param facts the hash of the facts as they were reviewed
     */
    @Transactional
    public void recordReview(long versionId, String by, Instant at, String facts) {
        row(versionId).recordReview(by, at, facts);
        lessonLibrary.change();
    }

    /** Returns the publication, review and withdrawal of a version. */
    @Transactional
    public Provenance provenance(long versionId) {
        var row = row(versionId);
        return new Provenance(row.publishedAt(), row.review(), row.withdrawal());
    }

    /**
     * Records, on behalf of the signed-in administrator, that a named person has reviewed a module.
     *
     * @param number the version the administrator saw, so that a newer one does not count as reviewed
     * @throws Refused if the name or the day is not valid, or a newer version has been published
     */
    @Transactional
    public void review(String moduleKey, int number, String by, LocalDate on) {
        var module = current(moduleKey);
        if (module.number() != number) {
            throw new Refused("library.published", module.number());
        }
        var name = by.strip();
        if (name.length() < 3 || name.length() > 120) {
            throw new Refused("library.reviewerNeeded");
        }
        if (on.isAfter(London.today(clock))) {
            throw new Refused("library.reviewDayLater");
        }
        recordReview(module.versionId(), name, on.atStartOfDay(London.ZONE).toInstant());
        var me = people.me();
        people.note(
                me.name(),
                Words.of("library.noteReviewed"),
                "module " + moduleKey + " " + number,
                Words.of("library.reviewedBy", name, on));
    }

    /** Reads into memory the versions, reviews and withdrawals that other instances have written. */
    @Transactional
    void refresh() {
        lessonLibrary.refresh();
    }

    /**
     * Publishes a version again without one of its steps. As it has no new content, its review is carried over, unless
     * a fact has changed since.
     */
    ModuleVersion publishWithout(ModuleVersion from, Lesson lesson, String step) {
        var fresh = versions.add(
                CanonicalLesson.of(new LessonReadResult.Fine(lesson.without(step), Map.of(), Map.of())),
                clock.instant());
        var review = from.review();
        if (review != null && from.factsUnchangedSinceReview()) {
            fresh.recordReview(review.by(), review.at(), fresh.currentFactsHash());
        }
        versions.flush();
        translations.carryOver(from.id(), fresh.id(), step);
        return fresh;
    }

    private ModuleVersion row(long versionId) {
        return versions.findByIdOptional(versionId).orElseThrow(NotFound::new);
    }
}
