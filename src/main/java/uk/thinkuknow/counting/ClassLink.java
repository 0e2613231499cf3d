package uk.thinkuknow.counting;

/**
 * Children of one year's class went on in a class of the next.
 *
 * @param sameCards whether the school confirmed that each child keeps the number of their card
 */
public record ClassLink(long fromClass, long toClass, boolean sameCards) {}
