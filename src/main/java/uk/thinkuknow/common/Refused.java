package uk.thinkuknow.common;

/** An act that a rule does not allow, told in words that the person who tried it can use. */
public class Refused extends RuntimeException {
    public Refused(String why) {
        super(why, null, false, false);
    }

    /** The reason and the way to mend it, in a sentence or two. */
    public String why() {
        return String.valueOf(getMessage());
    }
}
