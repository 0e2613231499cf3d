package uk.thinkuknow.schools.school;

import java.util.Set;

/**
 * A class that is to be made.
 *
 * @param cohorts the calendar years in which its children started Reception
 * @param children how many cards it gets, 1 to 60
 */
public record NewClass(String name, Set<Integer> cohorts, String band, int children) {}
