package uk.thinkuknow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Makes texts that are hard for a regular expression: repetitions of what it begins to match, of parts of that, and of
 * its characters, each with an end that does not fit.
 */
final class HostileTexts {
    private static final int LONGEST_BEGINNING = 30;
    private static final int BEGINNINGS = 12;
    private static final int MOST = TestSample.ALL ? 240 : 80;
    private static final String OTHER = "Q\u0007";
    private static final String USUAL = " \na1Z-.\"<_";

    private HostileTexts() {}

    /** A head, and what is repeated after it up to a size. */
    record Hostile(String head, String repeated) {
        String text(int size) {
            return head + repeated.repeat((size - head.length()) / repeated.length()) + "\u0007";
        }
    }

    /** The texts for a pattern: some of them, or up to 240 if everything is tried. */
    static List<Hostile> of(Pattern pattern) {
        var found = new LinkedHashSet<Hostile>();
        var alphabet = alphabet(pattern.pattern());
        alphabet.forEach(one -> found.add(new Hostile("", "" + one)));
        alphabet.forEach(one -> found.add(new Hostile(OTHER, "" + one)));
        for (var one : beginnings(pattern, alphabet)) {
            found.add(new Hostile("", one));
            for (int last = 1; last <= Math.min(3, one.length() - 1); last++) {
                found.add(new Hostile(one.substring(0, one.length() - last), one.substring(one.length() - last)));
            }
        }
        for (var one : alphabet) {
            alphabet.forEach(other -> found.add(new Hostile("", "" + one + other)));
        }
        return found.stream().limit(MOST).toList();
    }

    /** The characters that a pattern names, as far as they are not its own signs, and some of the usual ones. */
    private static Set<Character> alphabet(String regex) {
        var all = new TreeSet<Character>();
        var named = regex.replaceAll("\\\\[pP]\\{\\w+}|\\(\\?[a-z]*[:=!<>)]{0,2}|(?<!\\\\)[()|*+?^$]", "");
        named.replaceAll("\\\\[a-zA-Z]", "").replace("\\", "").chars().limit(60).forEach(one -> all.add((char) one));
        USUAL.chars().forEach(one -> all.add((char) one));
        return all;
    }

    /** Texts after which the pattern could still match, the shortest first. */
    private static List<String> beginnings(Pattern pattern, Set<Character> alphabet) {
        var all = new ArrayList<String>();
        var last = List.of("");
        for (int length = 1; length <= LONGEST_BEGINNING && !last.isEmpty(); length++) {
            var next = new ArrayList<String>();
            for (var one : last) {
                for (char each : alphabet) {
                    var matcher = pattern.matcher(one + each);
                    if (matcher.matches() || matcher.hitEnd()) {
                        next.add(one + each);
                    }
                }
            }
            last = some(next);
            all.addAll(last);
        }
        return all;
    }

    private static List<String> some(List<String> from) {
        Collections.shuffle(from, new Random(1));
        return List.copyOf(from.subList(0, Math.min(from.size(), BEGINNINGS)));
    }
}
