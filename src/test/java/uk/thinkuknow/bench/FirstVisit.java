package uk.thinkuknow.bench;

import java.net.URI;
import java.util.Map;

/** What a child's first visit loads. */
final class FirstVisit {
    private FirstVisit() {}

    static void measure(Report report, URI address, Map<String, String> environment) {}
}
