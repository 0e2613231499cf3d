package uk.thinkuknow.schools.school;

import java.util.Set;

/**
 * Input for creating a class.
 *
 * @param cohorts the calendar years in which its children started Reception
 * @param children the number of cards to issue, 1 to 60
 */
public record NewClass(String name, Set<Integer> cohorts, String band, int children) {}
