package uk.thinkuknow.schools.imports;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.common.Refused;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests imports of faulty files of schools: a file or a row is refused with its reason, and refused rows are left out
 * only on request.
 */
@QuarkusTest
class FaultyFilesTest {
    private static final String BY = "Mina";

    @Inject
    ImportService imports;

    @Inject
    ImportReports reports;

    private final GivenRegister register = GivenRegister.of(4);

    @Test
    void aMissingColumnIsNamedInTheRefusal() {
        assertFileRefused(
                "extract.csv: the column “Postcode” is missing.",
                register.without("Postcode").file());
        assertFileRefused(
                "the columns “Town”, “Postcode” are missing. They are needed",
                register.without("Postcode").without("Town").file());
    }

    @Test
    void aFileWithoutHeadingsIsRefused() {
        var lines = register.lines();
        assertFileRefused("Is the row of headings missing", register.file("x.csv", lines.subList(1, lines.size())));
    }

    @Test
    void aBadDateIsRefusedWithItsRow() {
        assertRowRefused(
                3,
                "OpenDate “31-02-2020” is no date",
                register.with(1, "OpenDate", "31-02-2020").file());
    }

    @Test
    void aNameWithAnInvisibleCharacterIsRefusedWithItsRow() {
        assertRowRefused(
                3,
                "EstablishmentName “Oak\uFFFD eldfield” holds a character that nobody can see (U+202E).",
                register.with(1, "EstablishmentName", "Oak\u202E eldfield")
                        .asUtf8WithSemicolons()
                        .file());
    }

    @Test
    void anInvalidByteIsRefusedWithItsRow() {
        var lines = register.with(1, "EstablishmentName", "Oak \u0081field").lines();
        assertRowRefused(
                3,
                "EstablishmentName “Oak \uFFFDfield” has a character that cannot be read",
                GivenRegister.write("x.csv", String.join("\r\n", lines).getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void aUrnThatComesTwiceIsRefusedWithItsRow() {
        assertRowRefused(
                5,
                "URN " + register.urn(0) + " is in the file twice",
                register.with(3, "URN", register.urn(0)).file());
    }

    @Test
    void aRowThatIsCutOffIsRefusedWithItsNumber() {
        var lines = register.lines();
        lines.set(4, lines.get(4).substring(0, 60));
        assertRowRefused(5, "The row is cut off", register.file("x.csv", lines));
    }

    @Test
    void aRepeatedRowOfHeadingsIsRefused() {
        var lines = register.lines();
        lines.add(3, lines.getFirst());
        assertRowRefused(4, "The row is the headings once more", register.file("x.csv", lines));
    }

    @Test
    void anUnknownStatusIsRefused() {
        assertRowRefused(
                2,
                "EstablishmentStatus (code) “9” is none",
                register.with(0, "EstablishmentStatus (code)", "9").file());
    }

    @Test
    void aZipArchiveIsRefused() {
        var zip = GivenRegister.write("extract.zip", new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0});
        assertFileRefused("this is a ZIP archive. Unpack it", zip);
    }

    @Test
    void aFileOf100MegabytesIsRefused() throws IOException {
        var given = GivenRegister.write("big.csv", new byte[] {'U'});
        try (var file = new RandomAccessFile(given.path().toFile(), "rw")) {
            file.setLength(100L * ImportFile.MEGABYTE);
        }
        assertFileRefused("the file has 100 MB, and at most 80 are read", given);
        Files.delete(given.path());
    }

    @Test
    void emptyFilesBinaryFilesAndFilesWithoutRowsAreRefused() {
        assertFileRefused("the file is empty", GivenRegister.write("x.csv", new byte[0]));
        assertFileRefused("this is no CSV file", GivenRegister.write("x.csv", new byte[] {'U', 'R', 'N', 0, 1}));
        assertFileRefused(
                "no rows below", register.file("x.csv", register.lines().subList(0, 1)));
    }

    @Test
    void anUnclosedQuotationMarkIsRefused() {
        var lines = register.lines();
        lines.set(2, lines.get(2).replaceFirst("\"$", ""));
        var dryRun = imports.dryRun(BY, List.of(register.file("x.csv", lines)));
        assertTrue(dryRun.problem() != null || dryRun.counts().refused() > 0);
        assertThrows(Refused.class, () -> imports.applyNow(dryRun.publicId(), BY, false));
    }

    @Test
    void theOtherRowsAreAppliedIfRefusedRowsAreLeftOutOnRequest() {
        var dryRun =
                imports.dryRun(BY, List.of(register.with(1, "OpenDate", "never").file()));
        assertEquals(
                3,
                imports.applyNow(dryRun.publicId(), BY, true).counts().schools().fresh());
    }

    private void assertFileRefused(String why, ImportService.GivenFile file) {
        var problem = problemOf(file);
        assertTrue(problem.contains(why), problem);
    }

    private String problemOf(ImportService.GivenFile file) {
        try {
            return "" + imports.dryRun(BY, List.of(file)).problem();
        } catch (FileRefused e) {
            return e.why();
        }
    }

    private void assertRowRefused(int row, String why, ImportService.GivenFile file) {
        var dryRun = imports.dryRun(BY, List.of(file));
        assertEquals(1, dryRun.counts().refused());
        var refusal = reports.refusals(dryRun, 10).getFirst();
        assertEquals(row, refusal.row());
        assertTrue(refusal.why().startsWith(why), refusal.why());
        assertThrows(Refused.class, () -> imports.applyNow(dryRun.publicId(), BY, false));
    }
}
