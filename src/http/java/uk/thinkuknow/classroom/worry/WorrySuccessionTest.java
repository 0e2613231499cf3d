package uk.thinkuknow.classroom.worry;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.identity.staff.Account;
import uk.thinkuknow.schools.imports.SuccessionService;
import uk.thinkuknow.schools.members.GivenStaff;
import uk.thinkuknow.schools.members.Membership;
import uk.thinkuknow.schools.school.SchoolFacts;
import uk.thinkuknow.schools.school.SchoolService;

import static java.util.stream.Collectors.toSet;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests who is told when a school closes and its successor's leads read the worries of its children. */
@QuarkusTest
class WorrySuccessionTest {
    private long successorId;
    private final long importId = ThreadLocalRandom.current().nextLong(1_000_000, 2_000_000_000);

    @Inject
    GivenWorry given;

    @Inject
    GivenStaff staff;

    @Inject
    SchoolService schools;

    @Inject
    SuccessionService succession;

    @Inject
    WorryAlertJob job;

    @Inject
    EntityManager database;

    @AfterEach
    void putBack() {
        succession.undo(importId);
        given.run(
                "update school set status = 'open' where id in (select predecessor_id from school_link where successor_id = ?1)",
                successorId);
        given.run("delete from school_link where successor_id = ?1", successorId);
    }

    @Test
    void leadsDeputiesAndAdministratorsOfBothSchoolsAreTold() {
        var closed = given.school();
        var successor = given.school();
        given.sent(closed, 7, "I am worried");
        var from = schools.school(closed.session().schoolId());
        var to = schools.school(successor.session().schoolId());
        var administrators = Stream.of(from, to).map(each -> staff.member(each, Membership.Part.ADMINISTRATOR));
        var told = Stream.concat(
                        Stream.of(closed.lead(), closed.deputy(), successor.lead(), successor.deputy()), administrators)
                .map(staff::account)
                .map(Account::email)
                .sorted()
                .toList();
        follow(from, to);
        assertEquals(told, recipients(to));
        var text = text(to);
        assertTrue(text.contains(from.name() + " has closed"), text);
        assertTrue(text.contains("Person " + successor.lead() + ", Person " + successor.deputy()), text);
        follow(from, to);
        assertEquals(told, recipients(to), "nothing moved a second time");
    }

    /** The child's own lead would never see it, and a lead who has nothing to do with the child would. */
    @Test
    void aWorryThatIsSentBeforeAWrongSuccessionIsUndoneGoesBackWithItsSession() {
        var closed = given.school();
        var from = schools.school(closed.session().schoolId());
        var to = schools.school(given.school().session().schoolId());
        follow(from, to);
        given.sent(closed, 7, "I am worried");
        given.run(
                "update worry set school_id = ?1 where session_id = ?2",
                to.id(),
                closed.session().id());
        given.run("update school set status = 'open' where id = ?1", from.id());
        succession.undo(importId);
        assertEquals(1, worriesAt(from));
        assertEquals(0, worriesAt(to));
    }

    @Test
    void aWorryThatTheFormerLeadDealtWithIsTheSuccessorsNow() {
        var closed = given.school();
        var successor = given.school();
        var id = given.sent(closed, 7, "I am worried");
        closed.asLead().post("/worries/" + id, "/worries/" + id + "/open");
        closed.asLead().post("/worries/" + id, "/worries/" + id + "/take");
        var to = schools.school(successor.session().schoolId());
        follow(schools.school(closed.session().schoolId()), to);
        job.run();
        assertTrue(given.alertRecipients(id).contains(successor.lead() + "@school.example"));
        successor.asDeputy().get("/staff").then().body(containsString("nobody deals with it yet"));
    }

    /** Their posts do not depend on the day on which the successor named a lead of its own. */
    @Test
    void whoLeadsNoMoreLosesTheRoleAndHasItAgainWhenThatIsUndone() {
        var closed = given.school();
        var successor = given.school();
        var from = schools.school(closed.session().schoolId());
        var to = schools.school(successor.session().schoolId());
        given.run("update safeguarding_lead set valid_from = '2026-11-28' where school_id = ?1", to.id());
        follow(from, to);
        assertEquals(List.of("REMOVE_ROLE dsl"), orders(closed.lead()));
        assertEquals(List.of("REMOVE_ROLE dsl"), orders(closed.deputy()));
        assertEquals(List.of(), orders(successor.lead()));
        succession.undo(importId);
        assertEquals(List.of("REMOVE_ROLE dsl", "ADD_ROLE dsl"), orders(closed.lead()));
        assertEquals(List.of(closed.lead(), closed.deputy()), leadsOf(from));
        assertEquals(List.of(successor.lead(), successor.deputy()), leadsOf(to));
    }

    @Transactional
    List<String> orders(String username) {
        return database.createNativeQuery(
                        "select concat(kind, ' ', role) from account_order where username = ?1 order by id",
                        String.class)
                .setParameter(1, username)
                .getResultList();
    }

    @Transactional
    List<String> leadsOf(SchoolFacts school) {
        return database.createNativeQuery("""
                        select p.username from safeguarding_lead l join staff p on p.id = l.staff_id
                        where l.school_id = ?1 and l.valid_to is null order by l.part = 'DEPUTY'""", String.class)
                .setParameter(1, school.id())
                .getResultList();
    }

    /** Otherwise no email about a worry that lead and deputy do not read would reach anybody else. */
    @Test
    void theContactGoesOnToTheSuccessorAndComesBackIfThatIsUndone() {
        var closed = given.school();
        var from = schools.school(closed.session().schoolId());
        var to = schools.school(given.school().session().schoolId());
        choose(closed, "head@former.example");
        follow(from, to);
        assertEquals(List.of("head@former.example"), contactsOf(to));
        assertEquals(List.of(), contactsOf(from));
        closed.asLead().get("/worries/contact").then().body(containsString("chosen <b>Hana Head</b>"));
        assertEquals(
                Set.of(),
                succession.notEmptied().stream()
                        .filter(each -> each == from.id())
                        .collect(toSet()));
        succession.undo(importId);
        assertEquals(List.of(), contactsOf(to));
        assertEquals(List.of("head@former.example"), contactsOf(from));
        assertEquals(
                Set.of(from.id()),
                succession.notEmptied().stream()
                        .filter(each -> each == from.id())
                        .collect(toSet()));
    }

    @Test
    void aSuccessorKeepsTheContactOfItsOwnAndThatOfTheClosedSchoolIsDeleted() {
        var closed = given.school();
        var successor = given.school();
        var from = schools.school(closed.session().schoolId());
        var to = schools.school(successor.session().schoolId());
        choose(closed, "head@former.example");
        choose(successor, "head@successor.example");
        follow(from, to);
        assertEquals(List.of("head@successor.example"), contactsOf(to));
        assertEquals(List.of(), contactsOf(from));
        succession.undo(importId);
        assertEquals(List.of("head@successor.example"), contactsOf(to));
        assertEquals(List.of(), contactsOf(from));
    }

    private static void choose(GivenWorry.Place place, String email) {
        place.asLead()
                .post("/worries/contact", "/worries/contact", "name", "Hana Head", "email", email)
                .then()
                .statusCode(303);
    }

    @Transactional
    List<String> contactsOf(SchoolFacts school) {
        return database.createNativeQuery("select email from worry_contact where school_id = ?1", String.class)
                .setParameter(1, school.id())
                .getResultList();
    }

    @Transactional
    long worriesAt(SchoolFacts school) {
        return ((Number) database.createNativeQuery(
                                "select count(*) from worry where school_id = ?1 and alert_due_at <= utc_timestamp(6)",
                                Long.class)
                        .setParameter(1, school.id())
                        .getSingleResult())
                .longValue();
    }

    private void follow(SchoolFacts from, SchoolFacts to) {
        successorId = to.id();
        given.run("update school set status = 'closed' where id = ?1", from.id());
        given.run(
                "insert ignore into school_link (predecessor_id, successor_id, kind, linked_on) values (?1, ?2, 'successor', '2026-11-26')",
                from.id(),
                to.id());
        succession.moveToSuccessors(importId, LocalDate.of(2026, 11, 26));
    }

    @Transactional
    List<String> recipients(SchoolFacts successor) {
        return database.createNativeQuery(
                        "select recipient from letter where about = ?1 and subject like '%handed over to%' order by recipient",
                        String.class)
                .setParameter(1, "school " + successor.publicId())
                .getResultList();
    }

    @Transactional
    String text(SchoolFacts successor) {
        return database.createNativeQuery(
                        "select text_body from letter where about = ?1 and subject like '%handed over to%' limit 1",
                        String.class)
                .setParameter(1, "school " + successor.publicId())
                .getSingleResult()
                .toString();
    }
}
