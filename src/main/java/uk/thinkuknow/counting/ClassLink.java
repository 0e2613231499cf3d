package uk.thinkuknow.counting;

/**
 * A link from a class of one year to the class of the next year in which its children continue.
 *
 * @param sameCards whether the school confirmed "same children, same numbers" (counting rule 7)
 */
public record ClassLink(long fromClass, long toClass, boolean sameCards) {}
