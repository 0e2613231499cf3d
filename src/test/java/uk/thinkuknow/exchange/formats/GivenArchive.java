package uk.thinkuknow.exchange.formats;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Builds zip archives for tests, valid or damaged. */
public final class GivenArchive {
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    public static GivenArchive with(String name, String text) {
        return new GivenArchive().and(name, text);
    }

    public GivenArchive and(String name, String text) {
        return and(name, text.getBytes(StandardCharsets.UTF_8));
    }

    public GivenArchive and(String name, byte[] bytes) {
        files.put(name, bytes);
        return this;
    }

    public byte[] zip() {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Replaces a file name everywhere in a zip by another of the same length. */
    static byte[] renamed(byte[] zip, String name, String other) {
        var text = new String(zip, StandardCharsets.ISO_8859_1).replace(name, other);
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * Changes four bytes of the first entry in a zip's directory.
     *
     * @param at where they begin in the entry
     */
    static byte[] listed(byte[] zip, int at, int value) {
        var changed = zip.clone();
        var in = ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN);
        int entry = in.getInt(zip.length - 22 + 16);
        in.putInt(entry + at, value);
        return changed;
    }
}
