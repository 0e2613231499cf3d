package uk.thinkuknow.schools.registers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A national school register: each row is a school, or refused in words. */
public final class RegisterFuzz {
    private static final List<Format> FORMATS = List.of(new GiasFormat(), new NationsFormat());
    private static final Path FILE = made();

    private RegisterFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        try {
            Files.write(FILE, bytes);
            var file = TextFile.of(FILE, "register.csv");
            Reading.look(file);
            try (var table = new Table(file)) {
                for (var fields = table.next(); fields.isPresent(); fields = table.next()) {
                    read(table, fields.get());
                }
            }
        } catch (FileRefused inWords) {
            // which is how it should be
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(Table table, List<String> fields) {
        try {
            table.requireWhole(fields);
            if (table.hasAll(LinksFormat.NEEDED)) {
                LinksFormat.read(table, fields);
            }
            for (var format : FORMATS) {
                if (table.hasAll(format.needed())) {
                    format.read(table, fields);
                }
            }
        } catch (RowRefused inWords) {
            // which is how it should be
        }
    }

    private static Path made() {
        try {
            var memory = Path.of("/dev/shm");
            var file = Files.isWritable(memory)
                    ? Files.createTempFile(memory, "register", ".csv")
                    : Files.createTempFile("register", ".csv");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
