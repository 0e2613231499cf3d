package uk.thinkuknow.classroom.session;

import java.time.Instant;

/** That a session was started by mistake: who said so, why and when. */
public record Cancelled(String by, String why, Instant at) {}
