package uk.thinkuknow.counting;

import java.time.LocalDate;

/** A term of a nation's academic year, first and last day included. */
public record NationTerm(String nation, String yearKey, String termKey, LocalDate firstDay, LocalDate lastDay) {}
