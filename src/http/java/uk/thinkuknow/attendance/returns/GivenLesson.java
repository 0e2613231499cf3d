package uk.thinkuknow.attendance.returns;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.classroom.session.PastSession;
import uk.thinkuknow.classroom.session.PastSessions;
import uk.thinkuknow.classroom.session.SessionFacts;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.calendars.GivenSchoolDays;
import uk.thinkuknow.schools.school.ClassFacts;
import uk.thinkuknow.schools.school.NewSchool;
import uk.thinkuknow.schools.school.SchoolService;

/** Sets up a lesson that has ended, at a new school with a teacher and classes, and what its devices did. */
@Singleton
class GivenLesson {
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 9, 1);

    @Inject
    SchoolService schools;

    @Inject
    GivenSchoolDays days;

    @Inject
    PastSessions pastSessions;

    @Inject
    CurriculumService curriculum;

    @Inject
    PeopleService people;

    @Inject
    DataSource database;

    /** A lesson that has ended, with its teacher's user name and its classes. */
    record Lesson(SessionFacts session, String teacher, List<ClassFacts> classes) {
        String path(String rest) {
            return "/sessions/" + session.publicId() + rest;
        }

        /** The teacher's user name and role, as the tests' sign-in takes them. */
        String who() {
            return teacher + " teacher";
        }

        StaffBrowser form() {
            return StaffBrowser.as(who());
        }

        PublicId classId() {
            return classes.getFirst().publicId();
        }
    }

    /** Delivers a lesson of 40 minutes that ended a minute ago, to a class for each number of cards. */
    @Transactional
    Lesson ended(boolean devices, int... cards) {
        var key = "t" + ThreadLocalRandom.current().nextInt(1_000_000_000);
        schools.addRegion(key, "england", "Region " + key);
        schools.addAuthority(key, key, "Authority " + key);
        var school = schools.addSchool(
                new NewSchool(null, "Given " + key, "Givenham", "GV1 1GV", "primary", 200, key, FIRST_DAY));
        days.openAlways(school.id());
        var classes = new ArrayList<ClassFacts>();
        for (int count : cards) {
            var name = List.of("5B Rowan", "6A Maple", "4C Elm").get(classes.size());
            classes.add(schools.addClass(school.id(), "2026-27", name, "8-10", Set.of(2021), count, FIRST_DAY));
        }
        people.join(key, "Tess " + key, school.id(), null);
        return new Lesson(deliver(key, devices, classes), key, classes);
    }

    /** Adds a colleague of the lesson's teacher, at the same school. */
    @Transactional
    String colleagueOf(Lesson lesson) {
        var name = "c" + ThreadLocalRandom.current().nextInt(1_000_000_000);
        people.join(name, "Colleague", lesson.session().schoolId(), null);
        return name + " teacher";
    }

    /** Adds a colleague who has belonged to the school for years, so may sign second. */
    @Transactional
    String earlierColleagueOf(Lesson lesson) {
        var who = colleagueOf(lesson);
        update(
                "UPDATE staff_school SET valid_from = '2020-09-01' WHERE staff_id = ?",
                people.byUsername(who.replace(" teacher", "")).orElseThrow().id());
        return who;
    }

    private SessionFacts deliver(String username, boolean devices, List<ClassFacts> classes) {
        StaffMember by = people.byUsername(username).orElseThrow();
        var past = new PastSession(
                by,
                by.school(),
                curriculum.current().getFirst().versionId(),
                devices,
                Instant.now().minus(Duration.ofMinutes(41)),
                Duration.ofMinutes(40),
                classes.stream()
                        .map(c -> new PastSession.PastClass(c.id(), null))
                        .toList());
        var delivered = pastSessions.deliver(past);
        // its day is today even if it began before midnight: a register can be amended until its day has passed
        update(
                "UPDATE session SET local_date = ? WHERE id = ?",
                LocalDate.now(ZoneId.of("Europe/London")),
                delivered.id());
        return delivered;
    }

    /**
     * Adds a device that took a card, or a visitor's badge if {@code card} is null, and saw this many steps over this
     * many minutes.
     */
    @Transactional
    void joined(Lesson lesson, @Nullable Integer card, @Nullable String visitor, int steps, int minutes) {
        var taken = lesson.session().startedAt();
        try (var db = database.getConnection();
                var seat = db.prepareStatement(
                        "INSERT INTO seat (session_id, class_id, card_number, visitor, visitor_number, seat_key,"
                                + " generation, taken_at) VALUES (?,?,?,?,?,?,1,?)",
                        java.sql.Statement.RETURN_GENERATED_KEYS);
                var event = db.prepareStatement("INSERT INTO event (seat_id, event_key, generation, kind, step, at)"
                        + " VALUES (?,?,1,'viewed',?,?)")) {
            seat.setLong(1, lesson.session().id());
            seat.setObject(2, lesson.classes().getFirst().id());
            seat.setObject(3, card);
            seat.setObject(4, visitor);
            seat.setObject(
                    5, visitor == null ? null : ThreadLocalRandom.current().nextInt(1, 1000));
            seat.setBytes(6, key());
            seat.setObject(7, utc(taken));
            seat.executeUpdate();
            var keys = seat.getGeneratedKeys();
            keys.next();
            var taught = curriculum.version(lesson.session().moduleVersionId()).lesson();
            for (int i = 0; i < Math.min(steps, taught.steps().size()); i++) {
                event.setLong(1, keys.getLong(1));
                event.setBytes(2, key());
                event.setString(3, taught.steps().get(i).key());
                event.setObject(4, utc(taken.plus(Duration.ofMinutes(minutes))));
                event.addBatch();
            }
            event.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void allJoined(Lesson lesson, int from, int to) {
        for (int card = from; card <= to; card++) {
            joined(lesson, card, null, 99, 35);
        }
    }

    void update(String sql, Object... values) {
        ask(sql, values);
    }

    long number(String sql, Object... values) {
        return ask(sql, values);
    }

    @Transactional
    String text(String sql, Object... values) {
        try (var db = database.getConnection();
                var statement = db.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            var rows = statement.executeQuery();
            return rows.next() ? rows.getString(1) : "";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Transactional
    long ask(String sql, Object... values) {
        try (var db = database.getConnection();
                var statement = db.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            if (!statement.execute()) {
                return statement.getUpdateCount();
            }
            var rows = statement.getResultSet();
            return rows.next() ? rows.getLong(1) : 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static byte[] key() {
        var uuid = UUID.randomUUID();
        return java.nio.ByteBuffer.allocate(16)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }
}
