package uk.thinkuknow.supply;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the check of libraries on an invented list and invented advisories. */
class SupplyCheckTest {
    private static final Path SBOM = Path.of("src/test/resources/supply/sbom.json");
    private static final Path ADVISORIES = Path.of("src/test/resources/supply/advisories");

    @TempDir
    Path folder;

    @Test
    void findsTheLibraryThatAnAdvisoryIsAbout() throws IOException {
        assertEquals(
                List.of("org.example:reader 1.4.2: EXAMPLE-2026-0001, fixed in 1.2.9, 1.4.10:"
                        + " Invented: a long number takes all memory"),
                Advisories.in(ADVISORIES).about(Library.in(SBOM)));
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.8, true",
        "1.2.9, false",
        "1.3.0, false",
        "1.4.0, true",
        "1.4.9, true",
        "1.4.10-rc1, true",
        "1.4.10, false"
    })
    void comparesVersionsAsMavenDoes(String version, boolean affected) throws IOException {
        var library = new Library("org.example:reader", version, Set.of());
        assertEquals(
                affected, !Advisories.in(ADVISORIES).about(List.of(library)).isEmpty());
    }

    @Test
    void readsAnArchiveToo() throws IOException {
        var zip = folder.resolve("all.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("reader.json"));
            out.write(Files.readAllBytes(ADVISORIES.resolve("reader.json")));
        }
        assertEquals(1, Advisories.in(zip).about(Library.in(SBOM)).size());
    }

    @Test
    void aLibraryNeedsOneAllowedLicenceOrALineOfItsOwn() throws IOException {
        assertEquals(
                List.of("org.example:maker 0.9: AGPL-3.0-only", "org.example:shaper 3.1: no licence"),
                allowed("Apache-2.0\nMIT # short\n# GPL-2.0-only\n").lackedBy(Library.in(SBOM)));
        assertEquals(
                List.of("org.example:maker 0.9: AGPL-3.0-only"),
                allowed("Apache-2.0\nMIT\norg.example:shaper # BSD, in its source\n")
                        .lackedBy(Library.in(SBOM)));
    }

    @Test
    void failsForALicenceAnAdvisoryOrAnEmptyFolderOfAdvisories() throws IOException {
        allowed("Apache-2.0\nMIT\nAGPL-3.0-only\norg.example:shaper\n");
        assertEquals(0, run());
        assertEquals(1, run(ADVISORIES.toString()));
        assertEquals(1, run(Files.createDirectory(folder.resolve("empty")).toString()));
        Files.copy(
                ADVISORIES.resolve("others.json"),
                Files.createDirectory(folder.resolve("others")).resolve("a.json"));
        assertEquals(0, run(folder.resolve("others").toString()));
        allowed("Apache-2.0\n");
        assertEquals(1, run());
    }

    @Test
    void theProductsOwnListOfLicencesIsReadable() throws IOException {
        assertTrue(AllowedLicences.in(Path.of("docs/compliance/licences.txt"))
                .lines()
                .contains("Apache-2.0"));
    }

    private AllowedLicences allowed(String text) throws IOException {
        return AllowedLicences.in(Files.writeString(folder.resolve("licences.txt"), text));
    }

    private int run(String... advisories) throws IOException {
        var arguments = new ArrayList<>(
                List.of(SBOM.toString(), folder.resolve("licences.txt").toString()));
        arguments.addAll(List.of(advisories));
        return SupplyCheck.run(arguments, new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    }
}
