package uk.thinkuknow.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the CPU time of a process from {@code /proc}. */
final class Cpu {
    private static final double TICKS_A_SECOND = 100;

    private Cpu() {}

    /** Returns the seconds of CPU, user and system, that a process has used since it started. */
    static double seconds(long pid) throws IOException {
        var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_A_SECOND;
    }
}
