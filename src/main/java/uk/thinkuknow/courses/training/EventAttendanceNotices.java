package uk.thinkuknow.courses.training;

import io.quarkus.arc.Unremovable;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.HomeNotices;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;

/**
 * Makes the home page's notices of training events: for the leader of one that has begun, to mark attendance, and for
 * managers, to confirm attendance that waits for a second person.
 */
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
        var toMark = events.toMark(me.id(), clock.instant()).stream()
                .map(event -> notice(
                        event,
                        Words.of("training.markWhoTookPart", event.title()),
                        Words.of("training.thenCertificates", event.when()),
                        Words.of("training.attendance")));
        var toConfirm = me.is(Role.MANAGER)
                ? events.toConfirm(me).stream()
                        .map(event -> notice(
                                event,
                                Words.of("training.confirmWhoTookPart", event.title()),
                                Words.of(
                                        "training.waitForSecond",
                                        event.when(),
                                        events.unconfirmedAt(event).size()),
                                Words.of("training.toBeConfirmed")))
                : Stream.<HomeNotice>empty();
        return Stream.concat(toMark, toConfirm).toList();
    }

    private static HomeNotice notice(TrainingEvent event, String words, String detail, String tag) {
        return new HomeNotice(words, detail, tag, "/training/" + event.publicId() + "/people");
    }
}
