package uk.thinkuknow.reach.totals;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the rows of reach between two days are: places and kinds of schools, or what was taught and by whom. */
public enum DaysBy {
    NATION("Nation"),
    REGION("Region"),
    AUTHORITY("Authority"),
    CONSTITUENCY("Constituency"),
    TRUST("Trust"),
    SCHOOL("School"),
    PHASE("Phase"),
    BAND("Age band"),
    MODULE("Lesson"),
    TRAINER("Trainer");

    private final String words;

    DaysBy(String words) {
        this.words = words;
    }

    public static Optional<DaysBy> of(String key) {
        return Arrays.stream(values()).filter(by -> by.key().equals(key)).findFirst();
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String words() {
        return words;
    }

    /** Does a class lie in one row, so that rows add up within a school year? A child may have had several lessons. */
    public boolean isPlace() {
        return this != BAND && this != MODULE && this != TRAINER;
    }
}
