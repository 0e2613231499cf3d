package uk.thinkuknow.schools.years;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.Holiday;
import uk.thinkuknow.counting.NationTerm;
import uk.thinkuknow.counting.Period;
import uk.thinkuknow.web.FormError;

/**
 * The rules for a school year: three terms in order that leave no gap and do not overlap, from the day after the year
 * before to the day before the next (counting rule 7), and holidays within it.
 */
final class YearRules {
    static final String LAST_DAY = "last";
    private static final int FEWEST_DAYS = 350;
    private static final int MOST_DAYS = 385;

    private final YearPlan plan;
    private final List<FormError> problems = new ArrayList<>();

    private YearRules(YearPlan plan) {
        this.plan = plan;
    }

    /**
     * What is wrong with a year, each with the field to correct: the key of a term for its first day, "last" for the
     * last day, and the key of a holiday with "-first" or "-last".
     *
     * @param before the year before; null for the first one
     * @param next the year after; null for the last one
     */
    static List<FormError> problems(YearPlan plan, @Nullable YearPlan before, @Nullable YearPlan next) {
        var rules = new YearRules(plan);
        if (!plan.terms().stream().map(NationTerm::termKey).toList().equals(Period.TERMS)) {
            rules.problem("autumn", "years.threeTerms");
            return rules.problems;
        }
        rules.terms();
        if (before != null) {
            rules.joins("autumn", before.lastDay().plusDays(1), plan.firstDay(), before.yearKey());
        }
        if (next != null) {
            rules.joins(LAST_DAY, plan.lastDay().plusDays(1), next.firstDay(), next.yearKey());
        }
        long days = ChronoUnit.DAYS.between(plan.firstDay(), plan.lastDay()) + 1;
        if (rules.problems.isEmpty() && (days < FEWEST_DAYS || days > MOST_DAYS)) {
            rules.problem(LAST_DAY, "years.length", days, FEWEST_DAYS, MOST_DAYS);
        }
        rules.holidays();
        return List.copyOf(rules.problems);
    }

    private void terms() {
        NationTerm last = null;
        for (var term : plan.terms()) {
            if (last != null && !term.firstDay().isAfter(last.firstDay())) {
                problem(term.termKey(), "years.termOrder", term.termKey(), last.termKey());
            } else if (last != null) {
                joins(term.termKey(), last.lastDay().plusDays(1), term.firstDay(), last.termKey());
            }
            last = term;
        }
        if (last != null && last.lastDay().isBefore(last.firstDay())) {
            problem(LAST_DAY, "years.endOrder");
        }
    }

    /** Reports a gap or an overlap between the day on which a part must begin and the day on which it does. */
    private void joins(String field, LocalDate wanted, LocalDate begins, String neighbour) {
        if (begins.isAfter(wanted)) {
            problem(field, "years.gap", neighbour, TextFormat.day(wanted), TextFormat.day(begins.minusDays(1)));
        } else if (begins.isBefore(wanted)) {
            problem(field, "years.overlap", neighbour, TextFormat.day(begins), TextFormat.day(wanted.minusDays(1)));
        }
    }

    private void holidays() {
        Holiday last = null;
        for (var holiday : plan.holidays().stream()
                .sorted(Comparator.comparing(Holiday::firstDay))
                .toList()) {
            var name = name(holiday.key());
            if (holiday.lastDay().isBefore(holiday.firstDay())) {
                problem(holiday.key() + "-last", "years.holidayOrder", name);
            } else if (holiday.firstDay().isBefore(plan.firstDay())
                    || holiday.lastDay().isAfter(plan.lastDay())) {
                problem(holiday.key() + "-first", "years.holidayOutside", name);
            } else if (last != null && !holiday.firstDay().isAfter(last.lastDay())) {
                problem(holiday.key() + "-first", "years.holidayOverlap", name, name(last.key()));
            }
            last = holiday;
        }
    }

    /** The name of a holiday as the start of a sentence, for example "Autumn half term". */
    static String name(String holiday) {
        return Words.of("years.holiday." + holiday);
    }

    private void problem(String field, String key, Object... arguments) {
        problems.add(new FormError(field, Words.of(key, arguments)));
    }
}
