package uk.thinkuknow.programme;

/**
 * How everyone who was there came to be counted.
 *
 * @param a cards picked on a device
 * @param b cards ticked by a grown-up
 * @param c counted by heads alone
 */
record Marks(int a, int b, int c) {
    int all() {
        return a + b + c;
    }
}
