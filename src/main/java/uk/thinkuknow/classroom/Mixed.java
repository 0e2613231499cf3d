package uk.thinkuknow.classroom;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Things in an order that gives nothing away, the same for every child, so that a class can talk about it. */
final class Mixed {
    private Mixed() {}

    /** The same things and seed give the same order, which is never the order they came in if there are two or more. */
    static <T> List<T> up(List<T> things, String seed) {
        var mixed = new ArrayList<T>();
        int hash = seed.hashCode();
        for (int i = 0; i < things.size(); i++) {
            hash = hash * 31 + 17;
            mixed.add(Math.floorMod(hash >>> 8, i + 1), things.get(i));
        }
        if (mixed.equals(things)) {
            Collections.rotate(mixed, 1);
        }
        return mixed;
    }
}
