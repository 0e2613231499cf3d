package uk.thinkuknow.courses.training;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Locale;
import uk.thinkuknow.identity.staff.StaffErased;

/**
 * When a member of staff is erased, erases their details from the record of their training; their attendance still
 * counts. The record of another account that has their address loses only that.
 */
@Singleton
class ProfessionalErasure {
    private final Professionals professionals;
    private final Clock clock;

    ProfessionalErasure(Professionals professionals, Clock clock) {
        this.professionals = professionals;
        this.clock = clock;
    }

    void hear(@Observes StaffErased staff) {
        professionals.ofStaff(staff.staffId()).ifPresent(person -> person.erase(clock.instant()));
        if (staff.email() != null) {
            professionals.withEmail(staff.email().toLowerCase(Locale.ROOT)).ifPresent(person -> {
                if (person.staffId() == null) {
                    person.erase(clock.instant());
                } else {
                    person.giveUpEmail();
                }
            });
        }
    }
}
