package uk.thinkuknow.attendance;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import java.util.Optional;

@Singleton
class SignedReturns implements PanacheRepository<SignedReturn> {
    Optional<SignedReturn> ofSession(long sessionId) {
        return find("sessionId", sessionId).singleResultOptional();
    }
}
