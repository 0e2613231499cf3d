package uk.thinkuknow.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes the page of a benchmark in {@code docs/benchmarks}: the figures of this run next to those of the run before. */
final class ResultsPage {
    private static final Pattern FIGURE = Pattern.compile("(?!PASS|FAIL|GOAL)([^|/]+): (-?[0-9][0-9.]*(?: [^|]*)?)");
    private static final Pattern VERDICT = Pattern.compile("(PASS|FAIL) ([^|]+): ([^|]+), floor ([^|]+)");
    private static final Pattern ROW = Pattern.compile("\\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|");

    private ResultsPage() {}

    /** @param arguments the page's file, the title, the commit, and the options of the run; the output comes from standard input */
    public static void main(String... arguments) throws IOException {
        var page = Path.of(arguments[0]);
        var before = Files.exists(page) ? figures(Files.readString(page)) : Map.<String, String>of();
        var now = new LinkedHashMap<String, String>();
        now.put("date", LocalDate.now().toString());
        now.put("commit", arguments[2]);
        now.put("machine", machine());
        now.put("options", arguments[3].isBlank() ? "none" : "`" + arguments[3] + "`");
        var floors = new LinkedHashMap<String, String>();
        try (var output = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                var verdict = VERDICT.matcher(line);
                var figure = FIGURE.matcher(line);
                if (verdict.matches()) {
                    now.putIfAbsent(verdict.group(2), verdict.group(3));
                    floors.put(verdict.group(2), verdict.group(4) + (line.startsWith("FAIL") ? ", missed" : ""));
                } else if (figure.matches()) {
                    now.put(figure.group(1), figure.group(2).strip());
                }
            }
        }
        var text = new StringBuilder("# " + arguments[1] + "\n\nWritten by `scripts/bench "
                + page.getFileName().toString().replace(".md", "") + " --record`; do not edit.\n\n"
                + "| figure | this run | the run before | floor |\n|---|---|---|---|\n");
        now.forEach((name, value) -> text.append("| %s | %s | %s | %s |\n"
                .formatted(name, value, before.getOrDefault(name, "–"), floors.getOrDefault(name, "–"))));
        Files.writeString(page, text);
        System.out.println("Written: " + page);
    }

    private static Map<String, String> figures(String page) {
        var found = new LinkedHashMap<String, String>();
        page.lines()
                .map(ROW::matcher)
                .filter(row -> row.matches())
                .forEach(row -> found.put(row.group(1), row.group(2)));
        return found;
    }

    private static String machine() throws IOException {
        return "%d × %s, %d GB"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        fact("/proc/cpuinfo", "model name"),
                        Long.parseLong(fact("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) / 1_000_000);
    }

    private static String fact(String file, String name) throws IOException {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.replaceFirst(".*:\\s*", ""))
                    .findFirst()
                    .orElse("unknown");
        }
    }
}
