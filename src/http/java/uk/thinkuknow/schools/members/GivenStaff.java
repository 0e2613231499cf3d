package uk.thinkuknow.schools.members;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.identity.staff.Account;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.schools.school.GivenSchool;
import uk.thinkuknow.schools.school.SchoolFacts;

/**
 * Creates schools with an administrator, and people with and without a school, and reads the orders and emails about
 * them, for tests.
 */
@Singleton
public class GivenStaff {
    @Inject
    GivenSchool schools;

    @Inject
    MembershipService members;

    @Inject
    PeopleService people;

    @Inject
    EntityManager database;

    /** A school with a teacher and an administrator. */
    public record StaffedSchool(GivenSchool.TaughtClass taught, String administrator) {
        public StaffBrowser asAdministrator() {
            return StaffBrowser.as(administrator + " teacher");
        }

        public StaffBrowser asTeacher() {
            return taught.asTeacher();
        }

        public SchoolFacts school() {
            return taught.school();
        }

        public String id() {
            return school().publicId().value();
        }

        public String page() {
            return "/people?school=" + id();
        }
    }

    public StaffedSchool school() {
        var taught = schools.withClassOf(3);
        return new StaffedSchool(taught, member(taught.school(), Membership.Part.ADMINISTRATOR));
    }

    public GivenSchool.TaughtClass schoolWithoutAdministrator() {
        return schools.withClassOf(3);
    }

    @Transactional
    public String member(SchoolFacts school, Membership.Part part) {
        var username = accountWithoutSchool("example.org", true);
        members.join(
                people.accountByUsername(username).orElseThrow(),
                school,
                part,
                "Given",
                new MembershipService.Admission("as given", null));
        return username;
    }

    @Transactional
    public void join(String username, SchoolFacts school) {
        members.join(
                account(username),
                school,
                Membership.Part.TEACHER,
                "Given",
                new MembershipService.Admission("as given", null));
    }

    /**
     * Adds an account without a school, with an email address at the domain.
     *
     * @param verified whether Keycloak says that the address is the person's own
     * @return its username
     */
    @Transactional
    public String accountWithoutSchool(String domain, boolean verified) {
        var username = "p" + ThreadLocalRandom.current().nextInt(1_000_000_000);
        people.addAccount(username, "Person " + username, username + "@" + domain, verified);
        return username;
    }

    public Account account(String username) {
        return people.accountByUsername(username).orElseThrow();
    }

    /** The orders to Keycloak of an account, oldest first, such as "ADD_ROLE teacher". */
    @Transactional
    public List<String> ordersOf(String username) {
        return database.createNativeQuery(
                        "select concat_ws(' ', kind, role) from account_order where username = ?1 order by id",
                        String.class)
                .setParameter(1, username)
                .getResultList();
    }

    /** The subjects of the emails to an account, oldest first. */
    @Transactional
    public List<String> lettersTo(String username) {
        return database.createNativeQuery("select subject from letter where recipient = ?1 order by id", String.class)
                .setParameter(1, account(username).email())
                .getResultList();
    }

    /** Who did something to a subject, by name and user name, oldest first. */
    @Transactional
    public List<String> auditOf(String subject, String act) {
        return database.createNativeQuery(
                        "select concat_ws(' ', staff_name, username) from audit_entry where subject = ?1 and act = ?2 order by id",
                        String.class)
                .setParameter(1, subject)
                .setParameter(2, act)
                .getResultList();
    }

    /** The path of an invitation in the last email to an address, as in links before their codes came behind the #. */
    public String linkTo(String email) {
        return "/invitations/" + codeTo(email);
    }

    /** The code of the invitation link in the last email to an address. */
    @Transactional
    public String codeTo(String email) {
        var text = database.createNativeQuery(
                        "select text_body from letter where recipient = ?1 order by id desc limit 1", String.class)
                .setParameter(1, email)
                .getSingleResult()
                .toString();
        return text.replaceAll("(?s).*/invitations#([A-Za-z0-9_-]{43}).*", "$1");
    }
}
