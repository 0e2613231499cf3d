package uk.thinkuknow.curriculum.library;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.curriculum.files.CanonicalLesson;
import uk.thinkuknow.curriculum.lesson.VersionStatus;

/** Repository of module versions, of their modules, and of the pictures and recordings they use. */
@Singleton
class ModuleVersions implements PanacheRepository<ModuleVersion> {
    /** Returns the newest of the versions with this content. */
    Optional<ModuleVersion> withHash(String moduleKey, String hash) {
        return find("module.key = ?1 and hash = ?2 order by number desc", moduleKey, hash)
                .firstResultOptional();
    }

    /** Returns the newest version, also a withdrawn one. */
    Optional<ModuleVersion> newest(String moduleKey) {
        return find("module.key = ?1 order by number desc", moduleKey).firstResultOptional();
    }

    /** Returns the versions of a module in use, locked for update, so that two withdrawals run one after the other. */
    List<ModuleVersion> inUse(String moduleKey) {
        return find("module.key = ?1 and withdrawnAt is null order by number", moduleKey)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Returns the versions of a module, up to a number, that were withdrawn at this time or later. */
    List<ModuleVersion> withdrawnSince(String moduleKey, int upTo, Instant since) {
        return list("module.key = ?1 and number <= ?2 and withdrawnAt >= ?3", moduleKey, upTo, since);
    }

    /** Returns the areas in which modules are out of use; those withdrawn everywhere are not among them. */
    List<LessonLibrary.OutOfUse> outOfUse() {
        return getEntityManager()
                .createQuery("from LessonWithdrawal where state != 'RESTORED' and area != ''", LessonWithdrawal.class)
                .getResultList()
                .stream()
                .map(row -> new LessonLibrary.OutOfUse(row.moduleKey(), row.upTo(), row.area()))
                .toList();
    }

    List<ModuleVersion> withIds(List<Long> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1", ids);
    }

    /**
     * Stores a new version of a module, with the files it uses.
     *
     * @throws Refused if its ages are no age band
     */
    ModuleVersion add(CanonicalLesson lesson, Instant at) {
        requireBand(lesson.lesson().band());
        var module = module(lesson.lesson().key(), lesson.lesson().band());
        module.moveTo(lesson.lesson().band());
        lesson.pictures()
                .forEach((hash, file) -> keep(PictureFile.class, hash, () -> new PictureFile(hash, file.bytes())));
        lesson.recordings()
                .forEach((hash, file) -> keep(RecordingFile.class, hash, () -> new RecordingFile(hash, file.bytes())));
        var version = new ModuleVersion(module, nextNumber(module), lesson, at);
        persist(version);
        return version;
    }

    private void requireBand(String band) {
        var known = getEntityManager()
                .createNativeQuery("select band_key from age_band_v where band_key = ?1", String.class)
                .setParameter(1, band)
                .getResultList();
        if (known.isEmpty()) {
            throw new Refused("library.noSuchBand", band);
        }
    }

    /** Returns the number of the module's next version. */
    private int nextNumber(ModuleRecord module) {
        return 1
                + find("module = ?1 order by number desc", module)
                        .firstResultOptional()
                        .map(ModuleVersion::number)
                        .orElse(0);
    }

    /** Returns the review and withdrawal of every version. */
    List<VersionStatus> statuses() {
        return getEntityManager()
                .createQuery(
                        "select v.id, v.reviewedBy, v.reviewedAt, v.reviewedFacts, v.withdrawnAt from ModuleVersion v order by v.id",
                        VersionStatus.class)
                .getResultList();
    }

    /** Returns the module with this key; creates it if needed. */
    private ModuleRecord module(String key, String band) {
        var known = getEntityManager()
                .createQuery("from Module where key = ?1", ModuleRecord.class)
                .setParameter(1, key)
                .getResultList()
                .stream()
                .findFirst();
        return known.orElseGet(() -> {
            var fresh = new ModuleRecord(key, band);
            getEntityManager().persist(fresh);
            return fresh;
        });
    }

    /** Returns the files of a kind with these hashes. */
    <F extends StoredFile> List<F> files(Class<F> kind, Collection<String> hashes) {
        if (hashes.isEmpty()) {
            return List.of();
        }
        var files = getEntityManager()
                .createQuery("from %s where hash in (?1)".formatted(kind.getSimpleName()), kind)
                .setParameter(1, hashes)
                .getResultList();
        files.forEach(getEntityManager()::detach);
        return files;
    }

    /** The entity manager forgets each file when it is stored, so that one at a time is in memory. */
    private <F extends StoredFile> void keep(Class<F> kind, String hash, Supplier<F> file) {
        var stored = getEntityManager()
                .createQuery("select hash from %s where hash = ?1".formatted(kind.getSimpleName()), String.class)
                .setParameter(1, hash)
                .getResultList();
        if (stored.isEmpty()) {
            var fresh = file.get();
            getEntityManager().persist(fresh);
            flush();
            getEntityManager().detach(fresh);
        }
    }
}
