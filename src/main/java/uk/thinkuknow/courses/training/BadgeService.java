package uk.thinkuknow.courses.training;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;

/** Certificates: given for attendance, revoked for good, and shown to everyone who has their address or their file. */
@Singleton
class BadgeService {
    private static final int SALT = 16;

    private final Badges badges;
    private final EventPlaces places;
    private final TrainingEvents events;
    private final Professionals professionals;
    private final Credentials credentials;
    private final EventLetters letters;
    private final PeopleService people;
    private final Clock clock;
    private final RandomGenerator random;

    BadgeService(
            Badges badges,
            EventPlaces places,
            TrainingEvents events,
            Professionals professionals,
            Credentials credentials,
            EventLetters letters,
            PeopleService people,
            Clock clock,
            RandomGenerator random) {
        this.badges = badges;
        this.places = places;
        this.events = events;
        this.professionals = professionals;
        this.credentials = credentials;
        this.letters = letters;
        this.people = people;
        this.clock = clock;
        this.random = random;
    }

    /** A certificate, the event it is of and its holder. */
    record Shown(Badge badge, TrainingEvent event, Professional person, String ledBy) {}

    /** What became of a file that somebody handed in: what it is of, or nothing if it is none of ours. */
    record Checked(@Nullable Shown shown) {}

    /** After a mark: whoever attended has a certificate, and nobody else. */
    void follow(EventLetters.To to) {
        var open = badges.openOf(to.place().id());
        if (to.place().isAttended() && open.isEmpty() && !to.person().isErased()) {
            var salt = new byte[SALT];
            random.nextBytes(salt);
            var badge =
                    new Badge(PublicId.draw(), to.place().id(), HexFormat.of().formatHex(salt), clock.instant());
            badges.persist(badge);
            letters.certified(to, badge);
        } else if (!to.place().isAttended()) {
            open.ifPresent(badge -> badge.revoke(Badge.RevocationReason.IN_ERROR, clock.instant()));
        }
    }

    /** @throws uk.thinkuknow.common.Refused if there is none to revoke */
    @Transactional
    void revoke(StaffMember by, PublicId eventId, PublicId placeId, Badge.RevocationReason reason) {
        var event = EventMay.managed(by, events.called(eventId).orElseThrow(NotFound::new));
        var place = places.called(placeId)
                .filter(each -> each.eventId() == event.id())
                .orElseThrow(NotFound::new);
        var badge = badges.openOf(place.id()).orElseThrow(NotFound::new);
        badge.revoke(reason, clock.instant());
        people.note(
                by.name(),
                "revoked a certificate",
                EventService.subject(event),
                badge.publicId() + ": " + reason.words());
    }

    /** @throws NotFound if there is none of that name */
    @Transactional
    Shown shown(PublicId id) {
        return badges.called(id).map(this::shown).orElseThrow(NotFound::new);
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
                .flatMap(name -> badges.called(new PublicId(name)))
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
        var set = badges.revoked(first, first + StatusList.PLACES).stream()
                .map(StatusList::placeOf)
                .toList();
        return credentials.signedList(number, StatusList.encoded(set), clock.instant());
    }

    private Shown shown(Badge badge) {
        var place = places.findById(badge.placeId());
        var event = events.findById(place.eventId());
        return new Shown(badge, event, professionals.findById(place.professionalId()), people.nameOf(event.leaderId()));
    }
}
