package uk.thinkuknow.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** CPU time of a process, as the kernel counts it. */
final class Cpu {
    private static final double TICKS_A_SECOND = 100;

    private Cpu() {}

    /** Seconds of CPU, user and system, since the process began. */
    static double seconds(long pid) throws IOException {
        var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_A_SECOND;
    }
}
