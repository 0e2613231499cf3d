package uk.thinkuknow.supply;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** Checks a list of libraries for scripts/sbom: their licences, and advisories about them. */
public final class SupplyCheck {
    private SupplyCheck() {}

    /** Arguments: the list, the file of allowed licences, and perhaps a folder or archive of advisories. */
    public static void main(String[] arguments) throws IOException {
        System.exit(run(List.of(arguments), System.out));
    }

    /** Prints a verdict for each check; returns 0 if nothing was found, otherwise 1. */
    static int run(List<String> arguments, PrintStream out) throws IOException {
        var libraries = Library.in(Path.of(arguments.get(0)));
        var unlicensed = AllowedLicences.in(Path.of(arguments.get(1))).lackedBy(libraries);
        say(out, "licences: %d libraries".formatted(libraries.size()), unlicensed);
        if (arguments.size() < 3) {
            out.println("NOTE  advisories not checked: name a folder or archive of OSV files with --advisories");
            return unlicensed.isEmpty() ? 0 : 1;
        }
        var advisories = Advisories.in(Path.of(arguments.get(2)));
        var faulty = advisories.about(libraries);
        say(out, "advisories: %,d read".formatted(advisories.count()), faulty);
        return unlicensed.isEmpty() && faulty.isEmpty() && advisories.count() > 0 ? 0 : 1;
    }

    private static void say(PrintStream out, String what, List<String> found) {
        out.println((found.isEmpty() ? "PASS  " : "FAIL  ") + what + ", " + found.size() + " to look at");
        found.forEach(line -> out.println("      " + line));
    }
}
