package uk.thinkuknow.bench;

import java.util.List;

/** Command-line options of a benchmark. */
record BenchOptions(List<String> given) {
    BenchOptions(String[] given) {
        this(List.of(given));
    }

    boolean has(String name) {
        return given.contains(name);
    }

    int number(String name, int otherwise) {
        int at = given.indexOf(name);
        return at < 0 || at + 1 == given.size() ? otherwise : Integer.parseInt(given.get(at + 1));
    }
}
