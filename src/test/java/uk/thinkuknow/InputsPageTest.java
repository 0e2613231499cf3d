package uk.thinkuknow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Checks docs/compliance/inputs.md: each limit is that of the code, and each class that the page names exists. */
class InputsPageTest {
    private static final Path PAGE = Path.of("docs/compliance/inputs.md");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Map<String, Path> CLASSES = sources();
    private static final Path SETTINGS = Path.of("src/main/resources/application.properties");

    private static final Pattern ROW =
            Pattern.compile("\\| ([^|]+) \\| ([\\d,]+)(?: (\\w+))? ?[^|]*\\| [^|]+ \\| `([^`]+)` \\|");
    private static final Pattern CLASS = Pattern.compile("`([A-Z]\\w*[a-z]\\w*)(?:\\.\\w+)?`");
    private static final Pattern CONSTANT = Pattern.compile("([A-Z]\\w+)\\.([A-Z_]+)");
    private static final Pattern DURATION = Pattern.compile("Duration\\.of(\\w+)s\\(([\\d_]+)\\)");
    private static final Pattern REFUSING = Pattern.compile(
            "(?m)^ +(?:if \\(|return|\\|\\|)[^\\n?]* >=? ([A-Z_]*AT_MOST|LONGEST_REASON|MOST_DAYS)\\b(?! \\?)");

    private static final Pattern REFUSING_NEXT =
            Pattern.compile("(?m)^ +(?:if \\(|\\|\\| )[^\\n]* >=? ([A-Z][A-Z_]+)\\b[^\\n]*\\{\\n(?:[^\\n]*\\n)? *"
                    + "(?:throw (?:new Refused|\\w+\\()|(?:fields|part)\\.found|return List\\.of\\(Remark)");

    /** Most are on the page under the limit that they are made of; one is of a setting, one the edge of a picture. */
    private static final List<String> SAID_OTHERWISE = List.of(
            "BeforeAndAfterQuestions.LONGEST_KEY",
            "ClassList.NAME_AT_MOST",
            "ClassService.CHILDREN_AT_MOST",
            "ImportBudget.END_NANOS",
            "SpotReader.HEIGHT",
            "SvgNode.LARGEST",
            "WorryKeys.NAME_AT_MOST");

    /** Of files as they arrive and, for archives, unpacked. */
    private static final List<String> SIZES = List.of(
            "ExchangeResource.LARGEST",
            "ImportFile.MEGABYTES_AT_MOST",
            "LessonFolder.LARGEST_RECORDING",
            "PaperRegisterResource.FILE_AT_MOST",
            "RecordingCheck.LARGEST_CAPTIONS",
            "SafeSvg.LARGEST",
            "UploadedFile.LARGEST_PHOTOGRAPH",
            "ZipReader.HARMLESS",
            "ZipReader.LARGEST",
            "ZipReader.MOST_FILES",
            "ZipReader.MOST_FILES_OF_PROGRAMMES",
            "ZipReader.MOST_TIMES");

    private static final Map<String, Long> UNITS = Map.of("KB", 1024L, "MB", 1024L * 1024);
    private static final Map<String, String> LETTERS = Map.of("K", " * 1024", "M", " * 1024 * 1024", "S", "");

    @Test
    void eachLimitIsThatOfTheConstantOrSettingThatItsRowNames() {
        var rows = ROW.matcher(text(PAGE)).results().toList();
        assertTrue(rows.size() > 100, "" + rows.size());
        var wrong = new TreeSet<String>();
        rows.stream().filter(row -> !isThatOfTheCode(row)).forEach(row -> wrong.add(row.group()));
        assertEquals(new TreeSet<>(), wrong);
    }

    /** Where something is refused, not shortened: {@code if (name.length() > NAME_AT_MOST)}, or by any name if the next line refuses. */
    @Test
    void eachLimitBeyondWhichTheCodeRefusesIsOnThePage() {
        var page = text(PAGE);
        var unsaid = new TreeSet<String>();
        CLASSES.forEach((name, file) -> Stream.of(REFUSING, REFUSING_NEXT)
                .flatMap(limits -> limits.matcher(text(file)).results())
                .map(limit -> name + "." + limit.group(1))
                .filter(limit -> !page.contains("`" + limit + "`"))
                .forEach(unsaid::add));
        assertEquals(new TreeSet<>(SAID_OTHERWISE), unsaid);
    }

    @Test
    void filesThatAreTakenHaveTheirEndingsAndSizesOnThePage() {
        var taken = new TreeSet<>(List.of("svg"));
        Pattern.compile("(?:PHOTOGRAPHS|RECORDINGS) = Set\\.of\\(([^)]*)\\)")
                .matcher(text(CLASSES.get("UploadedFile")))
                .results()
                .forEach(set -> taken.addAll(
                        List.of(set.group(1).replaceAll("[\" ]", "").split(","))));
        var said = Pattern.compile("(?s)- The endings are (.*?)\\. A file with another one is\\s+refused")
                .matcher(text(PAGE));
        assertTrue(said.find());
        assertEquals(
                taken,
                Pattern.compile("`\\.(\\w+)`")
                        .matcher(said.group(1))
                        .results()
                        .map(ending -> ending.group(1))
                        .collect(Collectors.toCollection(TreeSet::new)));
        var sizes = new TreeSet<>(SIZES);
        sizes.removeIf(size -> text(PAGE).contains("| `" + size + "` |"));
        assertEquals(new TreeSet<>(), sizes);
    }

    @Test
    void eachTableOfLimitsHasNoOtherRows() {
        var odd = text(PAGE)
                .lines()
                .filter(line -> line.startsWith("|") && !line.startsWith("| limit |") && !line.startsWith("|---"))
                .filter(line -> !ROW.matcher(line).matches())
                .toList();
        assertEquals(List.of(), odd);
    }

    @Test
    void eachClassThatThePageNamesExists() {
        var missing = new TreeSet<String>();
        CLASS.matcher(text(PAGE))
                .results()
                .map(named -> named.group(1))
                .filter(name -> !CLASSES.containsKey(name) && !name.endsWith("Test"))
                .forEach(missing::add);
        assertEquals(new TreeSet<>(List.of("Origin")), missing);
    }

    private static boolean isThatOfTheCode(MatchResult row) {
        long shown = Long.parseLong(row.group(2).replace(",", ""));
        var unit = Optional.ofNullable(row.group(3)).orElse("");
        var value = value(row.group(4));
        var duration = DURATION.matcher(value);
        if (duration.matches()) {
            return number(duration.group(2)) == shown
                    && unit.startsWith(duration.group(1).toLowerCase(Locale.ROOT));
        }
        return product(value) == shown || product(value) == shown * UNITS.getOrDefault(unit, 1L);
    }

    /** The value of a constant or setting as it is written in the sources. */
    private static String value(String name) {
        var constant = CONSTANT.matcher(name);
        if (!constant.matches()) {
            var setting = Pattern.compile("(?m)^" + Pattern.quote(name) + "=(\\d+)([KMS]?)$")
                    .matcher(text(SETTINGS));
            assertTrue(setting.find(), "no setting " + name);
            return setting.group(1) + LETTERS.getOrDefault(setting.group(2), "");
        }
        var file = CLASSES.get(constant.group(1));
        var code = file == null ? "" : text(file);
        var found = Pattern.compile("\\w+ " + constant.group(2) + " = ([^;]+);").matcher(code);
        assertTrue(found.find(), "no constant " + name);
        return found.group(1);
    }

    private static long product(String value) {
        return Arrays.stream(value.split(" \\* "))
                .mapToLong(InputsPageTest::number)
                .reduce(1, (one, other) -> one * other);
    }

    private static long number(String literal) {
        return Long.parseLong(literal.replaceAll("[_L]", ""));
    }

    private static Map<String, Path> sources() {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            file -> file,
                            (one, other) -> one));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
