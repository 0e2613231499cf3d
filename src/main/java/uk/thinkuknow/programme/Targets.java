package uk.thinkuknow.programme;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

@Singleton
class Targets implements PanacheRepository<Target> {
    List<Target> of(String year) {
        return list("year = ?1 and areaKind = ?2", year, Target.REGION);
    }

    Optional<Target> of(String year, String term, String regionKey, String band) {
        return find(
                        "year = ?1 and term = ?2 and areaKind = ?3 and areaKey = ?4 and band = ?5",
                        year,
                        term,
                        Target.REGION,
                        regionKey,
                        band)
                .singleResultOptional();
    }
}
