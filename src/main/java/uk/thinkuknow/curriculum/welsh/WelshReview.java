package uk.thinkuknow.curriculum.welsh;

import java.time.Instant;

/** That a named person has reviewed Welsh words, and when. */
public record WelshReview(String by, Instant at) {}
