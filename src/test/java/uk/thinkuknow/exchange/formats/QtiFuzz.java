package uk.thinkuknow.exchange.formats;

/** Fuzz target: imports arbitrary bytes as a file named items.xml. */
public final class QtiFuzz {
    private QtiFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        ZipFuzz.brought("items.xml", bytes);
    }
}
