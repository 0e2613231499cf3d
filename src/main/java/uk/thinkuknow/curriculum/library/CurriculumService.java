package uk.thinkuknow.curriculum.library;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.RetryOnConflict;
import uk.thinkuknow.curriculum.files.Canonical;
import uk.thinkuknow.curriculum.files.LessonFaulty;
import uk.thinkuknow.curriculum.files.LessonRead;
import uk.thinkuknow.curriculum.files.LessonReader;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.lesson.LessonFolder;
import uk.thinkuknow.curriculum.lesson.LessonWithdrawn;
import uk.thinkuknow.curriculum.lesson.ModuleWithdrawn;
import uk.thinkuknow.curriculum.lesson.Provenance;
import uk.thinkuknow.curriculum.lesson.PublishedModule;
import uk.thinkuknow.curriculum.lesson.Withdrawal;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;

/** The door to modules: what is published, and how a version comes about, is reviewed and is withdrawn. */
@Singleton
public class CurriculumService {
    static final int REASON_AT_MOST = 400;

    private final ModuleVersions versions;
    private final Library library;
    private final TranslationService translations;
    private final LessonFiles files;
    private final PeopleService people;
    private final Event<ModuleWithdrawn> withdrawn;
    private final Clock clock;

    CurriculumService(
            ModuleVersions versions,
            Library library,
            TranslationService translations,
            LessonFiles files,
            PeopleService people,
            Event<ModuleWithdrawn> withdrawn,
            Clock clock) {
        this.versions = versions;
        this.library = library;
        this.translations = translations;
        this.files = files;
        this.people = people;
        this.withdrawn = withdrawn;
        this.clock = clock;
    }

    /**
     * A version, from memory. Only one that another instance has just published is fetched from the database first.
     *
     * @throws NotFound if there is none
     */
    public PublishedModule version(long moduleVersionId) {
        return library.version(moduleVersionId)
                .or(() -> {
                    RetryOnConflict.join(library::look);
                    return library.version(moduleVersionId);
                })
                .orElseThrow(NotFound::new);
    }

    /** The newest version of each module that is not withdrawn, by band and then title. */
    public List<PublishedModule> current() {
        return library.current();
    }

    /**
     * Those of them that have each of some words.
     *
     * @param band its key, or empty for all; anything else is all
     * @param page from 1; others are brought into range
     */
    public LessonSearch search(String typed, String band, int page) {
        return search(current(), typed, band, page);
    }

    public LessonSearch search(List<PublishedModule> among, String typed, String band, int page) {
        return library.search(among, typed, band, page);
    }

    /** How far a version is in Welsh, from 0 to 100 per cent; 0 if nobody has begun. */
    public int welshPercent(long versionId) {
        return library.welshPercent(versionId);
    }

    /** The same by band, those of the wanted bands first. */
    public List<LessonsOfBand> byBand(Collection<String> wanted) {
        return LessonsOfBand.of(current(), wanted);
    }

    /** Modules that are out of use, each in its newest version. */
    public List<PublishedModule> withdrawn() {
        return library.withdrawn();
    }

    /**
     * The version of a module that a class takes now.
     *
     * @throws LessonWithdrawn if it was taken out of use
     * @throws NotFound if there never was one
     */
    public PublishedModule toTeach(String moduleKey) {
        return library.current(moduleKey)
                .orElseThrow(() -> library.newest(moduleKey)
                        .<RuntimeException>map(
                                module -> new LessonWithdrawn(module.lesson().title()))
                        .orElseGet(NotFound::new));
    }

    /** @throws NotFound if no version of the module can be taught */
    public PublishedModule current(String moduleKey) {
        return library.current(moduleKey).orElseThrow(NotFound::new);
    }

    /** @throws NotFound if there never was such a module; one that is out of use is shown in its newest version */
    public PublishedModule inUseOrNewest(String moduleKey) {
        return library.current(moduleKey).or(() -> library.newest(moduleKey)).orElseThrow(NotFound::new);
    }

    /** The ids of all versions of a module, whether they may still be taught or not. */
    public List<Long> versionsOf(String moduleKey) {
        return library.versionsOf(moduleKey);
    }

    /** The newest version of a module, whether it may still be taught or not; empty if there never was one. */
    public Optional<PublishedModule> newest(String moduleKey) {
        return library.newest(moduleKey);
    }

    /**
     * Publishes a folder as an immutable version, unless a version with the same content is there already.
     *
     * @return the version's id
     * @throws LessonFaulty if there is something to mend, with all of it
     */
    @Transactional
    public long publish(LessonFolder folder) {
        var read = switch (LessonReader.read(folder)) {
            case LessonRead.Fine fine -> fine;
            case LessonRead.Faulty faulty -> throw new LessonFaulty(folder.name(), faulty.problems());
        };
        var lesson = Canonical.of(read);
        var id = versions.withHash(lesson.lesson().key(), lesson.hash())
                .orElseGet(() -> versions.add(lesson, clock.instant()))
                .id();
        translations.publish(id, folder, read);
        files.keepSource(id, folder);
        library.look();
        return id;
    }

    /** Notes that a named safeguarding professional has reviewed a version. */
    @Transactional
    public void recordReview(long versionId, String by, Instant at) {
        recordReview(versionId, by, at, row(versionId).factsToldNow());
    }

    /** The same of a review that saw the facts of this hash. */
    @Transactional
    public void recordReview(long versionId, String by, Instant at, String facts) {
        row(versionId).reviewed(by, at, facts);
        library.look();
    }

    /**
     * Takes a module out of use with all its versions: nothing starts with it any more, and what runs with it ends. Only a
     * new version puts it back. One that is withdrawn already stays as it is.
     *
     * @throws Refused if there is no reason, or a long one
     * @throws NotFound if there is no such module
     */
    @Transactional
    public void withdraw(StaffMember by, String moduleKey, String why) {
        if (why.isBlank() || why.length() > REASON_AT_MOST) {
            throw new Refused("Say why, at most " + REASON_AT_MOST + " letters: everyone who taught it will ask.");
        }
        if (library.newest(moduleKey).isEmpty()) {
            throw new NotFound();
        }
        var inUse = versions.inUse(moduleKey);
        if (inUse.isEmpty()) {
            return;
        }
        var at = clock.instant();
        inUse.forEach(version -> version.withdraw(new Withdrawal(by.name(), why, at)));
        people.note(by.name(), "withdrew", "module " + moduleKey, why);
        library.look();
        var ids = inUse.stream().map(ModuleVersion::id).collect(Collectors.toSet());
        withdrawn.fire(new ModuleWithdrawn(moduleKey, ids, by.name(), why, at));
    }

    /** When a version was published, who has reviewed it, and who took it out of use. */
    @Transactional
    public Provenance provenance(long versionId) {
        var row = row(versionId);
        return new Provenance(row.publishedAt(), row.review(), row.withdrawal());
    }

    /**
     * Notes a review in the name of the administrator who is signed in.
     *
     * @param number of the version she saw, so that a newer one does not count as reviewed
     * @throws Refused if the name or the day cannot be right, or a newer version was published meanwhile
     */
    @Transactional
    public void review(String moduleKey, int number, String by, LocalDate on) {
        var module = current(moduleKey);
        if (module.number() != number) {
            throw new Refused("Version " + module.number() + " was published meanwhile: it needs a review of its own.");
        }
        var name = by.strip();
        if (name.length() < 3 || name.length() > 120) {
            throw new Refused("Give the full name of the person who reviewed the lesson, at most 120 letters.");
        }
        if (on.isAfter(London.today(clock))) {
            throw new Refused("Give the day of the review: it cannot be after today.");
        }
        recordReview(module.versionId(), name, on.atStartOfDay(London.ZONE).toInstant());
        var me = people.me();
        people.note(me.name(), "recorded a review", "module " + moduleKey + " " + number, "by " + name + " on " + on);
    }

    /** Takes in what other instances have published, reviewed or withdrawn. */
    @Transactional
    void refresh() {
        library.look();
    }

    /** Publishes a version again without one of its steps; the reviews of its words stay, since nothing in it is new. */
    ModuleVersion publishWithout(ModuleVersion from, Lesson lesson, String step) {
        var fresh = versions.add(
                Canonical.of(new LessonRead.Fine(lesson.without(step), Map.of(), Map.of())), clock.instant());
        var review = from.review();
        if (review != null && from.tellsWhatWasReviewed()) {
            fresh.reviewed(review.by(), review.at(), fresh.factsToldNow());
        }
        versions.flush();
        translations.carryOver(from.id(), fresh.id(), step);
        return fresh;
    }

    private ModuleVersion row(long versionId) {
        return versions.findByIdOptional(versionId).orElseThrow(NotFound::new);
    }
}
