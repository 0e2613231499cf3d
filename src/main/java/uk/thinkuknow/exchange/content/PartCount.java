package uk.thinkuknow.exchange.content;

import uk.thinkuknow.common.Refused;

/**
 * Counts the parts of the XML of one import while it is read: elements, attributes and CDATA sections. A tree of many
 * small parts takes many times the memory of its files.
 */
public final class PartCount {
    private static final int AT_MOST = 300_000;

    private int parts;

    void add(int more) {
        parts += more;
        if (parts > AT_MOST) {
            throw new Refused("content.theFileHasTooMany", AT_MOST);
        }
    }
}
