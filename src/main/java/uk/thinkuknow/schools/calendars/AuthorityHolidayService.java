package uk.thinkuknow.schools.calendars;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.Holiday;
import uk.thinkuknow.counting.NationTerm;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.calendars.AuthorityHolidays.Authority;
import uk.thinkuknow.schools.school.SchoolService;

/** Keeps the holidays of authorities, for the managers of their areas. */
@Singleton
class AuthorityHolidayService {
    private static final int HOLIDAYS_AT_MOST = 40;

    private final AuthorityHolidays holidays;
    private final SchoolService schools;
    private final PeopleService people;
    private final Clock clock;

    AuthorityHolidayService(AuthorityHolidays holidays, SchoolService schools, PeopleService people, Clock clock) {
        this.holidays = holidays;
        this.schools = schools;
        this.people = people;
        this.clock = clock;
    }

    /** The holidays of an authority in a school year; {@code own} is empty if those of its nation apply. */
    record HolidaySheet(
            Authority authority,
            String year,
            List<String> years,
            List<AuthorityHoliday> own,
            List<Holiday> usual,
            List<Holiday> bank) {}

    /** The authorities of the manager's area whose names contain the words, by name. */
    @Transactional
    List<Authority> authorities(StaffMember me, String words) {
        return holidays.inArea(me.scope(), words);
    }

    /**
     * The holidays of an authority.
     *
     * @param year a school year, or null for the present one
     * @throws NotFound if the authority is not in the manager's area, or its nation has no such year
     */
    @Transactional
    HolidaySheet sheet(StaffMember me, String key, @Nullable String year) {
        var authority = authority(me, key);
        var years = schools.years(authority.nation());
        var chosen = year != null && !year.isEmpty()
                ? year
                : schools.termOn(authority.nation(), London.today(clock))
                        .map(NationTerm::yearKey)
                        .orElseGet(() -> years.isEmpty() ? "" : years.getLast());
        var terms = terms(authority, chosen);
        return new HolidaySheet(
                authority,
                chosen,
                years,
                holidays.rows(key, chosen),
                schools.holidaysOf(authority.nation(), chosen),
                holidays.bankHolidays(authority.nation()).stream()
                        .filter(each -> isWithin(each, terms))
                        .toList());
    }

    /**
     * Adds a holiday.
     *
     * @throws NotFound as {@link #sheet}
     * @throws Refused if it is outside the school year, ends before it begins or overlaps with another
     */
    @Transactional
    void add(StaffMember me, String key, String year, Holiday holiday) {
        var authority = authority(me, key);
        var present = new ArrayList<>(holidays.of(key, year));
        present.add(holiday);
        requireSensible(present, terms(authority, year));
        holidays.persist(new AuthorityHoliday(key, year, holiday));
        note(me, authority, year, Words.of("calendars.actHolidayAdded"), List.of(holiday));
    }

    /**
     * Changes a holiday.
     *
     * @throws NotFound also if the authority has no such holiday
     * @throws Refused as {@link #add}
     */
    @Transactional
    void change(StaffMember me, String key, PublicId id, Holiday holiday) {
        var authority = authority(me, key);
        var row = holidays.called(key, id).orElseThrow(NotFound::new);
        var others = new ArrayList<>(holidays.of(key, row.yearKey()));
        others.remove(row.holiday());
        others.add(holiday);
        requireSensible(others, terms(authority, row.yearKey()));
        var was = lines(row.yearKey(), List.of(row.holiday()));
        row.change(holiday);
        people.noteChange(
                me.name(),
                Words.of("calendars.actHolidayChanged"),
                subject(authority),
                was,
                lines(row.yearKey(), List.of(holiday)));
    }

    /** @throws NotFound if the authority is not in the manager's area or has no such holiday */
    @Transactional
    void remove(StaffMember me, String key, PublicId id) {
        var authority = authority(me, key);
        var row = holidays.called(key, id).orElseThrow(NotFound::new);
        holidays.delete(row);
        note(me, authority, row.yearKey(), Words.of("calendars.actHolidayRemoved"), List.of(row.holiday()));
    }

    /**
     * Replaces all holidays of an authority in a school year; none means that those of its nation apply.
     *
     * @throws NotFound as {@link #sheet}
     * @throws Refused as {@link #add}, for any of them
     */
    @Transactional
    void replace(StaffMember me, String key, String year, List<Holiday> all) {
        var authority = authority(me, key);
        requireSensible(all, terms(authority, year));
        holidays.clear(key, year);
        all.forEach(each -> holidays.persist(new AuthorityHoliday(key, year, each)));
        note(
                me,
                authority,
                year,
                Words.of(all.isEmpty() ? "calendars.actHolidaysCleared" : "calendars.actHolidaysReplaced"),
                all);
    }

    /**
     * Gives an authority the holidays of its nation in a school year as its own, so that they can be changed.
     *
     * @throws NotFound as {@link #sheet}
     * @throws Refused if it keeps some already
     */
    @Transactional
    void copyUsual(StaffMember me, String key, String year) {
        if (!holidays.of(key, year).isEmpty()) {
            throw new Refused("calendars.copiedAlready");
        }
        replace(
                me,
                key,
                year,
                HolidayWords.named(schools.holidaysOf(authority(me, key).nation(), year)));
    }

    private Authority authority(StaffMember me, String key) {
        return holidays.inArea(key, me.scope()).orElseThrow(NotFound::new);
    }

    /** @throws NotFound if the nation has no such year */
    private List<NationTerm> terms(Authority authority, String year) {
        var terms = schools.termsOf(authority.nation(), year);
        if (terms.isEmpty()) {
            throw new NotFound();
        }
        return terms;
    }

    private static boolean isWithin(Holiday holiday, List<NationTerm> terms) {
        return !holiday.firstDay().isBefore(terms.getFirst().firstDay())
                && !holiday.lastDay().isAfter(terms.getLast().lastDay());
    }

    private static void requireSensible(List<Holiday> all, List<NationTerm> terms) {
        if (all.size() > HOLIDAYS_AT_MOST) {
            throw new Refused("calendars.tooManyHolidays", HOLIDAYS_AT_MOST);
        }
        for (var each : all) {
            if (each.lastDay().isBefore(each.firstDay())) {
                throw new Refused("calendars.holidayBackwards", each.key());
            }
            if (!isWithin(each, terms)) {
                throw new Refused(
                        "calendars.holidayOutside",
                        each.key(),
                        DayWords.span(
                                terms.getFirst().firstDay(), terms.getLast().lastDay()));
            }
            all.stream()
                    .filter(other -> other != each && each.has(other.firstDay()))
                    .findFirst()
                    .ifPresent(other -> {
                        throw new Refused("calendars.holidaysOverlap", each.key(), other.key());
                    });
        }
    }

    private void note(StaffMember me, Authority authority, String year, String act, List<Holiday> which) {
        people.note(me.name(), act, subject(authority), lines(year, which));
    }

    private static String lines(String year, List<Holiday> which) {
        return year + (which.isEmpty() ? "" : ". " + String.join("; ", HolidayWords.lines(which)));
    }

    private static String subject(Authority authority) {
        return "authority " + authority.key();
    }
}
