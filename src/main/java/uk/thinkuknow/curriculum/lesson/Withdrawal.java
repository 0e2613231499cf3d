package uk.thinkuknow.curriculum.lesson;

import java.time.Instant;

/** The withdrawal of a version: by whom, why and when. */
public record Withdrawal(String by, String why, Instant at) {}
