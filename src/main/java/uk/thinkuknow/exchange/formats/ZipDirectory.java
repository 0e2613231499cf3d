package uk.thinkuknow.exchange.formats;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import uk.thinkuknow.common.Refused;

/**
 * Reads the central directory of a zip, its list of files, and refuses links and locked files. Only this list says
 * which entries are links.
 */
final class ZipDirectory {
    private static final int END = 0x06054b50;
    private static final int ENTRY = 0x02014b50;
    private static final int END_LENGTH = 22;
    private static final int ENTRY_LENGTH = 46;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int MOST = 5000;
    private static final int IN_UTF_8 = 0x800;
    private static final int KIND_OF_FILE = 0170000;
    private static final int FILE = 0100000;
    private static final int FOLDER = 0040000;

    private ZipDirectory() {}

    /**
     * Returns the names of all entries in the directory, folders included.
     *
     * @throws Refused for a link, a locked entry, a repeated name, more than 5,000 entries or a damaged directory
     */
    static Set<String> names(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int end = end(in);
        int entries = in.getShort(end + 10) & 0xFFFF;
        long at = in.getInt(end + 16) & 0xFFFFFFFFL;
        if (entries > MOST) {
            throw new Refused("formats.theArchiveHasMoreFiles");
        }
        var names = new HashSet<String>();
        for (int i = 0; i < entries; i++) {
            if (at + ENTRY_LENGTH > bytes.length || in.getInt((int) at) != ENTRY) {
                throw broken();
            }
            int here = (int) at;
            int nameLength = in.getShort(here + 28) & 0xFFFF;
            if (at + ENTRY_LENGTH + nameLength > bytes.length) {
                throw broken();
            }
            onlyFiles(in, here);
            boolean utf8 = (in.getShort(here + 8) & IN_UTF_8) != 0;
            var written = utf8 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
            if (!names.add(new String(bytes, here + ENTRY_LENGTH, nameLength, written))) {
                throw new Refused("formats.theArchiveHoldsTheSame");
            }
            at += ENTRY_LENGTH + nameLength + (in.getShort(here + 30) & 0xFFFF) + (in.getShort(here + 32) & 0xFFFF);
        }
        return names;
    }

    private static void onlyFiles(ByteBuffer in, int entry) {
        int madeBy = in.get(entry + 5);
        int mode = in.getInt(entry + 38) >>> 16;
        int kind = mode & KIND_OF_FILE;
        boolean unix = madeBy == 3 || madeBy == 19;
        if (unix && kind != 0 && kind != FILE && kind != FOLDER) {
            throw new Refused("formats.theArchiveHasALink");
        }
        if ((in.getShort(entry + 8) & 1) != 0) {
            throw new Refused("formats.theArchiveIsLockedWith");
        }
    }

    private static int end(ByteBuffer in) {
        int last = in.limit() - END_LENGTH;
        for (int at = last; at >= 0 && at >= last - LONGEST_COMMENT; at--) {
            if (in.getInt(at) == END) {
                return at;
            }
        }
        throw broken();
    }

    private static Refused broken() {
        return new Refused("formats.theArchiveIsDamagedIts");
    }
}
