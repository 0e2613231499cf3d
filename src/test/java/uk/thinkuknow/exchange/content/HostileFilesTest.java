package uk.thinkuknow.exchange.content;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.ObjectInputStream;
import java.io.RandomAccessFile;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.thinkuknow.Eventually;
import uk.thinkuknow.exchange.formats.HostileArchives;
import uk.thinkuknow.exchange.formats.LessonImporter;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that the import refuses hostile archives, survives damaged ones and cannot write, fetch or run anything. */
@Isolated // it measures the memory in use
class HostileFilesTest {
    private static final byte[] FINE = HostileArchives.FINE;

    static Stream<HostileArchives.HostileArchive> archives() {
        return HostileArchives.all();
    }

    @ParameterizedTest(name = "an archive that {0}")
    @MethodSource("archives")
    void aHostileArchiveIsRefusedInTimeWithAReason(HostileArchives.HostileArchive archive) {
        var read = assertTimeoutPreemptively(
                Eventually.PATIENCE, () -> LessonImporter.read("lesson.zip", archive.bytes()));

        var refused = assertInstanceOf(ImportResult.ImportRefusal.class, read, archive.what());
        assertTrue(refused.why().contains(archive.words()), refused.why());
    }

    /** All archives at once, because each garbage collection takes a second. */
    @Test
    void refusedArchivesDoNotStayInMemory() {
        var archives = archives().toList();
        System.gc();
        long before = used();
        archives.forEach(archive -> LessonImporter.read("lesson.zip", archive.bytes()));
        System.gc();
        assertTrue(used() - before < 20_000_000, "keeps what it has refused");
    }

    @Test
    void randomlyChangedZipsAreReadInTimeWithoutAnException() {
        var chance = new Random(7);
        assertTimeoutPreemptively(Eventually.PATIENCE, () -> {
            for (int i = 0; i < 2000; i++) {
                var bytes = FINE.clone();
                for (int j = 0; j < 3; j++) {
                    bytes[chance.nextInt(bytes.length)] = (byte) chance.nextInt(256);
                }
                LessonImporter.read("lesson.zip", bytes);
            }
        });
    }

    @Test
    void noClassOfImportOrExportUsesFilesTheNetworkOrProcesses() {
        var ours = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("uk.thinkuknow.exchange");

        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.nio.file..", "java.net.http..", "javax.script..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(
                        File.class,
                        FileInputStream.class,
                        FileOutputStream.class,
                        RandomAccessFile.class,
                        URL.class,
                        URI.class,
                        Socket.class,
                        ProcessBuilder.class,
                        ObjectInputStream.class)
                .check(ours);
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
