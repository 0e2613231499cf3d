package uk.thinkuknow.supply;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The licences that a library may have, from a file with one on each line: as the list of libraries names it, or
 * {@code group:artifact} of a library whose licence the list does not have, with a comment after {@code #}.
 */
record AllowedLicences(Set<String> lines) {
    static AllowedLicences in(Path file) throws IOException {
        return new AllowedLicences(Files.readAllLines(file).stream()
                .map(line -> line.replaceFirst("(^|\\s)#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toSet()));
    }

    /** One line for each library that has no allowed licence. */
    List<String> lackedBy(Collection<Library> libraries) {
        return libraries.stream()
                .filter(library -> !lines.contains(library.name())
                        && library.licences().stream().noneMatch(lines::contains))
                .map(library -> library + ": "
                        + (library.licences().isEmpty() ? "no licence" : String.join(", ", library.licences())))
                .sorted()
                .toList();
    }
}
