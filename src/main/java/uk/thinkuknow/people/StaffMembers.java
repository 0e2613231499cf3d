package uk.thinkuknow.people;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import java.util.Optional;

@Singleton
class StaffMembers implements PanacheRepository<Staff> {
    Optional<Staff> called(String username) {
        return find("username", username).firstResultOptional();
    }
}
