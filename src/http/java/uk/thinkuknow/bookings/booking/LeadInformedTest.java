package uk.thinkuknow.bookings.booking;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.bookings.request.GivenVisit;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.members.GivenStaff;
import uk.thinkuknow.schools.members.Membership;
import uk.thinkuknow.schools.members.MembershipService;
import uk.thinkuknow.schools.members.SafeguardingLeadService;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Tests that the page of a booking asks the safeguarding lead and the teacher, once a trainer has accepted, whether the
 * lead knows of the session.
 */
@QuarkusTest
class LeadInformedTest {
    @Inject
    GivenVisit given;

    @Inject
    Bookings bookings;

    @Inject
    GivenStaff staff;

    @Inject
    SafeguardingLeadService leads;

    @Inject
    MembershipService members;

    @Test
    void theLeadIsAskedDirectlyAndConfirmsWithOneButton() {
        var all = given.everyone();
        var id = given.accepted(all, given.weekday(26, 10));
        var lead = StaffBrowser.as(all.lead().username() + " dsl");
        lead.get("/bookings/" + id)
                .then()
                .body(containsString("Do you know of this session?"))
                .body(containsString("I know of this session"))
                .body(not(containsString("Does your")));
        lead.post(
                        "/bookings/" + id,
                        "/bookings/" + id + "/tell-lead",
                        "staff",
                        "" + all.lead().id())
                .then()
                .statusCode(303);
        lead.get("/bookings/" + id).then().body(containsString("Confirmed"));
    }

    @Test
    void beforeATrainerAcceptsNobodyIsAskedAndTheTeacherReadsWhenToTellTheLead() {
        var all = given.everyone();
        var id = given.given.visit(all.school(), given.weekday(28, 10));
        given.offerTo(id, all.trainer());
        all.school()
                .asTeacher()
                .get("/bookings/" + id)
                .then()
                .body(containsString("Once a trainer has accepted, your"))
                .body(not(containsString("Who has been told?")));
        StaffBrowser.as(all.lead().username() + " dsl")
                .get("/bookings/" + id)
                .then()
                .body(not(containsString("Once a trainer has accepted")))
                .body(not(containsString("Do you know of this session?")));
    }

    @Test
    void aTrainerWhoAcceptsDoesNotConfirmASessionThatOnlyAFormerLeadKnows() {
        var all = given.everyone();
        var id = given.given.visit(all.school(), given.weekday(30, 10));
        given.offerTo(id, all.trainer());
        given.bookings.recordLeadInformed(all.teacher(), id, all.lead().id());
        lead(all, null);
        given.offers.accept(all.trainer(), id, 1, "");
        assertEquals("ACCEPTED", state(id));
    }

    @Test
    void theNextLeadIsAskedAboutEachSessionThatTheFormerOneKnew() {
        var all = given.everyone();
        var id = given.confirmed(all, given.weekday(31, 10));
        var elsewhere = given.confirmed(given.everyone(), given.weekday(31, 12));
        lead(all, all.colleague());
        assertEquals("ACCEPTED", state(id));
        assertEquals("CONFIRMED", state(elsewhere));
        assertEquals(1, letters(id, all.colleague(), "Please say that you know of this lesson"));
        assertEquals(1, letters(id, all.teacher(), "Not certain any more"));
        assertEquals(1, letters(id, all.trainer(), "Not certain any more"));
        given.bookings.recordLeadInformed(all.teacher(), id, all.colleague().id());
        assertEquals("CONFIRMED", state(id));
    }

    @Test
    void aLeadWhoBecomesTheDeputyStillKnows() {
        var all = given.everyone();
        var id = given.confirmed(all, given.weekday(32, 10));
        leads.appoint(
                all.teacher(),
                all.school().school(),
                staff.account(all.colleague().username()),
                staff.account(all.lead().username()));
        assertEquals("CONFIRMED", state(id));
    }

    @Test
    void theSessionsOfWhoLeavesGoToAnAdministratorWhoIsToldFromThenOn() {
        var all = given.everyone();
        var id = given.confirmed(all, given.weekday(33, 10));
        var administrator = staff.account(staff.member(all.school().school(), Membership.Part.ADMINISTRATOR));
        staff.join(all.teacher().username(), all.school().school());
        members.endInAnyCase(
                all.lead(), all.school().school(), staff.account(all.teacher().username()));
        assertEquals(administrator.id(), given.number("select in_charge from booking where public_id = '" + id + "'"));
        long before = lettersTo(id, all.teacher());
        given.offers.giveBack(all.trainer(), id, "Broken leg");
        assertEquals(before, lettersTo(id, all.teacher()));
        assertEquals(
                1,
                given.number("select count(*) from letter where about = 'booking " + id + "' and recipient = '"
                        + administrator.email() + "' and text_body like '%Broken leg%'"));
    }

    private void lead(GivenVisit.Everyone all, @Nullable StaffMember next) {
        leads.appoint(all.teacher(), all.school().school(), next == null ? null : staff.account(next.username()), null);
    }

    private String state(PublicId id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> bookings.byPublicId(id).orElseThrow().state().name());
    }

    private long letters(PublicId id, StaffMember to, String subject) {
        return given.number("select count(*) from letter where about = 'booking " + id + "' and recipient = '"
                + to.email() + "' and subject like '%" + subject + "%'");
    }

    private long lettersTo(PublicId id, StaffMember to) {
        return letters(id, to, "");
    }

    @Test
    void aLeadWhoRequestsASessionIsNotAskedWhetherTheyKnow() {
        var all = given.everyone();
        given.run("update safeguarding_lead set staff_id = " + all.teacher().id() + " where staff_id = "
                + all.lead().id());
        var id = given.accepted(all, given.weekday(29, 10));
        all.school()
                .asTeacher()
                .get("/bookings/" + id)
                .then()
                .body(containsString("Confirmed"))
                .body(containsString("knows: asked for it on"))
                .body(not(containsString("Do you know of this session?")));
    }

    @Test
    void theTeacherIsAskedWhetherTheLeadKnows() {
        var all = given.everyone();
        var id = given.accepted(all, given.weekday(27, 10));
        all.school()
                .asTeacher()
                .get("/bookings/" + id)
                .then()
                .body(containsString("know?</h2>"))
                .body(containsString("Yes, they know"))
                .body(not(containsString("I know of this session")))
                .body(not(containsString("Why in this place")));
    }
}
