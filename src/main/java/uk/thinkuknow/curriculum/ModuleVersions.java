package uk.thinkuknow.curriculum;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

@Singleton
class ModuleVersions implements PanacheRepository<ModuleVersion> {
    Optional<ModuleVersion> withHash(String moduleKey, String hash) {
        return find("module.key = ?1 and hash = ?2", moduleKey, hash).firstResultOptional();
    }

    List<ModuleVersion> of(String moduleKey) {
        return list("module.key = ?1 order by number desc", moduleKey);
    }

    List<ModuleVersion> withIds(List<Long> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1", ids);
    }

    int nextNumber(ModuleRow module) {
        return 1
                + find("module = ?1 order by number desc", module)
                        .firstResultOptional()
                        .map(ModuleVersion::number)
                        .orElse(0);
    }

    /** What may have changed of a version since it was published. */
    List<Standing> standings() {
        return getEntityManager()
                .createQuery(
                        "select id, reviewedBy, reviewedAt, withdrawnAt from ModuleVersion order by id", Standing.class)
                .getResultList();
    }
}
