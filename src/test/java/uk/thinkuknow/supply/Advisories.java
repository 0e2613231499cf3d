package uk.thinkuknow.supply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.maven.artifact.versioning.ComparableVersion;

/**
 * Advisories about Maven libraries, read from files of the OSV format (<a href="https://ossf.github.io/osv-schema/">its
 * description</a>) in a folder or a zip archive. They are brought on a disk, because the machine that builds the product
 * need not reach their source.
 */
final class Advisories {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> all;

    private Advisories(List<JsonNode> all) {
        this.all = all;
    }

    /** @throws IOException if there is no such folder or archive, or a file in it is not JSON */
    static Advisories in(Path folderOrZip) throws IOException {
        if (Files.isDirectory(folderOrZip)) {
            return read(folderOrZip);
        }
        try (var zip = FileSystems.newFileSystem(folderOrZip)) {
            return read(zip.getPath("/"));
        }
    }

    private static Advisories read(Path folder) throws IOException {
        var found = new ArrayList<JsonNode>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".json")).toList()) {
                found.add(JSON.readTree(Files.readAllBytes(file)));
            }
        }
        return new Advisories(found);
    }

    int count() {
        return all.size();
    }

    /** One line for each library with a known fault: the library, the advisory, where it is fixed, and what it is. */
    List<String> about(Collection<Library> libraries) {
        var lines = new TreeSet<String>();
        for (var advisory : all) {
            if (advisory.has("withdrawn")) {
                continue;
            }
            for (var affected : advisory.path("affected")) {
                libraries.stream()
                        .filter(library -> isAbout(affected, library) && isAffected(affected, library.version()))
                        .forEach(library -> lines.add(line(library, advisory, affected)));
            }
        }
        return List.copyOf(lines);
    }

    private static boolean isAbout(JsonNode affected, Library library) {
        return affected.at("/package/ecosystem").asText().equals("Maven")
                && affected.at("/package/name").asText().equals(library.name());
    }

    private static boolean isAffected(JsonNode affected, String version) {
        for (var listed : affected.path("versions")) {
            if (listed.asText().equals(version)) {
                return true;
            }
        }
        for (var range : affected.path("ranges")) {
            if (!range.path("type").asText().equals("GIT") && isIn(range, new ComparableVersion(version))) {
                return true;
            }
        }
        return false;
    }

    /** The events of a range are in the order of versions, as the format requires. */
    private static boolean isIn(JsonNode range, ComparableVersion version) {
        boolean in = false;
        for (var event : range.path("events")) {
            if (event.has("introduced")) {
                in |= event.path("introduced").asText().equals("0") || compare(version, event, "introduced") >= 0;
            } else if (event.has("fixed")) {
                in &= compare(version, event, "fixed") < 0;
            } else if (event.has("last_affected")) {
                in &= compare(version, event, "last_affected") <= 0;
            }
        }
        return in;
    }

    private static int compare(ComparableVersion version, JsonNode event, String kind) {
        return version.compareTo(new ComparableVersion(event.path(kind).asText()));
    }

    private static String line(Library library, JsonNode advisory, JsonNode affected) {
        var fixed = new TreeSet<>(affected.findValuesAsText("fixed"));
        return "%s: %s, %s: %s"
                .formatted(
                        library,
                        advisory.path("id").asText(),
                        fixed.isEmpty() ? "not fixed yet" : "fixed in " + String.join(", ", fixed),
                        advisory.path("summary")
                                .asText(advisory.path("details")
                                        .asText()
                                        .lines()
                                        .findFirst()
                                        .orElse("")));
    }
}
