package uk.thinkuknow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Checks that {@code THIRD-PARTY.md} names every file in the repository that looks as if somebody else made it, with
 * its licence and source.
 */
class ThirdPartyTest {
    private static final Path HERE = Path.of("");
    private static final Set<String> NOT_IN_THE_REPOSITORY =
            Set.of(".git", ".run", ".idea", ".vscode", "target", "node_modules");
    private static final int HEADER = 40;
    private static final Pattern NOTICE = Pattern.compile(
            "(?i)copyright (\\(c\\)|©|[0-9]{4})|© ?[0-9]{4}|licensed (under|to) |permission is\\shereby granted|SPDX[-]License");
    /**
     * Types that are often copied: drawings, captions, lists and schemas. Binary files of every type are checked.
     */
    private static final Pattern OFTEN_COPIED =
            Pattern.compile(".*\\.(svg|vtt|txt|csv|tsv|gift|xsd|dtd|schema\\.json)");

    private static final Pattern CODE_OF_A_BROWSER = Pattern.compile(".*\\.(css|js|mjs)");
    private static final int MINIFIED = 2_000;

    /** Columns of the two tables. */
    private static final int MADE_BY_OTHERS = 5;

    private static final int MADE_HERE = 2;

    private static final List<Path> FILES = new ArrayList<>();
    private static final List<List<String>> ROWS = new ArrayList<>();

    @BeforeAll
    static void read() throws IOException {
        Files.walkFileTree(HERE, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes any) {
                return NOT_IN_THE_REPOSITORY.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes any) {
                FILES.add(file);
                return FileVisitResult.CONTINUE;
            }
        });
        Files.readAllLines(Path.of("THIRD-PARTY.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> Arrays.stream(line.substring(1).split("\\|"))
                        .map(String::strip)
                        .toList())
                .forEach(ROWS::add);
    }

    @Test
    void everyFileThatLooksLikeSomebodyElsesIsNamed() throws IOException {
        var unnamed = new TreeSet<String>();
        for (var file : FILES) {
            if (looksForeign(file)
                    && ROWS.stream().flatMap(ThirdPartyTest::names).noneMatch(name -> covers(name, file))) {
                unnamed.add(file.toString());
            }
        }
        assertEquals(new TreeSet<>(), unnamed, "name these in THIRD-PARTY.md, with their licence and source");
    }

    @Test
    void everyRowNamesFilesThatExist() {
        var gone = ROWS.stream()
                .flatMap(ThirdPartyTest::names)
                .filter(name -> FILES.stream().noneMatch(file -> covers(name, file)))
                .toList();
        assertEquals(List.of(), gone, "take these out of THIRD-PARTY.md");
    }

    @Test
    void everyRowIsFilledIn() {
        var lacking = ROWS.stream()
                .filter(row -> row.contains("") || row.size() != MADE_HERE && row.size() != MADE_BY_OTHERS)
                .toList();
        assertEquals(List.of(), lacking);
    }

    private static boolean looksForeign(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        var text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf('\0') >= 0
                || OFTEN_COPIED.matcher(file.toString()).matches()
                || NOTICE.matcher(text.lines().limit(HEADER).collect(Collectors.joining("\n")))
                        .find()
                || CODE_OF_A_BROWSER.matcher(file.toString()).matches()
                        && text.lines().anyMatch(line -> line.length() > MINIFIED);
    }

    private static Stream<String> names(List<String> row) {
        return Pattern.compile("`([^`]+)`").matcher(row.getFirst()).results().map(found -> found.group(1));
    }

    private static boolean covers(String name, Path file) {
        return FileSystems.getDefault()
                .getPathMatcher("glob:" + (name.endsWith("/") ? name + "**" : name))
                .matches(file);
    }
}
