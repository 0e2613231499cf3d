package uk.thinkuknow.schools.classes;

import java.nio.charset.StandardCharsets;
import java.util.List;
import uk.thinkuknow.counting.YearGroups;
import uk.thinkuknow.schools.school.ClassService;

/** Fuzz target: any text parsed as a list of classes gives, for each line, a complete class or a problem. */
public final class ClassListFuzz {
    private static final List<YearGroups> NATIONS =
            List.of(YearGroups.of("england"), YearGroups.of("scotland"), YearGroups.of("northern-ireland"));

    private ClassListFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        for (var groups : NATIONS) {
            for (var line : ClassList.read(text, groups).lines()) {
                if (line.problem() == null
                        && (line.name().isBlank()
                                || line.children() < 1
                                || line.children() > 2 * ClassService.CHILDREN_AT_MOST
                                || line.years().isEmpty()
                                || line.years().first() < 0
                                || line.years().last() > YearGroups.LAST)) {
                    throw new AssertionError("taken for a class: " + line);
                }
            }
        }
    }
}
