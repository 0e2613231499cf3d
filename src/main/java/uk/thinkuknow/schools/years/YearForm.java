package uk.thinkuknow.schools.years;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.Holiday;
import uk.thinkuknow.counting.Period;
import uk.thinkuknow.web.FormError;

/**
 * The form of a school year as typed: the first day of each term, the last day, and the first and last day of each
 * holiday, by the names of {@link YearRules#problems}. A holiday without days is left out.
 */
record YearForm(Map<String, String> days) {
    /** What was read from the form: the year if all days can be read, otherwise what is wrong. */
    record Read(@Nullable YearPlan plan, List<FormError> problems) {}

    static YearForm of(MultivaluedMap<String, String> fields) {
        var days = new LinkedHashMap<String, String>();
        names().forEach(name -> {
            var typed = fields.getFirst(name);
            days.put(name, typed == null ? "" : typed.strip());
        });
        return new YearForm(days);
    }

    static YearForm of(YearPlan plan) {
        var days = new LinkedHashMap<String, String>();
        names().forEach(name -> days.put(name, ""));
        plan.terms().forEach(term -> days.put(term.termKey(), term.firstDay().toString()));
        days.put(YearRules.LAST_DAY, plan.lastDay().toString());
        plan.holidays().forEach(each -> {
            days.put(each.key() + "-first", each.firstDay().toString());
            days.put(each.key() + "-last", each.lastDay().toString());
        });
        return new YearForm(days);
    }

    private static List<String> names() {
        var names = new ArrayList<>(Period.TERMS);
        names.add(YearRules.LAST_DAY);
        YearPlan.HOLIDAYS.forEach(key -> names.addAll(List.of(key + "-first", key + "-last")));
        return names;
    }

    String day(String name) {
        return days.getOrDefault(name, "");
    }

    /** A day with its weekday, for example "Monday 3 September 2029"; empty if it is none. */
    String inWords(String name) {
        try {
            return TextFormat.longDay(LocalDate.parse(day(name)));
        } catch (DateTimeParseException e) {
            return "";
        }
    }

    Read read(String nation, String yearKey) {
        var problems = new ArrayList<FormError>();
        var terms = Period.TERMS.stream().map(term -> read(term, problems)).toList();
        var last = read(YearRules.LAST_DAY, problems);
        var holidays = new ArrayList<Holiday>();
        for (var key : YearPlan.HOLIDAYS) {
            if (!day(key + "-first").isEmpty() || !day(key + "-last").isEmpty()) {
                holidays.add(new Holiday(key, read(key + "-first", problems), read(key + "-last", problems)));
            }
        }
        return new Read(
                problems.isEmpty() ? YearPlan.of(nation, yearKey, terms, last, holidays) : null, List.copyOf(problems));
    }

    private LocalDate read(String name, List<FormError> problems) {
        try {
            return LocalDate.parse(day(name));
        } catch (DateTimeParseException e) {
            problems.add(new FormError(name, Words.of("years.noDay")));
            return LocalDate.MIN;
        }
    }
}
