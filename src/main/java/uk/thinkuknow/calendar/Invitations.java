package uk.thinkuknow.calendar;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
class Invitations implements PanacheRepository<Invitation> {
    List<Invitation> of(long bookingId) {
        return list("bookingId = ?1 order by id", bookingId);
    }
}
