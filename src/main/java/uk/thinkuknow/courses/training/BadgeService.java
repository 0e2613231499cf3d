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

/** Reads and checks certificates for everyone who has their address or their file; also signs the revocation lists. */
@Singleton
class BadgeService {
    private final TrainingEvents events;
    private final Professionals professionals;
    private final OpenBadgeSigner credentials;
    private final PeopleService people;
    private final Clock clock;

    BadgeService(
            TrainingEvents events,
            Professionals professionals,
            OpenBadgeSigner credentials,
            PeopleService people,
            Clock clock) {
        this.events = events;
        this.professionals = professionals;
        this.credentials = credentials;
        this.people = people;
        this.clock = clock;
    }

    /** A certificate with its event, its holder and the name of the event's leader. */
    record CertificateDetails(Badge badge, TrainingEvent event, Professional person, String ledBy) {}

    /** The result of checking a file: its certificate, or null if the file is not one of ours. */
    record CheckedFile(@Nullable CertificateDetails shown) {}

    /** @throws NotFound if there is no certificate with this id */
    @Transactional
    CertificateDetails shown(PublicId id) {
        return events.badge(id).map(this::shown).orElseThrow(NotFound::new);
    }

    /** The signed file; empty if no key is set or the holder is erased. */
    @Transactional
    Optional<String> credential(PublicId id) {
        var shown = shown(id);
        return credentials.signed(shown.badge(), shown.event(), shown.person());
    }

    /** Checks whether a file is one of our certificates, and finds its present state. */
    @Transactional
    CheckedFile check(String token) {
        return new CheckedFile(credentials
                .verify(token.replaceAll("\\s", ""))
                .flatMap(name -> events.badge(new PublicId(name)))
                .map(this::shown)
                .orElse(null));
    }

    /** @throws NotFound if there is no such event */
    @Transactional
    Map<String, Object> achievement(PublicId event) {
        return events.byPublicId(event).map(credentials::achievement).orElseThrow(NotFound::new);
    }

    /** The signed status list with this number: which certificates are revoked; empty if no key is set. */
    @Transactional
    Optional<String> revoked(long number) {
        long first = number * RevocationList.PLACES;
        var set = events.revoked(first, first + RevocationList.PLACES).stream()
                .map(RevocationList::placeOf)
                .toList();
        return credentials.signedList(number, RevocationList.encoded(set), clock.instant());
    }

    private CertificateDetails shown(Badge badge) {
        var place = events.place(badge);
        var event = events.findById(place.eventId());
        return new CertificateDetails(
                badge, event, professionals.findById(place.professionalId()), people.nameOf(event.leaderId()));
    }
}
