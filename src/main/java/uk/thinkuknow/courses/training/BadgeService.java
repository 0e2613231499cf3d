package uk.thinkuknow.courses.training;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.RetryOnConflict;
import uk.thinkuknow.identity.staff.PeopleService;

/** Reads and checks certificates for everyone who has their address or their file; also signs the revocation lists. */
@Singleton
class BadgeService {
    private final TrainingEvents events;
    private final Professionals professionals;
    private final OpenBadgeSigner credentials;
    private final PeopleService people;
    private final Clock clock;
    private final Map<Long, SignedList> lists = new ConcurrentHashMap<>();

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

    /** The signed file; empty if no key is set or the holder is erased. It is signed without a connection to the database. */
    Optional<String> credential(PublicId id) {
        var shown = RetryOnConflict.join(() -> shown(id));
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

    /**
     * The signed status list with this number: which certificates are revoked; empty if no key is set. It is signed again
     * for another revocation and each hour, because anybody may ask for it.
     *
     * @throws NotFound if no certificate is on this list
     */
    Optional<String> revoked(long number) {
        long first = number * RevocationList.PLACES;
        var set = RetryOnConflict.join(() -> {
            if (!events.hasBadgeFrom(first)) {
                throw new NotFound();
            }
            return events.revoked(first, first + RevocationList.PLACES).stream()
                    .map(RevocationList::placeOf)
                    .sorted()
                    .toList();
        });
        var hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        return lists.compute(
                        number,
                        (key, kept) -> kept != null && kept.isOf(set, hour)
                                ? kept
                                : new SignedList(
                                        set, hour, credentials.signedList(number, RevocationList.encoded(set), hour)))
                .signed();
    }

    /** A status list, kept in memory with the places and the hour that it was signed for. */
    private record SignedList(List<Integer> places, Instant hour, Optional<String> signed) {
        boolean isOf(List<Integer> set, Instant now) {
            return places.equals(set) && hour.equals(now);
        }
    }

    private CertificateDetails shown(Badge badge) {
        var place = events.place(badge);
        var event = events.findById(place.eventId());
        return new CertificateDetails(
                badge, event, professionals.findById(place.professionalId()), people.nameOf(event.leaderId()));
    }
}
