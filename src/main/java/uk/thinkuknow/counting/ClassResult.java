package uk.thinkuknow.counting;

/**
 * The reach of one class before, up to and in a period.
 *
 * @param before from the start of the year to the day before the period
 * @param toEnd from the start of the year to the end of the period
 * @param own in the period alone
 */
public record ClassResult(ReachCount before, ReachCount toEnd, ReachCount own) {}
