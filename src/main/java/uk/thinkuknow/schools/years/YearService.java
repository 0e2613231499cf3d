package uk.thinkuknow.schools.years;

import io.quarkus.arc.All;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.web.FormError;

/** Adds, changes and removes the school years of nations, and audits each act. */
@Singleton
class YearService {
    private final SchoolYears years;
    private final List<YearUse> uses;
    private final PeopleService people;
    private final DataSource database;
    private final Event<SchoolYearSaved> saved;

    YearService(
            SchoolYears years,
            @All List<YearUse> uses,
            PeopleService people,
            DataSource database,
            Event<SchoolYearSaved> saved) {
        this.years = years;
        this.uses = uses;
        this.people = people;
        this.database = database;
        this.saved = saved;
    }

    /**
     * A year as it is.
     *
     * @throws NotFound if the nation has no such year
     */
    @Transactional
    YearPlan year(String nation, String yearKey) {
        return years.plan(nation, yearKey).orElseThrow(NotFound::new);
    }

    /**
     * A proposal for the year after the last.
     *
     * @throws NotFound if there is no such nation
     */
    @Transactional
    YearPlan propose(String nation) {
        return last(nation).proposeNext();
    }

    /** What depends on the dates of a year, in words; empty if it may be changed. */
    @Transactional
    List<String> usesOf(String nation, String yearKey) {
        return uses.stream()
                .filter(each -> each.uses(nation, yearKey))
                .map(YearUse::words)
                .sorted()
                .toList();
    }

    /** Returns whether the year is the last of its nation. */
    @Transactional
    boolean isLast(YearPlan plan) {
        return years.keys(plan.nation()).getLast().equals(plan.yearKey());
    }

    /**
     * Adds the next year of a nation.
     *
     * @return what is wrong with it; it is added if nothing is
     * @throws Refused if the nation has the year already, or it is not the next one
     * @throws NotFound if there is no such nation
     */
    @Transactional
    List<FormError> add(String by, YearPlan plan) {
        hold(plan.nation());
        var problems = problemsOfNext(plan);
        if (problems.isEmpty()) {
            Sql.run(database, connection -> insert(connection, plan));
            saved.fire(new SchoolYearSaved(plan.nation(), plan.firstDay(), plan.lastDay()));
            people.note(by, Words.of("years.actAdded"), plan.subject(), inWords(plan));
        }
        return problems;
    }

    /** What is wrong with the next year of a nation; as {@link #add}, but adds nothing. */
    @Transactional
    List<FormError> problemsOfNext(YearPlan plan) {
        if (years.plan(plan.nation(), plan.yearKey()).isPresent()) {
            throw new Refused("years.exists", plan.yearKey());
        }
        var last = last(plan.nation());
        if (!plan.yearKey().equals(last.nextKey())) {
            throw new Refused("years.notNext", plan.yearKey(), last.nextKey());
        }
        return YearRules.problems(plan, last, null);
    }

    /**
     * Changes the dates of a year on which nothing depends.
     *
     * @return what is wrong with them; the year is changed if nothing is
     * @throws Refused if something depends on its dates
     * @throws NotFound if there is no such year
     */
    @Transactional
    List<FormError> change(String by, YearPlan plan) {
        hold(plan.nation());
        var was = year(plan.nation(), plan.yearKey());
        requireUnused(was, "years.inUse");
        var problems = YearRules.problems(plan, neighbour(plan, -1), neighbour(plan, 1));
        if (problems.isEmpty()) {
            Sql.run(database, connection -> {
                delete(connection, was);
                insert(connection, plan);
            });
            saved.fire(new SchoolYearSaved(plan.nation(), plan.firstDay(), plan.lastDay()));
            people.noteChange(by, Words.of("years.actChanged"), plan.subject(), inWords(was), inWords(plan));
        }
        return problems;
    }

    /**
     * Removes the last year of a nation, if nothing depends on its dates.
     *
     * @throws Refused if something does, or it is not the last
     * @throws NotFound if there is no such year
     */
    @Transactional
    void remove(String by, String nation, String yearKey) {
        hold(nation);
        var was = year(nation, yearKey);
        if (!isLast(was)) {
            throw new Refused("years.notLast", yearKey);
        }
        requireUnused(was, "years.inUseRemoved");
        if (neighbour(was, -1) == null) {
            throw new Refused("years.onlyOne", yearKey);
        }
        Sql.run(database, connection -> delete(connection, was));
        people.note(by, Words.of("years.actRemoved"), was.subject(), inWords(was));
    }

    private void requireUnused(YearPlan plan, String why) {
        var found = usesOf(plan.nation(), plan.yearKey());
        if (!found.isEmpty()) {
            throw new Refused(why, plan.yearKey(), TextFormat.list(found));
        }
    }

    private YearPlan last(String nation) {
        var keys = years.keys(nation);
        if (keys.isEmpty()) {
            throw new NotFound();
        }
        return year(nation, keys.getLast());
    }

    private @Nullable YearPlan neighbour(YearPlan plan, int away) {
        var keys = years.keys(plan.nation());
        int place = keys.indexOf(plan.yearKey()) + away;
        return place < 0 || place >= keys.size() ? null : year(plan.nation(), keys.get(place));
    }

    /** Of two people at once, the second waits and then meets what the first one did. */
    private void hold(String nation) {
        Sql.list(
                database,
                "SELECT year_key FROM academic_year WHERE nation = ? FOR UPDATE",
                List.of(nation),
                row -> row.getString(1));
    }

    private static void insert(Connection connection, YearPlan plan) throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO academic_year (nation, year_key, first_day, last_day) VALUES (?, ?, ?, ?)",
                List.of(plan.nation(), plan.yearKey(), plan.firstDay(), plan.lastDay()));
        for (var term : plan.terms()) {
            Sql.update(
                    connection,
                    "INSERT INTO term (nation, year_key, term_key, first_day, last_day) VALUES (?, ?, ?, ?, ?)",
                    List.of(plan.nation(), plan.yearKey(), term.termKey(), term.firstDay(), term.lastDay()));
        }
        for (var holiday : plan.holidays()) {
            Sql.update(
                    connection,
                    "INSERT INTO holiday (nation, year_key, holiday_key, first_day, last_day) VALUES (?, ?, ?, ?, ?)",
                    List.of(plan.nation(), plan.yearKey(), holiday.key(), holiday.firstDay(), holiday.lastDay()));
        }
    }

    private static void delete(Connection connection, YearPlan plan) throws SQLException {
        var year = List.of(plan.nation(), plan.yearKey());
        Sql.update(connection, "DELETE FROM holiday WHERE nation = ? AND year_key = ?", year);
        Sql.update(connection, "DELETE FROM term WHERE nation = ? AND year_key = ?", year);
        Sql.update(connection, "DELETE FROM academic_year WHERE nation = ? AND year_key = ?", year);
    }

    /** For the audit, for example "autumn 3 September 2029 to 6 January 2030, …; Christmas …". */
    private static String inWords(YearPlan plan) {
        var terms = plan.terms().stream()
                .map(term -> Words.of(
                        "years.termDays",
                        term.termKey(),
                        TextFormat.shortDate(term.firstDay()),
                        TextFormat.shortDate(term.lastDay())))
                .toList();
        var holidays = plan.holidays().stream()
                .map(each -> Words.of(
                        "years.termDays",
                        YearRules.name(each.key()),
                        TextFormat.shortDate(each.firstDay()),
                        TextFormat.shortDate(each.lastDay())))
                .toList();
        return String.join(", ", terms) + "; " + String.join(", ", holidays);
    }
}
