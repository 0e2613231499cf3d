package uk.thinkuknow.curriculum;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import java.util.Optional;

@Singleton
class ModuleRows implements PanacheRepository<ModuleRow> {
    Optional<ModuleRow> called(String key) {
        return find("key", key).firstResultOptional();
    }
}
