package uk.thinkuknow.common;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that mean this machine in the settings, so that nobody reaches it under them from another one. */
public final class LoopbackNames {
    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private LoopbackNames() {}

    public static boolean contains(@Nullable String host) {
        return host != null && NAMES.contains(host);
    }
}
