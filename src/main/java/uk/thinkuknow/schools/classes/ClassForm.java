package uk.thinkuknow.schools.classes;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.counting.AgeBands;
import uk.thinkuknow.counting.YearGroups;
import uk.thinkuknow.schools.school.ClassFacts;

/**
 * The input of the form that creates or changes one class.
 *
 * @param years its year groups
 * @param bandTyped the age band chosen; empty means the band of its year groups
 * @param childrenTyped the number of children, as typed
 */
record ClassForm(String name, SortedSet<Integer> years, String bandTyped, String childrenTyped) {
    static final ClassForm EMPTY = new ClassForm("", new TreeSet<>(), "", "");

    static ClassForm of(MultivaluedMap<String, String> fields) {
        var years = new TreeSet<Integer>();
        for (var year : fields.getOrDefault("year", List.of())) {
            if (year.matches("\\d{1,2}") && Integer.parseInt(year) <= YearGroups.LAST) {
                years.add(Integer.parseInt(year));
            }
        }
        return new ClassForm(first(fields, "name"), years, first(fields, "band"), first(fields, "children"));
    }

    static ClassForm of(ClassFacts schoolClass) {
        var years = YearGroups.inYear(schoolClass.yearKey(), schoolClass.cohorts());
        return new ClassForm(schoolClass.name(), years, schoolClass.band(), "");
    }

    /** @param bands those in force in the class's year */
    String band(AgeBands bands) {
        return bandTyped.isEmpty() ? bands.ofGroups(years) : bandTyped;
    }

    /** The number of children; 0 if the text is not a whole number of one to four digits. */
    int children() {
        var digits = childrenTyped.strip();
        return digits.matches("\\d{1,4}") ? Integer.parseInt(digits) : 0;
    }

    private static String first(MultivaluedMap<String, String> fields, String name) {
        @Nullable String value = fields.getFirst(name);
        return value == null ? "" : value;
    }
}
