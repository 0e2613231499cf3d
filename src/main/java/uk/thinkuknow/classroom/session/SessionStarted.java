package uk.thinkuknow.classroom.session;

import java.time.Instant;
import uk.thinkuknow.common.PublicId;

/** Event: a session has started, so a room opens for its children. */
public record SessionStarted(long sessionId, PublicId publicId, boolean devices, boolean sharing, Instant at) {}
