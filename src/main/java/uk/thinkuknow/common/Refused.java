package uk.thinkuknow.common;

/** Thrown when a rule forbids an action, with a message that tells the user why. */
public class Refused extends RuntimeException {
    public Refused(String why) {
        super(why, null, false, false);
    }

    /** The reason and how to put it right, in a sentence or two. */
    public String why() {
        return String.valueOf(getMessage());
    }
}
