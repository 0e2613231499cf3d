package uk.thinkuknow.courses.training;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.identity.staff.Account;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.school.SchoolService;

/**
 * Finds or creates the record of an adult who takes training, without duplicates, and sets until when their name is
 * kept.
 */
@Singleton
class ProfessionalService {
    /** Years to keep the name of a person who attended: the certificate's validity and one more. */
    static final int YEARS_AFTER_ATTENDING = Badge.YEARS + 1;

    /** Days to keep the name of a person who did not attend. */
    static final int DAYS_OTHERWISE = 90;

    private static final int SAME_ADDRESS_AT_MOST = 20;

    private final Professionals professionals;
    private final TrainingEvents events;
    private final PeopleService people;
    private final SchoolService schools;
    private final Clock clock;

    ProfessionalService(
            Professionals professionals,
            TrainingEvents events,
            PeopleService people,
            SchoolService schools,
            Clock clock) {
        this.professionals = professionals;
        this.events = events;
        this.people = people;
        this.schools = schools;
        this.clock = clock;
    }

    /** The user's record, if they have ever booked a place. */
    Optional<Professional> known(StaffMember me) {
        return professionals.ofStaff(me.id());
    }

    /**
     * Finds, updates or creates the user's record; if their email address is verified, this may be a record that was
     * made for that address. Another account's record stays with that account, and only the address comes to the user.
     */
    Professional of(StaffMember me, TrainingEvent event) {
        var account = people.account(me.id());
        var proven = proven(account);
        var atAddress = proven == null ? Optional.<Professional>empty() : professionals.withEmail(proven);
        atAddress
                .filter(each -> each.staffId() != null && each.staffId() != me.id())
                .ifPresent(other -> {
                    other.giveUpEmail();
                    professionals.flush();
                });
        var found = professionals.ofStaff(me.id()).or(() -> atAddress.filter(each -> each.staffId() == null));
        var schoolId = me.schoolId();
        var who = new Professional.PersonDetails(
                account.name(),
                proven,
                schoolId == null ? null : schools.school(schoolId).name(),
                null);
        if (found.isPresent()) {
            found.get().linkAccount(me.id());
            found.get().update(who);
            return found.get();
        }
        return keep(new Professional(PublicId.draw(), me.id(), who, first(event)));
    }

    /**
     * Finds or creates the record of an adult booked by someone else. The details of a record linked to an account are not
     * changed, nor those of a person who has attended, as certificates have that name, or who has a place at another event,
     * which others lead.
     */
    Professional of(Professional.PersonDetails who, TrainingEvent event) {
        var email = String.valueOf(who.email());
        var found = professionals.withEmail(email);
        if (found.isPresent()) {
            if (found.get().staffId() == null && isBookedHereAlone(found.get(), event)) {
                found.get().update(who);
            }
            return found.get();
        }
        var account = people.accountsLike(email, 0, SAME_ADDRESS_AT_MOST).stream()
                .filter(each -> email.equals(proven(each)))
                .findFirst();
        var existing = account.flatMap(each -> professionals.ofStaff(each.id()));
        if (existing.isPresent()) {
            return existing.get();
        }
        return keep(new Professional(PublicId.draw(), account.map(Account::id).orElse(null), who, first(event)));
    }

    private boolean isBookedHereAlone(Professional person, TrainingEvent event) {
        return events.placesOf(person).stream().allMatch(place -> place.eventId() == event.id() && !place.isAttended());
    }

    /** The person who has this place. */
    Professional at(EventPlace place) {
        return professionals.findById(place.professionalId());
    }

    /**
     * Recalculates until when the name is kept: three years after the events attended, 90 days after attendance began to
     * wait for a second person and 90 days after the person's other events, whichever is latest.
     */
    void updateRetention(Professional person) {
        events.flush();
        var places = events.placesOf(person);
        var known = events.byId(places.stream().map(EventPlace::eventId).toList());
        places.stream()
                .map(place -> {
                    var day = Objects.requireNonNull(known.get(place.eventId())).day();
                    var waitsSince = place.waitsSince();
                    return place.isAttended()
                            ? day.plusYears(YEARS_AFTER_ATTENDING)
                            : (waitsSince == null ? day : London.dateOf(waitsSince)).plusDays(DAYS_OTHERWISE);
                })
                .max(Comparator.naturalOrder())
                .ifPresent(person::keepUntil);
    }

    private Professional keep(Professional person) {
        professionals.persist(person);
        professionals.flush();
        return person;
    }

    private LocalDate first(TrainingEvent event) {
        var today = London.today(clock);
        return (event.day().isAfter(today) ? event.day() : today).plusDays(DAYS_OTHERWISE);
    }

    private static @Nullable String proven(Account account) {
        var email = account.email();
        return email == null || !account.emailVerified() ? null : email.strip().toLowerCase(Locale.ROOT);
    }
}
