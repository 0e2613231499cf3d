package uk.thinkuknow.common;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The nations of the United Kingdom, by the keys that tables and files use. */
public final class Nations {
    public static final List<String> KEYS = List.of("england", "wales", "scotland", "northern-ireland");

    private Nations() {}

    /** "Northern Ireland" for "northern-ireland". */
    public static String name(String key) {
        return Stream.of(key.split("-")).map(InWords::capitalised).collect(Collectors.joining(" "));
    }
}
