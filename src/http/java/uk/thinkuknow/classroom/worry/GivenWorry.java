package uk.thinkuknow.classroom.worry;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.classroom.room.GivenRoom;
import uk.thinkuknow.classroom.room.GivenSession;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.schools.members.NewMember;
import uk.thinkuknow.schools.members.StaffingService;

/** A school with a running lesson, its safeguarding lead and deputy, and children who send worries. */
@Singleton
public class GivenWorry {
    @Inject
    GivenRoom rooms;

    @Inject
    StaffingService staffing;

    @Inject
    PeopleService people;

    @Inject
    EntityManager database;

    /** The lead and the deputy by username; null if not named. */
    public record Place(
            GivenSession session,
            @Nullable String lead,
            @Nullable String deputy) {
        public StaffBrowser asLead() {
            return StaffBrowser.as(lead + " dsl teacher");
        }

        StaffBrowser asDeputy() {
            return StaffBrowser.as(deputy + " dsl teacher");
        }
    }

    public Place school() {
        var session = rooms.running();
        return new Place(session, lead(session, "LEAD"), lead(session, "DEPUTY"));
    }

    Place schoolWithoutALead() {
        return new Place(rooms.running(), null, null);
    }

    Place schoolWithALeadOnly() {
        var session = rooms.running();
        return new Place(session, lead(session, "LEAD"), null);
    }

    @Transactional
    String lead(GivenSession session, String rank) {
        var name = rank.toLowerCase() + ThreadLocalRandom.current().nextInt(1_000_000_000);
        staffing.addMember(new NewMember(
                name,
                "Person " + name,
                name + "@school.example",
                session.schoolId(),
                false,
                rank,
                java.time.LocalDate.of(2026, 9, 1)));
        return name;
    }

    /** Makes a lead also the lead of another school. */
    @Transactional
    void leadsAlso(String lead, Place other) {
        run(
                "update safeguarding_lead set valid_to = current_date where school_id = ?1",
                other.session().schoolId());
        run(
                "insert into safeguarding_lead (school_id, part, staff_id, valid_from) select ?1, 'LEAD', id, current_date from staff where username = ?2",
                other.session().schoolId(),
                lead);
    }

    @Transactional
    String schoolName(Place place) {
        return database.createNativeQuery("select name from school where id = ?1", String.class)
                .setParameter(1, place.session().schoolId())
                .getSingleResult()
                .toString();
    }

    String seat(Place place, int card) {
        return rooms.seat(place.session(), card);
    }

    /** Takes all devices out of the room, as its teacher does. */
    void freeAll(Place place) {
        var page = "/sessions/" + place.session().publicId();
        StaffBrowser.as(place.session().teacher() + " teacher")
                .post(page, page + "/seats/free")
                .then()
                .statusCode(303);
    }

    /** The token of a new visitor's seat. */
    String visitor(Place place) {
        var form = new HashMap<String, Object>();
        form.put("code", place.session().code());
        form.put("key", UUID.randomUUID().toString());
        form.put("card", null);
        form.put("visitor", "guest");
        return rooms.post("/api/classroom/seats", form)
                .then()
                .statusCode(201)
                .extract()
                .path("seat");
    }

    /** The number of emails about all worries of a place. */
    @Transactional
    long lettersOf(Place place) {
        return ((Number) database.createNativeQuery(
                                "select count(*) from letter l join worry w on l.about = concat('worry ', w.public_id)"
                                        + " where w.session_id = ?1",
                                Long.class)
                        .setParameter(1, place.session().id())
                        .getSingleResult())
                .longValue();
    }

    static Map<String, Object> form(String seat, UUID key, String words, Boolean mine) {
        var form = new HashMap<String, Object>();
        form.put("seat", seat);
        form.put("key", key.toString());
        form.put("words", words);
        form.put("mine", mine);
        return form;
    }

    Response send(String seat, UUID key, String words) {
        return rooms.post("/api/worry", form(seat, key, words, true));
    }

    /**
     * Sends a worry from a card of this school.
     *
     * @return its public id
     */
    public String sent(Place place, int card, String words) {
        send(seat(place, card), UUID.randomUUID(), words).then().statusCode(201);
        return newest(place);
    }

    @Transactional
    String newest(Place place) {
        return database.createNativeQuery(
                        "select public_id from worry where session_id = ?1 order by id desc limit 1", String.class)
                .setParameter(1, place.session().id())
                .getSingleResult()
                .toString();
    }

    @Transactional
    long count(Place place) {
        return ((Number) database.createNativeQuery("select count(*) from worry where session_id = ?1", Long.class)
                        .setParameter(1, place.session().id())
                        .getSingleResult())
                .longValue();
    }

    /** Recipients of the emails about a worry, in order. */
    @Transactional
    List<String> alertRecipients(String worry) {
        return database.createNativeQuery("select recipient from letter where about = ?1 order by id", String.class)
                .setParameter(1, "worry " + worry)
                .getResultList();
    }

    @Transactional
    void run(String sql, Object... values) {
        var query = database.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        query.executeUpdate();
    }

    void end(Place place, Instant at) {
        run(
                "update session set state = 'ENDED', ended_at = ?1 where id = ?2",
                at,
                place.session().id());
    }
}
