package uk.thinkuknow.exchange;

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
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Whatever a file holds, it is refused in words, soon, and nothing of it is kept. */
class HostileFilesTest {
    private static final int LIST_OF_ATTRIBUTES = 38;
    private static final int LIST_OF_MAKER = 4;
    private static final byte[] FINE =
            GivenArchive.with("module.yaml", "format: 1\nkey: fine\n").zip();

    static Stream<Arguments> archives() {
        return Stream.of(
                arguments(
                        "leads upwards",
                        GivenArchive.with("../module.yaml", "x").zip(),
                        "outside"),
                arguments(
                        "leads upwards from within",
                        GivenArchive.with("a/../../module.yaml", "x").zip(),
                        "outside"),
                arguments(
                        "begins at the root",
                        GivenArchive.with("/etc/module.yaml", "x").zip(),
                        "outside"),
                arguments(
                        "names a drive",
                        GivenArchive.with("C:/module.yaml", "x").zip(),
                        "outside"),
                arguments(
                        "has a backslash",
                        GivenArchive.with("..\\module.yaml", "x").zip(),
                        "outside"),
                arguments(
                        "has an unseen sign",
                        GivenArchive.with("a\u0000b/module.yaml", "x").zip(),
                        "name"),
                arguments("names a file twice", twice(), "twice"),
                arguments("has a link", link(), "link"),
                arguments("has too many files", many(), "more than 200"),
                arguments("grows a hundred times", bomb(20), "100 times"),
                arguments("is too large inside", incompressible(), "50 MB"),
                arguments(
                        "holds an archive",
                        GivenArchive.with("module.yaml", "x")
                                .and("more.zip", FINE)
                                .zip(),
                        "another"),
                arguments("hides a file", hidden(), "own list"),
                arguments("lies about a size", lying(), "damaged"),
                arguments("is cut off", Arrays.copyOf(FINE, FINE.length - 30), "damaged"),
                arguments("is cut off early", Arrays.copyOf(FINE, 40), "damaged"),
                arguments("is locked", locked(), "password"));
    }

    @ParameterizedTest(name = "an archive that {0}")
    @MethodSource("archives")
    void isRefusedInWordsWithinTwoSeconds(String what, byte[] archive, String words) {
        System.gc();
        long before = used();
        var read = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Importing.read("lesson.zip", archive));
        System.gc();

        var refused = assertInstanceOf(Imported.Refused.class, read, what);
        assertTrue(refused.why().contains(words), refused.why());
        assertTrue(used() - before < 20_000_000, "keeps what it has refused");
    }

    @Test
    void neverThrowsWhateverIsBroughtNorKeepsSomebodyWaiting() {
        var chance = new Random(7);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (int i = 0; i < 2000; i++) {
                var bytes = FINE.clone();
                for (int j = 0; j < 3; j++) {
                    bytes[chance.nextInt(bytes.length)] = (byte) chance.nextInt(256);
                }
                Importing.read("lesson.zip", bytes);
            }
        });
    }

    @Test
    void nothingCanBeWrittenFetchedOrRun() {
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

    private static byte[] many() {
        var archive = GivenArchive.with("module.yaml", "x");
        for (int i = 0; i < 200; i++) {
            archive.and("pictures/a-" + i + ".svg", "x");
        }
        return archive.zip();
    }

    private static byte[] bomb(int megabytes) {
        return GivenArchive.with("module.yaml", "x")
                .and("pictures/a.svg", new byte[megabytes * 1024 * 1024])
                .zip();
    }

    /** Six files of nine megabytes that shrink a little, so that only their sum is too large. */
    private static byte[] incompressible() {
        var noise = new byte[9 * 1024 * 1024];
        var chance = new Random(1);
        for (int i = 0; i < noise.length; i += 32) {
            noise[i] = (byte) chance.nextInt();
        }
        var archive = GivenArchive.with("module.yaml", "x");
        for (int i = 0; i < 6; i++) {
            archive.and("pictures/a-" + i + ".svg", noise);
        }
        return archive.zip();
    }

    private static byte[] twice() {
        var zip = GivenArchive.with("module.yaml", "x").and("module.yamm", "y").zip();
        return GivenArchive.renamed(zip, "module.yamm", "module.yaml");
    }

    private static byte[] link() {
        var zip = GivenArchive.with("module.yaml", "/etc/passwd").zip();
        var unix = GivenArchive.listed(zip, LIST_OF_MAKER, 3 << 8 | 20 << 16 | 20);
        return GivenArchive.listed(unix, LIST_OF_ATTRIBUTES, 0120777 << 16);
    }

    private static byte[] locked() {
        var zip = FINE.clone();
        zip[6] |= 1;
        int entry = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).getInt(zip.length - 22 + 16);
        zip[entry + 8] |= 1;
        return zip;
    }

    /** The list at the end names another file than the one that stands there. */
    private static byte[] hidden() {
        var text = new String(FINE, StandardCharsets.ISO_8859_1);
        int listed = text.lastIndexOf("module.yaml");
        return (text.substring(0, listed) + "readme.text" + text.substring(listed + 11))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** What stands behind the file says that it is shorter than it is. */
    private static byte[] lying() {
        var zip = FINE.clone();
        int entry = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).getInt(zip.length - 22 + 16);
        ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putInt(entry - 4, 3);
        return zip;
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
