package uk.thinkuknow.schools.classes;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.schools.school.ClassFacts;
import uk.thinkuknow.schools.school.ClassService;

/**
 * What one line of a list gives: the classes it creates, and those that exist already.
 *
 * @param fresh the classes it creates: two if there are too many children for one, none if they exist
 * @param there the classes that have its names already
 */
record ListLineResult(ClassList.Line line, List<NewClassPart> fresh, List<ClassFacts> there) {

    /**
     * A class to create from a line: its name, year groups and number of children. A line with more than 60 children
     * gives two.
     */
    record NewClassPart(String name, SortedSet<Integer> years, int children) {}

    boolean isNew() {
        return !fresh.isEmpty();
    }

    /** Splits more than 60 children into two classes, as evenly as possible. */
    static List<NewClassPart> parts(String name, SortedSet<Integer> years, int children) {
        if (children <= ClassService.CHILDREN_AT_MOST) {
            return List.of(new NewClassPart(name, years, children));
        }
        var parts = new ArrayList<NewClassPart>();
        parts.add(new NewClassPart(name + " A", years, (children + 1) / 2));
        parts.add(new NewClassPart(name + " B", years, children / 2));
        return parts;
    }

    /** @param there finds a class of the school by name, in any case */
    static ListLineResult of(ClassList.Line line, java.util.function.Function<String, @Nullable ClassFacts> there) {
        var fresh = new ArrayList<NewClassPart>();
        var already = new ArrayList<ClassFacts>();
        for (var part : parts(line.name(), line.years(), line.children())) {
            var same = there.apply(part.name());
            if (same == null) {
                fresh.add(part);
            } else {
                already.add(same);
            }
        }
        return new ListLineResult(line, fresh, already);
    }
}
