package uk.thinkuknow.courses.training;

import io.quarkus.arc.Unremovable;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.HomeNotices;
import uk.thinkuknow.identity.staff.StaffMember;

/** Makes the home page's notices for the leader of a training event that has begun: attendance must be recorded. */
@Singleton
@Priority(250)
@Unremovable
class EventAttendanceNotices implements HomeNotices {
    private final TrainingEvents events;
    private final Clock clock;

    EventAttendanceNotices(TrainingEvents events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<HomeNotice> of(StaffMember me) {
        return events.toMark(me.id(), clock.instant()).stream()
                .map(event -> new HomeNotice(
                        Words.of("training.markWhoTookPart", event.title()),
                        Words.of("training.thenCertificates", event.when()),
                        Words.of("training.attendance"),
                        "/training/" + event.publicId() + "/people"))
                .toList();
    }
}
