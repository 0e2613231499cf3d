package uk.thinkuknow.bookings.matching;

import java.util.Set;

/** How far a trainer travels, how many sessions they take a day, whom they teach and in which languages. */
public record Limits(int kilometres, int sessionsADay, Set<String> bands, Set<String> languages) {}
