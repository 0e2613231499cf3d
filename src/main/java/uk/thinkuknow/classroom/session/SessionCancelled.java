package uk.thinkuknow.classroom.session;

import java.time.Instant;
import uk.thinkuknow.common.PublicId;

/**
 * Event: a session was cancelled as started by mistake, so its room closes to children and its booking can be started
 * again.
 */
public record SessionCancelled(long sessionId, PublicId publicId, String by, String why, Instant at) {}
