package uk.thinkuknow.curriculum;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.thinkuknow.people.PeopleService;
import uk.thinkuknow.shared.London;
import uk.thinkuknow.shared.NotFound;
import uk.thinkuknow.shared.Refused;

/** The door to modules: what is published, and how a version comes about, is reviewed and is withdrawn. */
@Singleton
public class CurriculumService {
    private final ModuleVersions versions;
    private final Library library;
    private final Drawings drawings;
    private final PeopleService people;
    private final Clock clock;

    CurriculumService(ModuleVersions versions, Library library, Drawings drawings, PeopleService people, Clock clock) {
        this.versions = versions;
        this.library = library;
        this.drawings = drawings;
        this.people = people;
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
                    QuarkusTransaction.joiningExisting().run(this::look);
                    return library.version(moduleVersionId);
                })
                .orElseThrow(NotFound::new);
    }

    /** The newest version of each module that is not withdrawn, by band and then title. */
    public List<PublishedModule> current() {
        return library.current();
    }

    /** @throws NotFound if no version of the module can be taught */
    public PublishedModule current(String moduleKey) {
        return current().stream()
                .filter(module -> module.key().equals(moduleKey))
                .findFirst()
                .orElseThrow(NotFound::new);
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
        var lesson = switch (LessonReader.read(folder)) {
            case LessonRead.Fine fine -> Canonical.of(fine.lesson(), fine.pictures());
            case LessonRead.Faulty faulty -> throw new LessonFaulty(folder.name(), faulty.problems());
        };
        var id = versions.withHash(lesson.lesson().key(), lesson.hash())
                .orElseGet(() -> add(lesson))
                .id();
        look();
        return id;
    }

    /** Notes that a named safeguarding professional has reviewed a version. */
    @Transactional
    public void recordReview(long versionId, String by, Instant at) {
        row(versionId).reviewed(by, at);
        look();
    }

    /** Takes a version out of use, for good; one that is withdrawn already stays as it is. */
    @Transactional
    public void withdraw(long versionId, Instant at) {
        row(versionId).withdraw(at);
        look();
    }

    /** When a version was published and who has reviewed it. */
    @Transactional
    public Provenance provenance(long versionId) {
        var row = row(versionId);
        return new Provenance(row.publishedAt(), row.review());
    }

    /**
     * Notes a review in the name of the administrator who is signed in.
     *
     * @param number of the version she saw, so that a newer one does not count as reviewed
     * @throws Refused if the name or the day cannot be right, or a newer version was published meanwhile
     */
    @Transactional
    void review(String moduleKey, int number, String by, LocalDate on) {
        var module = current(moduleKey);
        if (module.number() != number) {
            throw new Refused("Version " + module.number() + " was published meanwhile: it needs a review of its own.");
        }
        var name = by.strip();
        if (name.length() < 3 || name.length() > 120) {
            throw new Refused("Give the full name of the person who reviewed the module, at most 120 letters.");
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
        look();
    }

    private void look() {
        versions.flush();
        var standings = versions.standings();
        library.update(versions.withIds(library.unknown(standings)), standings);
        versions.pictures(drawings.unknown(library.pictures())).forEach(drawings::add);
    }

    private ModuleVersion add(Canonical lesson) {
        var module = versions.module(lesson.lesson().key(), lesson.lesson().band());
        module.moveTo(lesson.lesson().band());
        lesson.pictures().forEach(versions::keep);
        var version = new ModuleVersion(module, versions.nextNumber(module), lesson, clock.instant());
        versions.persist(version);
        return version;
    }

    private ModuleVersion row(long versionId) {
        return versions.findByIdOptional(versionId).orElseThrow(NotFound::new);
    }
}
