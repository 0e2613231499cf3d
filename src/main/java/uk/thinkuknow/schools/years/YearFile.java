package uk.thinkuknow.schools.years;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.counting.Holiday;
import uk.thinkuknow.counting.NationTerm;
import uk.thinkuknow.counting.Period;

/**
 * A school year as a file: one line for each term and holiday, with its key, first day and last day, for example
 * "term-autumn,2029-09-03,2030-01-06".
 */
final class YearFile {
    private YearFile() {}

    static String write(YearPlan plan) {
        return Stream.concat(
                        plan.terms().stream()
                                .map(term -> line("term-" + term.termKey(), term.firstDay(), term.lastDay())),
                        plan.holidays().stream().map(each -> line(each.key(), each.firstDay(), each.lastDay())))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(String key, LocalDate first, LocalDate last) {
        return key + "," + first + "," + last;
    }

    /**
     * Reads a file; empty lines and lines that begin with # are left out.
     *
     * @throws Refused if a line is no term and no holiday, or a day cannot be read
     */
    static YearPlan read(String nation, String yearKey, List<String> lines) {
        var terms = new ArrayList<NationTerm>();
        var holidays = new ArrayList<Holiday>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            var cells = line.split("(?:(?<!\\s)\\s+)?,\\s*", -1);
            var term = cells[0].startsWith("term-") ? cells[0].substring("term-".length()) : "";
            if (cells.length != 3 || !Period.TERMS.contains(term) && !YearPlan.HOLIDAYS.contains(cells[0])) {
                throw new Refused("years.badLine", i + 1, line);
            }
            if (term.isEmpty()) {
                holidays.add(new Holiday(cells[0], day(i, cells[1]), day(i, cells[2])));
            } else {
                terms.add(new NationTerm(nation, yearKey, term, day(i, cells[1]), day(i, cells[2])));
            }
        }
        return new YearPlan(nation, yearKey, List.copyOf(terms), List.copyOf(holidays));
    }

    private static LocalDate day(int line, String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            throw new Refused("years.badDay", line + 1, typed);
        }
    }
}
