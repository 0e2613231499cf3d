package uk.thinkuknow.classroom.session;

import java.time.Instant;

/** Who cancelled a session as started by mistake, why and when. */
public record Cancellation(String by, String why, Instant at) {}
