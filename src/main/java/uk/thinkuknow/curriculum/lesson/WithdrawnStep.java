package uk.thinkuknow.curriculum.lesson;

import java.time.Instant;

/** A step withdrawn from a module: its key and title, by whom, why and when. */
public record WithdrawnStep(String step, String title, String by, String why, Instant at) {}
