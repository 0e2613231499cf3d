package uk.thinkuknow.scripts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a command with parts of scripts/lib, as a script does. */
record Bash(int exit, String output) {
    static Bash run(List<String> parts, Path data, String command) throws IOException, InterruptedException {
        var script = new StringBuilder("set -euo pipefail\n");
        parts.forEach(part -> script.append("source scripts/lib/").append(part).append(".sh\n"));
        var process = new ProcessBuilder("bash", "-c", script + "DATA=$1\n" + command, "bash", data.toString())
                .redirectErrorStream(true)
                .start();
        try (var output = process.getInputStream()) {
            var said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                throw new IOException("did not end: " + command);
            }
            return new Bash(process.exitValue(), said.strip());
        }
    }

    /** The last line of what it said. */
    String last() {
        return output.lines().reduce("", (before, line) -> line);
    }
}
