package uk.thinkuknow.classroom.worry;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.schools.members.Person;
import uk.thinkuknow.schools.members.StaffingService;

/** Finds the people of a school who may read its worries, and its contact for unread ones. */
@Singleton
class WorryReaders {
    private final StaffingService staffing;
    private final PeopleService people;
    private final EntityManager database;

    WorryReaders(StaffingService staffing, PeopleService people, EntityManager database) {
        this.staffing = staffing;
        this.people = people;
        this.database = database;
    }

    /** The lead and the deputy; each null if nobody with an enabled account is named. */
    record Readers(
            String title, @Nullable Person lead, @Nullable Person deputy) {
        List<Person> all() {
            return Stream.of(lead, deputy).filter(Objects::nonNull).toList();
        }
    }

    /** The contact whom the school has chosen. */
    record Contact(String name, String email, String setBy) {}

    Readers of(long schoolId) {
        var leads = staffing.leadsOf(schoolId);
        return new Readers(leads.title(), working(leads.lead()), working(leads.deputy()));
    }

    Optional<Contact> contactOf(long schoolId) {
        return database
                .unwrap(org.hibernate.Session.class)
                .createNativeQuery("select name, email, set_by from worry_contact where school_id = ?1", Object[].class)
                .setParameter(1, schoolId)
                .getResultList()
                .stream()
                .findFirst()
                .map(row -> new Contact((String) row[0], (String) row[1], (String) row[2]));
    }

    /** Chooses the contact; an empty address removes it. */
    void choose(long schoolId, String name, String email, String by, Instant at) {
        if (email.isEmpty()) {
            database.createNativeQuery("delete from worry_contact where school_id = ?1")
                    .setParameter(1, schoolId)
                    .executeUpdate();
            return;
        }
        database.createNativeQuery("""
                        insert into worry_contact (school_id, name, email, set_by, set_at) values (?1, ?2, ?3, ?4, ?5)
                        on duplicate key update name = ?2, email = ?3, set_by = ?4, set_at = ?5""")
                .setParameter(1, schoolId)
                .setParameter(2, name)
                .setParameter(3, email)
                .setParameter(4, by)
                .setParameter(5, at)
                .executeUpdate();
    }

    private @Nullable Person working(@Nullable Person person) {
        return person == null || people.account(person.staffId()).isDisabled() ? null : person;
    }
}
