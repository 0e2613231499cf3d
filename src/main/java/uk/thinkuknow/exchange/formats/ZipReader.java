package uk.thinkuknow.exchange.formats;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import uk.thinkuknow.common.Refused;

/**
 * Unpacks a zip into memory and limits how many files it holds, how large they are together, and how many times larger
 * than in the zip each is. The sizes are those of the unpacked bytes, not those that the zip declares.
 */
public final class ZipReader {
    /** In bytes; the largest file that is read, and the most that a zip may unpack to. */
    static final int LARGEST = 50 * 1024 * 1024;

    private static final int MOST_FILES = 200;
    /** An H5P file holds hundreds of files of the programs that show it; none of them is kept. */
    private static final int MOST_FILES_OF_PROGRAMMES = 4000;

    private static final int MOST_TIMES = 100;
    /** In bytes; below this, a file may be compressed to any degree, as small drawings and blank pages are. */
    private static final int HARMLESS = 256 * 1024;

    private static final int LONGEST_NAME = 300;
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*");

    private final byte[] bytes;
    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private final Set<String> seen = new HashSet<>();
    private boolean programmes;
    private long unpacked;

    private ZipReader(byte[] bytes) {
        this.bytes = bytes;
    }

    static boolean isZip(byte[] bytes) {
        return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
    }

    /**
     * Returns the files by path, with {@code /} between folders. Folders, files that macOS or Windows adds, and the
     * programs in an H5P file are left out.
     *
     * @throws Refused if the zip is damaged, locked, hostile or too large
     */
    public static SortedMap<String, byte[]> read(byte[] bytes) {
        try {
            return new ZipReader(bytes).unpack();
        } catch (IOException | IllegalArgumentException e) {
            throw new Refused("formats.theArchiveIsDamagedOr");
        }
    }

    private SortedMap<String, byte[]> unpack() throws IOException {
        var listed = ZipDirectory.names(bytes);
        programmes = listed.contains("h5p.json");
        int most = programmes ? MOST_FILES_OF_PROGRAMMES : MOST_FILES;
        if (listed.size() > most) {
            throw new Refused("formats.theArchiveHasMoreThan", most);
        }
        var counted = new ByteArrayInputStream(bytes);
        try (var zip = new ZipInputStream(counted, StandardCharsets.ISO_8859_1)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var name = checked(entry);
                if (!listed.contains(name)) {
                    throw new Refused("formats.theArchiveHidesAFile");
                }
                unpack(zip, name, counted);
            }
        }
        if (!seen.equals(listed)) {
            throw new Refused("formats.theArchiveOwnListDoes");
        }
        return files;
    }

    private String checked(ZipEntry entry) {
        var name = entry.getName();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(sign -> sign < ' ')) {
            throw new Refused("formats.theArchiveHasAFile");
        }
        boolean outside = name.startsWith("/")
                || name.contains("\\")
                || DRIVE.matcher(name).matches()
                || List.of(name.split("/")).contains("..");
        if (outside) {
            throw new Refused("formats.theArchiveHasAFileThat");
        }
        if (!seen.add(name)) {
            throw new Refused("formats.theArchiveHoldsTheSame");
        }
        return name;
    }

    private void unpack(ZipInputStream zip, String name, ByteArrayInputStream counted) throws IOException {
        boolean kept = isKept(name);
        var out = new ByteArrayOutputStream();
        var buffer = new byte[8192];
        long before = bytes.length - counted.available();
        long size = 0;
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
            if (size == 0 && isZip(buffer) && read > 3) {
                throw new Refused("formats.theArchiveHoldsAnotherArchive");
            }
            size += read;
            unpacked += read;
            if (unpacked > LARGEST) {
                throw new Refused("formats.theArchiveWouldUnpackTo", LARGEST / 1024 / 1024);
            }
            long packed = bytes.length - counted.available() - before;
            if (size > HARMLESS && size > MOST_TIMES * Math.max(packed, 1)) {
                throw new Refused("formats.theArchiveWouldUnpackToMore", MOST_TIMES);
            }
            if (kept) {
                out.write(buffer, 0, read);
            }
        }
        zip.closeEntry();
        if (kept) {
            files.put(name, out.toByteArray());
        }
    }

    private boolean isKept(String name) {
        var last = name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return !name.endsWith("/")
                && !name.startsWith("__MACOSX/")
                && !last.equals(".ds_store")
                && !last.equals("thumbs.db")
                && (!programmes || name.equals("h5p.json") || name.startsWith("content/"));
    }
}
