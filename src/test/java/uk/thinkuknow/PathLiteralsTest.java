package uk.thinkuknow;

import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.web.Home;
import uk.thinkuknow.web.PathTraits;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Checks that no package contains, as a string, the path of a page of a package after it, except for the links listed
 * in this class.
 */
class PathLiteralsTest {
    private static final java.nio.file.Path SOURCES = java.nio.file.Path.of("src/main/java/uk/thinkuknow");
    private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern PATH = Pattern.compile("(?<![\\w/.:{}])/[a-z][a-z-]*(?:/[a-z.-]+)*");

    /** The start of every call from programs, whichever package answers it. */
    private static final String API = "/api";

    /** Links within a wing, to neighbouring pages. */
    private static final Set<String> ALLOWED = new TreeSet<>(Set.of(
            "curriculum.lesson: /media of curriculum.library",
            "curriculum.library: /modules of curriculum.pages",
            "curriculum.library: /withdrawals of curriculum.pages",
            "reach.evidence: /reach of reach.report",
            "reach.report: /how-we-count of reach.periods",
            "schools.accounts: /accounts of schools.people",
            "schools.accounts: /my-schools of schools.people",
            "schools.accounts: /people of schools.people",
            "schools.members: /people of schools.people"));

    private final TreeMap<String, String> owners = owners();

    @Test
    void aPackageNamesPathsOfLaterPackagesOnlyWhereAllowed() throws IOException {
        var found = new TreeSet<String>();
        try (var files = Files.walk(SOURCES)) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                var room = SOURCES.relativize(file.getParent()).toString().replace('/', '.');
                pathsIn(file).forEach(path -> {
                    var owned = longestOwned(path);
                    var owner = owned.isEmpty() ? room : owners.get(owned);
                    if (place(owner) > place(room)) {
                        found.add(room + ": " + owned.replaceAll("(?<=.)/.*", "") + " of " + owner);
                    }
                });
            }
        }
        assertEquals(ALLOWED, found);
    }

    /** The packages by the paths they own. The owner of a path is the first package that declares it. */
    private static TreeMap<String, String> owners() {
        var owners = new TreeMap<String, String>();
        ProductClasses.ALL.stream()
                .sorted(Comparator.comparing(type -> place(ArchitectureTest.roomOf(type.getPackageName()))))
                .forEach(type -> {
                    var room = ArchitectureTest.roomOf(type.getPackageName());
                    type.tryGetAnnotationOfType(Path.class).ifPresent(root -> {
                        own(owners, root.value(), room);
                        type.getMethods()
                                .forEach(method -> method.tryGetAnnotationOfType(Path.class)
                                        .ifPresent(path -> own(owners, root.value() + "/" + path.value(), room)));
                    });
                    type.tryGetAnnotationOfType(PathTraits.class)
                            .ifPresent(traits -> Stream.of(traits.paths()).forEach(path -> own(owners, path, room)));
                });
        owners.remove(API);
        owners.put(Home.PATH, "web");
        return owners;
    }

    private static void own(TreeMap<String, String> owners, String path, String room) {
        var whole = ("/" + path)
                .replaceAll("/+", "/")
                .replaceAll("\\{.*|(?<=.)/$", "")
                .replaceAll("(?<=.)/$", "");
        if (whole.length() > 1) {
            owners.putIfAbsent(whole, room);
        }
    }

    private String longestOwned(String path) {
        var part = path;
        while (!part.isEmpty() && !owners.containsKey(part)) {
            part = part.substring(0, part.lastIndexOf('/'));
        }
        return part;
    }

    private static TreeSet<String> pathsIn(java.nio.file.Path file) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> !line.strip().matches("(?:\\*|//|/\\*).*"))
                    .flatMap(line -> LITERAL.matcher(line).results())
                    .flatMap(literal -> PATH.matcher(literal.group()).results())
                    .map(found -> found.group())
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int place(String room) {
        return ArchitectureTest.ROOMS.indexOf(room);
    }
}
