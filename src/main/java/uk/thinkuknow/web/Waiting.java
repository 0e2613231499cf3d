package uk.thinkuknow.web;

/** Where requests wait until what they sent is stored: while they wait for long, others are not let in. */
public interface Waiting {
    /** How long the first of them has been waiting, in milliseconds; 0 if none does. */
    long millis();
}
