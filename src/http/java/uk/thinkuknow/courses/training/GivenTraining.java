package uk.thinkuknow.courses.training;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.school.SchoolService;

/** Creates regions with a manager, staff, and planned or past training events for tests. */
@Singleton
class GivenTraining {
    private static final DateTimeFormatter SQL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    static final int MINUTES = 120;
    private static final Pattern BADGE = Pattern.compile("/badges/([a-z0-9]{10})");

    @Inject
    SchoolService schools;

    @Inject
    PeopleService people;

    @Inject
    TrainingEventImporter programme;

    @Inject
    EntityManager database;

    @Inject
    Clock clock;

    /** A region and the username of its manager. */
    record Region(String key, String manager) {
        StaffBrowser asManager() {
            return StaffBrowser.as(manager + " manager");
        }
    }

    /** A member of staff with an account and a verified address. */
    record Somebody(String username, long id) {
        String email() {
            return username + "@school.example";
        }

        StaffBrowser as(String role) {
            return StaffBrowser.as(username + " " + role);
        }
    }

    @Transactional
    Region region() {
        var key = "t" + ThreadLocalRandom.current().nextInt(1_000_000_000);
        schools.addRegion(key, "england", "Region " + key);
        people.join("m" + key, "Mina " + key, null, key);
        return new Region(key, "m" + key);
    }

    @Transactional
    Somebody somebody() {
        var name = "p" + ThreadLocalRandom.current().nextInt(1_000_000_000);
        return new Somebody(name, people.addAccount(name, "Pat " + name, name + "@school.example", true));
    }

    StaffMember member(String username) {
        return people.byUsername(username).orElseThrow();
    }

    /** The form fields of a valid event; {@code others} are names and values, in turn, that replace or add fields. */
    String[] plan(Region region, String... others) {
        var at = LocalDateTime.ofInstant(clock.instant(), London.ZONE).plusDays(30);
        var fields = new ArrayList<>(List.of(
                "title",
                "First steps for safeguarding leads",
                "text",
                "What children meet online.\nWhat to do when a child tells you.",
                "kind",
                "venue",
                "venue",
                "The Old Library, Harrowbeck",
                "date",
                at.toLocalDate().toString(),
                "time",
                "10:00",
                "minutes",
                "" + MINUTES,
                "places",
                "2",
                "leader",
                people.accountByUsername(region.manager())
                        .orElseThrow()
                        .publicId()
                        .value(),
                "region",
                region.key()));
        for (int i = 0; i < others.length; i += 2) {
            int known = 0;
            while (known < fields.size() && !fields.get(known).equals(others[i])) {
                known += 2;
            }
            if (known < fields.size()) {
                fields.set(known + 1, others[i + 1]);
            } else {
                fields.addAll(Arrays.asList(others[i], others[i + 1]));
            }
        }
        return fields.toArray(String[]::new);
    }

    /** An upcoming event, planned and led by the region's manager. */
    PublicId planned(Region region, String... others) {
        var answer = region.asManager().post("/training/new", "/training", plan(region, others));
        return new PublicId(answer.header("Location").replaceAll(".*/training/", ""));
    }

    /** A past event with these people, led by the region's manager. */
    PublicId held(Region region, Duration ago, NewEvent.Guest... guests) {
        return held(region, member(region.manager()).id(), ago, guests);
    }

    PublicId held(Region region, long leader, Duration ago, NewEvent.Guest... guests) {
        return programme.importEvent(new NewEvent(
                "Held in " + region.key(),
                "What was covered.",
                new NewEvent.Where("The Old Library", null, region.key()),
                wallBefore(ago),
                MINUTES,
                20,
                new NewEvent.Guests(leader, List.of(guests))));
    }

    /**
     * Subtracts whole days as calendar days in London, so that a clock change in between does not shift the date; late in
     * the evening some minutes more, so that the event ends on its day.
     */
    private Instant wallBefore(Duration ago) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS).atZone(London.ZONE);
        var start = now.minusDays(ago.toDays());
        boolean ends = start.plusMinutes(MINUTES).toLocalDate().equals(start.toLocalDate());
        return (ends || ago.toDays() == 0 ? start : start.minusMinutes(MINUTES))
                .toInstant()
                .minus(ago.minusDays(ago.toDays()));
    }

    /** An adult without an account, with their minutes at the event; null if not marked. */
    static NewEvent.Guest adult(String name, Integer minutes) {
        var email = name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.')
                + ThreadLocalRandom.current().nextInt(1_000_000_000) + "@council.example";
        return new NewEvent.Guest(null, name, email, "Harrowbeck Council", "Social worker", minutes);
    }

    /**
     * Changes the event's start to three hours ago, or in the first hours of a day to midnight; its people had asked for
     * their places before.
     */
    void begins(PublicId event) {
        var today = London.today(clock);
        var midnight = LocalDateTime.ofInstant(London.at(today.atStartOfDay()), ZoneOffset.UTC);
        run("update training_event set starts_at = greatest(utc_timestamp(6) - interval 3 hour, timestamp '"
                + midnight.format(SQL) + "'), local_date = '" + today + "' where public_id = '" + event + "'");
        run("update training_place p join training_event e on e.id = p.event_id"
                + " set p.asked_at = least(p.asked_at, e.starts_at) where e.public_id = '" + event + "'");
    }

    /** Id of the first certificate that a page links to. */
    static String badgeOn(String page) {
        var badge = BADGE.matcher(page);
        if (!badge.find()) {
            throw new AssertionError("no certificate on " + page);
        }
        return badge.group(1);
    }

    /** Subjects of the emails to an address, oldest first. */
    List<String> lettersTo(String address) {
        return rows("select subject from letter where recipient = '" + address + "' order by id");
    }

    /** The calendar method of each email to an address, such as REQUEST or CANCEL; "-" for none. */
    List<String> calendarsOf(String address) {
        return rows(
                "select coalesce(calendar_method, '-') from letter where recipient = '" + address + "' order by id");
    }

    List<String> rows(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(sql, String.class).getResultList());
    }

    void run(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(sql).executeUpdate());
    }
}
