package uk.thinkuknow.curriculum.lesson;

import java.time.Instant;

/** That a version was taken out of use: by whom, why and when. */
public record Withdrawal(String by, String why, Instant at) {}
