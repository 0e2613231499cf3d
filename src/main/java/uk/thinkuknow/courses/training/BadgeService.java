package uk.thinkuknow.courses.training;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.identity.staff.PeopleService;

/** Certificates as they are shown to everyone who has their address or their file. */
@Singleton
class BadgeService {
    private final TrainingEvents events;
    private final Professionals professionals;
    private final Credentials credentials;
    private final PeopleService people;
    private final Clock clock;

    BadgeService(
            TrainingEvents events,
            Professionals professionals,
            Credentials credentials,
            PeopleService people,
            Clock clock) {
        this.events = events;
        this.professionals = professionals;
        this.credentials = credentials;
        this.people = people;
        this.clock = clock;
    }

    /** A certificate, the event it is of and its holder. */
    record Shown(Badge badge, TrainingEvent event, Professional person, String ledBy) {}

    /** What became of a file that somebody handed in: what it is of, or nothing if it is none of ours. */
    record Checked(@Nullable Shown shown) {}

    /** @throws NotFound if there is none of that name */
    @Transactional
    Shown shown(PublicId id) {
        return events.badge(id).map(this::shown).orElseThrow(NotFound::new);
    }

    /** The signed file; empty where no key is set or the holder's name is erased. */
    @Transactional
    Optional<String> credential(PublicId id) {
        var shown = shown(id);
        return credentials.signed(shown.badge(), shown.event(), shown.person());
    }

    /** Says of a file whether it is ours, and how it stands today. */
    @Transactional
    Checked check(String token) {
        return new Checked(credentials
                .ours(token.replaceAll("\\s", ""))
                .flatMap(name -> events.badge(new PublicId(name)))
                .map(this::shown)
                .orElse(null));
    }

    /** @throws NotFound if there is no such event */
    @Transactional
    Map<String, Object> achievement(PublicId event) {
        return events.called(event).map(credentials::achievement).orElseThrow(NotFound::new);
    }

    /** The signed list of those that are revoked, of as many as one list has. */
    @Transactional
    Optional<String> revoked(long number) {
        long first = number * StatusList.PLACES;
        var set = events.revoked(first, first + StatusList.PLACES).stream()
                .map(StatusList::placeOf)
                .toList();
        return credentials.signedList(number, StatusList.encoded(set), clock.instant());
    }

    private Shown shown(Badge badge) {
        var place = events.place(badge);
        var event = events.findById(place.eventId());
        return new Shown(badge, event, professionals.findById(place.professionalId()), people.nameOf(event.leaderId()));
    }
}
