package uk.thinkuknow.counting;

/**
 * The number of children present, by how they were marked (counting rule 3).
 *
 * @param a cards picked on a device
 * @param b cards ticked by an adult
 * @param c counted by heads alone
 */
public record MarkCounts(int a, int b, int c) {
    /** Everyone present, however they were marked. */
    public int all() {
        return a + b + c;
    }
}
