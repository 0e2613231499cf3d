package uk.thinkuknow.classroom.worry;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.school.SchoolService;

/**
 * Counts for managers the worries of this school year by region up to the end of last month, with the median times until
 * they were opened and closed. A number is shown only if the worries behind it are at least 30 and come from at least
 * three schools, and then in steps of 30, so that it never moves by one worry.
 */
@Singleton
class WorryCounts {
    private static final String CALENDAR = "england";

    /** The smallest number shown, and the step in which numbers grow. */
    private static final int CHILDREN = 30;

    private static final int SCHOOLS = 3;

    private final EntityManager database;
    private final SchoolService schools;
    private final Clock clock;

    WorryCounts(EntityManager database, SchoolService schools, Clock clock) {
        this.database = database;
        this.schools = schools;
        this.clock = clock;
    }

    /**
     * One worry, with nothing but its region and school and the minutes until it was opened and closed; null if it was
     * not.
     *
     * @param school null for a worry that is deleted: its school is not kept
     */
    record Handled(
            String region,
            @Nullable Long school,
            @Nullable Long toRead,
            @Nullable Long toClose) {}

    /** A line of the report: a region or all regions, its number of worries and the median times in words. */
    record Line(String area, String count, String toRead, String toClose) {}

    /**
     * The school year and its lines.
     *
     * @param total null for a manager of a part of the programme
     */
    record Report(String year, List<Line> lines, @Nullable Line total) {}

    @Transactional
    Report of(StaffMember manager) {
        var today = London.today(clock);
        var term = schools.termBy(CALENDAR, today);
        var since = term.map(found ->
                        schools.termsOf(CALENDAR, found.yearKey()).getFirst().firstDay())
                .orElse(today.minusYears(1));
        var all = handled(since, today.withDayOfMonth(1));
        var byRegion = new TreeMap<String, List<Handled>>();
        schools.regions().forEach((key, name) -> {
            if (manager.scope().holdsRegion(key)) {
                byRegion.put(
                        name,
                        all.stream().filter(one -> one.region().equals(key)).toList());
            }
        });
        return new Report(
                term.map(found -> found.yearKey().replace('-', '–')).orElse(Words.of("worries.lastYear")),
                byRegion.entrySet().stream()
                        .map(each -> line(each.getKey(), each.getValue()))
                        .toList(),
                manager.scope().isProgramme() ? line(Words.of("worries.allRegions"), all) : null);
    }

    /** The line of an area. Each number has its own worries behind it: all, those opened and those closed. */
    static Line line(String area, List<Handled> worries) {
        return new Line(
                area,
                areEnough(worries)
                        ? Words.of("worries.orMore", worries.size() / CHILDREN * CHILDREN)
                        : Words.of("worries.tooFew"),
                middle(worries, Handled::toRead),
                middle(worries, Handled::toClose));
    }

    /** A deleted worry may be of the same school as any other, so only the schools of the others are counted. */
    private static boolean areEnough(List<Handled> worries) {
        long schools = worries.stream()
                .map(Handled::school)
                .filter(Objects::nonNull)
                .distinct()
                .count();
        return worries.size() >= CHILDREN && schools >= SCHOOLS;
    }

    private static String middle(List<Handled> worries, Function<Handled, @Nullable Long> minutes) {
        var some = worries.stream().filter(each -> minutes.apply(each) != null).toList();
        if (!areEnough(some)) {
            return Words.of("worries.tooFew");
        }
        var sorted = some.stream()
                .map(minutes)
                .flatMap(Stream::ofNullable)
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        return DurationText.minutes(sorted[sorted.length / 2]);
    }

    private List<Handled> handled(LocalDate since, LocalDate until) {
        var all = new ArrayList<Handled>();
        var session = database.unwrap(org.hibernate.Session.class);
        session
                .createNativeQuery(
                        "select region_key, minutes_to_read, minutes_to_close from worry_tally where month >= ?1 and month < ?2",
                        Object[].class)
                .setParameter(1, since.withDayOfMonth(1))
                .setParameter(2, until)
                .getResultList()
                .stream()
                .forEach(row -> all.add(new Handled(
                        (String) row[0], null, ((Number) row[1]).longValue(), ((Number) row[2]).longValue())));
        session
                .createNativeQuery("""
                        select y.region_key, w.school_id, w.sent_at, w.first_read_at, w.closed_at from worry w
                        join school_area_v a on a.school_id = w.school_id and a.in_force = 1
                        join authority_v y on y.authority_key = a.authority_key where w.sent_at >= ?1 and w.sent_at < ?2""", Object[].class)
                .addScalar("region_key", String.class)
                .addScalar("school_id", Long.class)
                .addScalar("sent_at", Instant.class)
                .addScalar("first_read_at", Instant.class)
                .addScalar("closed_at", Instant.class)
                .setParameter(1, since.atStartOfDay(London.ZONE).toInstant())
                .setParameter(2, until.atStartOfDay(London.ZONE).toInstant())
                .getResultList()
                .stream()
                .forEach(row -> all.add(new Handled(
                        (String) row[0],
                        (Long) row[1],
                        minutes((Instant) row[2], (Instant) row[3]),
                        minutes((Instant) row[2], (Instant) row[4]))));
        return all;
    }

    private static @Nullable Long minutes(Instant from, @Nullable Instant to) {
        return to == null ? null : Duration.between(from, to).toMinutes();
    }
}
