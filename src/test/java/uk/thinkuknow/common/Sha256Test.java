package uk.thinkuknow.common;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.curriculum.files.CanonicalLesson;
import uk.thinkuknow.curriculum.files.LessonReadResult;
import uk.thinkuknow.curriculum.files.LessonReader;
import uk.thinkuknow.curriculum.lesson.LessonFile;
import uk.thinkuknow.curriculum.lesson.LessonFolder;
import uk.thinkuknow.identity.staff.AuditHash;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Hashes are those that the standards give for known texts, whole, and the product asks for no weaker ones, and for no
 * cipher but one.
 */
class Sha256Test {
    private static final Pattern HASHES = Pattern.compile("(?:MessageDigest|Mac)\\s*\\.getInstance\\(\\s*([^)]+)\\)");
    private static final Pattern CIPHERS = Pattern.compile("Cipher\\s*\\.getInstance\\(\\s*([^)]+)\\)");

    /** FIPS 180-4 and RFC 4231, test case 2. */
    @Test
    void hashesAreThoseOfTheStandardsInAllTheir256Bits() {
        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Sha256.hex("abc"));
        assertEquals(
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
                HexFormat.of().formatHex(Sha256.hmac(bytes("Jefe"), bytes("what do ya want "), bytes("for nothing?"))));
    }

    /** Of a hash that was cut, another text that has it can be found by trying. */
    @Test
    void hashesOfTheAuditOfLessonsAndOfTheirFilesAreWhole() throws IOException {
        assertArrayEquals(
                Sha256.of(new byte[] {0, 0, 0, 3, 'a', 'b', 'c'}),
                new AuditHash().add("abc").done());
        assertEquals(Sha256.hex("abc"), LessonFile.of(bytes("abc")).hash());
        var read = LessonReader.read(LessonFolder.packaged().getFirst());
        var lesson = CanonicalLesson.of((LessonReadResult.Fine) read);
        assertEquals(Sha256.hex(lesson.json()), lesson.hash());
    }

    @Test
    void noHashIsAskedForThatHasFewerThan256Bits() throws IOException {
        assertEquals(Set.of("\"SHA-256\"", "\"HmacSHA256\"", "HMAC", "ALGORITHM"), asked(HASHES));
    }

    @Test
    void noCipherIsAskedForButAesWithGcm() throws IOException {
        assertEquals(Set.of("\"AES/GCM/NoPadding\""), asked(CIPHERS));
    }

    private static Set<String> asked(Pattern pattern) throws IOException {
        var asked = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".java")).collect(Collectors.toSet())) {
                pattern.matcher(Files.readString(file)).results().forEach(found -> asked.add(found.group(1)));
            }
        }
        return asked;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
