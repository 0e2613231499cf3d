package uk.thinkuknow.classroom.session;

import java.time.Instant;
import uk.thinkuknow.common.PublicId;

/** Event: a session has started; if its children use devices, a room opens for them. */
public record SessionStarted(long sessionId, PublicId publicId, boolean devices, boolean sharing, Instant at) {}
