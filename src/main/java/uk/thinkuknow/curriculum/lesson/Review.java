package uk.thinkuknow.curriculum.lesson;

import java.time.Instant;

/** A safeguarding professional's review of a version: who and when. */
public record Review(String by, Instant at) {}
