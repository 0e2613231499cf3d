package uk.thinkuknow.curriculum.library;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Repository of the translations of module versions. */
@Singleton
class ModuleTranslations implements PanacheRepository<ModuleTranslation> {
    boolean has(long versionId, String hash) {
        return count("versionId = ?1 and hash = ?2", versionId, hash) > 0;
    }

    /** Returns the newest translation of each version and language. */
    List<NewestTranslation> newestOfEach() {
        return getEntityManager().createQuery("""
                        select t.versionId, t.id, t.reviewedAt from ModuleTranslation t
                        where t.id = (select max(n.id) from ModuleTranslation n
                                      where n.versionId = t.versionId and n.language = t.language)""", NewestTranslation.class).getResultList();
    }

    List<ModuleTranslation> withIds(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1", ids);
    }

    /**
     * Identifies the newest translation of a version in a language.
     *
     * @param reviewedAt the time of its review; null if it has none
     */
    record NewestTranslation(
            long versionId, long id, @Nullable Instant reviewedAt) {}
}
