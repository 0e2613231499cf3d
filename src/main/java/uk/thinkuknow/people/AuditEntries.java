package uk.thinkuknow.people;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
class AuditEntries implements PanacheRepository<AuditEntry> {
    List<AuditEntry> of(String subject) {
        return find("subject = ?1 order by id desc", subject).list();
    }
}
