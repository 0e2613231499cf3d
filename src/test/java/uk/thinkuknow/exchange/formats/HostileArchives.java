package uk.thinkuknow.exchange.formats;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;

/** Hostile zip archives for tests, each with a word that its refusal must contain. */
public final class HostileArchives {
    private static final int LIST_OF_ATTRIBUTES = 38;
    private static final int LIST_OF_MAKER = 4;
    private static final int LIST_OF_SIZE = 24;
    public static final byte[] FINE =
            GivenArchive.with("module.yaml", "format: 1\nkey: fine\n").zip();

    private HostileArchives() {}

    /**
     * One hostile archive.
     *
     * @param what what is wrong with it, such as "has a link"
     * @param words the words that its refusal must contain
     */
    public record HostileArchive(String what, byte[] bytes, String words) {
        @Override
        public String toString() {
            return what;
        }
    }

    public static Stream<HostileArchive> all() {
        return Stream.of(
                bad("leads upwards", GivenArchive.with("../module.yaml", "x").zip(), "outside"),
                bad(
                        "leads upwards from within",
                        GivenArchive.with("a/../../module.yaml", "x").zip(),
                        "outside"),
                bad(
                        "begins at the root",
                        GivenArchive.with("/etc/module.yaml", "x").zip(),
                        "outside"),
                bad("names a drive", GivenArchive.with("C:/module.yaml", "x").zip(), "outside"),
                bad("has a backslash", GivenArchive.with("..\\module.yaml", "x").zip(), "outside"),
                bad(
                        "has an unseen sign",
                        GivenArchive.with("a\u0000b/module.yaml", "x").zip(),
                        "name"),
                bad("names a file twice", twice(), "twice"),
                bad("has a link", link(), "link"),
                bad("has too many files", many("module.yaml", 200), "more than 200"),
                bad("has too many files of programs", many("h5p.json", 4_000), "more than 4,000"),
                bad("has too many files, the first of which grows", manyAfterOneThatGrows(), "more than 200"),
                bad("grows a hundred times", bomb(20), "100 times"),
                bad("grows and is listed as small", bombThatIsListedAsSmall(), "100 times"),
                bad("is too large inside", incompressible(), "50 MB"),
                bad(
                        "holds an archive",
                        GivenArchive.with("module.yaml", "x")
                                .and("more.zip", FINE)
                                .zip(),
                        "another"),
                bad("hides a file", hidden(), "own list"),
                bad("lies about a size", lying(), "damaged"),
                bad("is cut off", Arrays.copyOf(FINE, FINE.length - 30), "damaged"),
                bad("is cut off early", Arrays.copyOf(FINE, 40), "damaged"),
                bad("is locked", locked(), "password"),
                bad("says that a name goes on behind its end", endless(), "damaged"));
    }

    /** Returns a zip of one lesson: its module file and other files. */
    public static byte[] lesson(String moduleYaml, java.util.Map<String, byte[]> files) {
        var archive = GivenArchive.with("module.yaml", moduleYaml);
        files.forEach(archive::and);
        return archive.zip();
    }

    private static HostileArchive bad(String what, byte[] bytes, String words) {
        return new HostileArchive(what, bytes, words);
    }

    private static byte[] many(String first, int more) {
        var archive = GivenArchive.with(first, "x");
        for (int i = 0; i < more; i++) {
            archive.and("pictures/a-" + i + ".svg", "x");
        }
        return archive.zip();
    }

    /** Only who unpacks before counting finds out what the first one does. */
    private static byte[] manyAfterOneThatGrows() {
        var archive = GivenArchive.with("module.yaml", "x".repeat(2 * 1024 * 1024));
        for (int i = 0; i < 200; i++) {
            archive.and("pictures/a-" + i + ".svg", "x");
        }
        return archive.zip();
    }

    private static byte[] bombThatIsListedAsSmall() {
        var zip = GivenArchive.with("module.yaml", "x".repeat(20 * 1024 * 1024)).zip();
        return GivenArchive.listed(zip, LIST_OF_SIZE, 3);
    }

    private static byte[] bomb(int megabytes) {
        return GivenArchive.with("module.yaml", "x")
                .and("pictures/a.svg", new byte[megabytes * 1024 * 1024])
                .zip();
    }

    /** Six files of nine megabytes that hardly shrink, so that only their sum is too large. */
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

    /** The directory at the end names another file than the one in the archive. */
    private static byte[] hidden() {
        var text = new String(FINE, StandardCharsets.ISO_8859_1);
        int listed = text.lastIndexOf("module.yaml");
        return (text.substring(0, listed) + "readme.text" + text.substring(listed + 11))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The size recorded after the file's content is smaller than the file. */
    private static byte[] lying() {
        var zip = FINE.clone();
        int entry = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).getInt(zip.length - 22 + 16);
        ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putInt(entry - 4, 3);
        return zip;
    }

    /** The directory says that the first name is 65,535 bytes long. */
    private static byte[] endless() {
        return GivenArchive.listed(FINE, 28, 0xFFFF);
    }
}
