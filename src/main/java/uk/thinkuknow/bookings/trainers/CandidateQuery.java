package uk.thinkuknow.bookings.trainers;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import uk.thinkuknow.bookings.matching.AccreditationStatus;
import uk.thinkuknow.bookings.matching.Candidate;
import uk.thinkuknow.bookings.matching.Commitment;
import uk.thinkuknow.bookings.matching.CommitmentSource;
import uk.thinkuknow.bookings.matching.Slot;
import uk.thinkuknow.bookings.matching.TrainerWeek;
import uk.thinkuknow.common.London;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.schools.school.SchoolService;

/**
 * Loads all trainers with an enabled account as candidates for matching, with their accreditation, free hours and
 * workload.
 */
@Singleton
class CandidateQuery {
    /** Terms differ by nation; workload is counted by England's term for all trainers. */
    private static final String TERMS_OF = "england";

    private final Trainers trainers;
    private final PeopleService people;
    private final SchoolService schools;
    private final Instance<CommitmentSource> commitments;
    private final Clock clock;

    CandidateQuery(
            Trainers trainers,
            PeopleService people,
            SchoolService schools,
            @Any Instance<CommitmentSource> commitments,
            Clock clock) {
        this.trainers = trainers;
        this.people = people;
        this.schools = schools;
        this.commitments = commitments;
        this.clock = clock;
    }

    /** The candidates for these times; sessions are counted in the term of the first day. */
    List<Candidate> forSlots(List<Slot> slots) {
        var days = slots.stream().map(slot -> London.dateOf(slot.startsAt())).toList();
        var today = London.today(clock);
        var first = days.stream().min(Comparator.naturalOrder()).orElse(today);
        var last = days.stream().max(Comparator.naturalOrder()).orElse(today);
        var all = trainers.all();
        var accounts = people.accounts(all.stream().map(Trainer::staffId).toList());
        var accredited = byStaff(trainers.accreditations(), Accreditation::staffId);
        var suspended = byStaff(trainers.suspensions(), Suspension::staffId);
        var exceptions = byStaff(trainers.differences(first, last), WeekDifferenceEntry::staffId);
        var term = schools.termOn(TERMS_OF, first);
        var termFrom = term.map(each -> each.firstDay()).orElse(first);
        var termTo = term.map(each -> each.lastDay()).orElse(last);
        var delivered = trainers.sessionsStarted(termFrom, termTo);
        var promised = byStaff(
                days.stream()
                        .distinct()
                        .flatMap(day -> promised(day, day).stream())
                        .distinct()
                        .toList(),
                Commitment::staffId);
        var coming = counts(clock.instant(), endOf(termTo));
        var lastOffers = lastOffers();
        return all.stream()
                .filter(each -> {
                    var account = accounts.get(each.staffId());
                    return account != null && !account.isDisabled();
                })
                .map(each -> {
                    var id = each.staffId();
                    return new Candidate(
                            id,
                            name(accounts, id),
                            each.home(),
                            each.limits(),
                            standing(accredited.getOrDefault(id, List.of()), suspended.getOrDefault(id, List.of())),
                            new TrainerWeek(
                                    each.week(),
                                    exceptions.getOrDefault(id, List.of()).stream()
                                            .map(WeekDifferenceEntry::difference)
                                            .toList()),
                            new Candidate.Workload(
                                    lastOffers.get(id),
                                    delivered.getOrDefault(id, 0) + coming.getOrDefault(id, 0),
                                    promised.getOrDefault(id, List.of())));
                })
                .toList();
    }

    /** Commitments of all trainers from a first to a last day; empty if nothing implements {@link CommitmentSource}. */
    List<Commitment> promised(LocalDate from, LocalDate to) {
        var start = from.atStartOfDay(London.ZONE).toInstant();
        return commitments.stream()
                .flatMap(each -> each.between(start, endOf(to)).stream())
                .toList();
    }

    private Map<Long, Integer> counts(Instant from, Instant to) {
        var counts = new HashMap<Long, Integer>();
        commitments.forEach(
                each -> each.countsBetween(from, to).forEach((id, count) -> counts.merge(id, count, Integer::sum)));
        return counts;
    }

    private Map<Long, Instant> lastOffers() {
        var last = new HashMap<Long, Instant>();
        commitments.forEach(each -> last.putAll(each.lastOffers()));
        return last;
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(London.ZONE).toInstant();
    }

    /** A trainer's accreditations that were not withdrawn, and suspensions. */
    static AccreditationStatus standing(List<Accreditation> accredited, List<Suspension> suspended) {
        return new AccreditationStatus(
                accredited.stream()
                        .filter(each -> !each.isWithdrawn())
                        .map(Accreditation::days)
                        .toList(),
                suspended.stream().map(Suspension::days).toList());
    }

    private static String name(Map<Long, uk.thinkuknow.identity.staff.Account> accounts, long id) {
        var account = accounts.get(id);
        return account == null ? "" : account.name();
    }

    private static <T> Map<Long, List<T>> byStaff(List<T> rows, java.util.function.Function<T, Long> staffId) {
        return rows.stream().collect(Collectors.groupingBy(staffId));
    }
}
