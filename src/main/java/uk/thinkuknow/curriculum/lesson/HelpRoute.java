package uk.thinkuknow.curriculum.lesson;

import java.util.Arrays;
import java.util.Optional;

/** The people and services that the last screen of a lesson may name; an adult is always the first. */
public enum HelpRoute {
    GROWN_UP("grown-up"),
    CHILDLINE("childline"),
    CEOP("ceop"),
    REPORT_REMOVE("report-remove");

    private final String key;

    HelpRoute(String key) {
        this.key = key;
    }

    /** The word for it in a lesson's file. */
    public String key() {
        return key;
    }

    public static Optional<HelpRoute> of(String key) {
        return Arrays.stream(values()).filter(route -> route.key.equals(key)).findFirst();
    }
}
