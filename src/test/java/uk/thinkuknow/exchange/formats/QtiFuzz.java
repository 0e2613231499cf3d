package uk.thinkuknow.exchange.formats;

/** Fuzz target: imports arbitrary bytes as a file of questions, in XML or as text. */
public final class QtiFuzz {
    private QtiFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        ZipFuzz.brought("items.xml", bytes);
    }
}
