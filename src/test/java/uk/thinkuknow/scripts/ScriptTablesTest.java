package uk.thinkuknow.scripts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Each row of the tables of drills and benchmarks runs something that there is. */
class ScriptTablesTest {
    private record Row(String name, String kind, String what, String does) {
        static Row of(String line) {
            var cells = line.split("\\|", -1);
            assertEquals(4, cells.length, line);
            return new Row(cells[0].strip(), cells[1].strip(), cells[2].strip(), cells[3].strip());
        }

        boolean isClass() {
            return !kind.equals("fault") && !what.equals("-");
        }
    }

    @Test
    void runFunctionsThatThereAre() throws Exception {
        var wanted = new TreeSet<String>();
        for (var row : rows("drills")) {
            wanted.add(row.kind() + "_drill");
            if (row.kind().equals("fault")) {
                var words = row.what().split(" ");
                wanted.addAll(words.length == 1 ? List.of(words[0]) : List.of(words[0], words[2]));
            }
        }
        rows("benches").forEach(row -> wanted.add("measure_with_" + row.kind()));
        var parts = List.of(
                "common",
                "drilling",
                "faults",
                "partitions",
                "histories",
                "scanning",
                "mutating",
                "containers",
                "measuring");
        var answer = Bash.run(parts, Path.of("target"), "declare -F " + String.join(" ", wanted));
        assertEquals(String.join("\n", wanted), answer.output());
    }

    @Test
    void runClassesThatThereAre() throws Exception {
        var sources = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src"))) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .forEach(file -> sources.add(file.getFileName().toString().replace(".java", "")));
        }
        var missing = new ArrayList<String>();
        for (var row : Stream.concat(rows("drills").stream(), rows("benches").stream())
                .filter(Row::isClass)
                .toList()) {
            for (var name : row.what().split(",")) {
                if (!sources.contains(name.substring(name.lastIndexOf('.') + 1))) {
                    missing.add(row.name() + " runs " + name);
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void sayEachNameOnceAndWhatItDoes() throws Exception {
        var all =
                Stream.concat(rows("drills").stream(), rows("benches").stream()).toList();
        assertTrue(all.stream().noneMatch(row -> row.does().isBlank()));
        for (var table : List.of("drills", "benches")) {
            var names = rows(table).stream().map(Row::name).toList();
            assertEquals(names.stream().distinct().toList(), names);
        }
    }

    private static List<Row> rows(String table) throws java.io.IOException {
        return Files.readAllLines(Path.of("scripts/lib", table + ".table")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(Row::of)
                .collect(Collectors.toList());
    }
}
