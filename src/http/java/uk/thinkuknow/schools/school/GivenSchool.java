package uk.thinkuknow.schools.school;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.common.London;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.schools.calendars.GivenSchoolDays;

/** Creates a school with one class and a teacher for a test, and sets its safeguarding lead, URN or postcode. */
@Singleton
public class GivenSchool {
    @Inject
    SchoolService schools;

    @Inject
    PeopleService people;

    @Inject
    GivenSchoolDays days;

    @Inject
    Clock clock;

    @Inject
    EntityManager database;

    /** A school, one class and the username of its teacher. */
    public record TaughtClass(SchoolFacts school, ClassFacts schoolClass, String teacher) {
        public StaffBrowser asTeacher() {
            return StaffBrowser.as(teacher + " teacher");
        }

        public String path() {
            return "/classes/" + schoolClass.publicId();
        }
    }

    @Transactional
    public TaughtClass withClassOf(int cards) {
        var key = "s" + ThreadLocalRandom.current().nextInt(1_000_000_000);
        var today = London.today(clock);
        schools.addRegion(key, "england", "Region " + key);
        schools.addAuthority(key, key, "Authority " + key);
        var school = schools.addSchool(
                new NewSchool(null, "School " + key, "Givenham", "GV1 1GV", "primary", 200, key, today.minusYears(1)));
        var year = schools.termOn("england", today).orElseThrow().yearKey();
        var schoolClass =
                schools.addClass(school.id(), year, "5B Rowan", "8-10", Set.of(2021), cards, today.minusDays(30));
        days.openAlways(school.id());
        people.join(key, "Tessa " + key, school.id(), null);
        return new TaughtClass(school, schoolClass, key);
    }

    /** Makes the teacher the school's safeguarding lead; without a lead no session starts. */
    @Transactional
    public void appointLead(TaughtClass taught) {
        database.createNativeQuery("""
                        insert into safeguarding_lead (school_id, part, staff_id, valid_from)
                        select school_id, 'LEAD', id, '2020-09-01' from staff where username = ?1""").setParameter(1, taught.teacher()).executeUpdate();
    }

    /** Gives the school a URN. */
    @Transactional
    public void addUrn(TaughtClass taught, String urn) {
        database.createNativeQuery("""
                        insert into school_identifier (school_id, scheme, value, is_key, valid_from)
                        values (?1, 'urn', ?2, 1, '2020-09-01')""")
                .setParameter(1, taught.school().id())
                .setParameter(2, urn)
                .executeUpdate();
    }

    /**
     * Gives the school a postcode in a district without other schools.
     *
     * @return the district
     */
    @Transactional
    public String moveToOwnDistrict(TaughtClass taught) {
        var chance = ThreadLocalRandom.current();
        String district;
        do {
            district = "" + (char) ('A' + chance.nextInt(25)) + (char) ('A' + chance.nextInt(25))
                    + (10 + chance.nextInt(90));
        } while (hasASchool(district));
        database.createNativeQuery("update school set postcode = ?2 where id = ?1")
                .setParameter(1, taught.school().id())
                .setParameter(2, district + " 1GV")
                .executeUpdate();
        return district;
    }

    private boolean hasASchool(String district) {
        return !database.createNativeQuery("select id from school where postcode like ?1", Long.class)
                .setParameter(1, district + " %")
                .getResultList()
                .isEmpty();
    }
}
