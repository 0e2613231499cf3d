package uk.thinkuknow.schools.classes;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.schools.school.ClassBook;
import uk.thinkuknow.schools.school.ClassFacts;

/**
 * What a line of a list comes to in the school as it is now.
 *
 * @param fresh the classes it makes: two where there are more children than one class holds, none where it is there
 * @param there the class that has its name already, or null
 */
record Planned(ClassList.Line line, List<Part> fresh, List<ClassFacts> there) {

    /** A class that is to be made. */
    record Part(String name, SortedSet<Integer> years, int children) {}

    boolean isNew() {
        return !fresh.isEmpty();
    }

    /** More children than one class holds become two classes, as even as can be. */
    static List<Part> parts(String name, SortedSet<Integer> years, int children) {
        if (children <= ClassBook.CHILDREN_AT_MOST) {
            return List.of(new Part(name, years, children));
        }
        var parts = new ArrayList<Part>();
        parts.add(new Part(name + " A", years, (children + 1) / 2));
        parts.add(new Part(name + " B", years, children / 2));
        return parts;
    }

    /** @param there the classes of the school by their name in small letters */
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
