package uk.thinkuknow.operations.system;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.maven.artifact.versioning.ComparableVersion;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Checks that no library is older than its version in docs/minimum-versions.properties, which fixed known faults. */
class MinimumVersionsTest {
    private static final Path LIST = Path.of("docs/minimum-versions.properties");
    private static final Pattern JAR = Pattern.compile(".*/repository/(.+)/([^/]+)/([^/]+)/\\2-\\3[^/]*\\.jar");

    @Test
    void noLibraryIsOlderThanItsMinimumVersionAndEachListedOneIsUsed() throws IOException {
        var built = built();
        assertTrue(built.size() > 100, "" + built.size());
        var old = new TreeSet<String>();
        listed().forEach((name, least) -> {
            var of = built.entrySet().stream()
                    .filter(each -> name.endsWith("*")
                            ? each.getKey().startsWith(name.substring(0, name.length() - 1))
                            : each.getKey().equals(name))
                    .toList();
            if (of.isEmpty()) {
                old.add(name + " is not built in any more: take its line out");
            }
            of.stream()
                    .filter(each -> new ComparableVersion(each.getValue()).compareTo(new ComparableVersion(least)) < 0)
                    .forEach(each -> old.add(each.getKey() + " " + each.getValue() + " is older than " + least));
        });
        assertEquals(new TreeSet<>(), old);
    }

    @Test
    void theListSaysHowSoonVersionsAreRaisedAndWhenItWasLastReviewed() throws IOException {
        var list = Files.readString(LIST);
        assertTrue(Pattern.compile("Looked through on 20\\d\\d-\\d\\d-\\d\\d")
                .matcher(list)
                .find());
        assertTrue(list.contains("Severe ones, or open to anyone: within 3 days; all others: within 30."));
        assertTrue(list.contains("without a known vulnerability are raised every 3 months"));
    }

    /** Maven Central and npm's registry are what the tools ask if no file names another. */
    @Test
    void librariesComeFromNoRepositoryOfSomebodyElse() throws IOException {
        assertFalse(Pattern.compile("<(?:pluginR|r)epository>")
                .matcher(Files.readString(Path.of("pom.xml")))
                .find());
        try (var settings = Files.list(Path.of(".mvn"))) {
            assertEquals(
                    Set.of("jvm.config", "wrapper"),
                    settings.map(file -> file.getFileName().toString()).collect(Collectors.toSet()));
        }
        assertTrue(Files.readString(Path.of(".mvn/wrapper/maven-wrapper.properties"))
                .contains("\ndistributionUrl=https://repo.maven.apache.org/maven2/"));
        try (var files = Files.walk(Path.of("src"))) {
            for (var file :
                    files.filter(each -> each.endsWith("package-lock.json")).toList()) {
                assertFalse(Files.exists(file.resolveSibling(".npmrc")), "" + file);
                var lock = new ObjectMapper().readTree(file.toFile()).path("packages");
                for (var each : lock.properties()) {
                    var from = each.getValue().path("resolved").asText("https://registry.npmjs.org/");
                    assertTrue(from.startsWith("https://registry.npmjs.org/"), file + " " + each.getKey());
                    assertTrue(each.getKey().isEmpty() || each.getValue().has("integrity"), file + " " + each.getKey());
                }
            }
        }
    }

    private static TreeMap<String, String> listed() throws IOException {
        var properties = new Properties();
        try (var file = Files.newBufferedReader(LIST)) {
            properties.load(file);
        }
        var listed = new TreeMap<String, String>();
        properties.stringPropertyNames().forEach(name -> listed.put(name, properties.getProperty(name)));
        return listed;
    }

    /** The libraries on the class path, by their Maven coordinates. */
    private static TreeMap<String, String> built() {
        var built = new TreeMap<String, String>();
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(JAR::matcher)
                .filter(jar -> jar.matches())
                .forEach(jar -> built.put(jar.group(1).replace('/', '.') + ":" + jar.group(2), jar.group(3)));
        return built;
    }
}
