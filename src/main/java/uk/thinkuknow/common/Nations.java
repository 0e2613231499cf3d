package uk.thinkuknow.common;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The four nations of the United Kingdom, by their keys in tables and files. */
public final class Nations {
    public static final List<String> KEYS = List.of("england", "wales", "scotland", "northern-ireland");

    private Nations() {}

    /** A nation's name from its key: "Northern Ireland" for "northern-ireland". */
    public static String name(String key) {
        return Stream.of(key.split("-")).map(TextFormat::capitalised).collect(Collectors.joining(" "));
    }
}
