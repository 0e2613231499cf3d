package uk.thinkuknow.classroom.session;

import java.util.Arrays;
import uk.thinkuknow.common.Words;

/**
 * The audience of a session: classes in a lesson, an assembly, parents, school staff or other professionals. Lessons
 * count in the headline; every other audience is a line of its own, counted by heads (counting rule 6).
 */
public enum Audience {
    LESSON("lesson"),
    ASSEMBLY("assembly"),
    PARENTS("parents"),
    STAFF("staff"),
    PROFESSIONALS("professionals");

    private final String key;

    Audience(String key) {
        this.key = key;
    }

    public static Audience called(String key) {
        return Arrays.stream(values())
                .filter(each -> each.key.equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** Its key in tables and URLs. */
    public String key() {
        return key;
    }

    public String words() {
        return Words.of(this);
    }

    /** Returns whether it is taught to classes, and so has cards and marks. */
    public boolean hasClasses() {
        return this == LESSON;
    }
}
