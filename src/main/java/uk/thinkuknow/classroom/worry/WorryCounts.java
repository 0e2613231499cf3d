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
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.school.SchoolService;

/**
 * Counts for managers the worries of this school year by region, with the median times until they were opened and
 * closed.
 */
@Singleton
class WorryCounts {
    private static final String CALENDAR = "england";

    /** Smallest number shown exactly; smaller ones could point to single children. */
    private static final int SHOWN_FROM = 5;

    private final EntityManager database;
    private final SchoolService schools;
    private final Clock clock;

    WorryCounts(EntityManager database, SchoolService schools, Clock clock) {
        this.database = database;
        this.schools = schools;
        this.clock = clock;
    }

    /** One worry, with nothing but its region and the minutes until it was opened and closed; null if it was not. */
    record Handled(
            String region, @Nullable Long toRead, @Nullable Long toClose) {}

    /**
     * A line of the report: a region or all regions, its number of worries and the median times in words, or "–" if
     * they could point to single children.
     */
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
        var all = handled(since);
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
                lines(byRegion),
                manager.scope().isProgramme() ? exact(Words.of("worries.allRegions"), all) : null);
    }

    /**
     * The lines of the regions. Numbers below five are not shown. If that hides one region alone, its number could be
     * worked out from the total, so the next smallest is not shown either.
     */
    static List<Line> lines(Map<String, List<Handled>> byRegion) {
        var few = byRegion.values().stream()
                .filter(each -> each.size() < SHOWN_FROM)
                .count();
        int smallest = byRegion.values().stream()
                .mapToInt(List::size)
                .filter(size -> size >= SHOWN_FROM)
                .min()
                .orElse(0);
        var lines = new ArrayList<Line>();
        boolean hidden = false;
        for (var each : byRegion.entrySet()) {
            int size = each.getValue().size();
            if (size < SHOWN_FROM) {
                lines.add(new Line(each.getKey(), Words.of("worries.fewerThan5"), "–", "–"));
            } else if (few == 1 && size == smallest && !hidden) {
                hidden = true;
                lines.add(new Line(each.getKey(), Words.of("worries.notShown"), "–", "–"));
            } else {
                lines.add(exact(each.getKey(), each.getValue()));
            }
        }
        return lines;
    }

    private static Line exact(String area, List<Handled> worries) {
        return new Line(
                area,
                Integer.toString(worries.size()),
                middle(worries.stream().map(Handled::toRead)),
                middle(worries.stream().map(Handled::toClose)));
    }

    private static String middle(Stream<@Nullable Long> minutes) {
        var sorted = minutes.flatMap(Stream::ofNullable)
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        return sorted.length == 0 ? "–" : DurationText.minutes(sorted[sorted.length / 2]);
    }

    private List<Handled> handled(LocalDate since) {
        var all = new ArrayList<Handled>();
        var session = database.unwrap(org.hibernate.Session.class);
        session.createNativeQuery(
                        "select region_key, minutes_to_read, minutes_to_close from worry_tally where month >= ?1",
                        Object[].class)
                .setParameter(1, since.withDayOfMonth(1))
                .getResultStream()
                .forEach(row -> all.add(
                        new Handled((String) row[0], ((Number) row[1]).longValue(), ((Number) row[2]).longValue())));
        session.createNativeQuery("""
                        select y.region_key, w.sent_at, w.first_read_at, w.closed_at from worry w
                        join school_area_v a on a.school_id = w.school_id and a.in_force = 1
                        join authority_v y on y.authority_key = a.authority_key where w.sent_at >= ?1""", Object[].class)
                .addScalar("region_key", String.class)
                .addScalar("sent_at", Instant.class)
                .addScalar("first_read_at", Instant.class)
                .addScalar("closed_at", Instant.class)
                .setParameter(1, since.atStartOfDay(London.ZONE).toInstant())
                .getResultStream()
                .forEach(row -> all.add(new Handled(
                        (String) row[0],
                        minutes((Instant) row[1], (Instant) row[2]),
                        minutes((Instant) row[1], (Instant) row[3]))));
        return all;
    }

    private static @Nullable Long minutes(Instant from, @Nullable Instant to) {
        return to == null ? null : Duration.between(from, to).toMinutes();
    }
}
