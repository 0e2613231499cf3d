package uk.thinkuknow.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads from {@code /proc} what a process uses. */
final class ProcessUse {
    private static final double TICKS_A_SECOND = 100;

    private ProcessUse() {}

    /** Returns the seconds of CPU, user and system, that a process has used since it started. */
    static double cpuSeconds(long pid) throws IOException {
        var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_A_SECOND;
    }

    /** Returns the memory that a process holds now, in bytes. */
    static long residentBytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .sum();
    }
}
