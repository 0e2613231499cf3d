package uk.thinkuknow.operations.webhook;

import java.net.URI;
import java.util.Map;

/** A call as it is made: where to, signed as at now, and what is said. */
record Errand(long call, long webhook, URI address, Map<String, String> headers, String body) {}
