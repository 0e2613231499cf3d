package uk.thinkuknow.classroom.session;

import java.util.Arrays;

/**
 * The audience of a session: classes in a lesson, an assembly, parents, school staff or other professionals. Lessons
 * count in the headline; every other audience is a line of its own, counted by heads (counting rule 6).
 */
public enum Audience {
    LESSON("lesson", "Lesson for classes"),
    ASSEMBLY("assembly", "Assembly"),
    PARENTS("parents", "Parents and carers"),
    STAFF("staff", "School staff"),
    PROFESSIONALS("professionals", "Other professionals");

    private final String key;
    private final String words;

    Audience(String key, String words) {
        this.key = key;
        this.words = words;
    }

    static Audience called(String key) {
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
        return words;
    }

    /** Returns whether it is taught to classes, and so has cards and marks. */
    public boolean hasClasses() {
        return this == LESSON;
    }
}
