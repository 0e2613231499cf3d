package uk.thinkuknow.bookings.matching;

import java.util.Set;

/** How far a trainer travels, how many sessions a day they take, and the age bands and languages they teach. */
public record TrainerLimits(int kilometres, int sessionsADay, Set<String> bands, Set<String> languages) {}
