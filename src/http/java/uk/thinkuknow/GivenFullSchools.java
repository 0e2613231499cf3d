package uk.thinkuknow;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import uk.thinkuknow.bookings.request.GivenVisit;
import uk.thinkuknow.classroom.room.GivenRoom;
import uk.thinkuknow.classroom.worry.GivenWorry;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.counting.CardSet;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.reach.report.GivenReach;

/**
 * Creates schools that have one of each thing that a URL can name, and a teacher, a safeguarding lead, a trainer and a
 * manager.
 */
@Singleton
class GivenFullSchools {
    private static final StaffBrowser MINA = StaffBrowser.as("mina manager");

    @Inject
    GivenVisit visits;

    @Inject
    GivenRoom rooms;

    @Inject
    GivenReach reach;

    @Inject
    GivenWorry worries;

    @Inject
    EntityManager database;

    /** The id of something that a URL can name, and a user who may open it. */
    record OwnedThing(String id, StaffBrowser owner) {}

    /**
     * A school with its things and staff.
     *
     * @param things by kind
     * @param people by role
     * @param words that nobody of another school may see
     */
    record FullSchool(Map<String, OwnedThing> things, Map<String, List<StaffBrowser>> people, List<String> words) {
        String id(String kind) {
            return things.get(kind).id();
        }
    }

    FullSchool school() {
        var things = new TreeMap<String, OwnedThing>();
        var words = new ArrayList<String>();
        var people = booked(things, words);
        room(things, words);
        returns(things, words);
        var worried = worries.school();
        things.put("worry", new OwnedThing(worries.sent(worried, 2, word()), worried.asLead()));
        List.of("school", "class", "session", "booking", "worry", "missing", "claim", "invitation")
                .forEach(kind -> words.add(things.get(kind).id()));
        return new FullSchool(things, people, words);
    }

    private Map<String, List<StaffBrowser>> booked(Map<String, OwnedThing> things, List<String> words) {
        var all = visits.everyone();
        var school = all.school().school();
        var schoolClass = all.school().schoolClass();
        var teacher = StaffBrowser.as(all.teacher().username() + " teacher");
        var keeper = StaffBrowser.as(all.colleague().username() + " teacher");
        run("update staff_school set part = 'ADMINISTRATOR' where staff_id = "
                + all.colleague().id());
        var name = word();
        words.add(name);
        run("update class_group set name = '" + name + "' where id = " + schoolClass.id());
        things.put("school", new OwnedThing(school.publicId().value(), keeper));
        things.put("authority", new OwnedThing(school.area().authorityKey(), MINA));
        things.put(
                "span",
                new OwnedThing(
                        made(
                                "own_day_span",
                                "school_id, first_day, last_day, weekdays, open, why, added_by, added_at",
                                school.id()
                                        + ", current_date + interval 5 day, current_date + interval 5 day, 'EVERY_DAY', 0, 'x', 'x', now(6)"),
                        keeper));
        things.put(
                "holiday",
                new OwnedThing(
                        made(
                                "authority_holiday",
                                "authority_key, year_key, name, first_day, last_day",
                                "'" + school.area().authorityKey() + "', '2027-28', 'x', '2027-10-25', '2027-10-29'"),
                        MINA));
        things.put("region", new OwnedThing(school.area().regionKey(), MINA));
        things.put("class", new OwnedThing(schoolClass.publicId().value(), teacher));
        things.put(
                "booking",
                new OwnedThing(visits.confirmed(all, visits.weekday(3, 10)).value(), teacher));
        var person =
                one("select public_id from staff where id = " + all.teacher().id());
        things.put("person", new OwnedThing(person, keeper));
        things.put(
                "group",
                new OwnedThing(
                        made(
                                "card_group",
                                "class_id, name, cards_low, cards_high, created_at",
                                schoolClass.id() + ", 'Set 1', 7, 0, now(6)"),
                        teacher));
        things.put(
                "roll-over",
                new OwnedThing(
                        made(
                                "roll_over",
                                "school_id, from_year, to_year, made_by, made_at",
                                school.id() + ", '2019-20', '2020-21', 'x', now(6)"),
                        teacher));
        things.put(
                "claim",
                new OwnedThing(
                        made(
                                "school_claim",
                                "staff_id, school_id, state, by_domain, note, made_at",
                                account() + ", " + school.id() + ", 'OPEN', 0, '', now(6)"),
                        keeper));
        things.put(
                "invitation",
                new OwnedThing(
                        made(
                                "invitation",
                                "school_id, email, name, part, key_hash, invited_by, invited_at, expires_at",
                                school.id()
                                        + ", 'x@school.example', 'X', 'TEACHER', unhex(sha2(uuid(), 256)), 'x', now(6), now(6) + interval 9 day"),
                        keeper));
        return Map.of(
                "teacher", List.of(teacher, keeper),
                "dsl", List.of(StaffBrowser.as(all.lead().username() + " dsl teacher")),
                "trainer", List.of(StaffBrowser.as(all.trainer().username() + " trainer")),
                "manager", List.of(reach.manager(Scope.authority(school.area().authorityKey()))));
    }

    private void room(Map<String, OwnedThing> things, List<String> words) {
        var session = rooms.running();
        var teacher = StaffBrowser.as(session.teacher() + " teacher");
        rooms.seat(session, 1);
        var name = word();
        words.add(name);
        run("update class_group set name = '" + name + "' where id = " + session.classId());
        things.put("session", new OwnedThing(session.publicId().value(), teacher));
        things.put("seat", new OwnedThing(one("select id from seat where session_id = " + session.id()), teacher));
    }

    private void returns(Map<String, OwnedThing> things, List<String> words) {
        var school = reach.school(reach.authority(reach.region("england")));
        var name = word();
        words.add(name);
        var schoolClass = reach.addClass(school, name, 30);
        var signed = reach.lesson(school, schoolClass, "2025-10-07", CardSet.of(List.of(1, 2)), 0);
        things.put("signed", new OwnedThing(signed, MINA));
        things.put(
                "missing",
                new OwnedThing(reach.ended(school, schoolClass, "2025-11-11").publicId(), MINA));
        things.put(
                "question",
                new OwnedThing(
                        question(signed),
                        StaffBrowser.as("t" + school.id() + "-of-" + school.authorityKey() + " teacher")));
        things.put("proposal", new OwnedThing(proposal(school.authorityKey()), MINA));
    }

    private String question(String session) {
        var week = one(
                "select coalesce(max(week), '2001-01-01') + interval 1 week from figure_draw where week < '2021-01-01'");
        run("insert into figure_draw (week, seed, among, drawn_at) values ('" + week + "', '1', '', now(6))");
        return made(
                "figure_question",
                "draw_id, session_id, state, due_at",
                "(select id from figure_draw where week = '" + week + "'), (select id from session where public_id = '"
                        + session + "'), 'ASKED', now(6) + interval 5 day");
    }

    private String proposal(String authority) {
        run(
                "insert into target (year_key, measure, area_kind, area_key, term_key, slice_key) values ('2025-26', 'children', 'authority', '"
                        + authority + "', 'autumn', 'all')");
        var proposal = made(
                "target_proposal",
                "why, proposed_by_id, proposed_by, proposed_at",
                "'more', " + account() + ", 'Somebody', now(6)");
        run(
                "insert into target_change (proposal_id, target_id, wanted, state) select p.id, t.id, 9, 'PROPOSED' from target_proposal p, target t where p.public_id = '"
                        + proposal + "' and t.area_key = '" + authority + "'");
        return proposal;
    }

    private String account() {
        var name = word();
        run("insert into staff (public_id, username, name) values ('" + id() + "', '" + name + "', 'Somebody')");
        return one("select id from staff where username = '" + name + "'");
    }

    /** Inserts a row with a new public id and returns the id. */
    private String made(String table, String columns, String values) {
        var id = id();
        run("insert into " + table + " (public_id, " + columns + ") select '" + id + "', " + values);
        return id;
    }

    private static String id() {
        return PublicId.draw().value();
    }

    private static String word() {
        return "zq" + ThreadLocalRandom.current().nextInt(1_000_000_000) + "q";
    }

    private void run(String sql) {
        visits.run(sql);
    }

    private String one(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(sql).getSingleResult().toString());
    }
}
