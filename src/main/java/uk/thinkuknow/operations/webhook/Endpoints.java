package uk.thinkuknow.operations.webhook;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

@Singleton
class Endpoints implements PanacheRepository<Endpoint> {
    Optional<Endpoint> called(String publicId) {
        return find("publicId = ?1 and removedAt is null", publicId).firstResultOptional();
    }

    List<Endpoint> all() {
        return list("removedAt is null order by name, id");
    }

    List<Endpoint> switchedOn() {
        return list("removedAt is null and offAt is null order by id");
    }
}
