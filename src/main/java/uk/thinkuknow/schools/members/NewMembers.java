package uk.thinkuknow.schools.members;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import uk.thinkuknow.common.London;
import uk.thinkuknow.identity.staff.StaffJoined;

/** Whoever is put at a school as her account is written down belongs to it from that day. */
@Singleton
class NewMembers {
    private final Memberships memberships;
    private final Clock clock;

    NewMembers(Memberships memberships, Clock clock) {
        this.memberships = memberships;
        this.clock = clock;
    }

    void hear(@Observes StaffJoined joined) {
        memberships.persist(
                new Membership(joined.staffId(), joined.schoolId(), Membership.Part.TEACHER, London.today(clock)));
    }
}
