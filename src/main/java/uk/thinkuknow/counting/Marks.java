package uk.thinkuknow.counting;

/**
 * How everyone who was there came to be counted.
 *
 * @param a cards picked on a device
 * @param b cards ticked by a grown-up
 * @param c counted by heads alone
 */
public record Marks(int a, int b, int c) {
    public int all() {
        return a + b + c;
    }
}
