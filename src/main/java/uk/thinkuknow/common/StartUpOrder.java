package uk.thinkuknow.common;

/** The order of what is done when the application starts: the lowest comes first. */
public final class StartUpOrder {
    /** Wrong settings stop the start before anything else. */
    public static final int SETTINGS = 1;
    /** The state of the Welsh words is read before lessons are published. */
    public static final int WORDS = 90;
    /** Lessons are published before anything refers to them. */
    public static final int LESSONS = 100;
    /** Demo data uses all of the above. */
    public static final int DEMO = 3000;

    private StartUpOrder() {}
}
