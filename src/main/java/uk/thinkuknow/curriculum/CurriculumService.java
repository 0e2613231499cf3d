package uk.thinkuknow.curriculum;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.shared.NotFound;

/** The door to modules: what is published, and how a version comes about, is reviewed and is withdrawn. */
@Singleton
public class CurriculumService {
    private final ModuleRows modules;
    private final ModuleVersions versions;
    private final PictureFiles pictures;
    private final Library library;
    private final Clock clock;

    CurriculumService(
            ModuleRows modules, ModuleVersions versions, PictureFiles pictures, Library library, Clock clock) {
        this.modules = modules;
        this.versions = versions;
        this.pictures = pictures;
        this.library = library;
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

    /** Who reviewed a version, if anybody did. */
    @Transactional
    public @Nullable Review reviewOf(long versionId) {
        return row(versionId).review();
    }

    /** The drawing with this hash. */
    @Transactional
    public Optional<byte[]> picture(String hash) {
        return pictures.findByIdOptional(hash).map(PictureFile::content);
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
    }

    private ModuleVersion add(Canonical lesson) {
        var read = lesson.lesson();
        var module = modules.called(read.key()).orElseGet(() -> {
            var fresh = new ModuleRow(read.key(), read.band());
            modules.persist(fresh);
            return fresh;
        });
        module.moveTo(read.band());
        lesson.pictures().forEach((hash, bytes) -> {
            if (pictures.findByIdOptional(hash).isEmpty()) {
                pictures.persist(new PictureFile(hash, bytes));
            }
        });
        var version = new ModuleVersion(module, versions.nextNumber(module), lesson, clock.instant());
        versions.persist(version);
        return version;
    }

    private ModuleVersion row(long versionId) {
        return versions.findByIdOptional(versionId).orElseThrow(NotFound::new);
    }
}
