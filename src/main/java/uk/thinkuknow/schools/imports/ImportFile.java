package uk.thinkuknow.schools.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A file to import, after a first scan: its size, number of lines and character set. */
record ImportFile(Path path, String name, long bytes, int lines, Charset charset) {
    static final int MEGABYTE = 1024 * 1024;

    /** The extract of all establishments has 30 to 60 MB. */
    static final int MEGABYTES_AT_MOST = 80;

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int CHUNK = 1 << 16;

    /**
     * Scans a file.
     *
     * @throws FileRefused if it is empty, too large, an archive or not text
     */
    static ImportFile of(Path path, String name) {
        try {
            long bytes = Files.size(path);
            if (bytes == 0) {
                throw new FileRefused("imports.fileEmpty", name);
            }
            if (bytes > (long) MEGABYTES_AT_MOST * MEGABYTE) {
                throw new FileRefused("imports.fileTooLarge", name, bytes / MEGABYTE, MEGABYTES_AT_MOST);
            }
            var look = new FileScan(name);
            look.walk(path);
            return new ImportFile(path, name, bytes, look.lines, look.charset());
        } catch (IOException e) {
            throw new FileRefused("imports.fileUnreadable", name);
        }
    }

    /** Opens the text without its byte order mark. Invalid bytes become U+FFFD, and their field is refused later. */
    Reader open() {
        try {
            var reader = new BufferedReader(new InputStreamReader(Files.newInputStream(path), charset));
            reader.mark(1);
            if (reader.read() != '\uFEFF') {
                reader.reset();
            }
            return reader;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One scan of the bytes: counts lines and decides whether the text is UTF-8 or Windows-1252. */
    private static final class FileScan {
        private final String name;
        private final CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        private final CharBuffer chars = CharBuffer.allocate(CHUNK);
        private boolean utf8 = true;
        private int lines;

        FileScan(String name) {
            this.name = name;
        }

        void walk(Path path) throws IOException {
            var bytes = ByteBuffer.allocate(CHUNK);
            var first = true;
            try (var in = Files.newInputStream(path)) {
                for (int read = in.read(bytes.array()); read >= 0; ) {
                    bytes.position(bytes.position() + read).flip();
                    if (first) {
                        requireNoArchive(bytes);
                    }
                    first = false;
                    see(bytes, read);
                    decode(bytes, false);
                    bytes.compact();
                    read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                }
            }
            decode(bytes.flip(), true);
        }

        Charset charset() {
            return utf8 ? StandardCharsets.UTF_8 : WINDOWS;
        }

        /** Scans the new bytes in the buffer; the bytes before them are the start of an incomplete character. */
        private void see(ByteBuffer bytes, int fresh) {
            for (int i = bytes.limit() - fresh; i < bytes.limit(); i++) {
                if (bytes.get(i) == 0) {
                    throw new FileRefused("imports.fileNoText", name);
                }
                if (bytes.get(i) == '\n') {
                    lines++;
                }
            }
        }

        private void decode(ByteBuffer bytes, boolean last) {
            if (utf8) {
                chars.clear();
                utf8 = !decoder.decode(bytes, chars, last).isError();
            }
            if (!utf8) {
                bytes.position(bytes.limit());
            }
        }

        private void requireNoArchive(ByteBuffer bytes) {
            if (bytes.limit() >= 4 && bytes.get(0) == 'P' && bytes.get(1) == 'K' && bytes.get(2) <= 8) {
                var sheet = name.toLowerCase(Locale.ROOT).endsWith(".xlsx");
                throw new FileRefused(sheet ? "imports.fileSpreadsheet" : "imports.fileArchive", name);
            }
        }
    }
}
