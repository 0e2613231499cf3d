package uk.thinkuknow.counting;

/**
 * What a period came to in one class.
 *
 * @param before the year to the day before the period
 * @param toEnd the year to the period's end
 * @param own the period by itself
 */
public record ClassResult(ReachCount before, ReachCount toEnd, ReachCount own) {}
