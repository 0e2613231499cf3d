package uk.thinkuknow.courses.training;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.courses.training.EventPlace.State;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;

/** Records how many minutes each person attended a training event, and issues or revokes certificates. */
@Singleton
class EventAttendance {
    private final TrainingEvents events;
    private final ProfessionalService adults;
    private final CertificateIssuer certificateIssuer;
    private final PeopleService people;
    private final Clock clock;

    EventAttendance(
            TrainingEvents events,
            ProfessionalService adults,
            CertificateIssuer certificateIssuer,
            PeopleService people,
            Clock clock) {
        this.events = events;
        this.adults = adults;
        this.certificateIssuer = certificateIssuer;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Records attendance, issues a certificate to everyone who attended at least half the time, and revokes those of
     * the others. Only for the event's leader.
     *
     * @param minutes minutes attended, by place; for every booked place
     * @throws Refused before the event begins, or if a number is missing or out of range
     */
    @Transactional
    void mark(StaffMember by, PublicId id, Map<PublicId, Integer> minutes) {
        var event =
                EventPermissions.requireLeader(by, events.lockedByPublicId(id).orElseThrow(NotFound::new));
        event.mark(clock.instant());
        int attended = mark(event, minutes);
        people.note(
                by.name(),
                Words.of("training.didMark"),
                EventService.subject(event),
                Words.of("training.attendedHalf", attended));
    }

    /** @return number of people who attended */
    int mark(TrainingEvent event, Map<PublicId, Integer> minutes) {
        int attended = 0;
        for (var place : events.placesAt(event)) {
            if (place.state() != State.BOOKED) {
                continue;
            }
            var there = minutes.get(place.publicId());
            if (there == null || there < 0 || there > event.minutes()) {
                throw new Refused("training.badMinutes", event.minutes());
            }
            if (place.mark(there, event.isAttendedBy(there))) {
                events.note(place, clock.instant());
            }
            var person = adults.at(place);
            if (!person.isErased()) {
                adults.updateRetention(person);
            }
            certificateIssuer.update(new EventLetters.Recipient(event, place, person));
            attended += place.isAttended() ? 1 : 0;
        }
        return attended;
    }

    /** @throws Refused if the certificate is revoked already */
    @Transactional
    void revoke(StaffMember by, PublicId eventId, PublicId placeId, Badge.RevocationReason reason) {
        var event =
                EventPermissions.requireManager(by, events.byPublicId(eventId).orElseThrow(NotFound::new));
        var badge = events.openBadgeOf(events.placeAt(event, placeId)).orElseThrow(NotFound::new);
        badge.revoke(reason, clock.instant());
        people.note(
                by.name(),
                Words.of("training.didRevoke"),
                EventService.subject(event),
                Words.of("training.becauseOf", badge.publicId(), reason.words()));
    }
}
