package uk.thinkuknow.counting;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;

/**
 * Names and reads the year groups of a nation, such as "Year 5" or "P3".
 *
 * <p>A year group is a number of years after the first year of school: 0 is Reception in England and Wales, and Primary
 * 1 in Scotland and Northern Ireland. With the academic year it gives the cohort: the calendar year in which the
 * children started school, which stays the same while the year group changes every year.
 */
public final class YearGroups {
    public static final int LAST = 13;
    private static final int PRIMARY = 7;
    private static final Pattern TOKEN = Pattern.compile("^([a-z]*)\\s*(\\d{1,2})");
    private static final Pattern AT_START = Pattern.compile(
            "(?:year|yr|reception|rec|primary|secondary|[yrps])?\\s*\\d{0,2}(?:\\s*(?:/|&|and)\\s*[yps]?\\d{1,2}(?!\\d))?",
            Pattern.CASE_INSENSITIVE);

    private static final String YEAR = "counting.yearGroup";

    private final Map<Integer, String> names = new HashMap<>();
    private final Map<Integer, String> numbers = new HashMap<>();
    private final Map<String, Integer> called = new HashMap<>();

    private YearGroups(String nation) {
        switch (nation) {
            case "scotland" -> {
                name(0, PRIMARY, 1, "counting.primaryYear", "p", "primary");
                name(PRIMARY, LAST, 1, "counting.secondaryYear", "s", "secondary");
            }
            case "northern-ireland" -> {
                name(0, PRIMARY, 1, "counting.primaryYear", "p", "primary", "", "y");
                name(PRIMARY, LAST + 1, PRIMARY + 1, YEAR, "", "y");
            }
            default -> {
                names.put(0, Words.of("counting.reception"));
                List.of("reception", "rec", "r", "yr").forEach(word -> called.put(word, 0));
                name(1, LAST + 1, 1, YEAR, "", "y");
            }
        }
    }

    /** The year groups of a nation, given by its key; an unknown key is treated as England. */
    public static YearGroups of(String nation) {
        return new YearGroups(nation);
    }

    private void name(int from, int before, int number, String key, String... also) {
        for (int after = from; after < before; after++) {
            var digits = number + after - from;
            names.put(after, Words.of(key, "" + digits));
            if (key.equals(YEAR)) {
                numbers.put(after, "" + digits);
            }
            for (var word : also) {
                called.put(word + digits, after);
            }
        }
    }

    /** All year groups, youngest first. */
    public List<Integer> all() {
        return names.keySet().stream().sorted().toList();
    }

    /** The name of a year group, for example "Year 5", "Reception" or "P3". */
    public String name(int after) {
        return names.getOrDefault(after, Words.of("counting.pastSchoolAge"));
    }

    /** A list in words, for example "Years 3 and 4", "Reception and Year 1", "P1 and P3"; empty for none. */
    public String words(Collection<Integer> after) {
        var in = after.stream().distinct().sorted().toList();
        return in.size() > 1 && numbers.keySet().containsAll(in)
                ? Words.of(
                        "counting.yearGroups",
                        TextFormat.list(in.stream().map(numbers::get).toList()))
                : TextFormat.list(in.stream().map(this::name).toList());
    }

    /**
     * Reads year groups as people write them: "Year 5", "Y3/4", "Reception and Year 1", "P1 to P3". A number alone is
     * one too, so check first that it is not the size of the class. Empty if the text is not a list of year groups.
     */
    public Optional<SortedSet<Integer>> read(String text) {
        var plain = text.toLowerCase(Locale.UK)
                .replaceAll("\\b(?:years?|yrs?|year groups?)(?=\\s*\\d)|\\byear groups?\\b|\\byears?\\b", " ")
                .replaceAll("(?:(?<!\\s)\\s+)?(?:\\bto\\b|[-–])\\s*", ",-")
                .strip();
        var found = new TreeSet<Integer>();
        var prefix = "";
        int last = -1;
        boolean range = false;
        for (var word : plain.split("(?:(?<!\\s)\\s+)?(?:[,/&+]|\\band\\b)\\s*")) {
            range = word.startsWith("-");
            var bare = range ? word.substring(1) : word;
            var token = TOKEN.matcher(bare);
            if (token.matches()) {
                prefix = token.group(1).isEmpty() ? prefix : token.group(1);
                bare = prefix + Integer.parseInt(token.group(2));
            }
            var after = called.get(bare);
            if (after == null || (range && after <= last)) {
                return Optional.empty();
            }
            IntStream.rangeClosed(range ? last : after, after).forEach(found::add);
            last = after;
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }

    /** The year groups at the start of a class's name: "5B Rowan" and "3/4 Oak" have some, "Squirrels" has none. */
    public Optional<SortedSet<Integer>> readName(String className) {
        var start = AT_START.matcher(className.strip());
        if (!start.lookingAt() || start.group().isBlank()) {
            return Optional.empty();
        }
        var rest = className.strip().substring(start.end());
        boolean aWordOfItsOwn = rest.isEmpty()
                || !Character.isLetter(rest.charAt(0))
                || !Character.isLetter(start.group().charAt(start.group().length() - 1));
        return aWordOfItsOwn && !startsWithDigit(rest) ? read(start.group()) : Optional.empty();
    }

    /**
     * The class's name a year later: "5B Rowan" becomes "6B Rowan". A name that does not start with year groups stays.
     */
    public String nextName(String className) {
        var start = AT_START.matcher(className.strip());
        if (!start.lookingAt() || readName(className).isEmpty()) {
            return className;
        }
        var rest = className.strip().substring(start.end());
        var words = start.group();
        if (!words.matches(".*\\d.*")) {
            return (words.strip().length() > 3 ? name(1) : "1") + (rest.isBlank() ? "" : " " + rest.strip());
        }
        return Pattern.compile("\\d+").matcher(words).replaceAll(found -> "" + (Integer.parseInt(found.group()) + 1))
                + rest;
    }

    /**
     * The cohorts (calendar years in which children started school) of year groups in an academic year such as
     * "2026-27".
     */
    public static Set<Integer> cohorts(String yearKey, Collection<Integer> after) {
        var cohorts = new TreeSet<Integer>();
        after.forEach(each -> cohorts.add(firstYear(yearKey) - each));
        return cohorts;
    }

    /** The year groups of cohorts in an academic year, also those past school age. */
    public static SortedSet<Integer> inYear(String yearKey, Collection<Integer> cohorts) {
        var after = new TreeSet<Integer>();
        cohorts.forEach(cohort -> after.add(firstYear(yearKey) - cohort));
        return after;
    }

    private static int firstYear(String yearKey) {
        return Integer.parseInt(yearKey.substring(0, 4));
    }

    private static boolean startsWithDigit(String text) {
        return !text.isEmpty() && Character.isDigit(text.charAt(0));
    }
}
