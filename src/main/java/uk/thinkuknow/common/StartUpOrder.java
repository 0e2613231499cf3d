package uk.thinkuknow.common;

/** Defines the order of the start-up steps: the step with the lowest number runs first. */
public final class StartUpOrder {
    /** Checks the settings, so that a wrong one stops the start before anything else. */
    public static final int SETTINGS = 1;
    /** Reads the review state of the Welsh words, before lessons are published. */
    public static final int WORDS = 90;
    /** Publishes the lessons, before anything refers to them. */
    public static final int LESSONS = 100;
    /** Erases again who had been erased before a restore, before anybody can look. */
    public static final int ERASURES = 200;
    /** Creates demo data, which needs all of the above. */
    public static final int DEMO = 3000;

    private StartUpOrder() {}
}
