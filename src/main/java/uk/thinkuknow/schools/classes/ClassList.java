package uk.thinkuknow.schools.classes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.InvisibleCharacters;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.YearGroups;
import uk.thinkuknow.schools.school.ClassService;

/**
 * Parses a list of classes, typed or pasted from a spreadsheet: one class a line, with its problem if it cannot be
 * read.
 */
record ClassList(List<Line> lines) {
    static final int LINES_AT_MOST = 200;
    private static final int TWO_CLASSES = 2 * ClassService.CHILDREN_AT_MOST;
    private static final int NAME_AT_MOST = ClassService.NAME_AT_MOST - " A".length();
    private static final Pattern SIZE =
            Pattern.compile("(\\d{1,5})(?:\\s*(?:children|pupils|students|cards))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern HEADING = Pattern.compile(
            "class(?:es)?|(?:class |group )?name|form|tutor group|registration group|years?|year groups?|size|children|pupils|students|number|number of (?:children|pupils|students)|count|roll|total",
            Pattern.CASE_INSENSITIVE);

    /**
     * A line of the list that is neither blank nor a heading, as it was read.
     *
     * @param number counted from 1, as in the text
     * @param years the year groups
     * @param guessed whether the year groups were read from the class's name
     * @param children the number of children, or 0 with a problem
     * @param problem why the line is refused and how to correct it, or null
     */
    record Line(
            int number,
            String text,
            String name,
            SortedSet<Integer> years,
            boolean guessed,
            int children,
            @Nullable String problem) {
        private static Line of(int number, String text, String problem) {
            return new Line(number, text, "", new TreeSet<>(), false, 0, problem);
        }
    }

    static ClassList read(String text, YearGroups groups) {
        var lines = new ArrayList<Line>();
        var seen = new HashMap<String, Integer>();
        int number = 0;
        for (var raw : text.split("\\R")) {
            number++;
            var line = InvisibleCharacters.removeFrom(
                    raw.replaceAll("[\\p{Cntrl}&&[^\\t]]", " ").replace('\u00a0', ' '));
            if (line.isBlank() || isHeading(line)) {
                continue;
            }
            if (lines.size() == LINES_AT_MOST) {
                lines.add(Line.of(number, line.strip(), Words.of("classes.listTooLong", LINES_AT_MOST)));
                break;
            }
            lines.add(once(read(number, line, groups), seen));
        }
        return new ClassList(List.copyOf(lines));
    }

    boolean hasProblems() {
        return lines.stream().anyMatch(line -> line.problem() != null);
    }

    private static boolean isHeading(String line) {
        return fields(line).stream().allMatch(field -> HEADING.matcher(field).matches());
    }

    private static List<String> fields(String line) {
        var separator = line.contains("\t") ? "\t" : line.contains(";") ? ";" : line.contains(",") ? "," : "\\s{2,}";
        var fields = new ArrayList<String>();
        for (var field : line.split(separator)) {
            var plain = field.strip().replaceAll("^\"(.*)\"$", "$1").strip();
            if (!plain.isEmpty()) {
                fields.add(plain);
            }
        }
        return fields;
    }

    private static Line read(int number, String line, YearGroups groups) {
        var fields = fields(line);
        var years = new TreeSet<Integer>();
        var numbers = new ArrayList<Integer>();
        for (var field : fields.subList(1, fields.size())) {
            var size = SIZE.matcher(field);
            var read = groups.read(field);
            if (size.matches()) {
                numbers.add(Integer.parseInt(size.group(1)));
            } else if (read.isPresent()) {
                years.addAll(read.get());
            } else {
                return Line.of(number, line.strip(), Words.of("classes.notUnderstood", shortened(field)));
            }
        }
        return checked(number, line.strip(), fields.getFirst(), years, numbers, groups);
    }

    private static Line checked(
            int number, String text, String name, SortedSet<Integer> years, List<Integer> numbers, YearGroups groups) {
        if (name.length() > NAME_AT_MOST) {
            return Line.of(number, text, Words.of("classes.nameTooLong", NAME_AT_MOST));
        }
        if (numbers.size() == 2 && years.isEmpty()) {
            // "5B Rowan, 5, 28": only the smaller number can be the year group
            int small = Math.min(numbers.get(0), numbers.get(1));
            int large = Math.max(numbers.get(0), numbers.get(1));
            var read = groups.read(Integer.toString(small));
            if (read.isEmpty() || large <= YearGroups.LAST + 1) {
                return Line.of(number, text, Words.of("classes.whichIsYear", numbers.get(0), numbers.get(1)));
            }
            return sized(number, text, name, read.get(), false, large);
        }
        if (numbers.isEmpty()) {
            return Line.of(number, text, Words.of("classes.howMany", shortened(name)));
        }
        if (numbers.size() > 1) {
            return Line.of(number, text, Words.of("classes.twoNumbers"));
        }
        if (!years.isEmpty()) {
            return sized(number, text, name, years, false, numbers.getFirst());
        }
        return groups.readName(name)
                .map(guess -> sized(number, text, name, guess, true, numbers.getFirst()))
                .orElseGet(() -> Line.of(
                        number,
                        text,
                        Words.of(
                                "classes.whichYear",
                                shortened(name),
                                groups.name(groups.all().get(1)),
                                numbers.getFirst())));
    }

    private static Line sized(
            int number, String text, String name, SortedSet<Integer> years, boolean guessed, int children) {
        if (children < 1 || children > TWO_CLASSES) {
            return Line.of(
                    number, text, Words.of("classes.lineSize", ClassService.CHILDREN_AT_MOST, TWO_CLASSES, children));
        }
        return new Line(number, text, name, years, guessed, children, null);
    }

    private static Line once(Line line, Map<String, Integer> seen) {
        if (line.problem() != null) {
            return line;
        }
        var before = seen.putIfAbsent(line.name().toLowerCase(Locale.UK), line.number());
        return before == null
                ? line
                : Line.of(line.number(), line.text(), Words.of("classes.alreadyOnLine", line.name(), before));
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 39) + "…";
    }
}
