package uk.thinkuknow.curriculum.welsh;

import java.time.Instant;

/** A named person's review of Welsh texts, and when it took place. */
public record WelshReview(String by, Instant at) {}
