package uk.thinkuknow.courses.training;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
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
     * the others. Only for the event's leader. People who were added after the day of the event, marks made more than
     * 14 days after it, and attendance of people whose certificate was revoked wait for a second person.
     *
     * @param minutes minutes attended, by place; for every booked place
     * @throws Refused before the event begins, if a number is missing or out of range, or if more people attended than
     *     there can be
     */
    @Transactional
    void mark(StaffMember by, PublicId id, Map<PublicId, Integer> minutes) {
        var event =
                EventPermissions.requireLeader(by, events.lockedByPublicId(id).orElseThrow(NotFound::new));
        var now = clock.instant();
        event.mark(now);
        var places = events.placesAt(event);
        long before = attendedOrWait(places);
        mark(
                event,
                minutes,
                place -> event.isDayOver(place.askedAt())
                        || event.isMarkedLate(now)
                        || events.badgesOf(List.of(place)).stream().anyMatch(Badge::isRevoked));
        long after = attendedOrWait(places);
        if (after > Math.max(before, event.peopleAtMost())) {
            throw new Refused("training.tooManyAttended", event.places(), event.peopleAtMost());
        }
        long waiting = events.unconfirmedAt(event).size();
        people.note(
                by.name(),
                Words.of("training.didMark"),
                EventService.subject(event),
                Words.of("training.attendedHalf", after - waiting, waiting));
    }

    private static long attendedOrWait(List<EventPlace> places) {
        return places.stream().filter(EventPlace::isAttendedOrWaits).count();
    }

    /** @param needsSecond whether a place's attendance counts only once a second person has confirmed it */
    void mark(TrainingEvent event, Map<PublicId, Integer> minutes, Predicate<EventPlace> needsSecond) {
        for (var place : events.placesAt(event)) {
            if (place.state() != State.BOOKED) {
                continue;
            }
            var there = minutes.get(place.publicId());
            if (there == null || there < 0 || there > event.minutes()) {
                throw new Refused("training.badMinutes", event.minutes());
            }
            if (place.mark(there, event.isAttendedBy(there), needsSecond.test(place), clock.instant())) {
                events.note(place, clock.instant());
                certify(event, place);
            }
            keepName(place);
        }
    }

    /** Keeps the name as long as the attendance says. */
    private void keepName(EventPlace place) {
        var person = adults.at(place);
        if (!person.isErased()) {
            adults.updateRetention(person);
        }
    }

    /** Issues or revokes the certificate after the attendance has changed; one that a manager has revoked stays so. */
    private void certify(TrainingEvent event, EventPlace place) {
        certificateIssuer.update(new EventLetters.Recipient(event, place, adults.at(place)));
    }

    /**
     * Confirms attendance that waits for a second person, so that it counts and certificates go out, or declines it. Only
     * for managers of the event who do not lead it.
     *
     * @throws Refused if one of these places does not wait any more
     */
    @Transactional
    void decide(StaffMember by, PublicId id, Set<PublicId> chosen, boolean confirmed) {
        var event = EventPermissions.requireMayConfirm(
                by, events.lockedByPublicId(id).orElseThrow(NotFound::new));
        var places = events.unconfirmedAt(event).stream()
                .filter(each -> chosen.contains(each.publicId()))
                .toList();
        if (places.size() < chosen.size()) {
            throw new Refused("training.decidedAlready");
        }
        for (var place : places) {
            place.decide(confirmed, by.id());
            if (confirmed) {
                events.note(place, clock.instant());
            }
            keepName(place);
            certify(event, place);
            people.note(
                    by.name(),
                    Words.of(confirmed ? "training.didConfirm" : "training.didDecline"),
                    EventService.subject(event),
                    "person " + adults.at(place).publicId());
        }
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
