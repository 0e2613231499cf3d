package uk.thinkuknow.bookings.request;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import uk.thinkuknow.bookings.booking.BookingService;
import uk.thinkuknow.bookings.booking.OfferService;
import uk.thinkuknow.classroom.session.Audience;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.school.GivenSchool;

/**
 * Creates bookings of visits for tests, in several states, and the people who take part: teacher, colleague, lead and
 * trainer, each with an email address.
 */
@Singleton
public class GivenVisit {
    @Inject
    public GivenBooking given;

    @Inject
    public BookingService bookings;

    @Inject
    public OfferService offers;

    @Inject
    EntityManager database;

    /** A school with a teacher, a colleague and a safeguarding lead, and a trainer. */
    public record Everyone(
            GivenSchool.TaughtClass school,
            StaffMember teacher,
            StaffMember colleague,
            StaffMember lead,
            StaffMember trainer) {}

    public Everyone everyone() {
        var school = given.school();
        var teacher = withAddress(given.teacherOf(school));
        var lead = member("l", school);
        run("insert into safeguarding_lead (school_id, part, staff_id, valid_from) values ("
                + school.school().id() + ", 'LEAD', " + lead.id() + ", '2020-09-01')");
        return new Everyone(school, teacher, member("c", school), lead, trainer());
    }

    public StaffMember trainer() {
        return withAddress(given.trainer("GV1 1GV"));
    }

    private StaffMember member(String letter, GivenSchool.TaughtClass school) {
        var name = letter + ThreadLocalRandom.current().nextInt(1_000_000_000);
        given.join(name, school);
        return withAddress(given.people.byUsername(name).orElseThrow());
    }

    private StaffMember withAddress(StaffMember who) {
        var address = who.username() + "@school.example";
        given.people.addAccount(who.username(), who.name(), address, true);
        return new StaffMember(who.id(), who.username(), who.name(), who.roles(), who.schoolId(), who.scope(), address);
    }

    /** A booking that was requested, offered, accepted and confirmed. */
    public PublicId confirmed(Everyone all, Instant when) {
        var id = accepted(all, when);
        bookings.recordLeadInformed(all.teacher(), id, all.lead().id());
        return id;
    }

    /** A booking that was requested, offered and accepted. */
    public PublicId accepted(Everyone all, Instant when) {
        var id = given.visit(all.school(), when);
        offerTo(id, all.trainer());
        offers.accept(all.trainer(), id, 1, "");
        return id;
    }

    /** Requests a visit in Welsh, after removing Welsh from the languages of every trainer. */
    public PublicId inWelsh(Everyone all, Instant when) {
        run("delete from trainer_language where language = 'cy'");
        var wish = given.wish(all.school(), DeliveryKind.VISIT, Audience.LESSON, when);
        var asked = new RequestDetails(
                GivenBooking.ANY, Audience.LESSON, DeliveryKind.VISIT, "cy", null, 60, true, "Hall", "", "");
        return bookings.request(
                all.teacher(), GivenBooking.key(), new SessionRequest(asked, wish.starts(), wish.classes()));
    }

    public void cancel(Everyone all, PublicId id) {
        bookings.cancel(all.teacher(), id, "the hall is flooded");
    }

    /** Replaces all offers of the booking with one open offer to this trainer. */
    public void offerTo(PublicId id, StaffMember trainer) {
        run("delete from booking_offer where booking_id = " + idOf(id));
        run(
                "insert into booking_offer (booking_id, round, place, trainer_id, state, why, offered_at, expires_at) values ("
                        + idOf(id) + ", 1, 1, " + trainer.id()
                        + ", 'OFFERED', '', now(6), now(6) + interval 2 day)");
        run("update booking set state = 'OFFERED' where public_id = '" + id + "'");
    }

    /** When the open offer expires, as pages write it. */
    public String offeredUntil(PublicId id) {
        return London.inWords(Instant.ofEpochSecond(
                number("select unix_timestamp(expires_at) from booking_offer where state = 'OFFERED' and booking_id = "
                        + idOf(id))));
    }

    /** The Tuesday of the week so many weeks from now, at an hour in London time. */
    public Instant weekday(int weeks, int hour) {
        return given.weekday(weeks, hour);
    }

    public long idOf(PublicId id) {
        return number("select id from booking where public_id = '" + id + "'");
    }

    public long number(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) database.createNativeQuery(sql).getSingleResult()).longValue());
    }

    public void run(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(sql).executeUpdate());
    }
}
