package uk.thinkuknow.counting;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The grounds on which a signed return counts only after a second person has confirmed it (counting rules, version 2). */
public enum Ground {
    /** (a) The delivered time is under a quarter of the lesson's own minutes. */
    SHORT,
    /** (b) Entered afterwards: long after its day, or with a class or card made on that day or later. */
    ENTERED_LATE,
    /** (c) Its day is not a school day. */
    NO_SCHOOL_DAY,
    /** (d) Its deliverer has another session at the same time, or its signer signed for very many children that day. */
    SIGNER_LOAD,
    /** (e) A class was given cards after its school had more cards than its roll allows. */
    OVER_ROLL,
    /** (f) A class has more guests than its cards allow. */
    GUESTS,
    /** (g) An assembly, or a session for adults, has more heads than the roll allows. */
    HEADS,
    /** (h) One of many lessons of a class that its signer entered afterwards within a week. */
    ENTERED_MANY,
    /** (i) A paper register, signed by somebody who was no member of the school that day. */
    NOT_OF_SCHOOL,
    /** (j) A return of one of its classes, for the same lesson or day, was withdrawn. */
    WITHDRAWN_BEFORE;

    /** Returns the grounds as keys with commas between, in the order of the rule; empty if there are none. */
    public static String join(Set<Ground> grounds) {
        return grounds.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
    }

    /** Returns the grounds of such a list of keys. */
    public static Set<Ground> split(String keys) {
        var grounds = EnumSet.noneOf(Ground.class);
        if (!keys.isEmpty()) {
            Arrays.stream(keys.split(",")).map(Ground::valueOf).forEach(grounds::add);
        }
        return grounds;
    }
}
