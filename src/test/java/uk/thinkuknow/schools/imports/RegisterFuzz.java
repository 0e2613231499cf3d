package uk.thinkuknow.schools.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fuzz target: any bytes given as a register file are parsed into schools or refused with a reason, and never fail
 * otherwise.
 */
public final class RegisterFuzz {
    private static final List<SchoolFileFormat> FORMATS = List.of(new GiasFormat(), new NationsFormat());
    private static final Path FILE = made();

    private RegisterFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        try {
            Files.write(FILE, bytes);
            var file = ImportFile.of(FILE, "register.csv");
            SchoolFileReader.checkHeadings(file);
            try (var table = new CsvTable(file)) {
                for (var fields = table.next(); fields.isPresent(); fields = table.next()) {
                    read(table, fields.get());
                }
            }
        } catch (FileRefused inWords) {
            // a refusal in words is the expected answer
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(CsvTable table, List<String> fields) {
        try {
            table.requireComplete(fields);
            if (table.hasAll(LinksFormat.NEEDED)) {
                LinksFormat.read(table, fields);
            }
            for (var format : FORMATS) {
                if (table.hasAll(format.needed())) {
                    format.read(table, fields).facts().values().forEach(RegisterFuzz::possible);
                }
            }
        } catch (RowRefused inWords) {
            // a refusal in words is the expected answer
        }
    }

    private static void possible(@Nullable Object fact) {
        if (fact instanceof Integer number && (number < 0 || number > 1_400_000)) {
            throw new AssertionError("taken for a number: " + number);
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
