package uk.thinkuknow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Generates {@code docs/architecture/rooms.md} from the code; if the page was out of date, it is written and the test
 * fails.
 */
class RoomsPageTest {
    private static final Path PAGE = Path.of("docs/architecture/rooms.md");
    private static final String ROOT = "uk.thinkuknow.";
    private static final Pattern SENTENCE = Pattern.compile("/\\*\\*[\\s*]*(.*?)\\s*\\*/", Pattern.DOTALL);
    private static final String TOP = """
            # Wings and rooms

            The code is in `uk.thinkuknow.<wing>.<room>`. A wing is a business area; a room is one feature in it, flat, with at most 40 files.
            This list has the order of `ArchitectureTest.ROOMS`: a room may use the rooms above it, never those below.
            `RoomsPageTest` makes this page from the code: a room's sentence is in its `package-info.java`, and *uses* is what its classes
            really use, `common` and `web` left out.

            Some walls are stricter than the order:

            - `counting` is rules alone: no SQL, no CDI, nothing of Quarkus.
            - `classroom.player`, `classroom.room`, `classroom.join` and `classroom.answers` never use `identity`: a child is never a person
              who signs in.
            - `counting` and `reach` never see a child's answers.
            - Each table has one room that writes it: `owner` in `src/main/resources/data.yaml`.
            """;

    @Test
    void thePageOfPackagesIsUpToDate() throws IOException {
        var page = page();
        var was = Files.exists(PAGE) ? Files.readString(PAGE) : "";
        if (!page.equals(was)) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }
        assertEquals(page, was, PAGE + " was out of date and has been written: look at it and commit it");
    }

    private static String page() throws IOException {
        var uses = uses();
        var page = new StringBuilder(TOP);
        var wing = "";
        for (var room : ArchitectureTest.ROOMS) {
            if (!room.split("\\.")[0].equals(wing)) {
                wing = room.split("\\.")[0];
                page.append("\n## ")
                        .append(wing)
                        .append("\n\n| room | what it is for | files | uses |\n|---|---|---|---|\n");
            }
            page.append("| `%s` | %s | %d | %s |\n"
                    .formatted(room, sentence(room), files(room), uses.getOrDefault(room, "")));
        }
        return page.toString();
    }

    /** The other packages that the classes of each package use. */
    private static Map<String, String> uses() {
        var uses = new TreeMap<String, TreeSet<String>>();
        for (var type : ProductClasses.ALL) {
            var from = ArchitectureTest.roomOf(type.getPackageName());
            for (var dependency : type.getDirectDependenciesFromSelf()) {
                var to = ArchitectureTest.roomOf(dependency.getTargetClass().getPackageName());
                if (!to.isEmpty() && !to.equals(from) && !to.equals("common") && !to.equals("web")) {
                    uses.computeIfAbsent(from, any -> new TreeSet<>()).add(to);
                }
            }
        }
        return uses.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> ArchitectureTest.ROOMS.stream()
                                .filter(each.getValue()::contains)
                                .collect(Collectors.joining(", "))));
    }

    private static Path folder(String room) {
        return Path.of("src/main/java/uk/thinkuknow", room.split("\\."));
    }

    private static long files(String room) throws IOException {
        try (var files = Files.list(folder(room))) {
            return files.filter(file -> file.toString().endsWith(".java")).count();
        }
    }

    private static String sentence(String room) throws IOException {
        var found = SENTENCE.matcher(Files.readString(folder(room).resolve("package-info.java")));
        return found.find()
                ? found.group(1)
                        .replaceAll("\\s*\\n \\* ", " ")
                        .replaceAll("\\{@code (.*?)}", "`$1`")
                        .replace("|", "\\|")
                : "";
    }
}
