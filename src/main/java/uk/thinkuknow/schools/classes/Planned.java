package uk.thinkuknow.schools.classes;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.schools.school.ClassBook;
import uk.thinkuknow.schools.school.ClassFacts;

/**
 * The result of one line of a list: the classes it creates, and those that exist already.
 *
 * @param fresh the classes it creates: two if there are too many children for one, none if they exist
 * @param there the classes that have its names already
 */
record Planned(ClassList.Line line, List<Part> fresh, List<ClassFacts> there) {

    /** A class to create. */
    record Part(String name, SortedSet<Integer> years, int children) {}

    boolean isNew() {
        return !fresh.isEmpty();
    }

    /** Splits more than 60 children into two classes, as evenly as possible. */
    static List<Part> parts(String name, SortedSet<Integer> years, int children) {
        if (children <= ClassBook.CHILDREN_AT_MOST) {
            return List.of(new Part(name, years, children));
        }
        var parts = new ArrayList<Part>();
        parts.add(new Part(name + " A", years, (children + 1) / 2));
        parts.add(new Part(name + " B", years, children / 2));
        return parts;
    }

    /** @param there finds a class of the school by name, in any case */
    static Planned of(ClassList.Line line, java.util.function.Function<String, @Nullable ClassFacts> there) {
        var fresh = new ArrayList<Part>();
        var already = new ArrayList<ClassFacts>();
        for (var part : parts(line.name(), line.years(), line.children())) {
            var same = there.apply(part.name());
            if (same == null) {
                fresh.add(part);
            } else {
                already.add(same);
            }
        }
        return new Planned(line, fresh, already);
    }
}
