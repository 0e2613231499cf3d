package uk.thinkuknow.exchange.formats;

/** Questions of another programme, as XML or as text. */
public final class QtiFuzz {
    private QtiFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        ZipFuzz.brought("items.xml", bytes);
    }
}
