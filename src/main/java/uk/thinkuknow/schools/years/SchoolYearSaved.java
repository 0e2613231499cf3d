package uk.thinkuknow.schools.years;

import java.time.LocalDate;

/** Event: a school year of a nation was added, or its dates changed, in the same transaction. */
public record SchoolYearSaved(String nation, LocalDate firstDay, LocalDate lastDay) {}
