package uk.thinkuknow.counting;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import uk.thinkuknow.common.Words;

/**
 * A quarter of the UK government's financial year, which starts on 1 April.
 *
 * @param year the calendar year in which the financial year starts
 * @param number 1 for April to June, 4 for January to March
 */
public record FinancialQuarter(int year, int number) {
    private static final Pattern KEY = Pattern.compile("(\\d{4})-(\\d{2})-q([1-4])");
    private static final int MONTHS = 3;
    private static final int APRIL = 4;

    /** The quarter for a key; empty if the text is not exactly as {@link #key()} writes it. */
    public static Optional<FinancialQuarter> of(String key) {
        var match = KEY.matcher(key);
        if (!match.matches()) {
            return Optional.empty();
        }
        var quarter = new FinancialQuarter(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(3)));
        return quarter.key().equals(key) ? Optional.of(quarter) : Optional.empty();
    }

    /** The quarter that contains a day. */
    static FinancialQuarter on(LocalDate day) {
        int months = day.getYear() * 12 + day.getMonthValue() - APRIL;
        return new FinancialQuarter(months / 12, months % 12 / MONTHS + 1);
    }

    /** The quarters with at least one day in a range of days, both ends included, in order. */
    public static List<FinancialQuarter> touching(LocalDate from, LocalDate to) {
        var all = new ArrayList<FinancialQuarter>();
        for (var day = on(from).firstDay(); !day.isAfter(to); day = day.plusMonths(MONTHS)) {
            all.add(on(day));
        }
        return all;
    }

    public LocalDate firstDay() {
        return LocalDate.of(year, APRIL, 1).plusMonths(MONTHS * (number - 1L));
    }

    public LocalDate lastDay() {
        return firstDay().plusMonths(MONTHS).minusDays(1);
    }

    /** The key, for example "2026-27-q2". */
    public String key() {
        return "%d-%02d-q%d".formatted(year, (year + 1) % 100, number);
    }

    /** The name, for example "July to September 2026". */
    public String inWords() {
        return Words.of(
                "counting.quarter",
                month(firstDay()),
                month(lastDay()),
                "" + lastDay().getYear());
    }

    private static String month(LocalDate day) {
        return day.getMonth().getDisplayName(TextStyle.FULL, Locale.UK);
    }
}
