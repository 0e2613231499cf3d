package uk.thinkuknow.curriculum.lesson;

import java.time.Instant;

/** A step that was taken out of a module: its key and title, by whom, why and when. */
public record WithdrawnStep(String step, String title, String by, String why, Instant at) {}
