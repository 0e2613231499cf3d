package uk.thinkuknow.classroom.session;

import java.util.Arrays;

/** Whom a session is for: lessons count to the headline, the others are lines of their own, by heads. */
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

    /** How it is called in tables and addresses. */
    public String key() {
        return key;
    }

    public String words() {
        return words;
    }

    /** Do children take it, class by class, so that it has cards and marks? */
    public boolean hasClasses() {
        return this == LESSON;
    }
}
